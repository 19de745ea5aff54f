use proptest::prelude::*;

use super::*;
use crate::counties::check::CheckedCounties;
use crate::counties::divide::{Division, DivisionRefusal, MoneyLimit};
use crate::counties::project::ProjectionGap;
use crate::counties::settings::{CountySettings, CountyTerms};
use crate::counties::shares::{Claim, Indivisible, MOST_CLAIM, divide};

fn division(settings: &CountySettings, wan: u64) -> Result<Vec<u64>, DivisionRefusal> {
    let rows = rows();
    let found = Division::of(&CheckedCounties::rows_alone(&rows), settings, wan)?;
    assert_eq!(found.parts.iter().map(|part| part.wan).sum::<u64>(), wan);
    Ok(found.parts.iter().map(|part| part.wan).collect())
}

/// People 1 : 2; people by income 10,000 ÷ 18,000 : 20,000 ÷ 17,000 = 17 : 36; policy by people. The first has
/// 35 ÷ 3 + 30 × 17 ÷ 53 + 35 ÷ 3 = 32.956 of 100: 329.56 of 1,000.
#[test]
fn money_goes_by_people_income_and_policy() {
    assert_eq!(
        division(&CountySettings::default(), 1_000),
        Ok(vec![330, 670])
    );
    let rows = rows();
    let checked = CheckedCounties::rows_alone(&rows);
    let found = Division::of(&checked, &CountySettings::default(), 1_000).expect("a division");
    assert_eq!(
        found.parts[0].factors.map(|it| it.to_string()),
        ["0.3333", "0.3208", "0.3333"]
    );
    assert_eq!(found.parts[0].weight.to_string(), "0.3296");
    assert_eq!(
        found.without,
        [(2, ProjectionGap::NoPeople), (3, ProjectionGap::NoPeople)]
    );
    assert_eq!(division(&CountySettings::default(), 0), Ok(vec![0, 0]));
}

fn terms(terms: CountyTerms) -> CountySettings {
    let mut settings = CountySettings::default();
    settings.division.counties.insert("甲".to_owned(), terms);
    settings
}

/// A policy of 2 doubles the people of the first: half of that factor. 11.667 + 9.623 + 17.5 = 38.789 of 100. An appraisal
/// of 1.5 makes 49.434 of its 32.956: 424.4 of 1,000.
#[test]
fn policy_and_appraisal_change_the_weights() {
    let policy = terms(CountyTerms {
        policy: Decimal::TWO,
        ..CountyTerms::default()
    });
    assert_eq!(division(&policy, 1_000), Ok(vec![388, 612]));
    let appraisal = terms(CountyTerms {
        appraisal: decimal("1.5"),
        ..CountyTerms::default()
    });
    assert_eq!(division(&appraisal, 1_000), Ok(vec![424, 576]));
}

#[test]
fn floors_and_caps_hold_and_are_named() {
    let floor = terms(CountyTerms {
        floor: Some(400),
        ..CountyTerms::default()
    });
    assert_eq!(division(&floor, 1_000), Ok(vec![400, 600]));
    let rows = rows();
    let checked = CheckedCounties::rows_alone(&rows);
    let found = Division::of(&checked, &floor, 1_000).expect("a division");
    assert_eq!(found.parts[0].limit, Some(MoneyLimit::Floor));
    assert_eq!(found.parts[1].limit, None);
    let mut cap = CountySettings::default();
    cap.division.cap = Some(600);
    assert_eq!(division(&cap, 1_000), Ok(vec![400, 600]));
    assert_eq!(division(&cap, 1_200), Ok(vec![600, 600]));
    let refused = DivisionRefusal::CapsBelow {
        caps: vec![(0, 600), (1, 600)],
        sum: 1_200,
    };
    assert_eq!(division(&cap, 1_201), Err(refused));
    let refused = DivisionRefusal::FloorsAbove {
        floors: vec![(0, 400)],
        sum: 400,
    };
    assert_eq!(division(&floor, 399), Err(refused));
    let crossed = terms(CountyTerms {
        floor: Some(400),
        cap: Some(300),
        ..CountyTerms::default()
    });
    let refused = DivisionRefusal::Crossed(vec![(0, 400, 300)]);
    assert_eq!(division(&crossed, 1_000), Err(refused));
}

