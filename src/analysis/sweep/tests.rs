use super::*;
use crate::region::tests::region;

fn axis(text: &str) -> Result<Axis, Problem> {
    Axis::parse(&region(), text)
}

#[test]
fn every_row_is_what_the_model_says_of_it() {
    let region = region();
    let axes = ["coverage=0.81..0.9/2", "jobs.outward=1000..0/1"];
    let axes = axes.map(|text| axis(text).expect("in order"));
    let table = sweep(&region, &Scenario::default(), &axes).expect("fits");
    let year = region.years.first_plan;
    let head = format!("income.scenario.{year}");
    assert_eq!(table.heads[..3], ["coverage", "jobs.outward", &*head]);
    let points: Vec<&[String]> = table.rows.iter().map(|row| &row[..2]).collect();
    let coverages = ["0.81", "0.855", "0.9"];
    let expected: Vec<[&str; 2]> = coverages
        .into_iter()
        .flat_map(|coverage| [[coverage, "1000"], [coverage, "0"]])
        .collect();
    assert_eq!(points, expected);
    let mut scenario = Scenario::default();
    let coverage = Key::parse("coverage").expect("a key");
    scenario
        .set(&region, coverage, Decimal::new(855, 3))
        .expect("in range");
    let income = scenario.project(&region).scenario[0].income.rounded();
    assert_eq!(table.rows[3][2], income.to_string());
}

#[test]
fn bad_axes_are_refused() {
    for (text, fault) in [
        ("nokey=0..1/2", Fault::UnknownKey),
        ("bench.rural_nation.2050=1..2/2", Fault::UnknownKey),
        ("coverage=x..1/2", Fault::NotANumber("x".to_owned())),
    ] {
        let found = axis(text).expect_err("bad");
        assert!(
            found.fault == fault || found.fault == Fault::UnknownYear,
            "{found:?}"
        );
    }
    for text in ["coverage", "coverage=0..1"] {
        let found = axis(text).expect_err("bad");
        assert_eq!(found.fault, Fault::NotARow(text.to_owned()));
    }
    for (text, most) in [
        ("coverage=0..1/0", MOST_ROWS - 1),
        ("coverage=0..1/x", MOST_ROWS - 1),
        ("coverage=0..1/2.5", MOST_ROWS - 1),
        ("coverage=0..1/10000", MOST_ROWS - 1),
        ("repeat=false..true/2", 1),
    ] {
        let found = axis(text).expect_err("bad");
        assert_eq!(found.fault, Fault::Steps(most), "{text}");
    }
    let of_a_year = axis("coverage.2025=0.8..0.9/2").expect("a lever of one year");
    assert_eq!(of_a_year.values.len(), 3);
    let beyond = axis("coverage=0..2/2").expect_err("more than all");
    assert!(matches!(beyond.fault, Fault::OutOfRange { .. }));
}

#[test]
fn tables_are_bounded_and_shares_fit_their_whole() {
    let region = region();
    let run = |texts: &[&str]| {
        let axes: Vec<Axis> = texts.iter().map(|t| axis(t).expect("in order")).collect();
        sweep(&region, &Scenario::default(), &axes)
    };
    let large = run(&["split_wage=0..0.1/200", "asset_return=0..0.1/50"]);
    let rows = 201 * 51;
    assert_eq!(large, Err(SweepRefusal::TooLarge { keys: 2, rows }));
    let same = ["asset_return=0..0.1/1"; 2];
    let problem = Problem::new("asset_return", Fault::SameKey);
    assert_eq!(run(&same), Err(SweepRefusal::Problems(vec![problem])));
    let twice = run(&["split_wage=1..1/1", "split_operating=1..1/1"]).expect_err("twice all");
    let SweepRefusal::Problems(problems) = twice else {
        panic!("{twice:?}");
    };
    assert!(matches!(problems[0].fault, Fault::MoreThanWhole(_)));
}

#[test]
fn no_two_columns_have_one_name_and_gaps_say_which_way_they_are_meant() {
    let region = region();
    let heads = |text: &str| {
        let table = sweep(
            &region,
            &Scenario::default(),
            &[axis(text).expect("in order")],
        );
        table.expect("fits").heads
    };
    let of_a_year = heads("coverage.2025=0.8..0.9/2");
    let mut names = of_a_year.clone();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), of_a_year.len());
    assert_eq!(of_a_year[0], "coverage.2025");
    assert!(of_a_year.contains(&"coverage.2025 (reached)".to_owned()));
    assert!(of_a_year.contains(&"coverage.2026".to_owned()));
    let plain = heads("asset_return=0..0.1/1");
    assert!(plain.contains(&"coverage.2025".to_owned()));
    let gaps = plain.iter().filter(|name| name.starts_with("gap."));
    assert_eq!(gaps.clone().count(), 32);
    assert!(
        gaps.into_iter()
            .all(|name| name.ends_with(" (benchmark - income)"))
    );
}
