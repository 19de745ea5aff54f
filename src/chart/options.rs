//! The common parts of all charts: the message to the browser's side, axes, tooltips, legends, textures.

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::analysis::prices::Deflator;
use crate::export::table::DataTable;
use crate::i18n::Catalog;
use crate::model::Channel;
use crate::number::YuanPerPerson;
use crate::region::key::Component;

/// A chart with its twin in numbers and its description in words.
#[derive(Debug)]
pub struct ChartModel {
    /// The drawing.
    pub drawing: Drawing,
    /// The same in numbers.
    pub table: DataTable,
    /// The same in a sentence or two, for those who don't see it.
    pub description: String,
}

/// Everything that the browser's side needs for drawing.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Drawing {
    /// The language of numbers.
    pub locale: &'static str,
    /// Behind every amount.
    pub unit: String,
    /// Amounts carry their sign.
    pub signed: bool,
    /// The tooltip of each place along the axis, where amounts alone won't do.
    pub tips: Vec<Tip>,
    /// True where a place can be chosen by pointing at it.
    pub picks: bool,
    /// A remark on the amounts, in every tooltip.
    pub remark: Option<String>,
    /// The library's options.
    pub option: Value,
    /// The differences where the place is narrow: options of the same shape.
    pub narrow: Option<Value>,
}

impl ChartModel {
    /// The same of amounts in constant prices, said wherever they are read.
    #[must_use]
    pub fn in_prices(mut self, words: &Catalog, deflator: Option<Deflator>) -> Self {
        if let Some(deflator) = deflator {
            let remark = words.constant_prices(deflator);
            let said = [
                ("first", &*self.description),
                ("second", &*words.of_prices("prices-sentence", deflator)),
            ];
            self.description = words.format("result-two-sentences", &said);
            self.drawing.remark = Some(remark);
        }
        self
    }
}

/// A tooltip: texts alone.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Tip {
    /// The title.
    pub title: String,
    /// Lines of a label and its amounts.
    pub rows: Vec<Vec<String>>,
}

impl Drawing {
    /// A drawing in yuan a head.
    pub fn new(words: &Catalog, option: Value) -> Self {
        Self {
            locale: words.language().tag(),
            unit: words.text("unit-yuan").to_string(),
            signed: false,
            tips: Vec::new(),
            picks: false,
            remark: None,
            option,
            narrow: None,
        }
    }

    /// The same for a report: nobody points at it, and its legend, which the page may show apart,
    /// stands above it with the lines that it takes on paper.
    pub fn on_paper(mut self) -> Self {
        self.tips.clear();
        self.picks = false;
        let narrow = narrow_legend(&self.option);
        if let Some(top) = legend_room(&self.option, PAPER_WIDTH) {
            let legend = json!({ "legend": { "show": true }, "grid": { "top": top } });
            self.option = put(self.option, legend);
        }
        self.narrow = self.narrow.or(narrow);
        self
    }
}

/// The options of a chart with two axes, with more entries put in.
pub fn base(category: Value, value: Value, is_horizontal: bool, series: Vec<Value>) -> Value {
    let (x, y) = if is_horizontal {
        (value, category)
    } else {
        (category, value)
    };
    json!({
        "animation": false,
        "textStyle": { "fontFamily": "var(--font)" },
        "grid": { "left": 8, "right": 20, "top": 12, "bottom": 4, "outerBoundsMode": "same", "outerBoundsContain": "axisLabel" },
        "xAxis": x,
        "yAxis": y,
        "tooltip": tooltip("axis"),
        "series": series,
    })
}

/// An axis of names or years.
pub fn category_axis(labels: Vec<String>) -> Value {
    json!({
        "type": "category",
        "data": labels,
        "axisLine": { "onZero": false, "lineStyle": { "color": "var(--line-strong)" } },
        "axisTick": { "show": false },
        "axisLabel": { "color": "var(--ink-soft)", "fontSize": 12 },
    })
}

/// An axis of amounts.
pub fn value_axis() -> Value {
    json!({
        "type": "value",
        "axisLabel": { "color": "var(--ink-soft)", "fontSize": 12, "hideOverlap": true },
        "splitLine": { "lineStyle": { "color": "var(--line)" } },
    })
}

/// The tooltip's frame; its content is made of text nodes by the browser's side.
pub fn tooltip(trigger: &str) -> Value {
    json!({
        "trigger": trigger,
        "confine": true,
        "transitionDuration": 0,
        "order": "valueDesc",
        "className": "chart-tip",
        "backgroundColor": "var(--surface)",
        "borderColor": "var(--line-strong)",
        "padding": 0,
        "textStyle": { "color": "var(--ink)", "fontSize": 12 },
        "axisPointer": { "animation": false, "lineStyle": { "color": "var(--line-strong)", "type": "solid" }, "shadowStyle": { "color": "var(--line)", "opacity": 0.5 } },
    })
}