#[test]
fn terms_of_a_county_that_can_have_no_part_are_refused() {
    let mut settings = CountySettings::default();
    let own = &mut settings.division.counties;
    own.insert("丁县".to_owned(), CountyTerms::default());
    let unknown = DivisionRefusal::UnknownCounties(vec!["丁县".to_owned()]);
    assert_eq!(division(&settings, 1_000), Err(unknown));
    let own = &mut settings.division.counties;
    own.clear();
    own.insert("丙县".to_owned(), CountyTerms::default());
    assert_eq!(
        division(&settings, 1_000),
        Err(DivisionRefusal::WithoutPart(vec![2]))
    );
    // A county that is set apart is in the table all the same.
    let mut twice = rows();
    twice.push(CountyRow {
        name: "丙".to_owned(),
        ..CountyRow::default()
    });
    let apart = Division::of(&CheckedCounties::rows_alone(&twice), &settings, 1_000);
    assert_eq!(apart, Err(DivisionRefusal::WithoutPart(vec![2])));
    let nobody: [CountyRow; 0] = [];
    let empty = Division::of(&CheckedCounties::rows_alone(&nobody), &settings, 1);
    assert!(empty.is_err());
    settings.division.counties.clear();
    let empty = Division::of(&CheckedCounties::rows_alone(&nobody), &settings, 1);
    assert_eq!(empty, Err(DivisionRefusal::Nobody));
}

#[test]
fn remainders_go_to_the_largest_and_of_equal_ones_to_the_first() {
    let claim = |weight| Claim {
        weight,
        floor: 0,
        cap: u64::MAX,
    };
    assert_eq!(
        divide(10, &[claim(1), claim(1), claim(1)]),
        Ok(vec![4, 3, 3])
    );
    assert_eq!(
        divide(7, &[claim(2), claim(4), claim(4)]),
        Ok(vec![1, 3, 3])
    );
    // A claim without weight gets nothing, and nobody is left for the rest.
    assert_eq!(divide(5, &[claim(0), claim(1)]), Ok(vec![0, 5]));
    assert_eq!(divide(5, &[claim(0)]), Err(Indivisible::WithoutWeight(5)));
    assert_eq!(divide(0, &[]), Ok(vec![]));
    assert_eq!(divide(1, &[]), Err(Indivisible::CapsBelow));
}

/// Claims with bounds, and a whole that they allow.
fn divisible(most: usize) -> impl Strategy<Value = (u64, Vec<Claim>)> {
    let claim =
        (1..=MOST_CLAIM, 0..10_000_u64, 0..20_000_u64).prop_map(|(weight, floor, room)| Claim {
            weight,
            floor,
            cap: floor + room,
        });
    (prop::collection::vec(claim, 1..=most), 0..=1_000_u64).prop_map(|(claims, way)| {
        let sum = |of: fn(&Claim) -> u64| claims.iter().map(of).sum::<u64>();
        let (least, most) = (sum(|it| it.floor), sum(|it| it.cap));
        (least + (most - least) * way / 1_000, claims)
    })
}

/// Sums are exact, bounds hold, and whoever is at no bound has its weight's part to one unit.
fn check_division(whole: u64, claims: &[Claim]) -> Result<(), TestCaseError> {
    let parts = divide(whole, claims).expect("bounds that allow it");
    prop_assert_eq!(parts.iter().sum::<u64>(), whole);
    let mut rates: Vec<(u128, u128)> = Vec::new();
    for (part, claim) in parts.iter().zip(claims) {
        prop_assert!((claim.floor..=claim.cap).contains(part));
        if *part > claim.floor + 1 && *part + 1 < claim.cap {
            rates.push((u128::from(*part), u128::from(claim.weight)));
        }
    }
    // (part − 1) ÷ weight of one is below (part + 1) ÷ weight of any other.
    for pair in rates.windows(2) {
        let ((own, own_weight), (other, other_weight)) = (pair[0], pair[1]);
        prop_assert!((own - 1) * other_weight <= (other + 1) * own_weight);
        prop_assert!((other - 1) * own_weight <= (own + 1) * other_weight);
    }
    prop_assert_eq!(divide(whole, claims).expect("the same"), parts);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn a_few_counties_are_divided_to_the_last_unit((whole, claims) in divisible(12)) {
        check_division(whole, &claims)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]
    #[test]
    fn three_thousand_counties_are_divided_to_the_last_unit((whole, claims) in divisible(3_000)) {
        check_division(whole, &claims)?;
    }
}
