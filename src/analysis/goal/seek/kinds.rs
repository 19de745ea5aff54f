//! The kinds of ways: which levers each may use, and which of what was found are worth telling apart.

use rust_decimal::Decimal;

use super::{Lever, Means, Space};
use crate::analysis::goal::check::GoalCondition;
use crate::analysis::goal::{GoalRequest, WayKind, WayToGoal};
use crate::analysis::search::cell;
use crate::region::Region;
use crate::region::key::{Fixed, Group, Key};
use crate::scenario::Scenario;

/// The ways that stand side by side: the cheapest and two of another kind.
const WANTED: usize = 3;

/// Areas of levers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Area {
    /// Funds of the matrix and social help.
    Money,
    /// Coverage and the grants that pay for it.
    Coverage,
    /// Jobs, those of the relocated among them.
    Jobs,
    /// The use of money and assets.
    Operation,
}

impl Area {
    fn of(key: Key) -> Self {
        let is = |fixed: Fixed| key == Key::Fixed(fixed);
        match key.group() {
            _ if is(Fixed::Coverage) || is(Fixed::GrantsShare) => Self::Coverage,
            Group::Employment | Group::Relocation => Self::Jobs,
            Group::Social => Self::Money,
            _ if cell(key).is_some() => Self::Money,
            _ => Self::Operation,
        }
    }

    /// The kind that uses all but this.
    fn left_out(self) -> WayKind {
        match self {
            Self::Money => WayKind::NoMoney,
            Self::Coverage => WayKind::NoCoverage,
            Self::Jobs => WayKind::NoJobs,
            Self::Operation => WayKind::NoOperation,
        }
    }
}

/// True where a kind may use an area.
fn is_open(kind: WayKind, area: Area) -> bool {
    match kind {
        WayKind::Cheapest | WayKind::OneLever | WayKind::FewestLevers | WayKind::NoNewMoney => true,
        WayKind::Money => area == Area::Money,
        WayKind::Coverage => area == Area::Coverage,
        WayKind::Jobs => area == Area::Jobs,
        WayKind::Operation => area == Area::Operation,
        WayKind::NoMoney | WayKind::NoCoverage | WayKind::NoJobs | WayKind::NoOperation => {
            area.left_out() != kind
        }
    }
}

/// True where a kind may do everything that a way of this nature does.
fn may_use(kind: WayKind, (areas, new_money): &(Vec<Area>, bool)) -> bool {
    let is_bound = match kind {
        WayKind::OneLever | WayKind::FewestLevers => true,
        WayKind::NoNewMoney => *new_money || areas.contains(&Area::Jobs),
        _ => false,
    };
    !is_bound && areas.iter().all(|area| is_open(kind, *area))
}

/// The nature of a way: the areas it uses, and whether it needs new money. The level that pays
/// makes no difference.
fn nature(way: &WayToGoal) -> (Vec<Area>, bool) {
    let all = [Area::Money, Area::Coverage, Area::Jobs, Area::Operation];
    let uses = |area: &Area| way.moves.iter().any(|own| Area::of(own.key) == *area);
    let used = all.into_iter().filter(uses).collect();
    (used, way.cost.funds > Decimal::ZERO)
}

/// The shortfall of all years together, yuan a head.
fn missing(way: &WayToGoal) -> Decimal {
    let missing = way.lines.iter().filter(|line| !line.met);
    missing.map(GoalCondition::missing).sum()
}

/// The ways of every kind, checked, those that reach the goal first; of several that are the same in
/// kind the best. The one with the fewest levers leads.
pub(in crate::analysis::goal) fn ways(
    region: &Region,
    scenario: &Scenario,
    request: &GoalRequest,
) -> Vec<WayToGoal> {
    ways_in(&mut Space::new(region, scenario, request))
}