/// A legend of names; hidden where the page has one of its own, but shown in pictures.
pub fn legend(names: Vec<String>, is_shown: bool) -> Value {
    json!({
        "show": is_shown,
        "data": names,
        "left": 8,
        "top": 0,
        "padding": 0,
        "itemWidth": 22,
        "itemHeight": 12,
        "itemGap": 14,
        "selectedMode": false,
        "itemStyle": { "opacity": 1 },
        "textStyle": { "color": "var(--ink)", "fontSize": 12 },
    })
}

/// The differences where the place is narrow: the legend takes more lines.
pub fn narrow_legend(option: &Value) -> Option<Value> {
    let top = legend_room(option, NARROW_WIDTH)?;
    Some(json!({ "grid": { "top": top, "right": 12 }, "legend": { "itemGap": 8 } }))
}

/// The room for a legend above the drawing where it has a width, each name as wide as its letters.
fn legend_room(option: &Value, room: usize) -> Option<usize> {
    let names = option["legend"]["data"].as_array()?;
    let widths = names.iter().filter_map(Value::as_str).map(|name| {
        let letters = name
            .chars()
            .map(|letter| if letter.is_ascii() { 7 } else { 12 });
        LEGEND_MARK + letters.sum::<usize>()
    });
    let (mut lines, mut used) = (1, 0);
    for width in widths {
        if used > 0 && used + width > room {
            lines += 1;
            used = 0;
        }
        used += width;
    }
    Some(18 + 22 * lines)
}

/// The width of a legend's mark with the gaps beside it, in pixels.
const LEGEND_MARK: usize = 35;
/// The width that is there for a legend on a phone, in pixels.
const NARROW_WIDTH: usize = 300;
/// The width that is there for a legend on paper, in pixels.
const PAPER_WIDTH: usize = 600;

/// Puts entries over those of an object of options; lists of equal length are met one by one.
pub fn put(mut option: Value, more: Value) -> Value {
    if let (Some(entries), Value::Object(more)) = (option.as_object_mut(), more) {
        for (name, value) in more {
            merge(entries, name, value);
        }
    }
    option
}

fn merge(entries: &mut Map<String, Value>, name: String, value: Value) {
    let merged = match (entries.remove(&name), value) {
        (Some(old @ Value::Object(_)), new @ Value::Object(_)) => put(old, new),
        (Some(Value::Array(old)), Value::Array(new)) if old.len() == new.len() => {
            let pairs = old.into_iter().zip(new);
            let each = pairs.map(|(old, new)| if new.is_object() { put(old, new) } else { new });
            each.collect()
        }
        (_, new) => new,
    };
    entries.insert(name, merged);
}

/// A fill that can be distinguished without colour, too.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fill {
    /// The custom property of its colour.
    pub colour: &'static str,
    /// Its texture.
    pub texture: Texture,
}

/// Lines or dots over a fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Texture {
    /// Nothing.
    Plain,
    /// Rising lines: received income, everywhere on the page.
    Rising,
    /// Falling lines.
    Falling,
    /// Level lines.
    Level,
    /// Upright lines.
    Upright,
    /// Dots.
    Dots,
}

impl Fill {
    /// A fill.
    pub const fn new(colour: &'static str, texture: Texture) -> Self {
        Self { colour, texture }
    }

    /// The library's options of it.
    pub fn style(self) -> Value {
        json!({
            "color": format!("var({})", self.colour),
            "decal": self.texture.decal(),
        })
    }
}

impl Texture {
    fn decal(self) -> Value {
        let lines = |rotation: f64| {
            json!({
                "symbol": "rect", "symbolSize": 1, "color": "var(--surface)",
                "dashArrayX": [1, 0], "dashArrayY": [2, 4], "rotation": rotation,
            })
        };
        let quarter = std::f64::consts::FRAC_PI_4;
        match self {
            Self::Plain => Value::Null,
            Self::Rising => lines(-quarter),
            Self::Falling => lines(quarter),
            Self::Level => lines(0.0),
            Self::Upright => lines(2.0 * quarter),
            Self::Dots => json!({
                "symbol": "circle", "symbolSize": 0.7, "color": "var(--surface)",
                "dashArrayX": [[6, 6], [0, 6, 6, 0]], "dashArrayY": [5, 0],
            }),
        }
    }
}

