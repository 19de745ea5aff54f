//! A county of a bureau's own, for tests of every room, and what becomes of its figures.

use super::super::key::{Category, Component, Level, bench_growth_after};
use super::super::tests::region;
use super::super::{Footing, Region};
use super::raw::looks_like_own;
use super::*;
use crate::language::Language;
use crate::number::YuanPerPerson;
use crate::problem::Fault;
use crate::scenario::Scenario;
use zengshou_sheets::{FundUse, ProjectState, TypeName};

mod types;

fn key(name: &str) -> Key {
    Key::parse(name).unwrap_or_else(|| panic!("no key {name}"))
}

fn decimal(text: &str) -> Decimal {
    text.parse().expect("a number")
}

/// A county of 2025 that plans 2026 to 2035, with its essential figures alone.
pub fn county() -> OwnRegion {
    let figure = |value: &str| OwnFigure {
        source: Some("县统计局 2025 年报".to_owned()),
        ..OwnFigure::bare(decimal(value))
    };
    let mut values = BTreeMap::new();
    for level in Level::ALL {
        for category in Category::ALL {
            let amount = 1_000_000 * (1 + level as i64) * (3 - category as i64);
            values.insert(
                Key::Fixed(funds(level, category)),
                figure(&amount.to_string()),
            );
        }
    }
    for (name, value) in [
        ("population", "42000"),
        ("income0.wage", "11250.40"),
        ("income0.property", "612.35"),
        ("income0.transfer", "2988.25"),
        ("bench.lifted_province.2025", "18120"),
        ("bench.rural_province.2025", "22022"),
    ] {
        values.insert(key(name), figure(value));
    }
    let coverage = OwnFigure {
        basis: Some("有一项以上产业帮扶措施的脱贫户和监测户 ÷ 全部脱贫户和监测户".to_owned()),
        ..figure("0.92")
    };
    values.insert(key("coverage0"), coverage);
    let figures = [
        (GivenFigure::LiftedHouseholds, "17500"),
        (GivenFigure::OperatingGross, "4120.50"),
        (GivenFigure::OperatingCosts, "1500.25"),
        (GivenFigure::FundsSpent, "30000000"),
    ];
    OwnRegion {
        id: "r130726-2025".to_owned(),
        version: 1,
        name: "蔚县".to_owned(),
        years: Years {
            income: 2025,
            first_plan: 2026,
            horizon: 2035,
        },
        values,
        figures: figures.map(|(given, value)| (given, figure(value))).into(),
        default: None,
        counties: Vec::new(),
        projects: Vec::new(),
        types: TypeMap::default(),
        absent: Vec::new(),
    }
}