/// The same by a search that is prepared.
pub(super) fn ways_in(space: &mut Space<'_>) -> Vec<WayToGoal> {
    let mut ways: Vec<WayToGoal> = Vec::new();
    for kind in WayKind::FIRST {
        ways.extend(space.way_of(kind));
    }
    let mut ways = apart(ways);
    let reaching = ways.iter().filter(|way| way.reaches).count();
    if (1..WANTED).contains(&reaching) {
        // Whatever differs in kind from the cheapest does without something that it uses.
        let (used, _) = nature(&ways[0]);
        for area in used {
            ways.extend(space.way_of(area.left_out()));
        }
        ways = apart(ways);
    }
    if ways.first().is_some_and(|way| way.reaches) {
        let fewest = space.fewest();
        let fewest = fewest.and_then(|moves| space.way(WayKind::FewestLevers, moves));
        ways = led_by_fewest(fewest, ways);
    }
    ways
}

/// The ways with the one of the fewest levers in front, each once.
fn led_by_fewest(fewest: Option<WayToGoal>, ways: Vec<WayToGoal>) -> Vec<WayToGoal> {
    // A way of another kind may do with as few levers and cost less.
    let reaching = ways.iter().filter(|way| way.reaches);
    let all = fewest.iter().filter(|way| way.reaches).chain(reaching);
    let fewest = all.min_by_key(|way| (way.moves.len(), way.cost.counted));
    let Some(mut fewest) = fewest.cloned() else {
        return ways;
    };
    fewest.kind = WayKind::FewestLevers;
    let others = ways.into_iter().filter(|way| way.moves != fewest.moves);
    let others: Vec<WayToGoal> = others.collect();
    std::iter::once(fewest).chain(others).collect()
}

/// Sorts ways and leaves out what differs from a better one in nothing but details.
fn apart(mut ways: Vec<WayToGoal>) -> Vec<WayToGoal> {
    // The sort is stable: of equal ways the one of the earlier kind is first.
    ways.sort_by_key(|way| (!way.reaches, missing(way), way.cost.counted));
    if ways.first().is_some_and(|way| way.reaches) {
        // A search in one kind may come nearer than the search in all.
        let is_dear = |index: usize, way: &WayToGoal| index > 0 && way.kind == WayKind::Cheapest;
        let mut index = 0;
        ways.retain(|way| {
            index += 1;
            !is_dear(index - 1, way)
        });
        ways[0].kind = WayKind::Cheapest;
    }
    // What may use all that another way uses reaches what that reaches, however the search went.
    let reached: Vec<(Vec<Area>, bool)> =
        ways.iter().filter(|way| way.reaches).map(nature).collect();
    ways.retain(|way| way.reaches || !reached.iter().any(|own| may_use(way.kind, own)));
    let mut kept: Vec<WayToGoal> = Vec::new();
    for way in ways {
        let is_new = kept
            .iter()
            .all(|own| own.reaches != way.reaches || nature(own) != nature(&way));
        // A way with every lever shows the nearest miss.
        if is_new || (!way.reaches && way.kind == WayKind::Cheapest) {
            kept.push(way);
        }
    }
    kept
}

impl Space<'_> {
    fn way_of(&mut self, kind: WayKind) -> Option<WayToGoal> {
        let means = self.means(kind)?;
        let at = self.walk(&means);
        let moves = self.round_to_units(at, &means);
        self.way(kind, moves)
    }

    /// The means of a kind; none where none of its levers may move.
    pub(super) fn means(&self, kind: WayKind) -> Option<Means> {
        let is_used = |lever: &Lever| {
            let is_free = kind != WayKind::NoNewMoney || lever.lowers;
            is_free && is_open(kind, Area::of(lever.limits.key))
        };
        let uses: Vec<bool> = self
            .levers
            .iter()
            .map(|lever| lever.room() > 0.0 && is_used(lever))
            .collect();
        uses.contains(&true).then_some(Means {
            uses,
            new_money: kind != WayKind::NoNewMoney,
        })
    }
}
