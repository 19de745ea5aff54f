//! The answer to a question: what is found, what binds it and what would turn it.

use super::cell_program::CellProgram;
use super::downside::{self, Candidate};
use super::levers::Search;
use super::{
    AllocationAnswer, AllocationOutcome, AllocationRequest, AllocationVerdict, Objective, conflict,
    shadow, switching_values,
};
use crate::region::Region;
use crate::scenario::Scenario;

pub(super) fn find(
    region: &Region,
    scenario: &Scenario,
    request: &AllocationRequest,
    mut answer: AllocationAnswer,
) -> AllocationAnswer {
    let table = CellProgram::new(region, scenario, request);
    if let Some(conflicts) = conflict::conflicts(&table) {
        answer.verdict = AllocationVerdict::Contradiction(conflicts);
        return answer;
    }
    let mut search = Search::new(region, scenario, request, table);
    let mut found = search.found();
    let is_out = found.is_none() && matches!(request.objective, Objective::LeastMoney(_));
    if is_out {
        // The allocation that gets furthest is given instead.
        search.is_furthest = true;
        found = search.found();
    }
    let Some((levers, moves, best)) = found else {
        answer.verdict = AllocationVerdict::NoWhole;
        return answer;
    };
    let mut candidate = Candidate {
        levers,
        moves,
        best,
    };
    if let Some(asked) = request.downside.as_ref().filter(|_| !search.has_goal()) {
        match downside::choose(&mut search, asked, candidate) {
            Ok((chosen, result)) => {
                candidate = chosen;
                answer.downside = Some(result);
            }
            Err(_) => {
                answer.verdict = AllocationVerdict::NoDraws;
                return answer;
            }
        }
    }
    let Candidate {
        levers,
        moves,
        best,
    } = candidate;
    // Prices of limits and turning values belong to the best with the values in use.
    let is_central = answer.downside.is_none_or(|own| !own.is_other);
    if is_central {
        answer.shadows = shadow::shadows(&mut search, &levers);
    }
    let is_kept = search.table.holds_now() && search.levers_hold_now();
    let is_no_better = answer.now.is_some_and(|now| {
        let value = |own: &AllocationOutcome| search.standing_value(own);
        let is_as_good = match &answer.downside {
            Some(tenth) => tenth.now >= tenth.best,
            None => value(&now) >= value(&best),
        };
        is_kept && (is_out || now.met) && is_as_good
    });
    answer.verdict = match (is_out, is_no_better || moves.is_empty()) {
        (true, _) => AllocationVerdict::OutOfReach,
        (false, true) => AllocationVerdict::Unchanged,
        (false, false) => AllocationVerdict::Found,
    };
    if is_no_better || moves.is_empty() {
        answer.best = answer.now;
    } else {
        answer.best = Some(best);
        answer.at = search.table.reached(&search.table.cells_of(&moves));
        if !is_out && is_central {
            answer.switching_values =
                switching_values::switching_values(&mut search, &levers, &moves);
        }
        answer.moves = moves;
    }
    answer
}
