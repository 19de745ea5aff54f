use proptest::prelude::*;

use super::*;
use crate::scenario::examples::Example;

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn limits_hold_and_no_answer_is_worse_than_the_start(
        year in 2023..=2030_u16,
        kind in 0..3_u8,
        free in prop::collection::vec((0..20_usize, 50..100_i64, 100..160_i64), 0..5),
        with_levers in any::<bool>(),
        keeps_rule in any::<bool>(),
        is_example in any::<bool>(),
    ) {
        let region = region();
        let scenario = if is_example {
            Example::Together.scenario(&region)
        } else {
            Scenario::default()
        };
        let matrix = matrix(&region, &scenario);
        let total = MatrixPart::Total.of(&matrix).exact();
        let mut parts = vec![PartLimits { part: MatrixPart::Total, least: total, most: total }];
        for (index, least, most) in free {
            let part = MatrixPart::all().nth(index % 19).expect("a part");
            if parts.iter().all(|own| own.part != part) {
                let amount = part.of(&matrix).exact() / Decimal::ONE_HUNDRED;
                parts.push(PartLimits {
                    part,
                    least: amount * Decimal::from(least),
                    most: amount * Decimal::from(most),
                });
            }
        }
        let objective = match kind {
            0 => Objective::Earned(year),
            1 => Objective::Income(year),
            _ => Objective::LeastMoney(Goal::Reach { benchmark: Benchmark::LiftedProvince, year }),
        };
        let levers = movable().into_iter().filter(|_| with_levers);
        let levers = levers.map(|key| search::usual(&region, &scenario, key)).collect();
        let request = AllocationRequest { objective, parts, levers, keeps_rule, raises_other: true, floor: FundsFloor::default(), downside: None };
        let answer = allocate(&region, &scenario, &request);
        hold(&region, &scenario, &request, &answer);
        let (now, best) = (answer.now.expect("now"), answer.best.unwrap_or_else(|| panic!("{:?}", answer.verdict)));
        let is_short = matches!(objective, Objective::LeastMoney(..));
        if is_short {
            prop_assert!(answer.verdict == AllocationVerdict::OutOfReach || best.met);
        } else {
            prop_assert!(best.value(objective) >= now.value(objective));
        }
        prop_assert_eq!(best.money, now.money);
    }
}
