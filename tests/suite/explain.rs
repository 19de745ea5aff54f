//! Every figure's explanation is the model's own computation: the same value, made of inputs and constants alone,
//! and worded in every language.

use crate::support::region;
use proptest::prelude::*;
use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;
use zengshou::analysis::explain::Trace;
use zengshou::analysis::explain::figure::{Money, ScreenFigure};
use zengshou::analysis::explain::tape::{NodeId, NodeKind};
use zengshou::analysis::summary::{Closing, summary};
use zengshou::i18n::Catalog;
use zengshou::language::Language;
use zengshou::model::gain::GainPart;
use zengshou::model::term::{Method, Quantity, Side, Target};
use zengshou::model::{self, YearOutcome};
use zengshou::number::YuanPerPerson;
use zengshou::region::key::{Category, Fixed, Key, Level, Yearly, funds};
use zengshou::scenario::Scenario;
use zengshou::scenario::examples::Example;

/// The figure as the screen computes it, without any recording.
fn shown(scenario: &Scenario) -> impl Fn(ScreenFigure) -> Option<Decimal> {
    let region = region();
    let resolved = scenario.resolve(region);
    let outcome = model::project(region.years, &resolved.plan, &resolved.scenario);
    let published = Scenario::default().project(region);
    let summary = summary(region, true, &resolved, &outcome);
    move |figure| {
        let step = |year: u16| usize::from(year - region.years.first_plan);
        let of = |year: u16| -> &YearOutcome { &outcome.scenario[step(year)] };
        let value = |key| resolved.scenario.fixed(key);
        let cells = |level: Option<Level>, category: Option<Category>| -> Decimal {
            let all = Level::ALL
                .into_iter()
                .flat_map(|l| Category::ALL.map(|c| (l, c)));
            all.filter(|(l, c)| level.is_none_or(|x| x == *l) && category.is_none_or(|x| x == *c))
                .map(|(l, c)| value(funds(l, c)))
                .sum()
        };
        let side = |side: Side, year: u16| match side {
            Side::Plan => &outcome.plan[step(year)],
            _ => of(year),
        };
        Some(match figure {
            ScreenFigure::Income(whose, year) => side(whose, year).income.exact(),
            ScreenFigure::PublishedIncome(year) => published.plan[step(year)].income.exact(),
            ScreenFigure::BaseIncome => outcome.base_income.exact(),
            ScreenFigure::Difference(year) => of(year).difference().exact(),
            ScreenFigure::AssumptionEffect(year) => {
                (outcome.plan[step(year)].income - published.plan[step(year)].income).exact()
            }
            ScreenFigure::PublishedComponent(component, year) => {
                published.plan[step(year)].components[component as usize].exact()
            }
            ScreenFigure::ComponentAssumption(component, year) => {
                let of = |outcome: &model::Outcome| {
                    outcome.plan[step(year)].components[component as usize].exact()
                };
                of(&outcome) - of(&published)
            }
            ScreenFigure::LeadAssumption(benchmark, year) => {
                let (own, published) = (&outcome.plan[step(year)], &published.plan[step(year)]);
                let b = benchmark as usize;
                let both = own.benchmarks[b].zip(published.benchmarks[b]);
                let (now, then) = both.expect("a figure of a known benchmark");
                let moved = now - then;
                ((own.income - published.income) - moved).exact()
            }
            ScreenFigure::ChannelShare(channel, part, year) => {
                let gain = of(year).channel_gain(channel);
                (gain.difference != YuanPerPerson::ZERO)
                    .then(|| (gain.part(part) / gain.difference).exact())?
            }
            ScreenFigure::GainPart(part, year) => of(year).gain().part(part).exact(),
            ScreenFigure::MarketShare(year) => {
                let gain = of(year).gain();
                (gain.part(GainPart::Market) / gain.difference).exact()
            }
            ScreenFigure::Component(component, whose, year) => {
                side(whose, year).components[component as usize].exact()
            }
            ScreenFigure::ComponentDifference(component, year) => {
                let k = component as usize;
                (of(year).components[k] - outcome.plan[step(year)].components[k]).exact()
            }
            ScreenFigure::Channel(channel, year) => of(year).channel(channel).exact(),
            ScreenFigure::ChannelPart(channel, component, year) => {
                of(year).channels[channel as usize][component as usize].exact()
            }
            ScreenFigure::Benchmark(benchmark, year) => {
                of(year).benchmark(benchmark).expect("known").exact()
            }
            ScreenFigure::Lead(benchmark, year) => {
                (-of(year).gap(benchmark).expect("known")).exact()
            }
            ScreenFigure::Gap(benchmark, year) => of(year).gap(benchmark).expect("known").exact(),
            ScreenFigure::NeededGrowth(benchmark) => match summary.closing[benchmark as usize] {
                Closing::NotByHorizon(needed) => needed?.exact(),
                // Not shown where the benchmark is reached, but explained all the same.
                Closing::In(_) | Closing::Unknown => {
                    model::targets::needed_growth(&outcome, benchmark)?.exact()
                }
            },
            ScreenFigure::AverageGrowth => summary.average_growth?.exact(),
            ScreenFigure::Margin(Target::First, year) => {
                summary.first_higher_than[step(year)].margin().exact()
            }
            ScreenFigure::Margin(Target::Second, year) => {
                summary.second_higher_than[step(year)].margin().exact()
            }
            ScreenFigure::Coverage(year) => of(year).coverage.exact(),
            ScreenFigure::CoverageLead(year) => {
                (of(year).coverage - summary.coverage_province).exact()
            }
            ScreenFigure::CoverageMissing(year) => of(year).coverage_missing.exact(),
            ScreenFigure::Spending(money, category, year) => {
                let c = category as usize;
                let allocation = of(year).spending.allocations[c];
                match money {
                    Money::Allocated => allocation.allocated.exact(),
                    Money::SpentInYear => allocation.spent_in_year.exact(),
                    Money::Carried => allocation.carried.exact(),
                    Money::Lapsed => allocation.lapsed.exact(),
                    Money::Spent => of(year).spending.spent[c].exact(),
                }
            }
            ScreenFigure::LevelFunds(level) => cells(Some(level), None),
            ScreenFigure::CategoryFunds(category) => cells(None, Some(category)),
            ScreenFigure::AllFunds => cells(None, None),
            ScreenFigure::CentralShare => summary.central_industry.share?.exact(),
            ScreenFigure::RiskLine(year) => summary.risk_line[step(year)].exact(),
            ScreenFigure::PeopleAtRisk(Side::Plan, year) => {
                Decimal::from_f64(summary.at_risk_in_plan[step(year)]?.people)?
            }
            ScreenFigure::PeopleAtRisk(_, year) => {
                Decimal::from_f64(summary.at_risk[step(year)]?.people)?
            }
            ScreenFigure::ShareAtRisk(year) => {
                Decimal::from_f64(summary.at_risk[step(year)]?.share)?
            }
            ScreenFigure::MeanShortfall(year) => {
                Decimal::from_f64(summary.at_risk[step(year)]?.mean_shortfall_yuan)?
            }
            ScreenFigure::Input(key) => resolved.scenario.get(key)?,
            // These need another run of the model, and are recorded on demand.
            ScreenFigure::Contribution(..) | ScreenFigure::Swing(..) => return None,
        })
    }
}

