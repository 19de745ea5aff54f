//! The downside: the allocation whose result is best where only a tenth of draws are worse.
//!
//! No program finds that directly. Candidates are the best allocations with the values in use, from every start of
//! the levers, those that are best in some of the draws, the present one, and mixtures of the first with the
//! others; each in whole units is then computed in every draw of one fixed sample, and the one with the best tenth
//! is taken.

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;
use serde::{Deserialize, Serialize};

use super::cell_program::{CellProgram, Cells};
use super::levers::{COLUMNS, Search};
use super::{AllocationOutcome, standing};
use crate::analysis::monte_carlo::{
    Band, MonteCarloRefusal, MonteCarloRequest, OutcomeMeasure, Simulation,
};
use crate::analysis::search::{LeverMove, float};
use crate::number::round;
use crate::region::key::Fixed;
use crate::scenario::input_distributions::InputDistribution;

/// The draws of the sample that are usual.
pub const USUAL_DRAWS: u16 = 300;
/// The most draws of the sample.
pub const MOST_DRAWS: u16 = 2_000;
/// Draws in which the best allocation is sought as a candidate.
const SOUGHT: usize = 16;
/// Candidates at most, beside the best with the values in use, before they are mixed.
const MOST_CANDIDATES: usize = 8;
/// Those that are mixed with it, and the parts of the other in a mixture.
const MIXED: usize = 3;
const PARTS: [f64; 3] = [0.25, 0.5, 0.75];
/// Decimals of the results.
const PLACES: u32 = 4;

/// A request for the downside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Downside {
    /// The seed of the draws.
    pub seed: u64,
    /// The number of draws.
    pub draws: u16,
    /// Ranges that the user changed; the others are the region's.
    pub distributions: Vec<InputDistribution>,
}

/// Results at the tenth of draws, in the unit of the objective.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DownsideResult {
    /// The number of draws.
    pub draws: u16,
    /// The number of allocations that were compared.
    pub compared: u16,
    /// The scenario as it stands.
    pub now: Decimal,
    /// The allocation that is best with the values in use.
    pub central: Decimal,
    /// The allocation that was taken.
    pub best: Decimal,
    /// True where that is another than the best with the values in use.
    pub is_other: bool,
}

/// An allocation in whole units.
pub(super) struct Candidate {
    pub(super) levers: Vec<f64>,
    pub(super) moves: Vec<LeverMove>,
    pub(super) best: AllocationOutcome,
}

/// Takes the candidate with the best tenth; the first is the best with the values in use.
///
/// # Errors
/// Draws or ranges that can't be drawn from.
pub(super) fn choose(
    search: &mut Search<'_>,
    request: &Downside,
    central: Candidate,
) -> Result<(Candidate, DownsideResult), MonteCarloRefusal> {
    if request.draws > MOST_DRAWS {
        return Err(MonteCarloRefusal::Count);
    }
    let simulation = MonteCarloRequest {
        seed: request.seed,
        draws: request.draws,
        distributions: request.distributions.clone(),
        year: search.region.years.horizon,
        measure: OutcomeMeasure::Income,
        drafts: Vec::new(),
    };
    let mut simulation = Simulation::new(search.region, search.scenario, simulation)?;
    let grants = search.limits.iter();
    let grants = grants.filter(|own| own.key == Fixed::GrantsShare.into());
    for limits in grants {
        simulation.leave_room_for_grants(float(limits.most));
    }
    let mut drawn = search.under(search.scenario);
    let candidates = candidates(search, &mut drawn, &mut simulation, request, central);
    let now = CellProgram::columns(&search.table.now);
    let start = drawn.fast.start();
    let present: ([f64; COLUMNS], Vec<f64>) = (now, start[COLUMNS..].to_vec());
    let places = candidates.iter().map(|own| {
        let cells = search.table.cells_of(&own.moves);
        (CellProgram::columns(&cells), own.levers.clone())
    });
    let places: Vec<_> = std::iter::once(present).chain(places).collect();
    let mut values = vec![Vec::with_capacity(usize::from(request.draws)); places.len()];
    for draw in 0..usize::from(request.draws) {
        drawn.assume(&mut simulation, draw);
        for (values, (columns, levers)) in values.iter_mut().zip(&places) {
            values.push(drawn.value(*columns, levers));
        }
    }
    let tenths: Vec<f64> = values.into_iter().map(|own| Band::of(own).p10).collect();
    let mut taken = 0;
    for index in 1..candidates.len() {
        // The first of equal ones is the best with the values in use.
        if tenths[1 + index] > tenths[1 + taken] + 1e-9 {
            taken = index;
        }
    }
    let shown = |value: f64| round(Decimal::from_f64(value).unwrap_or_default(), PLACES);
    let result = DownsideResult {
        draws: request.draws,
        compared: u16::try_from(candidates.len()).unwrap_or(u16::MAX),
        now: shown(tenths[0]),
        central: shown(tenths[1]),
        best: shown(tenths[1 + taken]),
        is_other: taken > 0,
    };
    let mut candidates = candidates;
    Ok((candidates.swap_remove(taken), result))
}

