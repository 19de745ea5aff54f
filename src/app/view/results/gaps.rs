//! The headline income against the benchmarks that are known: a plot with one scale for all, and the numbers beside it.

use rust_decimal::Decimal;
use yew::prelude::*;

use crate::analysis::summary::Closing;
use crate::app::state::Results;
use crate::app::view::context::use_page;
use crate::app::view::figure::{ScreenFigure, figure};
use crate::app::view::parts::{Shared, other_concept, percent, sentence, signed, tone};
use crate::app::view::tools::{Tool, tool_button};
use crate::app::words::Words;
use crate::number::{Share, YuanPerPerson};
use crate::region::key::{Benchmark, Year};

/// The results.
#[derive(Properties, PartialEq)]
pub struct GapsProps {
    /// Those shown.
    pub results: Shared<Results>,
}

/// The card of the gaps.
#[component]
pub fn Gaps(props: &GapsProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let results = &props.results;
    let (summary, years) = (results.summary(), results.outcome.years);
    let outcome = &results.outcome;
    let (Some(first_plan), Some(first), Some(last)) = (
        outcome.plan.first(),
        outcome.scenario.first(),
        outcome.scenario.last(),
    ) else {
        return html! {};
    };
    let year = years.first_plan.to_string();
    // Only where the user has own assumptions there is something to keep apart; where they move no benchmark, it
    // is the same for all and stated once.
    let before = results
        .outcome
        .plan
        .first()
        .zip(results.published.plan.first());
    let moves_benchmarks =
        before.is_some_and(|(plan, published)| plan.benchmarks != published.benchmarks);
    let before = before.filter(|_| moves_benchmarks || results.moves_the_plan());
    let apart = |benchmark| {
        let (plan, published) = before.filter(|_| moves_benchmarks)?;
        let assumed = plan.lead(benchmark)? - published.lead(benchmark)?;
        Some((assumed, first.difference()))
    };
    let apart_at_once = before
        .filter(|_| !moves_benchmarks)
        .map(|(plan, published)| plan.income - published.income);
    let scale = Scale::over(
        Benchmark::OF_INCOME
            .into_iter()
            .filter_map(|benchmark| first.benchmark(benchmark))
            .chain([first.income, first_plan.income]),
    );
    let plot = |benchmark: YuanPerPerson| Plot {
        plan: scale.place(first_plan.income),
        scenario: scale.place(first.income),
        benchmark: scale.place(benchmark),
    };
    let rows = outcome.benchmarks_of_income().map(|benchmark| match first.benchmark(benchmark) {
        Some(value) => html! {
            <GapRow key={benchmark.name()} {benchmark} year={first.year} {value} plot={plot(value)}
                lead={first.income - value}
                closing={summary.closing[benchmark as usize]}
                reopens={last.is_behind(benchmark)}
                growth={summary.average_growth}
                apart={apart(benchmark)}
                horizon={years.horizon} />
        },
        None => html! { <UnknownRow key={benchmark.name()} {benchmark} /> },
    });
    html! {
        <section class="card gaps" aria-labelledby="results-gaps-title">
            <h2 id="results-gaps-title">
                { words.text("result-gaps") }
                <span class="soft">{ words.format("result-gaps-unit", &[("year", &year)]) }</span>
            </h2>
            <p class="gap-legend soft" aria-hidden="true">
                { for ["plan", "scenario", "benchmark"].map(|name| html! {
                    <span><i class={classes!("gap-sample", name)}></i>
                        { words.text(&format!("result-{name}")) }</span>
                }) }
            </p>
            <table>
                <caption class="unseen">{ words.text("result-gaps-caption") }</caption>
                <thead class="unseen">
                    <tr>
                        <th scope="col">{ words.text("result-benchmark") }</th>
                        <td></td>
                        <th scope="col" class="number">{ words.text("result-benchmark-value") }</th>
                        <th scope="col" class="number">{ words.text("result-gap") }</th>
                        <th scope="col">{ words.text("result-closing") }</th>
                    </tr>
                </thead>
                <tbody>
                    { for rows }
                </tbody>
            </table>
            if let Some(assumed) = apart_at_once {
                <p class="apart" data-testid="gap-apart">
                    { of_it(words, first.year, ScreenFigure::AssumptionEffect(first.year), assumed, first.difference()) }
                </p>
            }
            <p class="soft note">
                { words.text("result-net-income") }
                if let Some(unknown) = words.unknown_benchmarks(outcome) {
                    { " " }
                    <span data-testid="gaps-unknown">{ unknown }</span>
                }
            </p>
            <p class="tool-links">
                { tool_button(words, Tool::Goal, "tool-goal") }
                { tool_button(words, Tool::MonteCarlo, "tool-chance") }
            </p>
        </section>
    }
}

/// The scale that plan, scenario and benchmarks share.
struct Scale {
    least: Decimal,
    range: Decimal,
}

impl Scale {
    fn over(amounts: impl Iterator<Item = YuanPerPerson>) -> Self {
        let amounts: Vec<Decimal> = amounts.map(YuanPerPerson::exact).collect();
        let least = amounts.iter().copied().min().unwrap_or_default();
        let most = amounts.iter().copied().max().unwrap_or_default();
        Self {
            least,
            range: most - least,
        }
    }

    /// Position of an amount, in per cent of the width; the marks at the ends keep their room.
    fn place(&self, amount: YuanPerPerson) -> Decimal {
        if self.range.is_zero() {
            return Decimal::from(50);
        }
        let share = (amount.exact() - self.least) / self.range;
        (share * Decimal::from(94) + Decimal::from(3)).round_dp(2)
    }
}