/// A step's value recomputed from its operands; leaves must be inputs or constants.
fn recomputed(
    trace: &Trace,
    scenario: &Scenario,
    id: NodeId,
    known: &mut Vec<Option<Decimal>>,
) -> Decimal {
    if let Some(value) = known.get(id).copied().flatten() {
        return value;
    }
    let mut of = |id: NodeId| recomputed(trace, scenario, id, known);
    let node = trace.node(id);
    let value = match &node.kind {
        NodeKind::Constant => {
            assert!(
                node.value.scale() <= 1 || node.vanishes,
                "a constant {} without a name of its own",
                node.value
            );
            node.value
        }
        NodeKind::Input(key, _) if node.published => {
            region().values().get(*key).expect("a key of the region")
        }
        NodeKind::Input(key, side) => {
            let resolved = scenario.resolve(region());
            let values = match side {
                Side::Plan => &resolved.plan,
                _ => &resolved.scenario,
            };
            values.get(*key).expect("a key of the region")
        }
        NodeKind::Sum(one, other) => of(*one) + of(*other),
        NodeKind::Difference(one, other) => of(*one) - of(*other),
        NodeKind::Product(one, other) => of(*one) * of(*other),
        NodeKind::Quotient(one, other) => of(*one) / of(*other),
        NodeKind::Opposite(one) => -of(*one),
        NodeKind::Least(one, other) => of(*one).min(of(*other)),
        NodeKind::Most(one, other) => of(*one).max(of(*other)),
        NodeKind::Either(flag, [then, other]) => match of(*flag).is_zero() {
            false => of(*then),
            true => of(*other),
        },
        NodeKind::Same(one) => of(*one),
        NodeKind::Found(method, from) => {
            let from: Vec<Decimal> = from.iter().map(|id| of(*id)).collect();
            match method {
                // Held against the screen's figure, which is computed on the other way.
                Method::LogSpread | Method::ShareBelow => assert_eq!(from.len(), 1),
                Method::LeastGrowth | Method::PeopleBelow => assert_eq!(from.len(), 2),
                Method::LinePlace => assert_eq!(from.len(), 3),
                Method::Shortfall => assert_eq!(from.len(), 4),
            }
            node.value
        }
    };
    if known.len() <= id {
        known.resize(id + 1, None);
    }
    known[id] = Some(value);
    value
}