/// The look of a component in every chart.
pub fn component_fill(component: Component) -> Fill {
    match component {
        Component::Wage => Fill::new("--series-plan", Texture::Plain),
        Component::Operating => Fill::new("--series-scenario", Texture::Dots),
        Component::Property => Fill::new("--series-benchmark-3", Texture::Level),
        Component::Transfer => Fill::new("--series-benchmark-2", Texture::Rising),
    }
}

/// The look of a channel in every chart. Those that more money can move differ by their texture
/// alone, too: reports are copied in black and white.
pub fn channel_fill(channel: Channel) -> Fill {
    match channel {
        Channel::Industry => Fill::new("--series-scenario", Texture::Plain),
        Channel::Grants => Fill::new("--series-benchmark-2", Texture::Rising),
        Channel::Coverage => Fill::new("--series-scenario", Texture::Dots),
        Channel::Infrastructure => Fill::new("--series-plan", Texture::Upright),
        Channel::Other => Fill::new("--series-benchmark-3", Texture::Level),
        Channel::Employment => Fill::new("--series-plan", Texture::Dots),
        Channel::Relocation => Fill::new("--series-published", Texture::Plain),
        Channel::Social => Fill::new("--series-benchmark-2", Texture::Dots),
        Channel::Clawback => Fill::new("--series-benchmark-1", Texture::Falling),
    }
}

/// A number as the library draws it: pixels, for which the nearest binary number will do.
pub fn pixel(rounded: rust_decimal::Decimal) -> Value {
    rounded
        .to_string()
        .parse::<f64>()
        .map_or(Value::Null, Value::from)
}

/// An amount as the library draws it, rounded; a hole where it is unknown.
pub fn known_pixel(amount: Option<YuanPerPerson>) -> Value {
    amount.map_or(Value::Null, |amount| pixel(amount.rounded()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_narrow_legend_has_room_for_its_lines() {
        let top = |names: &[&str]| {
            let option = json!({ "legend": { "data": names } });
            narrow_legend(&option).expect("a legend")["grid"]["top"].clone()
        };
        assert_eq!(top(&["方案", "计划"]), 40);
        assert_eq!(
            top(&[
                "Scenario",
                "Plan",
                "Lifted population, province",
                "Rural residents, nation"
            ]),
            84
        );
        assert_eq!(narrow_legend(&json!({})), None);
    }

    #[test]
    fn on_paper_a_legend_stands_above_with_room_for_its_lines() {
        let words = Catalog::new(crate::language::Language::English);
        let names = vec!["Plan of another name".to_owned(); 9];
        let option = json!({ "legend": legend(names, false), "grid": { "top": 24 }, "series": [] });
        let mut drawing = Drawing::new(&words, option);
        drawing.picks = true;
        let paper = drawing.on_paper();
        assert_eq!(paper.option["legend"]["show"], true);
        assert_eq!(paper.option["grid"]["top"], 18 + 22 * 3);
        assert!(!paper.picks);
        let narrow = paper.narrow.expect("a narrow form");
        assert!(narrow["grid"]["top"].as_u64() > paper.option["grid"]["top"].as_u64());
        let option = json!({ "series": [] });
        let plain = Drawing::new(&words, option.clone()).on_paper();
        assert_eq!(plain.option, option);
    }

    #[test]
    fn no_two_components_or_channels_look_alike() {
        let components = Component::ALL.map(component_fill);
        let channels = Channel::ALL.map(channel_fill);
        for fills in [&components[..], &channels[..]] {
            for (index, fill) in fills.iter().enumerate() {
                assert!(!fills[..index].contains(fill), "{fill:?} twice");
            }
        }
    }

    #[test]
    fn channels_that_more_money_moves_differ_without_colour() {
        let textures = [
            Channel::Industry,
            Channel::Grants,
            Channel::Infrastructure,
            Channel::Other,
            Channel::Social,
            Channel::Clawback,
        ]
        .map(|channel| channel_fill(channel).texture);
        for (index, texture) in textures.iter().enumerate() {
            assert!(!textures[..index].contains(texture), "{texture:?} twice");
        }
    }

    #[test]
    fn what_is_put_in_keeps_what_it_does_not_name() {
        let option = put(
            json!({ "a": { "b": 1, "c": 2 }, "d": 3 }),
            json!({ "a": { "c": 4 }, "e": 5 }),
        );
        assert_eq!(option, json!({ "a": { "b": 1, "c": 4 }, "d": 3, "e": 5 }));
    }
}
