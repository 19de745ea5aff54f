//! The version of the data on its way: in links and files, beside others, on the command line.

use super::*;
use zengshou::report::Facts;

#[test]
fn links_and_files_carry_the_version_there_and_back() {
    let later = later();
    let version = region().version;
    let (text, before) = shared(&[("coverage", "0.85")]);
    let then = link::decode(&later, &text).expect("a link").scenario;
    // As it came, so it goes: the same link.
    let headline = then.project(&then.region(&later)).scenario[0].income;
    assert_eq!(link::encode(&later, &then, headline, None), text);
    let saved = file::write(&later, &then, None);
    let file: Value = serde_json::from_str(&saved).expect("JSON");
    assert_eq!(file["region_version"], version);
    let read = file::read(&later, &saved).expect("a file");
    assert_eq!((&read.scenario, read.problems), (&then, Vec::new()));
    assert_eq!(
        income(&read.scenario.region(&later), &read.scenario),
        before
    );

    // Beside a scenario of today, a draft of before keeps its version.
    let mut extras = Extras::default();
    assert!(extras.drafts.add("then", then.clone()));
    assert!(
        extras
            .drafts
            .add("plan then", Scenario::plan(&later.as_of(Some(version))))
    );
    assert!(extras.drafts.add("now", Scenario::default()));
    let own = Scenario::default();
    for beside in [&own, &then] {
        let own = beside.region(&later);
        let link = link::encode_with(
            &later,
            beside,
            &extras,
            None,
            beside.project(&own).scenario[0].income,
            None,
        );
        let read = link::decode(&later, &link).expect("a link");
        assert_eq!(
            (read.extras.as_ref(), read.problems),
            (Some(&extras), Vec::new())
        );
        let text = file::write_with(&later, beside, None, &extras);
        let read = file::read(&later, &text).expect("a file");
        assert_eq!((&read.extras, read.problems), (&extras, Vec::new()));
    }
}

#[test]
fn contradictory_vintages_are_said_and_nothing_else_is_lost() {
    let later = later();
    let version = region().version;
    let id = &region().id;
    let read = |text: &str| link::decode(&later, text).expect("a link");
    let names = |problems: &[Problem]| -> Vec<String> {
        problems
            .iter()
            .map(|problem| format!("{} {:?}", problem.place, problem.fault))
            .collect()
    };
    // Two versions: the first counts.
    let link = read(&format!(
        "v=1&region={id}.{version}&region={id}.{}&coverage=0.85",
        version + 1
    ));
    assert_eq!(
        (link.scenario.vintage(), names(&link.problems)),
        (Some(version), vec!["region Duplicate".to_owned()])
    );
    assert_eq!(link.scenario.changed(coverage()), Some(decimal("0.85")));
    // A version that nobody knows: today's figures.
    let link = read(&format!("v=1&region={id}.99&income=1&coverage=0.85"));
    assert_eq!(link.scenario.vintage(), None);
    assert_eq!(names(&link.problems), ["region OtherRegionVersion(\"99\")"]);
    let today = link.scenario.project(&later).scenario[0].income;
    assert!(link::compare_headline(&link, today).is_some());
    // A value that only a later version has a place for.
    let link = read(&format!(
        "v=1&region={id}.{version}&{NEW}=26000&coverage=0.85"
    ));
    assert_eq!(
        names(&link.problems),
        [format!(
            "{NEW} NoValueThen {{ version: {version}, value: \"26000\" }}"
        )]
    );
    assert_eq!(link.scenario.changed(coverage()), Some(decimal("0.85")));
    // A headline that the named version does not give.
    let link = read(&format!(
        "v=1&region={id}.{version}&income=13000&coverage=0.85"
    ));
    let state = start().apply(Action::Open(Box::new(opened(
        &later,
        &format!("v=1&region={id}.{version}&income=13000&coverage=0.85"),
    ))));
    assert!(names(&link.problems).is_empty());
    let is_said = |news: &News| matches!(news, News::FiguresChanged(shared, _, Some(named)) if *shared == decimal("13000") && *named == version);
    assert!(
        state.notices.iter().any(|notice| is_said(&notice.news)),
        "{:?}",
        state.notices
    );
    // A draft of a version that nobody knows is read with the link's own.
    let mut extras = Extras::default();
    assert!(
        extras
            .drafts
            .add("甲", Scenario::plan(&later.as_of(Some(version))))
    );
    let mut file: Value = serde_json::from_str(&file::write_with(
        &later,
        &Scenario::default(),
        None,
        &extras,
    ))
    .expect("JSON");
    assert_eq!(file["tray"][0]["region_version"], version);
    file["tray"][0]["region_version"] = json!(77);
    let read = file::read(&later, &file.to_string()).expect("a file");
    assert_eq!(
        names(&read.problems),
        ["tray.1: region_version OtherRegionVersion(\"77\")"]
    );
    assert_eq!(read.extras.drafts.entries().len(), 1);
}

