//! Projects by their types, and the category that each is counted as.

use web_sys::HtmlSelectElement;
use yew::prelude::*;
use zengshou_sheets::{FundUse, ProjectSum, TypeLine, TypeMap, TypeName, TypeTable};

use crate::app::view::context::use_page;
use crate::app::words::Words;

/// A line of the map with the category that it is to be counted as; nothing lets it be the usual.
pub type ChosenUse = (TypeName, Option<FundUse>);

/// Properties of the table.
#[derive(Properties, PartialEq)]
pub struct TypesProps {
    /// The table.
    pub table: TypeTable,
    /// Called with a choice; none where nothing can be chosen.
    #[prop_or_default]
    pub on_use: Option<Callback<ChosenUse>>,
}

/// The table of types.
#[component]
pub fn Types(props: &TypesProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let table = &props.table;
    if table.is_empty() {
        return Html::default();
    }
    let about = match props.on_use {
        Some(_) => "types-about",
        None => "types-about-region",
    };
    let title = words.text("types-title");
    html! {
        <section data-testid="project-types">
            if props.on_use.is_some() { <h3>{ &*title }</h3> } else { <h2>{ &*title }</h2> }
            <p class="soft">{ words.text(about) }</p>
            <div class="intake-scroll" role="region" tabindex="0" aria-label={title.to_string()}>
                <table class="intake-rows project-types">
                    <thead><tr>
                        <th scope="col">{ words.text("types-column-type") }</th>
                        <th scope="col">{ words.text("types-column-category") }</th>
                        <th scope="col">{ words.text("types-column-projects") }</th>
                        <th scope="col">{ words.text("types-column-money") }</th>
                    </tr></thead>
                    <tbody>
                        { for table.lines.iter().map(|line| row(words, table, line, props.on_use.as_ref())) }
                        if table.untyped.projects > 0 {
                            <tr>
                                <th scope="row">{ words.text("types-none") }</th>
                                <td>{ words.text("types-none-category") }</td>
                                { sums(words, &table.untyped) }
                            </tr>
                        }
                    </tbody>
                    <tbody data-testid="types-by-category">
                        <tr><th colspan="4" scope="rowgroup">{ words.text("types-by-category") }</th></tr>
                        { for FundUse::ALL.into_iter().zip(&table.by_use).map(|(of, sum)| html! {
                            <tr>
                                <th scope="row" colspan="2">{ words.fund_use(of) }</th>
                                { sums(words, sum) }
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
            if table.more_lines > 0 {
                <p>{ words.format("types-more", &[("count", &words.whole(table.more_lines.into()))]) }</p>
            }
        </section>
    }
}

fn sums(words: &Words, sum: &ProjectSum) -> Html {
    html! {
        <>
            <td class="number">{ words.whole(sum.projects.into()) }</td>
            <td class="number">{ words.planned_money(sum) }</td>
        </>
    }
}

fn row(
    words: &Words,
    table: &TypeTable,
    line: &TypeLine,
    on_use: Option<&Callback<ChosenUse>>,
) -> Html {
    let is_second = line.name.second_level.is_some();
    let name = words.type_name(&line.name);
    let category = match on_use {
        Some(on_use) => select(words, table, line, on_use),
        None if line.is_said => {
            let category = words.fund_use(line.counted_as);
            html! { { words.format("types-changed", &[("category", &category)]) } }
        }
        None => html! { { words.fund_use(line.counted_as) } },
    };
    html! {
        <tr key={line.name.to_string()} data-testid={format!("type-{}", line.name)}>
            <th scope="row" class={classes!(is_second.then_some("second-level"))}><bdi>{ name }</bdi></th>
            <td>{ category }</td>
            { sums(words, &line.sum) }
        </tr>
    }
}

fn select(words: &Words, table: &TypeTable, line: &TypeLine, on_use: &Callback<ChosenUse>) -> Html {
    let name = line.name.clone();
    let onchange = {
        let name = name.clone();
        on_use.reform(move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
            (name.clone(), FundUse::parse(&chosen))
        })
    };
    // A second level goes with its type unless something else is said.
    let usual = name.second_level.as_ref().map(|_| {
        let whole = TypeName::whole(name.project_type);
        let whole = table.lines.iter().find(|other| other.name == whole);
        let of = whole.map_or(TypeMap::usual(name.project_type), |whole| whole.counted_as);
        words.format("types-as-type", &[("category", &words.fund_use(of))])
    });
    let is_usual = usual.is_some() && !line.is_said;
    let label = words.format("types-category-of", &[("name", &words.type_name(&name))]);
    html! {
        <select aria-label={label} {onchange}>
            if let Some(usual) = usual {
                <option value="" selected={is_usual}>{ usual }</option>
            }
            { for FundUse::ALL.into_iter().map(|of| html! {
                <option value={of.name()} selected={!is_usual && of == line.counted_as}>{ words.fund_use(of) }</option>
            }) }
        </select>
    }
}
