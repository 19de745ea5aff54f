//! Explanations of figures: as they are shown, with the formula of a method's result, and those that need another
//! run of the model.

use crate::support::region;
use rust_decimal::Decimal;
use zengshou::analysis::contribution::contributions;
use zengshou::analysis::explain::Trace;
use zengshou::analysis::explain::figure::{RangeEnd, ScreenFigure};
use zengshou::analysis::monte_carlo::OutcomeMeasure;
use zengshou::analysis::one_way_sensitivity::swings;
use zengshou::analysis::summary::summary;
use zengshou::i18n::Catalog;
use zengshou::i18n::explain::FormulaPiece;
use zengshou::language::Language;
use zengshou::model;
use zengshou::model::term::{Side, Target};
use zengshou::number::YuanPerPerson;
use zengshou::region::key::{Benchmark, Fixed, Key};
use zengshou::scenario::Scenario;
use zengshou::scenario::examples::Example;

fn text_of(pieces: &[FormulaPiece]) -> String {
    let texts = pieces.iter().map(|piece| match piece {
        FormulaPiece::Plain(text) | FormulaPiece::Link(_, text) => text.as_str(),
    });
    texts.collect()
}

/// A rounded figure is explained as it is shown, with the step of the rounding and the computation before it.
#[test]
fn estimates_are_explained_as_they_are_shown() {
    let trace = Trace::of(region(), &Scenario::default());
    let words = Catalog::new(Language::SimplifiedChinese);
    let year = region().years.first_plan;
    let explain = |figure| {
        let node = trace.figure(figure).expect("a figure");
        words.explain(&trace, region(), node)
    };
    let resolved = Scenario::default().resolve(region());
    let outcome = model::project(region().years, &resolved.plan, &resolved.scenario);
    let risk = summary(region(), true, &resolved, &outcome).at_risk[0].expect("an estimate");
    let people = explain(ScreenFigure::PeopleAtRisk(Side::Scenario, year));
    let tens = (risk.people / 10.0).round() * 10.0;
    assert_eq!(people.value.replace(',', ""), format!("{tens} 人"));
    let computed = people.exact.expect("the step of the rounding");
    let exact = format!("{:.2}", risk.people);
    assert!(computed.replace(',', "").contains(&exact), "{computed}");
    assert_eq!(
        text_of(&people.words),
        "脱贫人口 × 返贫风险人口占比（估算）"
    );
    let shortfall = explain(ScreenFigure::MeanShortfall(year));
    let yuan = format!("{:.0} 元", risk.mean_shortfall_yuan);
    assert_eq!(shortfall.value, yuan);
    assert!(shortfall.exact.is_some());
    // Every input of a formula can be opened, down to the Gini coefficient.
    let place = people.sources[1].node;
    let place = words.explain(&trace, region(), place).sources[0].node;
    let explanation = words.explain(&trace, region(), place);
    assert_eq!(
        text_of(&explanation.words),
        "(ln 防返贫监测线 − ln 人均纯收入 + 收入对数的离散程度 σ² ÷ 2) ÷ 收入对数的离散程度 σ"
    );
    assert!(
        text_of(&explanation.numbers).starts_with("(ln 6,"),
        "{:?}",
        explanation.numbers
    );
    assert_eq!(explanation.sources.len(), 3);
}

/// The least growth is explained by the condition that it fulfils, and that the next lower one misses.
#[test]
fn growth_is_explained_by_its_equation() {
    let trace = Trace::of(region(), &Scenario::default());
    let words = Catalog::new(Language::English);
    for figure in [
        ScreenFigure::NeededGrowth(Benchmark::RuralProvince),
        ScreenFigure::AverageGrowth,
    ] {
        let node = trace.figure(figure).expect("a figure");
        let explanation = words.explain(&trace, region(), node);
        assert_eq!(
            explanation.exact, None,
            "the least of four decimals is no exact root"
        );
        assert!(text_of(&explanation.words).contains(" × (1 + yearly growth)⁸ ≥ "));
        let numbers = text_of(&explanation.numbers);
        assert!(
            numbers.contains(&format!(" × (1 + {})⁸ = ", explanation.value)),
            "{numbers}"
        );
        assert!(numbers.ends_with("too little."), "{numbers}");
        assert_eq!(explanation.sources.len(), 2);
    }
}

