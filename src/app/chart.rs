//! What the results draw, computed without a browser: the main chart here, the channels' bars in
//! [`waterfall`].
//!
//! The chart's library is told in JSON. Colours are names of the style sheet's custom
//! properties, looked up when it is drawn, so that light and dark need no second drawing; texts
//! are data that the browser's side puts into text nodes.

pub mod waterfall;

/// Where a gain comes from, and sums that agree: also what a report says.
pub use crate::analysis::{gain, sums};

use serde::Serialize;
use serde_json::{Value, json};

use crate::app::state::Results;
use crate::i18n::Catalog;
use crate::number::YuanPerPerson;
use crate::region::key::Benchmark;

/// What the chart shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// Incomes and benchmarks.
    Levels,
    /// What policy and assumptions change, which is too small to be seen beside whole incomes.
    Differences,
}

/// A line of the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The plan under the region's assumptions.
    Published,
    /// The plan under the user's assumptions.
    Plan,
    /// The scenario.
    Scenario,
    /// A benchmark.
    Benchmark(Benchmark),
    /// Scenario minus plan: what the levers change.
    PolicyEffect,
    /// Plan under the user's minus plan under the region's assumptions.
    AssumptionEffect,
}

/// How a line looks; told apart by dashes and symbols too, not by colour alone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// The custom property of its colour.
    pub colour: &'static str,
    /// Lengths of dashes and gaps; a solid line has none.
    pub dashes: &'static [u8],
    /// Its symbol at every year.
    pub symbol: Symbol,
    /// Its width.
    pub width: f32,
}

/// The symbol at a line's points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Symbol {
    /// ●
    Circle,
    /// ■
    Rect,
    /// ▲
    Triangle,
    /// ◆
    Diamond,
    /// ○
    EmptyCircle,
    /// □
    EmptyRect,
    /// △
    EmptyTriangle,
}

impl Symbol {
    /// Its shape by its name in the chart's library.
    pub fn shape(self) -> &'static str {
        match self {
            Self::Circle | Self::EmptyCircle => "circle",
            Self::Rect | Self::EmptyRect => "rect",
            Self::Triangle | Self::EmptyTriangle => "triangle",
            Self::Diamond => "diamond",
        }
    }

    /// Whether only its outline is drawn.
    pub fn is_empty(self) -> bool {
        matches!(
            self,
            Self::EmptyCircle | Self::EmptyRect | Self::EmptyTriangle
        )
    }
}

impl Line {
    /// The lines of a view; the user's plan has one of its own where it differs.
    pub fn of_view(view: View, own_assumptions: bool) -> Vec<Self> {
        let own = |line: Self| own_assumptions.then_some(line);
        match view {
            View::Levels => [Some(Self::Scenario), own(Self::Plan), Some(Self::Published)]
                .into_iter()
                .flatten()
                .chain(Benchmark::OF_INCOME.map(Self::Benchmark))
                .collect(),
            View::Differences => [Some(Self::PolicyEffect), own(Self::AssumptionEffect)]
                .into_iter()
                .flatten()
                .collect(),
        }
    }

    /// Its name.
    pub fn name(self, words: &Catalog, own_assumptions: bool) -> std::rc::Rc<str> {
        match self {
            Self::Published if own_assumptions => words.text("chart-plan-published"),
            Self::Published => words.text("chart-plan"),
            Self::Plan => words.text("chart-plan-own"),
            Self::Scenario => words.text("chart-scenario"),
            Self::Benchmark(benchmark) => words.benchmark(benchmark),
            Self::PolicyEffect => words.text("chart-policy-effect"),
            Self::AssumptionEffect => words.text("chart-assumption-effect"),
        }
    }

    /// Whether it is disposable income, another concept than the headline's net income.
    pub fn is_other_concept(self) -> bool {
        matches!(self, Self::Benchmark(benchmark) if benchmark.is_disposable_income())
    }

    /// How it looks. Disposable incomes are dashed, net incomes are not.
    pub fn style(self) -> Style {
        let style = |colour, dashes, symbol, width| Style {
            colour,
            dashes,
            symbol,
            width,
        };
        match self {
            Self::Scenario | Self::PolicyEffect => {
                style("--series-scenario", &[], Symbol::Circle, 3.0)
            }
            Self::Plan | Self::AssumptionEffect => {
                style("--series-plan", &[], Symbol::EmptyRect, 2.0)
            }
            Self::Published => style("--series-published", &[2, 3], Symbol::EmptyCircle, 2.0),
            Self::Benchmark(Benchmark::LiftedProvince) => {
                style("--series-benchmark-1", &[], Symbol::Triangle, 1.5)
            }
            Self::Benchmark(Benchmark::LiftedNation) => {
                style("--series-benchmark-2", &[], Symbol::Diamond, 1.5)
            }
            Self::Benchmark(Benchmark::RuralProvince) => {
                style("--series-benchmark-3", &[7, 4], Symbol::EmptyTriangle, 1.5)
            }
            Self::Benchmark(Benchmark::RuralNation | Benchmark::LiftedCounties) => {
                style("--series-benchmark-4", &[7, 4], Symbol::Rect, 1.5)
            }
        }
    }

