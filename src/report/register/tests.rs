//! Tests of the register: its values, their order, and its file for a spreadsheet.

use super::*;
use crate::analysis::monte_carlo::OutcomeMeasure;
use crate::analysis::one_way_sensitivity::swings;
use crate::analysis::uses::uses;
use crate::language::Language;
use crate::region::key::Fixed;
use crate::region::tests::region;

fn words() -> Catalog {
    Catalog::new(Language::SimplifiedChinese)
}

/// Another population with its source, and a word on a pay that was found right.
fn scenario(region: &Region) -> Scenario {
    let mut scenario = Scenario::default();
    let set = scenario.set(region, Fixed::Population.into(), Decimal::from(480_000));
    set.expect("a value in range");
    for (key, text) in [
        (Fixed::Population, "=HYPERLINK(\"http://x\"), 公安局"),
        (Fixed::PayOutward, "人社局核对"),
    ] {
        let (note, _) = Note::read(text);
        let set = scenario.set_note(region, key.into(), note);
        set.expect("a key of the region");
    }
    scenario
}

fn names(view: &RegisterView, search: &str) -> Vec<String> {
    let region = region();
    let scenario = scenario(&region);
    let entries = RegisterEntry::all(&region, &scenario);
    let view = RegisterView {
        search: search.to_owned(),
        ..view.clone()
    };
    let texts = search_texts(&region, &words());
    let shown = shown(
        &view,
        &entries,
        &swings(&region, &scenario, OutcomeMeasure::Income),
        &texts,
    );
    shown.iter().map(|entry| entry.key.to_string()).collect()
}

fn view(filter: RegisterFilter) -> RegisterView {
    RegisterView {
        filter,
        search: String::new(),
        by_swing: false,
        step: 0,
        of: OutcomeMeasure::Income,
    }
}

#[test]
fn each_filter_holds_what_its_name_says() {
    let count = |filter| names(&view(filter), "").len();
    assert_eq!(count(RegisterFilter::All), 154);
    assert_eq!(count(RegisterFilter::Status(Status::Source)), 18);
    assert_eq!(count(RegisterFilter::Status(Status::Derived)), 23);
    assert_eq!(count(RegisterFilter::Status(Status::Assumption)), 109);
    let own = names(&view(RegisterFilter::Own), "");
    assert_eq!(own, ["population", "pay.outward"]);
    // Both were assumptions; a word on a value that was found right closes it too.
    let open = names(&view(RegisterFilter::Open), "");
    assert_eq!(open.len(), 107);
    assert!(own.iter().all(|key| !open.contains(key)));
}

#[test]
fn the_search_looks_through_names_keys_evidence_and_notes() {
    for (search, expected) in [
        ("risk_line.2021", vec!["risk_line.2021"]),
        ("  RISK_LINE.2021 ", vec!["risk_line.2021"]),
        ("人社局核对", vec!["pay.outward"]),
        ("没有这样的字", vec![]),
        ("<b>", vec![]),
    ] {
        assert_eq!(
            names(&view(RegisterFilter::All), search),
            expected,
            "{search}"
        );
    }
    assert!(names(&view(RegisterFilter::All), "劳务输出").contains(&"jobs.outward".to_owned()));
}

#[test]
fn the_most_sensitive_values_come_first() {
    let by_swing = |step| RegisterView {
        by_swing: true,
        step,
        ..view(RegisterFilter::Status(Status::Assumption))
    };
    let first = names(&by_swing(0), "");
    assert_eq!(first[..2], ["growth_known.2022", "grants_share"]);
    // How the known income divides moves little, since its total is published.
    let split = first.iter().position(|key| key == "income0.transfer");
    assert!(split > Some(3), "{split:?}");
    assert_eq!(first.len(), 109);
    // Growth far ahead moves nothing in the first year and much in the last.
    let place = |names: &[String]| names.iter().position(|key| key == "growth_far.wage");
    assert!(place(&names(&by_swing(7), "")) < place(&first));
}

#[test]
fn a_spreadsheet_gets_numbers_and_no_formula() {
    let region = region();
    let scenario = scenario(&region);
    let entries = RegisterEntry::all(&region, &scenario);
    let own: Vec<&RegisterEntry> = entries.iter().filter(|entry| entry.is_own).collect();
    let beside = Beside {
        region: &region,
        swings: &swings(&region, &scenario, OutcomeMeasure::Income),
        uses: &uses(&region),
        step: 1,
        of: OutcomeMeasure::Income,
    };
    let text = write_csv(&own, &beside, &words());
    let lines: Vec<&str> = text.trim_end().split("\r\n").collect();
    assert_eq!(lines.len(), 3);
    assert!(
        lines[0].contains("取下限时 2024 年收入变动"),
        "{}",
        lines[0]
    );
    assert!(lines[1].starts_with("population,"), "{}", lines[1]);
    assert!(lines[1].contains(",480000,500000,人,2022,自设,309000,940000,0.00,0.00,"));
    assert!(lines[1].ends_with("\"'=HYPERLINK(\"\"http://x\"\"), 公安局\""));
    let columns = |line: &str| line.matches(',').count();
    assert!(columns(lines[0]) == 15, "{}", lines[0]);
}

#[test]
fn users_of_a_value_are_named_once() {
    let words = words();
    let said = |key: &str| {
        let uses = uses(&region());
        used_by(&uses[&Key::parse(key).expect("a key")], &words)
    };
    assert_eq!(said("gini"), "风险人口估计");
    assert_eq!(
        said("coverage_cost"),
        "到户奖补、产业帮扶覆盖、低保金随收入核减"
    );
    assert_eq!(
        said("bench.lifted_nation.2021"),
        "未用到（后一年已有公布数）"
    );
    assert!(said("growth_known.2022").starts_with("计划收入、"));
}

#[test]
fn what_was_replaced_stays_until_the_view_is_chosen_again() {
    let region = region();
    let plan = Scenario::default();
    let swings = swings(&region, &plan, OutcomeMeasure::Income);
    let texts = search_texts(&region, &words());
    let view = RegisterView {
        by_swing: true,
        ..view(RegisterFilter::Open)
    };
    let keys = |shown: &[&RegisterEntry]| shown.iter().map(|entry| entry.key).collect::<Vec<_>>();
    let before = RegisterEntry::all(&region, &plan);
    let chosen = keys(&shown(&view, &before, &swings, &texts));
    let after = RegisterEntry::all(&region, &scenario(&region));
    let now = shown(&view, &after, &swings, &texts);
    let replaced = Key::from(Fixed::Population);
    assert!(!keys(&now).contains(&replaced));
    let stays = kept(&view, &chosen, &now, &after);
    assert_eq!(keys(&stays), chosen, "each in its place");
    let row = stays.iter().find(|entry| entry.key == replaced);
    assert!(row.is_some_and(|entry| !RegisterFilter::Open.holds(entry)));
    // What comes under the view since is added.
    let few = &chosen[..3];
    let now = shown(&view, &before, &swings, &texts);
    let all = kept(&view, few, &now, &before);
    assert_eq!(all.len(), chosen.len());
    assert_eq!(keys(&all)[..3], *few);
}
