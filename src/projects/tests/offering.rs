use super::*;
use crate::projects::assets::ProjectAssets;
use crate::projects::choice::{ProjectChoice, funded};
use crate::projects::list::ProjectList;
use crate::projects::offer::{ProjectOffer, offers};
use crate::region::key::{Fixed, Key, Yearly, funds};
use crate::scenario::Scenario;
use zengshou_sheets::{AssetClass, OperatingState};

/// Four operating assets of 1,000, 500, 300 and 200: 1,500 of the 1,800 whose operation is known work well and return 90;
/// households get 45 of the 60 whose division is known.
fn with_assets() -> Vec<ProjectRow> {
    let asset = |value, operation, yearly_return, households| ProjectRow {
        county: Some("蔚县".to_owned()),
        year: Some(2024),
        asset_value: yuan(value),
        asset_class: Some(AssetClass::Operating),
        operation,
        yearly_return,
        return_to_households: households,
        ..ProjectRow::default()
    };
    let mut rows = rows();
    rows.push(asset(1000, Some(OperatingState::Good), yuan(60), yuan(45)));
    rows.push(asset(500, Some(OperatingState::Good), yuan(30), None));
    rows.push(asset(300, Some(OperatingState::Idle), yuan(0), None));
    rows.push(asset(200, None, None, None));
    rows.push(ProjectRow {
        asset_class: Some(AssetClass::PublicWelfare),
        ..asset(7000, None, None, None)
    });
    rows
}

fn choice(library: &ProjectLibrary<'_>, waiting: &[usize]) -> ProjectChoice {
    let list = ProjectList::of(library, |_, _| String::new());
    ProjectChoice::new(&list, |row| waiting.contains(&row))
}

#[test]
fn assets_give_value_operation_and_returns() {
    let rows = with_assets();
    let assets = ProjectAssets::of(&CheckedProjects::new(&rows));
    assert_eq!(assets.operating, decimal("2000"));
    assert_eq!(assets.public_welfare, decimal("7000"));
    let known = |part: &crate::projects::assets::KnownPart| {
        let share = part.share().map(|share| share.to_string());
        (share.unwrap_or_default(), part.projects, part.left_out)
    };
    assert_eq!(
        known(&assets.in_good_operation),
        ("0.8333".to_owned(), 3, 1)
    );
    assert_eq!(known(&assets.returned), ("0.0600".to_owned(), 2, 0));
    assert_eq!(known(&assets.to_households), ("0.7500".to_owned(), 1, 2));
}

fn offers_of(region: &Region, library: &ProjectLibrary<'_>) -> Vec<ProjectOffer> {
    let assets = ProjectAssets::of(&library.checked);
    offers(region, library, &assets, &ProjectMoney::of(library))
}

#[test]
fn offers_are_figures_of_the_projects_and_nothing_is_offered_of_nothing() {
    let of = region(with_assets());
    let library = ProjectLibrary::of(&of, None).expect("projects");
    let found = offers_of(&of, &library);
    let value = |key: Fixed| {
        found
            .iter()
            .find(|offer| offer.key == Key::from(key))
            .map(|it| it.value)
    };
    assert_eq!(value(Fixed::ExistingAssets), Some(decimal("2000")));
    assert_eq!(value(Fixed::OperatingRate), Some(decimal("0.8333")));
    assert_eq!(value(Fixed::AssetReturn), Some(decimal("0.06")));
    assert_eq!(value(Fixed::BenefitShare), Some(decimal("0.75")));
    assert_eq!(
        value(funds(Level::Central, Category::Other)),
        Some(decimal("10000000"))
    );
    assert_eq!(
        value(funds(Level::City, Category::Industry)),
        Some(Decimal::ZERO)
    );
    assert_eq!(found.len(), 4 + 12);
    assert!(found.iter().all(|offer| offer.present.is_some()));
    let bare = region(vec![ProjectRow {
        total: yuan(5),
        ..ProjectRow::default()
    }]);
    let library = ProjectLibrary::of(&bare, None).expect("projects");
    assert_eq!(offers_of(&bare, &library), []);
}

