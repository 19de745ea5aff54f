//! The tests.

use std::rc::Rc;

use rust_decimal::Decimal;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use yew::Callback;
use zengshou::app::crash;
use zengshou::app::effects::work::Keeper;
use zengshou::app::effects::{address, boot, entries, files, storage, work};
use zengshou::app::intl::IntlFormat;
use zengshou::app::shelf::StoredContent;
use zengshou::app::state::{Action, State};
use zengshou::i18n::number::NumberFormat;
use zengshou::language::Language;
use zengshou::region::Region;
use zengshou::region::key::Fixed;
use zengshou::region::parse::parse_region;
use zengshou::region::texts::merge;

wasm_bindgen_test_configure!(run_in_browser);

fn region() -> Rc<Region> {
    let text = |tag, text: &str| (tag, text.to_owned());
    let texts = [
        text(
            "zh-Hans",
            include_str!("../../static/regions/zhangjiakou-2021/zh-Hans.json"),
        ),
        text(
            "zh-Hant",
            include_str!("../../static/regions/zhangjiakou-2021/zh-Hant.json"),
        ),
        text(
            "en",
            include_str!("../../static/regions/zhangjiakou-2021/en.json"),
        ),
    ];
    let numbers = include_str!("../../static/regions/zhangjiakou-2021.json");
    let text = merge(numbers, &texts).expect("texts that belong to the numbers");
    Rc::new(parse_region(&text).expect("the region's file is in order"))
}

fn state() -> State {
    State::new(region(), Language::English)
}

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).expect("a decimal")
}

#[wasm_bindgen_test]
fn the_browser_writes_numbers_exactly() {
    for language in Language::ALL {
        let format = IntlFormat::new(language);
        for (value, places, signed, written) in [
            ("13568.1908976", 2, false, "13,568.19"),
            ("-0.005", 2, false, "-0.01"),
            ("0.005", 2, true, "+0.01"),
            ("-0.001", 2, true, "0.00"),
            // A binary number would lose the fen of so much money.
            ("9007199254740993.01", 2, false, "9,007,199,254,740,993.01"),
            ("1234567", 0, false, "1,234,567"),
        ] {
            let shown = format.decimal(decimal(value), places, signed);
            assert_eq!(
                shown.replace('\u{2212}', "-"),
                written,
                "{value} in {language:?}"
            );
        }
    }
}

#[wasm_bindgen_test]
fn work_is_kept_in_a_slot_and_found_again() {
    let start = state();
    let mut keeper = Keeper::new(&start, Callback::noop());
    let changed = start.apply(Action::Set(Fixed::Coverage.into(), decimal("0.9")));
    keeper.keep(&changed).expect("storage works here");
    assert!(keeper.slot().is_some());
    let (found, unreadable) =
        work::first(&changed.region, &work::memory()).expect("storage works here");
    assert_eq!(
        found.map(|found| found.file.scenario),
        Some(changed.scenario().clone())
    );
    assert_eq!(unreadable, 0);
    // The plan is nothing to keep: its slot is given up.
    let plan = changed.apply(Action::ResetLevers);
    keeper.keep(&plan).expect("storage works here");
    let (found, _) = work::first(&plan.region, &work::memory()).expect("storage works here");
    assert_eq!(found, None);
}

#[wasm_bindgen_test]
fn a_named_scenario_that_another_tab_changed_is_not_written_over() {
    let first = state().apply(Action::Set(Fixed::Coverage.into(), decimal("0.9")));
    let name = entries::save(&first, "草案").expect("storage works here");
    assert_eq!(name, "草案");
    // The same tab goes on from its saved work.
    let named = first.apply(Action::Saved(name));
    let moved = named.apply(Action::Set(Fixed::Coverage.into(), decimal("0.91")));
    assert_eq!(entries::save(&moved, "草案").as_deref(), Ok("草案"));
    // Another tab still knows the older one.
    let other = named.apply(Action::Set(Fixed::Coverage.into(), decimal("0.95")));
    let beside = entries::save(&other, "草案").expect("room");
    assert_eq!(beside, "草案 (2)");
    let read = entries::saved(&first.region, "草案").expect("storage works here");
    let read = read.as_ref().and_then(StoredContent::whole);
    assert_eq!(
        read.map(|file| file.scenario.clone()),
        Some(moved.scenario().clone())
    );
    for entry in entries::all(&first.region).expect("storage works here") {
        entries::delete(&entry).expect("storage works here");
    }
    assert_eq!(entries::names(), Ok(Vec::new()));
}

#[wasm_bindgen_test]
fn damaged_work_is_listed_where_it_lies_and_reading_moves_nothing() {
    let text = "{\"region\":\"zhangj";
    storage::write("scenario/kaputt", text).expect("storage works here");
    let region = region();
    for _ in 0..2 {
        let read = entries::saved(&region, "kaputt").expect("storage works here");
        assert!(matches!(read, Some(StoredContent::Unreadable(_))));
        let all = entries::all(&region).expect("storage works here");
        assert!(
            all.iter()
                .any(|entry| entry.name == "kaputt" && entry.text == text)
        );
        let lies = storage::read("scenario/kaputt").expect("storage works here");
        assert_eq!(lies.as_deref(), Some(text));
    }
    storage::remove("scenario/kaputt").expect("storage works here");
}

#[wasm_bindgen_test]
fn the_address_bar_holds_the_link_and_reads_it_back() {
    let state = state().apply(Action::Set(Fixed::JobsOutward.into(), decimal("5000")));
    let fragment = address::fragment(&state);
    address::write(&fragment, true);
    assert_eq!(address::current(), fragment);
    let (opened, language) = boot::read_link(&state.region, &address::current()).expect("a link");
    assert_eq!(opened.scenario, *state.scenario());
    assert_eq!(opened.problems, vec![]);
    assert_eq!(opened.figures_changed, None);
    assert_eq!(language, None);
    address::write("", false);
}

#[wasm_bindgen_test]
fn the_crash_message_carries_the_last_link() {
    let document = gloo::utils::document();
    let overlay = document.create_element("div").expect("an element");
    overlay.set_id("crash");
    overlay.set_attribute("hidden", "").expect("an attribute");
    overlay.set_inner_html(r#"<a id="crash-link"></a><pre id="crash-details"></pre>"#);
    gloo::utils::body().append_child(&overlay).expect("a child");
    crash::remember("v=1&coverage=0.9");
    crash::show("<b>broken</b>");
    assert!(!overlay.has_attribute("hidden"));
    assert!(overlay.has_attribute("data-filled"));
    let link = document.get_element_by_id("crash-link").expect("the link");
    let link: web_sys::HtmlAnchorElement = link.dyn_into().expect("an anchor");
    assert!(
        link.href().ends_with("#v=1&coverage=0.9"),
        "{}",
        link.href()
    );
    let details = document
        .get_element_by_id("crash-details")
        .expect("the details");
    assert_eq!(details.text_content().as_deref(), Some("<b>broken</b>"));
    overlay.remove();
}

#[wasm_bindgen_test]
fn file_names_hold_nothing_that_a_file_system_forbids() {
    assert_eq!(
        files::file_name("方案 1/2: <a>?", "json"),
        "方案 1-2- -a--.json"
    );
    assert_eq!(files::file_name("..\\x", "json"), "---x.json");
}
