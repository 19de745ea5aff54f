//! A bureau's own region travels with its link.

use super::*;
use crate::region::own::tests::county;
use crate::region::own::{DefaultUsed, GivenFigure, OwnRegion};
use zengshou_sheets::{CountyRow, FundUse, SheetDate, TypeName};

/// The county as a form makes it: with the default that stood in, and a day of spending.
fn of_form() -> OwnRegion {
    let mut own = county();
    own.default = Some(DefaultUsed {
        id: "zhangjiakou-2021".to_owned(),
        version: 2,
    });
    if let Some(spent) = own.figures.get_mut(&GivenFigure::FundsSpent) {
        spent.day = SheetDate::new(2026, 6, Some(30));
    }
    own
}

fn whole(own: &OwnRegion) -> Region {
    own.region(&region())
        .unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn changed(region: &Region) -> Scenario {
    let mut scenario = Scenario::default();
    let set = scenario.set(region, Fixed::JobsOutward.into(), decimal("500"));
    set.expect("a value in range");
    scenario
}

#[test]
fn own_figures_come_back_from_a_link_and_give_the_same_incomes() {
    let own = of_form();
    let region = whole(&own);
    let scenario = changed(&region);
    let link = shared(&region, &scenario);
    assert!(link.starts_with("v=6&"), "{link}");
    // Short enough for a code that a phone reads from a screen.
    assert!(link.len() < 700, "{} characters: {link}", link.len());
    let read = own_figures_of(&link)
        .expect("own figures")
        .expect("in order");
    assert_eq!(read, own);
    let opened = decode(&whole(&read), &link).expect("a link of that region");
    assert_eq!(names(&opened.problems), [""; 0]);
    assert_eq!(opened.scenario, scenario);
    assert_eq!(
        opened.scenario.project(&whole(&read)).scenario,
        scenario.project(&region).scenario
    );
    assert_eq!(region_of(&link).as_deref(), Some("r130726-2025"));
}

#[test]
fn every_value_that_a_region_can_have_comes_back() {
    let mut own = of_form();
    for (at, (key, figure)) in whole(&own).parameters.into_iter().enumerate() {
        let is_given = crate::region::own::raw::may_be_given(key);
        if !is_given || own.values.contains_key(&key) {
            continue;
        }
        let texts = ["甲", "乙\u{2019}s & =%#", "丙"];
        own.values.insert(
            key,
            crate::region::own::OwnFigure {
                value: figure.value.normalize(),
                year: (at % 3 == 0).then_some(2024),
                day: None,
                status: Some(figure.status),
                source: Some(texts[at % 3].to_owned()),
                basis: Some("由县里推算".to_owned()),
                range: figure
                    .range
                    .map(|(least, most)| (least.normalize(), most.normalize())),
            },
        );
    }
    let region = whole(&own);
    let link = shared(&region, &changed(&region));
    let read = own_figures_of(&link).expect("own figures");
    assert_eq!(read, Ok(own));
}

#[test]
fn a_link_without_its_tables_says_so_and_goes_on() {
    let mut own = of_form();
    own.counties.push(CountyRow {
        name: "甲县".to_owned(),
        lifted_people: Some(1200),
        ..CountyRow::default()
    });
    let region = whole(&own);
    let link = shared(&region, &changed(&region));
    let mut read = own_figures_of(&link)
        .expect("own figures")
        .expect("in order");
    assert!(read.counties.is_empty());
    assert_eq!(read.tables(), own.tables());
    let opened = decode(&whole(&read), &link).expect("a link of that region");
    assert_eq!(names(&opened.problems), ["region TableElsewhere"]);
    let income = opened.scenario.project(&whole(&read)).scenario[0].income;
    assert_eq!(compare_headline(&opened, income), None);
    // With the table at hand, nothing is missing; a table of other contents is another one.
    let mut other = own.clone();
    other.counties[0].lifted_people = Some(1201);
    read.take_tables(&other);
    assert!(read.counties.is_empty());
    read.take_tables(&own);
    assert_eq!(read, own);
    let opened = decode(&whole(&read), &link).expect("a link of that region");
    assert_eq!(names(&opened.problems), [""; 0]);
}

/// Uses of types that were said before the first project came.
#[test]
fn the_uses_of_types_are_found_again_without_projects() {
    let mut own = county();
    let employment = TypeName::parse("就业项目").expect("a type");
    own.types.set(employment, Some(FundUse::Industry));
    let region = whole(&own);
    let link = shared(&region, &changed(&region));
    let mut read = own_figures_of(&link)
        .expect("own figures")
        .expect("in order");
    assert!(read.types.is_empty());
    // Other figures are another region's, whatever its identifier.
    let mut other = own.clone();
    other.version += 1;
    read.take_tables(&other);
    assert!(read.types.is_empty());
    read.take_tables(&own);
    assert_eq!(read, own);
}

#[test]
fn figures_that_differ_are_never_taken_for_those_of_the_link() {
    let own = of_form();
    let link = shared(&whole(&own), &changed(&whole(&own)));
    let mut other = own.clone();
    if let Some(figure) = other.values.get_mut(&Fixed::Population.into()) {
        figure.value = decimal("43000");
    }
    let refused = |region: &Region| names(&decode(region, &link).expect_err("another region"));
    assert_eq!(refused(&whole(&other)), ["region OtherFigures"]);
    assert_eq!(refused(&region()), ["region UnknownRegion"]);
}

#[test]
fn a_link_cut_or_changed_gives_no_figures() {
    let link = shared(&whole(&of_form()), &Scenario::default());
    for at in (0..link.len()).filter(|at| link.is_char_boundary(*at)) {
        if let Some(Ok(own)) = own_figures_of(&link[..at]) {
            panic!("cut at {at}: {own:?}");
        }
    }
    let said = |from: &str, to: &str| {
        let changed = link.replacen(from, to, 1);
        assert_ne!(changed, link, "{from}");
        let read = own_figures_of(&changed).expect("meant as own figures");
        names(&read.expect_err("changed"))
    };
    assert_eq!(said("~po_42000", "~po_43000"), ["Altered"]);
    // By hand, without a check, each part is held to its bounds.
    let at = link.find("check=").expect("a check");
    let end = link[at..].find('&').expect("more") + at + 1;
    let by_hand = format!("{}{}", &link[..at], &link[end..]);
    let said = |from: &str, to: &str| {
        let changed = by_hand.replacen(from, to, 1);
        assert_ne!(changed, by_hand, "{from}");
        match own_figures_of(&changed).expect("meant as own figures") {
            Ok(_) => Vec::new(),
            Err(problems) => names(&problems),
        }
    };
    assert_eq!(said("~po_42000", "~po_43000"), [""; 0]);
    assert_eq!(said("~po_42000", "~po_-1"), ["o.po OutOfRange"]);
    assert_eq!(said("~po_42000", "~po_many"), ["o.po NotANumber"]);
    assert_eq!(said("~po_", "~zz_"), ["o.zz UnknownKey"]);
    assert_eq!(
        said("o.years=2025_2026_2035", "o.years=2025_2026"),
        ["o.years NotUnderstood"]
    );
    assert_eq!(
        said("o.years=2025_2026_2035", "o.years=2025_2026_2095"),
        ["horizon BadYears"]
    );
    assert_eq!(said("o.name=", "o.name=*"), ["o.name NotUnderstood"]);
    assert_eq!(said("_s0", "_s77"), ["o.ca NotUnderstood"]);
    assert_eq!(said("~po_", "~po_1~po_"), ["o.po Duplicate"]);
}
