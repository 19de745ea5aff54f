//! Winners and losers of a scenario: by tenths of the people, kind, county and size, as a table and a chart.

use rust_decimal::Decimal;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::chart_card::RegisterChartCard;
use super::overview::FiguresProps;
use super::said::{self, figure, part, people};
use crate::app::view::context::{use_page, use_session_state};
use crate::app::view::parts::tone;
use crate::app::view::shared::Shared;
use crate::app::words::Words;
use crate::chart::households::{RegisterChart, RegisterDrawing};
use crate::register::figures::{MovedHouseholds, RegisterFigures, RegisterGroup};

/// The most groups that are drawn; the table has all.
const MOST_DRAWN: usize = 24;

/// A way to make groups.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Grouping {
    Tenths,
    Kind,
    County,
    Members,
}

impl Grouping {
    const ALL: [Self; 4] = [Self::Tenths, Self::Kind, Self::County, Self::Members];

    fn label(self) -> &'static str {
        match self {
            Self::Tenths => "register-by-tenths",
            Self::Kind => "register-by-kind",
            Self::County => "register-by-county",
            Self::Members => "register-by-members",
        }
    }
}

/// A group with what is shown of it.
struct GroupLine {
    name: String,
    shown: Option<GroupNumbers>,
}

struct GroupNumbers {
    households: u64,
    people: u64,
    means: [Option<Decimal>; 2],
    under: Option<[Option<u64>; 2]>,
    moved: MovedHouseholds,
}

fn lines(words: &Words, figures: &RegisterFigures, by: Grouping) -> Vec<GroupLine> {
    let of = |groups: &[RegisterGroup], name: &dyn Fn(&RegisterGroup) -> String| {
        let lines = groups.iter().map(|group| GroupLine {
            name: name(group),
            shown: group.shown.as_ref().map(|it| GroupNumbers {
                households: it.households,
                people: it.people,
                means: [it.plan.mean, it.scenario.mean],
                under: Some([&it.plan, &it.scenario].map(|side| side.under.map(|it| it.people))),
                moved: it.moved,
            }),
        });
        lines.collect()
    };
    match by {
        Grouping::Tenths => tenths(words, figures),
        Grouping::Kind => of(&figures.by.kind, &|group| {
            let kinds = zengshou_households::columns::HouseholdKind::ALL;
            let kind = kinds.into_iter().find(|kind| kind.name() == group.name);
            kind.map_or_else(|| group.name.clone(), |kind| said::kind(words, kind))
        }),
        Grouping::County => of(&figures.by.county, &|group| match group.name.is_empty() {
            true => words.text("register-no-county").to_string(),
            false => group.name.clone(),
        }),
        Grouping::Members => of(&figures.by.members, &|group| match &*group.name {
            "1" => words.text("register-members-one").to_string(),
            "6+" => words.text("register-members-more").to_string(),
            members => words.format("register-members", &[("members", members)]),
        }),
    }
}

fn tenths(words: &Words, figures: &RegisterFigures) -> Vec<GroupLine> {
    let lines = figures.tenths.iter().enumerate().map(|(at, tenth)| {
        let id = match at {
            0 => "register-tenth-first",
            9 => "register-tenth-last",
            _ => "register-tenth",
        };
        GroupLine {
            name: words.format(id, &[("number", &(at + 1).to_string())]),
            shown: tenth.shown.as_ref().map(|it| GroupNumbers {
                households: it.households,
                people: it.people,
                means: [it.plan, it.scenario],
                under: None,
                moved: it.moved,
            }),
        }
    });
    lines.collect()
}