/// Differences of shares are counted in points, as on the cards.
#[test]
fn differences_of_shares_are_points() {
    let trace = Trace::of(region(), &Scenario::default());
    let words = Catalog::new(Language::SimplifiedChinese);
    let year = region().years.first_plan;
    for figure in [
        ScreenFigure::Margin(Target::First, year),
        ScreenFigure::CoverageLead(year),
    ] {
        let node = trace.figure(figure).expect("a figure");
        let value = words.explain(&trace, region(), node).value;
        let sign = value.starts_with(['+', '-', '\u{2212}']);
        assert!(sign && value.ends_with(" 个百分点"), "{figure}: {value}");
    }
}

/// The effect of a change and the ends of a range are explained by the runs of the model whose difference they
/// are.
#[test]
fn figures_of_another_run_are_those_that_are_shown() {
    let mut scenario = Example::Together.scenario(region());
    for (key, value) in [
        (Fixed::AssetReturn, Decimal::new(12, 2)),
        (Fixed::GrowthNearWage, Decimal::new(8, 2)),
    ] {
        assert_eq!(scenario.set(region(), key.into(), value), Ok(()));
    }
    let check = |scenario: &Scenario, figure: ScreenFigure, shown: YuanPerPerson| {
        let name = figure.to_string();
        let trace = Trace::telling(region(), scenario, &name);
        assert_eq!(trace.find(&name), Some(figure));
        let node = trace.figure(figure).expect("a figure");
        assert_eq!(trace.node(node).value, shown.exact(), "{figure}");
        for language in Language::ALL {
            let explanation = Catalog::new(language).explain(&trace, region(), node);
            assert!(explanation.note.is_some(), "{figure}");
            assert!(
                trace.node(node).vanishes || explanation.sources.len() == 2,
                "{figure}"
            );
        }
    };
    let found = contributions(region(), &scenario).expect("a plan with years");
    for (key, of) in &found.each {
        check(
            &scenario,
            ScreenFigure::Contribution(OutcomeMeasure::Income, *key),
            of.plan,
        );
        let figure = ScreenFigure::Contribution(OutcomeMeasure::Difference, *key);
        check(&scenario, figure, of.policy);
    }
    let plan = Scenario::default();
    for (scenario, of) in [
        (&scenario, OutcomeMeasure::Income),
        (&scenario, OutcomeMeasure::Difference),
        // Explained under the example that is shown.
        (&plan, OutcomeMeasure::Difference),
    ] {
        let found = swings(region(), scenario, of);
        for key in [
            Fixed::AssetReturn,
            Fixed::Income0Wage,
            Fixed::GrowthNearWage,
        ] {
            let swing = &found[&key.into()];
            for (end, way) in [
                (RangeEnd::Least, &swing.at_least),
                (RangeEnd::Most, &swing.at_most),
            ] {
                let shown = way.as_ref().expect("an end")[7];
                check(
                    scenario,
                    ScreenFigure::Swing(of, end, 2030, key.into()),
                    shown,
                );
            }
        }
    }
    // A value that was not changed has no effect to explain.
    let name = ScreenFigure::Contribution(OutcomeMeasure::Income, Fixed::Gini.into()).to_string();
    assert_eq!(Trace::telling(region(), &plan, &name).find(&name), None);
    assert_eq!(
        ScreenFigure::counterfactual("swing.income.least.2030.nokey"),
        None
    );
    assert_eq!(ScreenFigure::counterfactual("income.scenario.2023"), None);
}

/// A trial value is explained as that, and not as the user's own.
#[test]
fn a_value_that_is_tried_is_marked() {
    let scenario = Example::Together.scenario(region());
    let key = Key::from(Fixed::AssetReturn);
    let name = ScreenFigure::Swing(OutcomeMeasure::Income, RangeEnd::Most, 2023, key).to_string();
    let trace = Trace::telling(region(), &scenario, &name);
    let words = Catalog::new(Language::SimplifiedChinese);
    let node = trace.find(&name).and_then(|figure| trace.figure(figure));
    let text = words.explanation_text(&trace, region(), node.expect("a figure"), usize::MAX);
    assert!(
        text.contains("人均纯收入（“资产年收益率”取 15%） = "),
        "{text}"
    );
    assert!(text.contains("资产年收益率 = 15% [试取]"), "{text}");
    assert!(text.contains("资产年收益率 = 10% [假设]"), "{text}");
}