fn check(scenario: &Scenario) -> Result<(), TestCaseError> {
    let trace = Trace::of(region(), scenario);
    let shown = shown(scenario);
    let mut known = Vec::new();
    for (figure, node) in trace.figures() {
        let value = trace.node(node).value;
        // Sums of the matrix are in another order on the screen, where no order matters.
        prop_assert_eq!(Some(value), shown(figure), "{}", figure);
        let again = recomputed(&trace, scenario, node, &mut known);
        prop_assert_eq!(again, value, "{} computed anew", figure);
        prop_assert_eq!(trace.find(&figure.to_string()), Some(figure));
    }
    Ok(())
}

#[test]
fn every_figure_of_the_examples_is_explained_by_its_own_computation() {
    for example in Example::ALL {
        let checked = check(&example.scenario(region()));
        assert!(checked.is_ok(), "{}: {checked:?}", example.name());
    }
}

/// Every step that a reader can reach has a name, a value and, unless it is a leaf, a formula whose links are its
/// sources; in both languages.
#[test]
fn every_step_has_its_words() {
    for example in [Example::Plan, Example::Together] {
        let mut scenario = example.scenario(region());
        let key = Key::Fixed(Fixed::Repeat);
        assert_eq!(scenario.set(region(), key, Decimal::ZERO), Ok(()));
        let key = Key::Fixed(Fixed::AssetReturn);
        assert_eq!(scenario.set(region(), key, Decimal::new(12, 2)), Ok(()));
        let trace = Trace::of(region(), &scenario);
        for language in Language::ALL {
            let words = Catalog::new(language);
            let mut seen = std::collections::BTreeSet::new();
            let mut open: Vec<NodeId> = trace.figures().map(|(_, node)| node).collect();
            while let Some(id) = open.pop() {
                if !seen.insert(id) {
                    continue;
                }
                let explanation = words.explain(&trace, region(), id);
                let node = trace.node(id);
                assert!(!explanation.name.is_empty() && !explanation.value.is_empty());
                assert!(
                    node.term.is_some() || matches!(node.kind, NodeKind::Input(..)),
                    "{}: {:?} has no name",
                    explanation.name,
                    node
                );
                match node.kind {
                    NodeKind::Input(..) => {
                        assert!(
                            explanation.known.is_some() && explanation.evidence.len() >= 2,
                            "{}",
                            explanation.name
                        );
                    }
                    _ if trace.node(trace.taken(id)).kind == NodeKind::Constant => {
                        assert!(
                            explanation.note.is_some(),
                            "{} says nothing",
                            explanation.name
                        );
                    }
                    NodeKind::Found(..) => {
                        assert!(
                            explanation.note.is_some(),
                            "{} says nothing",
                            explanation.name
                        );
                        assert!(!explanation.words.is_empty() && !explanation.numbers.is_empty());
                    }
                    _ => assert!(
                        !explanation.words.is_empty(),
                        "{} has no formula",
                        explanation.name
                    ),
                }
                open.extend(explanation.sources.iter().map(|source| source.node));
            }
            assert!(seen.len() > 1_000, "{} steps", seen.len());
        }
    }
}