    /// Its amounts from the year before the plan to the horizon.
    pub fn amounts(self, results: &Results) -> Vec<YuanPerPerson> {
        let outcome = &results.outcome;
        let published = &results.published;
        let zero = YuanPerPerson::ZERO;
        match self {
            Self::Published => prefixed(
                published.base_income,
                published.plan.iter().map(|year| year.income),
            ),
            Self::Plan => prefixed(
                outcome.base_income,
                outcome.plan.iter().map(|year| year.income),
            ),
            Self::Scenario => prefixed(
                outcome.base_income,
                outcome.scenario.iter().map(|year| year.income),
            ),
            Self::Benchmark(benchmark) => prefixed(
                outcome.base_benchmarks[benchmark as usize],
                outcome
                    .scenario
                    .iter()
                    .map(|year| year.benchmarks[benchmark as usize]),
            ),
            Self::PolicyEffect => {
                prefixed(zero, outcome.scenario.iter().map(|year| year.difference()))
            }
            Self::AssumptionEffect => prefixed(
                outcome.base_income - published.base_income,
                assumption_effects(results),
            ),
        }
    }
}

fn prefixed(base: YuanPerPerson, years: impl Iterator<Item = YuanPerPerson>) -> Vec<YuanPerPerson> {
    std::iter::once(base).chain(years).collect()
}

/// What the user's assumptions do to the plan, year by year.
fn assumption_effects(results: &Results) -> impl Iterator<Item = YuanPerPerson> + '_ {
    let own = results.outcome.plan.iter();
    own.zip(&results.published.plan)
        .map(|(own, published)| own.income - published.income)
}

/// Whether the user's assumptions move the plan at all.
pub fn moves_the_plan(results: &Results) -> bool {
    results.outcome.base_income != results.published.base_income
        || assumption_effects(results).any(|effect| effect != YuanPerPerson::ZERO)
}

/// Everything that the browser's side needs for drawing.
#[derive(Debug, Serialize)]
pub struct Drawing {
    /// The language of numbers.
    pub locale: &'static str,
    /// Behind every amount.
    pub unit: String,
    /// Amounts carry their sign.
    pub signed: bool,
    /// The library's options.
    pub option: Value,
}

/// The main chart, without the lines that are hidden.
pub fn drawing(words: &Catalog, results: &Results, view: View, hidden: &[Line]) -> Drawing {
    let own = moves_the_plan(results);
    let years = results.outcome.years;
    let labels: Vec<String> = (years.base()..=years.horizon)
        .map(|year| year.to_string())
        .collect();
    // Drawn from the back to the front: the scenario lies over everything.
    let series: Vec<Value> = Line::of_view(view, own)
        .into_iter()
        .rev()
        .filter(|line| !hidden.contains(line))
        .map(|line| series(line, &line.name(words, own), results))
        .collect();
    let option = json!({
        "animation": false,
        "textStyle": { "fontFamily": "var(--font)" },
        "grid": { "left": 8, "right": 20, "top": 12, "bottom": 4, "outerBoundsMode": "same", "outerBoundsContain": "axisLabel" },
        "xAxis": {
            "type": "category",
            "boundaryGap": false,
            "data": labels,
            "axisLine": { "onZero": false, "lineStyle": { "color": "var(--line-strong)" } },
            "axisTick": { "show": false },
            "axisLabel": { "color": "var(--ink-soft)", "fontSize": 12 },
        },
        "yAxis": {
            "type": "value",
            "scale": view == View::Levels,
            "axisLabel": { "color": "var(--ink-soft)", "fontSize": 12 },
            "splitLine": { "lineStyle": { "color": "var(--line)" } },
        },
        "tooltip": {
            "trigger": "axis",
            "confine": true,
            "transitionDuration": 0,
            "order": "valueDesc",
            "className": "chart-tip",
            "backgroundColor": "var(--surface)",
            "borderColor": "var(--line-strong)",
            "padding": 0,
            "textStyle": { "color": "var(--ink)", "fontSize": 12 },
            "axisPointer": { "animation": false, "lineStyle": { "color": "var(--line-strong)", "type": "solid" } },
        },
        "series": series,
    });
    Drawing {
        locale: words.language().tag(),
        unit: words.text("unit-yuan").to_string(),
        signed: view == View::Differences,
        option,
    }
}

fn series(line: Line, name: &str, results: &Results) -> Value {
    let style = line.style();
    let colour = format!("var({})", style.colour);
    // Rounded once, as everywhere; the chart draws pixels, so the nearest binary number will do.
    let amounts: Vec<f64> = line
        .amounts(results)
        .iter()
        .filter_map(|amount| amount.rounded().to_string().parse().ok())
        .collect();
    // The library paints the inside of its own empty symbols white, also in the dark.
    let inside = if style.symbol.is_empty() {
        "var(--surface)"
    } else {
        &colour
    };
    json!({
        "type": "line",
        "name": name,
        "data": amounts,
        "symbol": style.symbol.shape(),
        "symbolSize": if style.symbol.is_empty() { 6 } else { 8 },
        "showAllSymbol": true,
        "color": colour,
        "itemStyle": { "color": inside, "borderColor": colour, "borderWidth": if style.symbol.is_empty() { 1.5 } else { 0.0 } },
        "lineStyle": {
            "color": colour,
            "width": style.width,
            "type": if style.dashes.is_empty() { json!("solid") } else { json!(style.dashes) },
        },
        "emphasis": { "disabled": true },
    })
}

/// The chart in a sentence, for those who don't see it.
pub fn description(words: &Catalog, results: &Results) -> String {
    let (Some(plan), Some(scenario)) =
        (results.outcome.plan.last(), results.outcome.scenario.last())
    else {
        return String::new();
    };
    let years = results.outcome.years;
    words.format(
        "chart-description",
        &[
            ("from", &years.base().to_string()),
            ("to", &years.horizon.to_string()),
            ("base", &words.money(results.outcome.base_income)),
            ("plan", &words.money(plan.income)),
            ("scenario", &words.money(scenario.income)),
        ],
    )
}

#[cfg(test)]
mod tests;
