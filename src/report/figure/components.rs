//! The components of income over the years: plan beside scenario, stacked.

use super::plot::{Plot, fillings};
use super::{Anchor, Drawing, Filling, Shape, label, pixels};
use crate::i18n::Catalog;
use crate::region::key::Component;
use crate::report::Facts;

const WIDTH: f64 = 660.0;

fn filling(component: Component) -> Filling {
    match component {
        Component::Wage => Filling::Earned,
        Component::Operating => Filling::Dotted,
        Component::Property => Filling::Ruled,
        Component::Transfer => Filling::Received,
    }
}

/// Draws the components: of every year the plan at the left, the scenario at the right.
pub fn components(facts: &Facts, words: &Catalog) -> Drawing {
    let years: Vec<_> = facts.years().collect();
    let most = years
        .iter()
        .flat_map(|year| [year.plan.income, year.scenario.income])
        .map(pixels)
        .fold(0f64, f64::max);
    let plot = Plot::new((62.0, WIDTH - 12.0, 24.0, 210.0), 0.0, most);
    let mut shapes = vec![label(
        (4.0, 12.0),
        Anchor::Start,
        words.text("result-yuan-a-head").to_string(),
    )];
    plot.guides(&mut shapes, words, "");
    let room = (plot.right - plot.left) / years.len().max(1) as f64;
    let width = room * 0.34;
    for (index, year) in years.iter().enumerate() {
        let middle = plot.left + room * (index as f64 + 0.5);
        for (side, left) in [
            (year.plan, middle - width - 1.0),
            (year.scenario, middle + 1.0),
        ] {
            let mut reached = 0.0;
            for component in Component::ALL {
                let amount = pixels(side.components[component as usize]);
                let (from, to) = (plot.y(reached), plot.y(reached + amount));
                reached += amount;
                shapes.push(Shape::Bar {
                    x: left,
                    y: to.min(from),
                    width,
                    height: (from - to).abs(),
                    filling: filling(component),
                });
            }
        }
        let text = year.scenario.year.to_string();
        shapes.push(label((middle, plot.bottom() + 16.0), Anchor::Middle, text));
    }
    let entries = Component::ALL
        .map(|component| (filling(component), words.component(component).to_string()));
    let at = (plot.left, WIDTH, plot.bottom() + 38.0);
    let height = fillings(&mut shapes, &entries, at);
    Drawing {
        width: WIDTH,
        height,
        shapes,
    }
}