/// The part of the page.
#[component]
pub fn GainsPart(props: &FiguresProps) -> Html {
    let words = use_page().words;
    let by = use_session_state("register-by", || Grouping::Tenths);
    let of = (props.figures.clone(), *by, words.clone());
    let chart = use_memo(of, |(figures, by, words)| {
        chart(words, figures, *by, &lines(words, figures, *by))
    });
    let lines = lines(&words, &props.figures, *by);
    let onchange = {
        let by = by.setter();
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let at = usize::try_from(select.selected_index()).unwrap_or(0);
            by.set(Grouping::ALL.get(at).copied().unwrap_or(Grouping::Tenths));
        })
    };
    let change = &props.figures.change;
    let moved = words.format(
        "register-moved",
        &[
            ("gaining", &people(&words, change.gaining)),
            ("losing", &people(&words, change.losing)),
        ],
    );
    html! {
        <>
            <section class="card" aria-labelledby="register-gains-title">
                <h2 id="register-gains-title">{ words.format("register-gains-title", &[("year", &props.figures.year.to_string())]) }</h2>
                <label class="bureau-setting register-narrow">
                    <span>{ words.text("register-by") }</span>
                    <select data-testid="register-by" {onchange}>
                        { for Grouping::ALL.map(|it| html! { <option selected={it == *by}>{ words.text(it.label()) }</option> }) }
                    </select>
                </label>
                <p data-testid="register-moved">{ moved }</p>
                if change.losing != Some(0) {
                    <p class="hint">{ words.text("register-losing-why") }</p>
                }
                { table(&words, *by, &lines) }
                <p class="hint">{ words.text("register-hidden-why") }</p>
            </section>
            <RegisterChartCard chart={Shared(chart)} title={words.text("register-gains-chart").to_string()} />
        </>
    }
}

fn table(words: &Words, by: Grouping, lines: &[GroupLine]) -> Html {
    let mut heads = vec![
        "register-households",
        "register-people",
        "register-mean-plan",
        "register-mean-scenario",
        "register-mean-change",
        "register-gaining",
        "register-losing",
    ];
    if by != Grouping::Tenths {
        heads.extend(["register-under-plan", "register-under-scenario"]);
    }
    let columns = heads.len();
    html! {
        <div class="scroller register-long" role="region" tabindex="0" aria-label={words.text("register-groups")}>
            <table class="bureau-table numbers" data-testid="register-groups">
                <caption>{ words.text("register-groups") }</caption>
                <thead><tr>
                    <th scope="col">{ words.text(by.label()) }</th>
                    { for heads.iter().map(|id| html! { <th scope="col">{ words.text(id) }</th> }) }
                </tr></thead>
                <tbody>{ for lines.iter().map(|line| html! {
                    <tr>
                        <th scope="row">{ &line.name }</th>
                        { match &line.shown {
                            Some(shown) => cells(words, shown),
                            None => html! { <td colspan={columns.to_string()} class="soft">{ said::hidden(words) }</td> },
                        } }
                    </tr>
                }) }</tbody>
            </table>
        </div>
    }
}

fn cells(words: &Words, of: &GroupNumbers) -> Html {
    let cell = |value: String| html! { <td class="number">{ value }</td> };
    let [plan, scenario] = of.means;
    let change = plan.zip(scenario).map(|(plan, scenario)| scenario - plan);
    html! {
        <>
            { cell(people(words, Some(of.households))) }
            { cell(people(words, Some(of.people))) }
            { cell(figure(words, plan)) }
            { cell(figure(words, scenario)) }
            <td class={classes!("number", change.and_then(tone))}>
                { change.map_or_else(|| said::hidden(words), |it| words.numbers().decimal(it, 2, true)) }
            </td>
            { cell(people(words, of.moved.gaining)) }
            { cell(people(words, of.moved.losing)) }
            if let Some(under) = of.under {
                { for under.map(|it| cell(people(words, it))) }
            }
        </>
    }
}

fn chart(
    words: &Words,
    figures: &RegisterFigures,
    by: Grouping,
    lines: &[GroupLine],
) -> RegisterChart {
    let drawn = || lines.iter().take(MOST_DRAWN);
    let side = |id: &str, of: fn(&MovedHouseholds) -> Option<u64>| {
        let shares = drawn().map(|line| {
            let shown = line.shown.as_ref()?;
            let share = part(of(&shown.moved)?, shown.households)?;
            Some(share * Decimal::ONE_HUNDRED)
        });
        (words.text(id).to_string(), shares.collect())
    };
    let description = words.format(
        "register-gains-said",
        &[
            ("gaining", &people(words, figures.change.gaining)),
            ("losing", &people(words, figures.change.losing)),
            (
                "households",
                &people(words, Some(figures.register.households)),
            ),
        ],
    );
    RegisterChart {
        drawing: RegisterDrawing::Columns,
        head: words.text(by.label()).to_string(),
        places: drawn().map(|line| line.name.clone()).collect(),
        unit: "%".to_owned(),
        digits: 2,
        series: vec![
            side("register-losing", |moved| moved.losing),
            side("register-gaining", |moved| moved.gaining),
        ],
        marks: Vec::new(),
        description,
        hidden: said::hidden(words),
    }
}