#[test]
fn columns_of_different_versions_keep_their_own_numbers() {
    let later = later();
    let version = region().version;
    let (text, before) = shared(&[("coverage", "0.85")]);
    let then = link::decode(&later, &text).expect("a link").scenario;
    let mut drafts = Drafts::default();
    assert!(drafts.add("then", then.clone()));
    let present = Scenario::default();
    let comparison = Comparison::of(&later, &present, &drafts);
    let versions: Vec<u32> = comparison
        .columns
        .iter()
        .map(|column| column.version)
        .collect();
    assert_eq!(versions, [version + 1, version + 1, version]);
    assert!(comparison.mixes_versions());
    let mut incomes = comparison
        .columns
        .iter()
        .map(|column| column.outcome.scenario[0].income.to_string());
    assert_eq!(incomes.next_back(), Some(before));
    let differences = comparison.differences(&later);
    let of = |name: &str| {
        let found = differences
            .iter()
            .find(|difference| difference.key == key(name));
        found.map(|difference| difference.values.clone())
    };
    let old = region().values().get(key("coverage_effect"));
    assert_eq!(
        of("coverage_effect"),
        Some(vec![Some(decimal("0.55")), Some(decimal("0.55")), old])
    );
    assert_eq!(
        of(NEW),
        Some(vec![Some(decimal("8400")), Some(decimal("8400")), None])
    );
    // The plan follows the version on the screen.
    let comparison = Comparison::of(&later.as_of(Some(version)), &then, &Drafts::default());
    assert!(!comparison.mixes_versions());

    // Put together, the changes of both stand on the first one's figures.
    let own = then.region(&later);
    let mut other = Scenario::default();
    other
        .set(&later, key("targeting"), decimal("0.5"))
        .expect("fits");
    let merged = merge(&own, &then, &other, &[]).expect("they go together");
    assert_eq!(merged.vintage(), Some(version));
    assert_eq!(merged.entries().count(), 2);
}

/// A yearly key that a version lacks is none of its keys.
#[test]
fn a_lever_of_a_single_year_goes_along() {
    let (text, before) = shared(&[("coverage.2025", "0.9")]);
    let later = later();
    let then = link::decode(&later, &text).expect("a link").scenario;
    assert_eq!(income(&then.region(&later), &then), before);
    let (now, problems) = then.moved_to(&later);
    assert_eq!((problems, now.vintage()), (Vec::new(), None));
    assert_eq!(
        now.changed(Key::Yearly(Yearly::Lever(Fixed::Coverage), 2025)),
        Some(decimal("0.9"))
    );
}

/// A later model with the keys that it brought at their neutral values is the earlier one: nothing to be said.
#[test]
fn a_link_of_an_earlier_model_is_as_shared_where_new_keys_are_neutral() {
    use zengshou::model::{self, version::INTRODUCED};
    let now = later();
    let id = &now.id;
    let problems = |model: u32, change: &str| {
        let text = format!("v=1&model={model}&region={id}.1{change}");
        link::decode(&now, &text).expect("a link").problems
    };
    for model in 1..=model::VERSION {
        assert_eq!(problems(model, "&coverage=0.85"), [], "{model}");
    }
    let next = model::VERSION + 1;
    let is_said = |problems: &[Problem]| {
        let is_model = |problem: &Problem| matches!(problem.fault, Fault::OtherModel(_));
        problems.iter().any(is_model)
    };
    assert!(is_said(&problems(next, "")));
    let known = INTRODUCED.iter();
    for introduced in known.filter(|introduced| introduced.version <= model::VERSION) {
        let key = Key::Fixed(introduced.key);
        let (least, most) = key.range();
        let value = if introduced.neutral == most {
            least
        } else {
            most
        };
        let change = format!("&{key}={}", value_text(key, value));
        assert!(is_said(&problems(introduced.version - 1, &change)), "{key}");
        assert!(!is_said(&problems(introduced.version, &change)), "{key}");
    }
    // As it came, so it is written: with the oldest model that gives its numbers.
    let first = now.as_of(Some(1));
    let plan = Scenario::plan(&first);
    let headline = plan.project(&first).scenario[0].income;
    let written = link::encode(&now, &plan, headline, None);
    assert!(written.starts_with("v=1&model=1&"), "{written}");
}