/// The explanation says so where grants pay for a part of the wanted coverage.
#[test]
fn the_branch_that_was_taken_is_named() {
    let mut scenario = Scenario::default();
    let set = [
        (Fixed::Coverage, Decimal::ONE),
        (Fixed::GrantsShare, Decimal::new(1, 3)),
        (Fixed::CoverageUpkeep, Decimal::ZERO),
    ];
    for (key, value) in set {
        assert_eq!(scenario.set(region(), key.into(), value), Ok(()));
    }
    let trace = Trace::of(region(), &scenario);
    let words = Catalog::new(Language::English);
    let year = region().years.first_plan;
    let node = trace
        .figure(ScreenFigure::Coverage(year))
        .expect("a figure");
    let explanation = words.explain(&trace, region(), node);
    assert!(
        explanation
            .note
            .expect("a note")
            .contains("does not pay for the whole rise")
    );
    let text = words.explanation_text(&trace, region(), node, 4);
    for part in [
        "Grants to households",
        "Present coverage",
        "[own value]",
        "[assumption]",
    ] {
        assert!(text.contains(part), "{part} in\n{text}");
    }
}

/// A scenario equal to the plan says that nothing differs instead of listing zeros.
#[test]
fn the_plan_is_explained_as_the_plan() {
    let trace = Trace::of(region(), &Scenario::default());
    let year = region().years.first_plan;
    for (figure, node) in trace.figures() {
        if let ScreenFigure::ChannelPart(channel, component, of) = figure
            && of == year
            && !matches!(channel.name(), "clawback")
        {
            let what = trace.node(node).term.map(|term| term.what);
            assert_eq!(what, Some(Quantity::ChannelPart(channel, component)));
            assert!(trace.node(node).vanishes, "{figure}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn every_figure_of_any_scenario_is_explained_by_its_own_computation(
        changes in prop::collection::vec((any::<usize>(), 0..=1000u32), 0..60)
    ) {
        let years = region().years;
        let by_year = Yearly::levers().flat_map(|lever| {
            let later = years.plan().skip(1);
            later.map(move |year| Key::Yearly(Yearly::Lever(lever), year))
        });
        let keys: Vec<Key> = region().parameters.keys().copied().chain(by_year).collect();
        let mut scenario = Scenario::default();
        for (index, place) in changes {
            let key = keys[index % keys.len()];
            let (least, most) = key.range();
            let place = Decimal::new(i64::from(place), 3);
            // What one whole has no room for is refused, which is in order here.
            let _refused = scenario.set(region(), key, (least + (most - least) * place).round_dp(6));
        }
        check(&scenario)?;
    }
}
