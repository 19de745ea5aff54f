use super::*;
use crate::counties::check::CheckedCounties;
use crate::counties::overview::CountyOverview;
use crate::counties::settings::CountySettings;
use crate::projects::overview::ProjectOverview;
use crate::region::key::{Category, Level};
use crate::scenario::Scenario;

fn invented(seed: u64) -> OwnRegion {
    let names = InventedNames {
        city: "虚构市".to_owned(),
        county: &|number| format!("虚构{number}县"),
        project: &|number| format!("虚构项目 {number}"),
        remark: "虚构数据".to_owned(),
    };
    let default = crate::region::tests::region();
    city(&default, Language::SimplifiedChinese, seed, &names)
}

fn decimal(text: &str) -> Decimal {
    text.parse().expect("a number")
}

fn region(own: OwnRegion) -> Region {
    own.region(&crate::region::tests::region())
        .expect("a region")
}

#[test]
fn its_sums_are_those_that_were_published() {
    for seed in [1, 2, 20_260_101] {
        let region = region(invented(seed));
        let settings = CountySettings::default();
        let found = ProjectOverview::of(&region, &settings, None).expect("projects");
        assert_eq!(found.library.checked.faults, [], "{seed}");
        assert_eq!(found.library.total().projects, 2_602);
        let level = |level| found.money.of_level(level);
        assert_eq!(level(Level::Central), decimal("1073000000"));
        assert_eq!(level(Level::Provincial), decimal("1902000000"));
        assert_eq!(level(Level::City), decimal("211000000"));
        assert_eq!(level(Level::County), decimal("496000000"));
        assert_eq!(found.money.of_government(), decimal("3682000000"));
        let of = |category| found.money.of_category(category);
        assert_eq!(of(Category::Industry), decimal("2646000000"));
        assert_eq!(of(Category::Infrastructure), decimal("1123000000"));
        assert_eq!(of(Category::Other), decimal("365000000"));
        let all = &found.progress[0];
        assert_eq!((all.projects, all.completed), (2_602, 142));
        assert_eq!(all.paid, decimal("2240000000"));
        let large = found.sizes.classes.last().expect("a class");
        assert_eq!(large.total.projects, 78, "{seed}");
        let types = |of: zengshou_sheets::FundUse| {
            let rows = found.library.rows();
            rows.filter(|(_, row)| found.library.use_of(row) == Some(of))
                .count()
        };
        use zengshou_sheets::FundUse::{Industry, Infrastructure, Other};
        assert_eq!(
            [Industry, Infrastructure, Other].map(types),
            [513, 1_937, 152]
        );
    }
}

#[test]
fn its_counties_add_up_to_the_city_and_contradict_nothing() {
    let region = region(invented(1));
    let checked = CheckedCounties::of(&region);
    assert_eq!(checked.faults, []);
    assert_eq!(checked.rows.len(), COUNTIES);
    let sum = |of: fn(&zengshou_sheets::CountyRow) -> Option<Decimal>| -> Decimal {
        checked.rows.iter().filter_map(of).sum()
    };
    assert_eq!(sum(|row| row.granted), decimal("3682000000"));
    assert_eq!(sum(|row| row.spent), decimal("2240000000"));
    let people: u64 = checked
        .rows
        .iter()
        .filter_map(|row| row.lifted_people)
        .sum();
    assert_eq!(people, 500_000);
    let total: Decimal = checked
        .rows
        .iter()
        .map(|row| {
            Decimal::from(row.lifted_people.unwrap_or_default()) * row.income.unwrap_or_default()
        })
        .sum();
    // Sixteen incomes to the fen have the city's mean to the fen.
    let mean = total / Decimal::from(people);
    assert_eq!(mean.round_dp(2), decimal("10905"));
    let settings = CountySettings::default();
    let scenario = Scenario::plan(&region);
    let found = CountyOverview::of(&region, &scenario, &settings, None, Some(10_000));
    let found = found.expect("a division");
    assert_eq!(found.league.ranked().count(), COUNTIES);
}

#[test]
fn a_seed_gives_the_same_and_another_seed_another_city() {
    assert_eq!(invented(7), invented(7));
    assert_ne!(invented(7).projects, invented(8).projects);
    let own = invented(1);
    let again = OwnRegion::read(&own.write()).expect("a file");
    assert_eq!(again, own);
}

#[test]
fn no_real_county_stands_beside_invented_numbers() {
    let own = invented(1);
    let default = crate::region::tests::region();
    let real = default
        .divisions
        .iter()
        .map(|name| name.in_language(Language::SimplifiedChinese));
    for real in real {
        assert!(own.counties.iter().all(|row| row.name != real), "{real}");
    }
    assert!(own.counties.iter().all(|row| row.remark.is_some()));
    assert!(own.name.contains("虚构"));
}
