//! Names that change with the years, within messages.

use std::collections::BTreeSet;

use crate::i18n::{Catalog, files};
use crate::language::Language;
use crate::region::key::Fixed;
use crate::region::terms::DatedTerm;

/// Every term that a message refers to has a name, every name is referred to, and a region's own take its place.
#[test]
fn terms_are_named_by_their_year_and_by_the_region() {
    for language in Language::ALL {
        let catalog = Catalog::new(language);
        let text = files(language).concat();
        let referred: BTreeSet<String> = text
            .split("{ -")
            .skip(1)
            .filter_map(|rest| rest.split_once(" }"))
            .map(|(name, _)| name.to_lowercase())
            .collect();
        let named: BTreeSet<String> = catalog.terms.borrow().keys().cloned().collect();
        let unnamed: Vec<_> = referred.difference(&named).collect();
        assert!(unnamed.is_empty(), "{unnamed:?}");
        for (_, name) in DatedTerm::NAMES {
            assert!(named.contains(name) && referred.contains(name), "{name}");
        }
    }
    let catalog = Catalog::new(Language::English);
    let early = catalog.text("matrix-revert");
    assert_eq!(&*early, "Set all linking funds back to the plan");
    let region = crate::region::tests::another_city::region();
    let early_years = crate::region::Years {
        first_plan: 2025,
        ..region.years
    };
    catalog.name_after(&region.terms, early_years);
    assert_eq!(catalog.text("matrix-revert"), early);
    catalog.name_after(&region.terms, region.years);
    let later = catalog.text("matrix-revert");
    assert_eq!(&*later, "Set all regular assistance funds back to the plan");
    assert_eq!(
        &*catalog.text("group-funds"),
        "Regular assistance funds (常态化帮扶资金)"
    );
    let mut file: serde_json::Value =
        serde_json::from_str(&crate::region::tests::region_file()).expect("JSON");
    file["terms"] = serde_json::json!({
        "funds": { "2020": { "zh-Hans": "甲", "zh-Hant": "乙", "en": "own money" } }
    });
    let own = crate::region::parse::parse_region(&file.to_string()).expect("a region");
    catalog.name_after(&own.terms, own.years);
    assert_eq!(&*catalog.text("group-funds"), "Own money (甲)");
}

/// An amount of a year has it in its name, once a region’s years are known.
#[test]
fn amounts_are_called_by_their_year() {
    let catalog = Catalog::new(Language::SimplifiedChinese);
    let name = |catalog: &Catalog, key: Fixed| catalog.key_name(key.into()).to_string();
    assert_eq!(name(&catalog, Fixed::Income0Wage), "工资性收入");
    let region = crate::region::tests::region();
    catalog.name_after(&region.terms, region.years);
    assert_eq!(name(&catalog, Fixed::Income0Wage), "2021 年工资性收入");
    assert_eq!(name(&catalog, Fixed::Population), "2022 年脱贫人口数");
    assert_eq!(name(&catalog, Fixed::PayOutward), "2023 年劳务输出年报酬");
    assert_eq!(name(&catalog, Fixed::Execution), "全年支出率");
    assert!(
        catalog
            .text("welcome-what")
            .starts_with("调整 2023 年的资金")
    );
    let other = crate::region::tests::another_city::region();
    catalog.name_after(&other.terms, other.years);
    assert_eq!(name(&catalog, Fixed::Income0Wage), "2025 年工资性收入");
    assert!(
        catalog
            .text("welcome-what")
            .starts_with("调整 2026 年的资金")
    );
    // The same names of other years.
    let later = crate::region::Years {
        income: 2026,
        ..other.years
    };
    catalog.name_after(&other.terms, later);
    assert_eq!(name(&catalog, Fixed::Income0Wage), "2026 年工资性收入");
    let english = Catalog::new(Language::English);
    english.name_after(&other.terms, other.years);
    assert_eq!(name(&english, Fixed::Income0Wage), "Wages, 2025");
}