/// Different allocations in whole units, the given one first.
fn candidates(
    search: &mut Search<'_>,
    drawn: &mut Search<'_>,
    simulation: &mut Simulation,
    request: &Downside,
    central: Candidate,
) -> Vec<Candidate> {
    let mut found: Vec<(Vec<f64>, Cells)> = Vec::new();
    let take = |found: &mut Vec<(Vec<f64>, Cells)>, levers: &[f64], cells: Cells| {
        let columns = CellProgram::columns(&cells);
        let is_known = found.iter().any(|(own, cells)| {
            let both = CellProgram::columns(cells).into_iter().zip(columns);
            own == levers
                && both
                    .into_iter()
                    .all(|(one, other)| (one - other).abs() < 1.0)
        });
        if !is_known && found.len() <= MOST_CANDIDATES {
            found.push((levers.to_vec(), cells));
        }
    };
    // The first stands for the one that is given.
    let levers = central.levers.clone();
    if let Some(cells) = search.cells(&levers) {
        take(&mut found, &levers, cells);
    }
    for levers in search.tried.clone() {
        if let Some(cells) = search.cells(&levers) {
            take(&mut found, &levers, cells);
        }
    }
    let draws = usize::from(request.draws);
    for place in 0..SOUGHT.min(draws) {
        drawn.assume(simulation, place * draws / SOUGHT.min(draws));
        if let Some(cells) = drawn.cells(&levers) {
            take(&mut found, &levers, cells);
        }
    }
    // A mixture of two that hold the conditions holds them too.
    let present: Vec<f64> = drawn.fast.start()[COLUMNS..].to_vec();
    let may_stay = search.table.holds_now() && search.levers_hold_now();
    let base = found.first().map(|(_, cells)| *cells);
    let alike = found.iter().skip(1).filter(|(own, _)| *own == levers);
    let mut mixed: Vec<Cells> = alike.map(|(_, cells)| *cells).take(MIXED).collect();
    if may_stay && present == levers {
        mixed.push(search.table.now);
    }
    for (base, other) in base
        .iter()
        .flat_map(|base| mixed.iter().map(move |own| (base, own)))
    {
        for part in PARTS {
            let cells = std::array::from_fn(|cell| base[cell] + (other[cell] - base[cell]) * part);
            found.push((levers.clone(), cells));
        }
    }
    let stays = may_stay.then(|| Candidate {
        levers: present,
        moves: Vec::new(),
        best: standing(search.region, search.scenario, search.request.objective),
    });
    let others = found.into_iter().skip(1).filter_map(|(levers, cells)| {
        let (moves, best) = search.whole(&levers, cells)?;
        Some(Candidate {
            levers,
            moves,
            best,
        })
    });
    let others: Vec<Candidate> = others.collect();
    let all = std::iter::once(central).chain(stays);
    all.chain(others).collect()
}

impl Search<'_> {
    /// Puts the values of a draw in the place of those in use.
    fn assume(&mut self, simulation: &mut Simulation, draw: usize) {
        let sample = simulation.assume(draw);
        self.fast.assume(sample);
        self.coverage0 = self.fast.coverage0();
        self.curves = None;
    }
}
