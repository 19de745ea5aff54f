use proptest::prelude::*;

use super::*;
use crate::analysis::funds_floor::FloorPart;

fn floored(floor: FundsFloor, objective: Objective) -> AllocationRequest {
    let (region, scenario) = (region(), Scenario::default());
    let total = MatrixPart::Total.of(&matrix(&region, &scenario)).exact();
    AllocationRequest {
        parts: vec![PartLimits {
            part: MatrixPart::Total,
            least: total,
            most: total,
        }],
        floor,
        ..ask(&region, &scenario, objective)
    }
}

#[test]
fn what_has_to_come_first_is_kept_and_has_its_price() {
    let (region, scenario) = (region(), Scenario::default());
    let free = floored(FundsFloor::default(), Objective::Earned(YEAR));
    let answer = allocate(&region, &scenario, &free);
    let moved = search::with(&region, &scenario, &answer.moves).expect("fits");
    let floor = FundsFloor {
        infrastructure: decimal("600005000"),
        other: decimal("50000000"),
        either: decimal("150000000"),
    };
    // Left to itself the best takes it away, and that is said.
    let cuts = floor.cuts(&matrix(&region, &moved));
    assert!(cuts.iter().any(|cut| cut.part == FloorPart::Both));
    let request = AllocationRequest { floor, ..free };
    let answer = allocate(&region, &scenario, &request);
    hold(&region, &scenario, &request, &answer);
    let moved = search::with(&region, &scenario, &answer.moves).expect("fits");
    assert_eq!(floor.cuts(&matrix(&region, &moved)), []);
    assert!(answer.at.contains(&Condition::Floor(FloorPart::Both)));
    let is_floor = |own: &Condition| matches!(own, Condition::Floor(_));
    assert!(answer.shadows.iter().any(|own| is_floor(&own.condition)));
}

#[test]
fn a_floor_above_the_money_is_named() {
    let floor = FundsFloor {
        either: decimal("9000000000"),
        ..FundsFloor::default()
    };
    let request = floored(floor, Objective::Earned(YEAR));
    let answer = allocate(&region(), &Scenario::default(), &request);
    let AllocationVerdict::Contradiction(conflicts) = answer.verdict else {
        panic!("{:?}", answer.verdict);
    };
    let own = conflicts
        .iter()
        .find(|own| own.condition == Condition::Floor(FloorPart::Both))
        .expect("it is named");
    assert_eq!(own.limit, Some(floor.either));
    assert!(own.cures && own.enough.is_some());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn no_allocation_is_below_the_floor_and_one_that_no_money_keeps_is_said(
        yuan in prop::array::uniform3(0..2_000_000_000_i64),
        scale in 1..4_i64,
        is_least in any::<bool>(),
        keeps_rule in any::<bool>(),
    ) {
        let (region, scenario) = (region(), Scenario::default());
        let [infrastructure, other, either] = yuan.map(|own| Decimal::from(own / scale));
        let floor = FundsFloor { infrastructure, other, either };
        let objective = if is_least { least(YEAR) } else { Objective::Income(YEAR) };
        let request = AllocationRequest { keeps_rule, ..floored(floor, objective) };
        let answer = allocate(&region, &scenario, &request);
        let units = |part| (floor.bound(part) / search::TEN_THOUSAND).ceil();
        let alone = units(FloorPart::Infrastructure) + units(FloorPart::Other);
        let needed = alone.max(units(FloorPart::Both)) * search::TEN_THOUSAND;
        if needed <= request.parts[0].most {
            prop_assert!(!matches!(answer.verdict, AllocationVerdict::Contradiction(_)));
            hold(&region, &scenario, &request, &answer);
            let moved = search::with(&region, &scenario, &answer.moves).expect("fits");
            prop_assert_eq!(floor.cuts(&matrix(&region, &moved)), vec![]);
        } else {
            let AllocationVerdict::Contradiction(conflicts) = answer.verdict else {
                panic!("{:?}", answer.verdict);
            };
            let is_floor = |own: &AllocationConflict| matches!(own.condition, Condition::Floor(_));
            prop_assert!(conflicts.iter().any(is_floor));
        }
    }
}