#[test]
fn what_waits_leaves_the_first_year_and_comes_in_the_second() {
    let of = region(rows());
    let library = ProjectLibrary::of(&of, None).expect("projects");
    let waiting = choice(&library, &[2, 4]);
    assert_eq!((waiting.kept.projects, waiting.deferred.projects), (3, 1));
    assert_eq!(
        waiting.kept.money + waiting.deferred.money,
        library.total().money
    );
    assert_eq!(waiting.deferred_money.total(), decimal("1000000"));
    let plan = Scenario::plan(&of);
    let slipped = waiting.slipped(&of, &plan).expect("a scenario");
    let cell = funds(Level::Provincial, Category::Infrastructure);
    let before = of.values().get(cell.into()).expect("funds");
    let in_year = |scenario: &Scenario, year| {
        scenario
            .value(&of, Key::Yearly(Yearly::Lever(cell), year))
            .expect("funds")
    };
    let later = decimal("500000");
    assert_eq!(slipped.value(&of, cell.into()), Some(before - later));
    assert_eq!(in_year(&slipped, 2027), before + later);
    assert_eq!(in_year(&slipped, 2028), before);
    assert_eq!(in_year(&slipped, 2035), before);
    // A cell that nothing waits in stays as it was.
    let other = funds(Level::Central, Category::Industry);
    assert_eq!(slipped.changed(other.into()), None);
    let outcome = slipped.project(&of);
    assert_ne!(outcome.scenario[0].income, outcome.plan[0].income);
}

#[test]
fn more_than_a_cell_has_cannot_wait() {
    let of = region(rows());
    let library = ProjectLibrary::of(&of, None).expect("projects");
    // The region plans 1,000,000 of central funds for other uses; the fourth project alone has ten times that.
    let waiting = choice(&library, &[3]);
    let problems = waiting
        .slipped(&of, &Scenario::plan(&of))
        .expect_err("too much");
    let places: Vec<&str> = problems.iter().map(|it| it.place.as_str()).collect();
    assert_eq!(places, ["funds.central.other"]);
}

#[test]
fn an_asset_counts_once_however_many_years_its_project_has() {
    let mut rows = with_assets();
    let asset = ProjectRow {
        number: Some("A".to_owned()),
        ..rows[6].clone()
    };
    let later = ProjectRow {
        year: Some(2025),
        asset_value: yuan(1200),
        ..asset.clone()
    };
    let reserved = ProjectRow {
        state: Some(ProjectState::Reserve),
        ..rows[6].clone()
    };
    rows.extend([asset, later, reserved]);
    let assets = ProjectAssets::of(&CheckedProjects::new(&rows));
    assert_eq!(assets.operating, decimal("3200"));
}

#[test]
fn another_years_projects_say_nothing_of_the_plans_funds() {
    let of = region(with_assets());
    let library = ProjectLibrary::of(&of, Some(2024)).expect("projects");
    let keys: Vec<Key> = offers_of(&of, &library).iter().map(|it| it.key).collect();
    assert_eq!(keys.len(), 4, "{keys:?}");
    let waiting = choice(&library, &[6]);
    let problems = waiting
        .slipped(&of, &Scenario::plan(&of))
        .expect_err("a year");
    assert_eq!(problems[0].place, "projects.year");
}

#[test]
fn money_without_a_source_is_left_out_and_cannot_wait() {
    let mut rows = rows();
    rows[2].province = None;
    let of = region(rows);
    let library = ProjectLibrary::of(&of, None).expect("projects");
    let found = offers_of(&of, &library);
    let offer = &found[0];
    assert_eq!((offer.projects, offer.left_out), (3, 1));
    let waiting = choice(&library, &[2]);
    let problems = waiting
        .slipped(&of, &Scenario::plan(&of))
        .expect_err("no cell");
    assert_eq!(problems[0].place, "projects");
}

#[test]
fn what_is_chosen_becomes_the_matrix_of_the_scenario() {
    let of = region(rows());
    let library = ProjectLibrary::of(&of, None).expect("projects");
    let waiting = choice(&library, &[0, 2]);
    let plan = Scenario::plan(&of);
    let next = funded(&of, &plan, &waiting.deferred_money).expect("a scenario");
    let cell = |level, category| next.value(&of, funds(level, category).into());
    assert_eq!(
        cell(Level::Central, Category::Industry),
        Some(decimal("3000000"))
    );
    assert_eq!(
        cell(Level::Provincial, Category::Infrastructure),
        Some(decimal("500000"))
    );
    assert_eq!(
        cell(Level::Central, Category::Infrastructure),
        Some(Decimal::ZERO)
    );
    let nothing = choice(&library, &[]);
    let problems = funded(&of, &plan, &nothing.deferred_money).expect_err("nothing");
    assert_eq!(problems[0].place, "projects");
}