/// Positions of the marks of a benchmark's line, in per cent of its width.
#[derive(Clone, Copy, PartialEq)]
struct Plot {
    plan: Decimal,
    scenario: Decimal,
    benchmark: Decimal,
}

impl Plot {
    /// The drawing: the gap as a bar, and the marks over it. The numbers beside it say the same.
    fn draw(self, is_other_concept: bool) -> Html {
        let at = |place: Decimal, class: &'static str, radius: &'static str| {
            html! { <circle {class} cx={percent(place)} cy="8" r={radius} /> }
        };
        let is_behind = self.scenario < self.benchmark;
        let (from, to) = (
            self.scenario.min(self.benchmark),
            self.scenario.max(self.benchmark),
        );
        let mark = percent(self.benchmark);
        html! {
            <svg class="gap-plot" aria-hidden="true">
                <line class="gap-way" x1="0" x2="100%" y1="8" y2="8" />
                <line class={classes!(
                        "gap-bar",
                        if is_behind { "behind" } else { "ahead" },
                        is_other_concept.then_some("other"),
                    )}
                    x1={percent(from)} x2={percent(to)} y1="8" y2="8" />
                <line class="gap-benchmark" x1={mark.clone()} x2={mark} y1="1" y2="15" />
                { at(self.plan, "gap-plan", "4") }
                { at(self.scenario, "gap-scenario", "4") }
            </svg>
        }
    }
}

/// Effects of assumptions and of policy on a gap, in words.
fn of_it(
    words: &Words,
    year: Year,
    of: ScreenFigure,
    assumed: YuanPerPerson,
    policy: YuanPerPerson,
) -> Html {
    let parts = [
        ("assumed", figure(of, signed(words, assumed))),
        (
            "policy",
            figure(ScreenFigure::Difference(year), signed(words, policy)),
        ),
    ];
    sentence(words, "apart-gap", &parts)
}

/// One benchmark.
#[derive(Properties, PartialEq)]
struct GapRowProps {
    benchmark: Benchmark,
    year: Year,
    value: YuanPerPerson,
    plot: Plot,
    /// Income minus benchmark.
    lead: YuanPerPerson,
    closing: Closing,
    /// True where income is behind at the horizon.
    reopens: bool,
    growth: Option<Share>,
    /// Effects of own assumptions and of policy on the gap.
    apart: Option<(YuanPerPerson, YuanPerPerson)>,
    horizon: Year,
}

#[component]
fn GapRow(props: &GapRowProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let benchmark = props.benchmark;
    let lead = props.lead.rounded();
    let word = match tone(lead) {
        Some("loss") => words.text("result-behind"),
        Some(_) => words.text("result-ahead"),
        None => words.text("result-level"),
    };
    html! {
        <>
        <tr>
            <th scope="row">
                { words.benchmark(benchmark) }
                if benchmark.is_disposable_income() { { other_concept(words) } }
            </th>
            <td class="gap-plot-cell">{ props.plot.draw(benchmark.is_disposable_income()) }</td>
            <td class="number gap-value">
                { figure(ScreenFigure::Benchmark(benchmark, props.year), html! { { words.money(props.value) } }) }
            </td>
            <td class={classes!("number", "gap", tone(lead))}
                data-testid={format!("gap-{}", benchmark.name())}>
                { figure(ScreenFigure::Lead(benchmark, props.year), html! {
                    <strong>{ words.signed_money(props.lead) }</strong>
                }) }
                <small>{ word }</small>
            </td>
            <td class="closing" data-testid={format!("closing-{}", benchmark.name())}>
                { closing(words, props) }
            </td>
        </tr>
        if let Some((assumed, policy)) = props.apart {
            <tr class="apart" data-testid={format!("gap-apart-{}", benchmark.name())}>
                <td colspan="5">
                    { of_it(words, props.year, ScreenFigure::LeadAssumption(benchmark, props.year), assumed, policy) }
                </td>
            </tr>
        }
        </>
    }
}

/// Properties of the row of a benchmark that is known in later years only.
#[derive(Properties, PartialEq)]
struct UnknownRowProps {
    benchmark: Benchmark,
}

#[component]
fn UnknownRow(props: &UnknownRowProps) -> Html {
    let page = use_page();
    let words = &page.words;
    html! {
        <tr>
            <th scope="row">{ words.benchmark(props.benchmark) }</th>
            <td class="soft" colspan="4">{ words.text("result-unknown-this-year") }</td>
        </tr>
    }
}

fn closing(words: &Words, props: &GapRowProps) -> Html {
    let horizon = props.horizon.to_string();
    match props.closing {
        Closing::Unknown => html! { { words.text("value-unknown") } },
        Closing::In(year) => {
            let year = year.to_string();
            let text = words.format("result-closes", &[("year", &year)]);
            html! {
                <>
                    <span>{ text }</span>
                    if props.reopens {
                        <small>{ words.format("result-reopens", &[("year", &horizon)]) }</small>
                    }
                </>
            }
        }
        Closing::NotByHorizon(needed) => {
            let percent =
                |of: ScreenFigure, growth| figure(of, html! { { words.percent(growth, 2) } });
            let growth = match needed {
                Some(needed) => {
                    let own = props.growth;
                    let own = own.map(|growth| percent(ScreenFigure::AverageGrowth, growth));
                    let parts = [
                        (
                            "needed",
                            percent(ScreenFigure::NeededGrowth(props.benchmark), needed),
                        ),
                        ("own", own.unwrap_or_else(|| html! { "—" })),
                    ];
                    sentence(words, "result-needs", &parts)
                }
                None => html! { { words.text("result-out-of-reach") } },
            };
            html! {
                <>
                    <span>{ words.format("result-not-by", &[("year", &horizon)]) }</span>
                    <small>{ growth }</small>
                </>
            }
        }
    }
}