#[test]
fn the_command_line_shows_it_as_shared_and_takes_todays_figures_on_demand() {
    let folder = env::temp_dir().join(format!("zengshou-vintages-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let id = &region().id;
    fs::write(folder.join(format!("{id}.json")), later_file()).expect("a file");
    fs::write(folder.join("default.txt"), id).expect("a file");
    let regions = folder.to_str().expect("a path");
    let (version, newest) = (region().version, region().version + 1);
    let run = |arguments: &[&str], input: &str| {
        let all = [&["--regions", regions], arguments].concat();
        let output = crate::command::run(&all, input.as_bytes());
        let said = String::from_utf8(output.stderr).expect("UTF-8");
        assert!(output.status.success(), "{said}");
        (String::from_utf8(output.stdout).expect("UTF-8"), said)
    };
    let headline = |text: &str| {
        let json: Value = serde_json::from_str(text).expect("JSON");
        let income = json["scenario"][0]["income"]
            .as_str()
            .expect("an income")
            .to_owned();
        (json["region_version"].as_u64().expect("a version"), income)
    };
    let (text, before) = shared(&[("coverage", "0.85")]);
    let (shown, said) = run(&["project", &text], "");
    assert_eq!(headline(&shown), (u64::from(version), before.clone()));
    assert!(
        said.contains(&format!("version {version} of")) && said.contains("--data today"),
        "{said}"
    );
    let (shown, said) = run(&["project", &text, "--data", "today"], "");
    let mut own = Scenario::default();
    own.set(&later(), coverage(), decimal("0.85"))
        .expect("fits");
    assert_eq!(
        headline(&shown),
        (u64::from(newest), income(&later(), &own))
    );
    assert!(said.contains(&format!("version {newest} of")), "{said}");

    // A file of before, and both ways of passing it on.
    let (file, _) = run(&["read", &text], "");
    let json: Value = serde_json::from_str(&file).expect("JSON");
    assert_eq!(json["region_version"], version);
    assert_eq!(headline(&run(&["project", "-"], &file).0).1, before);
    assert_eq!(
        run(&["link", "-"], &file)
            .0
            .trim_end()
            .trim_start_matches('#'),
        text
    );
    let (moved, _) = run(&["--data", "today", "link", "-"], &file);
    assert!(moved.contains(&format!("region={id}.{newest}&")), "{moved}");
    // What is of today is silent, whatever is wished.
    for data in ["today", "shared"] {
        assert_eq!(run(&["--data", data, "project", moved.trim()], "").1, "");
    }
    let (report, _) = run(&["report", &text], "");
    assert!(
        report.contains(&text),
        "the report's link leads to the same figures"
    );
    let said = format!(
        "version {version} of the region’s data, as they were; today’s are version {newest}"
    );
    assert!(report.contains(&said), "{report}");
    let (report, _) = run(&["report", moved.trim()], "");
    assert!(report.contains(&format!("version {newest} of the region’s data, today’s")));
    fs::remove_dir_all(&folder).expect("the folder goes");
}

/// The program that writes workbooks gets the newest file and the scenario's version.
#[test]
fn a_workbook_of_before_has_the_figures_of_before() {
    let (text, _) = shared(&[("coverage", "0.85")]);
    let later = later();
    let then = link::decode(&later, &text).expect("a link").scenario;
    let words: Vec<String> = ["", "later"]
        .iter()
        .flat_map(|folder| {
            let folder = root().join("static/locales/en").join(folder);
            let files = fs::read_dir(folder).expect("a folder");
            let paths = files.map(|entry| entry.expect("an entry").path());
            paths.filter(|path| path.is_file()).collect::<Vec<_>>()
        })
        .map(|path| fs::read_to_string(path).expect("a text"))
        .collect();
    let request = |region: &str, scenario: &str| {
        let request = json!({
            "region": { "built_in": region, "own": null },
            "scenario": scenario,
            "language": "en",
            "words": words.join("\n"),
            "link": format!("#{text}"),
            "date": [2026, 11, 30],
            "title": "",
            "prepared_by": "",
        });
        zengshou::report::request::workbook(&request.to_string()).expect("a workbook")
    };
    // Neither the version's own file nor the file of later changes a number; what differs is what is said of it.
    let of_before = request(
        region_file(),
        &file::write(region(), &then_today(&then), None),
    );
    let of_later = request(&later_file(), &file::write(&later, &then, None));
    assert!(of_before.starts_with(b"PK") && of_later.starts_with(b"PK"));
    let facts = |region: &Region, scenario: &Scenario| Facts::of(region, scenario);
    let own = then.region(&later);
    let (now, before) = (facts(&own, &then), facts(region(), &then_today(&then)));
    assert_eq!(now.outcome, before.outcome);
    assert_eq!(now.published, before.published);
}

/// The scenario as its own release had it.
fn then_today(then: &Scenario) -> Scenario {
    let (scenario, problems) = then.moved_to(region());
    assert_eq!(problems, []);
    scenario
}