fn whole(own: &OwnRegion) -> Region {
    own.region(&region())
        .unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// The incomes of a region's plan.
pub fn incomes(region: &Region) -> Vec<YuanPerPerson> {
    let projection = Scenario::plan(region).project(region);
    projection.plan.iter().map(|year| year.income).collect()
}

fn refused(change: impl FnOnce(&mut OwnRegion)) -> Vec<String> {
    let mut own = county();
    change(&mut own);
    let problems = own.region(&region()).err().unwrap_or_default();
    let said = problems.iter();
    said.map(|problem| format!("{}: {:?}", problem.place, problem.fault))
        .collect()
}

#[test]
fn essential_figures_make_a_region() {
    let region = whole(&county());
    assert_eq!(region.name.in_language(Language::English), "蔚县");
    let value = |name: &str| region.parameters[&key(name)].value;
    assert_eq!(value("income0.operating"), decimal("2620.25"));
    assert_eq!(value("household_size"), decimal("2.4"));
    assert_eq!(value("coverage"), value("coverage0"));
    let projection = Scenario::plan(&region).project(&region);
    // 11,250.40 + 2,620.25 + 612.35 + 2,988.25, the base year being the one before the plan.
    let known: Decimal = Component::ALL
        .map(|component| region.values().fixed(income0(component)))
        .iter()
        .sum();
    assert_eq!(known, decimal("17471.25"));
    assert_eq!(projection.plan.len(), 10);
    assert_eq!(projection.plan[0].income, projection.scenario[0].income);
    assert!(projection.plan[0].income.exact() > known);
}

#[test]
fn what_is_not_given_is_an_assumption_with_a_range_or_unknown() {
    let region = whole(&county());
    for (key, figure) in &region.parameters {
        if figure.footing.is_some_and(|it| it != Footing::Kept) {
            assert_eq!(figure.status.name(), "assumption", "{key}");
            assert!(
                figure.range.is_some() || figure.unit == super::super::key::Unit::Flag,
                "{key} has no range"
            );
        }
    }
    // Published for the nation; never published; of another province.
    assert_eq!(
        region.parameters[&key("bench.rural_nation.2025")]
            .status
            .name(),
        "source"
    );
    for unknown in [
        "bench.lifted_nation.2025",
        "bench.lifted_counties.2025",
        "bench.rural_city.2025",
    ] {
        assert!(!region.parameters.contains_key(&key(unknown)), "{unknown}");
    }
    let footing = |name: &str| region.parameters[&key(name)].footing;
    assert_eq!(footing("execution"), Some(Footing::Default));
    assert_eq!(footing("rural_residents"), Some(Footing::InProportion));
    assert_eq!(footing("growth_near.wage"), Some(Footing::Carried));
    assert_eq!(footing("risk_line.2025"), Some(Footing::Carried));
    assert_eq!(footing("relocated_labour"), Some(Footing::NoneKnown));
    assert_eq!(footing("labour_share"), None);
    // 1,400,000 ÷ 500,000 × 42,000.
    assert_eq!(
        region.parameters[&key("rural_residents")].value,
        decimal("117600")
    );
    // Far and what is left of near after three years: 0.065 + 0.053 × 0.3³.
    assert_eq!(
        region.parameters[&key("growth_near.wage")].value,
        decimal("0.066")
    );
    let after = bench_growth_after(Benchmark::RuralNation);
    assert_eq!(
        region.parameters[&Key::Fixed(after)].footing,
        Some(Footing::Default)
    );
}

#[test]
fn nothing_of_the_default_place_is_left() {
    let region = whole(&county());
    let shown = format!("{region:?}");
    for word in [
        "张家口",
        "Zhangjiakou",
        "張家口",
        "10,905",
        "赤城",
        "zhangjiakou",
    ] {
        let at = shown.find(word);
        let near = at.and_then(|at| shown.get(at.saturating_sub(300)..at + 60));
        assert!(at.is_none(), "{word}: …{near:?}");
    }
    assert!(region.divisions.is_empty());
}

#[test]
fn years_between_the_base_and_the_plan_have_growths_of_their_own() {
    let mut own = county();
    own.years = Years {
        income: 2023,
        first_plan: 2026,
        horizon: 2028,
    };
    for (from, to) in [
        ("bench.lifted_province.2025", "bench.lifted_province.2023"),
        ("bench.rural_province.2025", "bench.rural_province.2023"),
    ] {
        let figure = own.values.remove(&key(from)).expect("given");
        own.values.insert(key(to), figure);
    }
    own.values.insert(
        key("growth_known.2024"),
        OwnFigure {
            source: Some("县年报".to_owned()),
            ..OwnFigure::bare(decimal("0.09"))
        },
    );
    let region = whole(&own);
    let growth = |year: u16| &region.parameters[&Key::Yearly(Yearly::GrowthKnown, year)];
    assert_eq!(growth(2024).value, decimal("0.09"));
    assert_eq!(growth(2024).status.name(), "source");
    assert_eq!(growth(2025).footing, Some(Footing::Default));
    assert_eq!(Scenario::plan(&region).project(&region).plan.len(), 3);
}

#[test]
fn a_file_of_own_figures_comes_back_as_it_was() {
    let mut own = county();
    own.values.insert(
        key("repeat"),
        OwnFigure {
            status: Some(Status::Assumption),
            basis: Some("只做一年".to_owned()),
            ..OwnFigure::bare(Decimal::ZERO)
        },
    );
    if let Some(spent) = own.figures.get_mut(&GivenFigure::FundsSpent) {
        spent.day = SheetDate::new(2026, 6, Some(30));
    }
    own.projects.push(ProjectRow {
        name: Some("肉羊养殖".to_owned()),
        total: Some(decimal("876806.51")),
        ..ProjectRow::default()
    });
    let employment = TypeName::parse("就业项目").expect("a type");
    own.types.set(employment, Some(FundUse::Industry));
    let file = own.write();
    assert!(looks_like_own(&file));
    assert!(
        file.contains(r#""types":{"就业项目":"industry"}"#),
        "{file}"
    );
    assert_eq!(OwnRegion::read(&file), Ok(own));
}

#[test]
fn faults_are_said_with_their_place() {
    let without = |name: &'static str| {
        refused(move |own| {
            own.values.remove(&key(name));
        })
    };
    assert_eq!(without("income0.wage"), ["values.income0.wage: MissingKey"]);
    assert_eq!(
        without("bench.rural_province.2025"),
        ["values.bench.rural_province.2025: MissingKey"]
    );
    assert_eq!(
        refused(|own| own.years.horizon = 2027),
        ["horizon: BadYears(2025, 2026, 2027)"]
    );
    assert_eq!(
        refused(|own| {
            own.figures.remove(&GivenFigure::LiftedHouseholds);
        }),
        ["values.household_size: MissingKey"]
    );
    assert_eq!(
        refused(|own| {
            if let Some(figure) = own.values.get_mut(&key("population")) {
                figure.source = None;
                figure.status = Some(Status::Source);
            }
        }),
        ["values.population: WithoutSource"]
    );
    // A share of a whole that others take already.
    let too_much = refused(|own| {
        own.values
            .insert(key("industry_lag_now"), OwnFigure::bare(decimal("0.9")));
    });
    assert_eq!(too_much.len(), 1, "{too_much:?}");
    assert!(too_much[0].contains("MoreThanWhole"), "{too_much:?}");

    let read = |from: &str, to: &str| {
        let file = county().write().replacen(from, to, 1);
        let problems = OwnRegion::read(&file).err().unwrap_or_default();
        problems.into_iter().next().map(|it| (it.place, it.fault))
    };
    assert_eq!(
        read("\"zengshou-region\": 1", "\"zengshou-region\": 2"),
        Some(("zengshou-region".to_owned(), Fault::UnknownSchema(2)))
    );
    assert_eq!(
        read("\"42000\"", "\"4万2\""),
        Some((
            "values.population".to_owned(),
            Fault::NotANumber("4万2".to_owned())
        ))
    );
    assert_eq!(
        read("\"coverage0\"", "\"coverage\""),
        Some(("values.coverage".to_owned(), Fault::UnknownKey))
    );
    assert_eq!(
        read("r130726-2025", "../x").map(|(place, _)| place),
        Some("id".to_owned())
    );
}

#[test]
fn an_unsourced_number_says_so() {
    let mut own = county();
    if let Some(figure) = own.values.get_mut(&key("population")) {
        figure.source = None;
    }
    let region = whole(&own);
    let population = &region.parameters[&key("population")];
    assert_eq!(population.footing, Some(Footing::Unsourced));
    assert_eq!(population.status.name(), "assumption");
    assert_eq!(population.range, Some((decimal("42000"), decimal("42000"))));
}

#[test]
fn the_default_region_becomes_one_of_figures_and_can_be_corrected() {
    let shipped = region();
    let own = OwnRegion::of_region(&shipped, &shipped, Language::SimplifiedChinese);
    let made = whole(&own);
    for (key, figure) in &shipped.parameters {
        let found = made
            .parameters
            .get(key)
            .map(|it| (it.value.normalize(), it.status));
        assert_eq!(
            found,
            Some((figure.value.normalize(), figure.status)),
            "{key}"
        );
    }
    assert_eq!(incomes(&made), incomes(&shipped));

    let correction = |name: &str, value: &str| correct::Correction {
        key: key(name),
        figure: OwnFigure {
            source: Some("市统计局".to_owned()),
            ..OwnFigure::bare(decimal(value))
        },
    };
    let corrected = own.corrected(&[
        correction("funds.central.industry", "700000000"),
        correction("coverage0", "0.83"),
    ]);
    assert_eq!(corrected.version, own.version + 1);
    let region = whole(&corrected);
    assert_eq!(
        region.values().fixed(Fixed::FundsCentralIndustry),
        decimal("700000000")
    );
    // The plan keeps the coverage that is known.
    assert_eq!(region.values().fixed(Fixed::Coverage), decimal("0.83"));
    assert_eq!(region.parameters[&key("coverage0")].status, Status::Source);
    assert_eq!(own.corrected(&[]), own);

    // Net income in the place of the two figures that it followed from.
    let county = county();
    let corrected = county.corrected(&[correction("income0.operating", "3000")]);
    assert!(!corrected.figures.contains_key(&GivenFigure::OperatingGross));
    assert_eq!(
        whole(&corrected)
            .values()
            .fixed(income0(Component::Operating)),
        decimal("3000")
    );
}

#[test]
fn tables_give_what_progress_needs() {
    use crate::analysis::progress::Published;
    let mut own = county();
    assert_eq!(Published::of(&whole(&own)), None);
    for state in [ProjectState::Completed, ProjectState::UnderConstruction] {
        own.projects.push(ProjectRow {
            state: Some(state),
            ..ProjectRow::default()
        });
    }
    if let Some(spent) = own.figures.get_mut(&GivenFigure::FundsSpent) {
        spent.day = SheetDate::new(2026, 6, Some(30));
    }
    let published = Published::of(&whole(&own)).expect("progress");
    assert_eq!(
        (published.projects, published.completed),
        (decimal("2"), decimal("1"))
    );
    assert_eq!(published.spent.exact(), decimal("30000000"));
    assert_eq!(published.month.map(|month| month.number()), Some(6));
}

#[test]
fn ten_thousand_projects_fit_into_a_storage_and_come_back() {
    let mut own = county();
    for at in 0..10_000_u64 {
        own.projects.push(ProjectRow {
            number: Some(format!("51000013253600{at:05}")),
            county: Some("蔚县".to_owned()),
            name: Some("肉羊养殖基地扩建及配套设施".to_owned()),
            year: Some(2026),
            project_type: Some(zengshou_sheets::ProjectType::Industry),
            total: Some(decimal("876806.51")),
            central: Some(decimal("500000")),
            county_funds: Some(decimal("376806.51")),
            state: Some(ProjectState::UnderConstruction),
            started: SheetDate::new(2026, 4, Some(1)),
            lifted_households: Some(at % 90),
            ..ProjectRow::default()
        });
    }
    let file = own.write();
    // Browsers keep about five million characters.
    let characters = file.chars().count();
    assert!(characters < 2_500_000, "{characters}");
    assert_eq!(OwnRegion::read(&file), Ok(own));
    let broken = file.replacen("\"UnderConstruction\"", "7", 1);
    let problems = OwnRegion::read(&broken).expect_err("no state");
    assert_eq!(problems[0].place, "projects.1");
}
