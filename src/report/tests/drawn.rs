//! The report's part on draws.

use super::*;
use crate::scenario::input_distributions::InputDistributions;

#[test]
fn draws_are_shares_of_draws_under_stated_ranges_or_said_to_be_missing() {
    let region = region();
    let scenario = Example::Together.scenario(&region);
    let few = InputDistributions {
        draws: 300,
        seed: 7,
        ..InputDistributions::default()
    };
    let made = draws::made(&region, &scenario, &few).expect("in order");
    let of = |draws| {
        let given = Given {
            region: &region,
            scenario: &scenario,
            name: None,
            link: "#v=1",
            date: Date {
                year: 2026,
                month: 11,
                day: 30,
            },
            own: &Own::default(),
            draws,
            prices: PriceBasis::Nominal,
        };
        report(&given, &Catalog::new(Language::English))
    };
    let with = of(Some(&made));
    let all = tables(&with);
    let table = |name: &str| {
        let found = all.iter().find(|table| table.name == name);
        *found.expect("a table")
    };
    let outcome = scenario.project(&region);
    for (row, year) in table("draws").rows.iter().zip(&outcome.scenario) {
        assert_eq!(plain(&row.cells[4]), year.income.rounded().round());
        assert!(
            plain(&row.cells[1]) < plain(&row.cells[2])
                && plain(&row.cells[2]) < plain(&row.cells[3])
        );
    }
    let goals = table("draws-goals");
    let caption = &goals.caption;
    assert!(caption.contains("Share of draws under the stated ranges"));
    for (row, year) in goals.rows.iter().zip(&made.years) {
        let share = year.scenario_reaches[0] * 100.0;
        let shown: f64 = plain(&row.cells[1]).try_into().expect("a number");
        assert!((shown - share).abs() <= 0.5, "{shown} for {share}");
    }
    let text = markdown::write(&with, &Catalog::new(Language::English));
    assert!(text.contains("in 300 draws (seed 7)") && text.contains("single projection"));
    assert!(text.contains("form of the model and in what was reported are left out"));
    let without = markdown::write(&of(None), &Catalog::new(Language::English));
    assert!(without.contains("The draws were not finished"));
    // A range upside down can't be drawn from.
    let mut wrong = few.clone();
    wrong.put(crate::scenario::input_distributions::InputDistribution {
        key: Fixed::Clawback.into(),
        least: Decimal::new(2, 1),
        most: Decimal::new(1, 1),
        shape: crate::scenario::input_distributions::DistributionShape::Pert,
    });
    assert!(draws::made(&region, &scenario, &wrong).is_none());
}
