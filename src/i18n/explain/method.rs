//! Formulas of values that were found by a method and not by a chain of operations, in words and
//! with the numbers put in.

use rust_decimal::Decimal;

use super::FormulaPiece;
use crate::analysis::explain::Trace;
use crate::analysis::explain::tape::NodeId;
use crate::i18n::Catalog;
use crate::model::term::{Method, Quantity};
use crate::number::{SHARE_PLACES, Share, YuanPerPerson};
use crate::region::Region;

/// The message of a remark on a method.
pub fn method_note(method: Method) -> &'static str {
    match method {
        Method::LeastGrowth => "explain-note-least-growth",
        Method::LogSpread => "explain-note-log-spread",
        Method::LinePlace => "explain-note-line-place",
        Method::ShareBelow => "explain-note-share-below",
        Method::PeopleBelow | Method::Shortfall => "explain-note-estimate",
    }
}

impl Catalog {
    /// The formula of what a method found: signs between links to what it was found from.
    pub(super) fn found_pieces(
        &self,
        (trace, region): (&Trace, &Region),
        id: NodeId,
        method: Method,
        with_numbers: bool,
    ) -> Vec<FormulaPiece> {
        let from = trace.inputs(id);
        let link = |place: usize| {
            let node = from.get(place).copied().unwrap_or(id);
            FormulaPiece::Link(node, self.linked(trace, node, id, with_numbers))
        };
        let text = |text: &str| FormulaPiece::Plain(text.to_owned());
        match method {
            Method::LogSpread => vec![text("2 × erf⁻¹("), link(0), text(")")],
            Method::LinePlace => vec![
                text("(ln "),
                link(0),
                text(" − ln "),
                link(1),
                text(" + "),
                link(2),
                text("² ÷ 2) ÷ "),
                link(2),
            ],
            Method::ShareBelow => vec![text("Φ("), link(0), text(")")],
            Method::PeopleBelow => vec![link(0), text(" × "), link(1)],
            Method::Shortfall => vec![
                link(0),
                text(" − "),
                link(1),
                text(" × Φ("),
                link(2),
                text(" − "),
                link(3),
                text(") ÷ Φ("),
                link(2),
                text(")"),
            ],
            Method::LeastGrowth => {
                let years = region.years.plan().len();
                let found = Share(trace.node(id).value);
                let growth = match with_numbers {
                    true => self.percent(found, 2),
                    false => self.text("explain-growth").to_string(),
                };
                let mut pieces = vec![
                    link(0),
                    FormulaPiece::Plain(format!(" × (1 + {growth}){}", power(years))),
                ];
                let base = from.first().map(|node| trace.node(*node).value);
                let ends = base.filter(|_| with_numbers).and_then(|base| {
                    let less = Share(found.exact() - Decimal::new(1, SHARE_PLACES));
                    Some((grown(base, found, years)?, less, grown(base, less, years)?))
                });
                if let Some((enough, less, below)) = ends {
                    let money = |amount| self.money(YuanPerPerson(amount));
                    pieces.push(FormulaPiece::Plain(format!(" = {} ≥ ", money(enough))));
                    pieces.push(link(1));
                    let parts = [
                        ("growth", &*self.percent(less, 2)),
                        ("amount", &*money(below)),
                    ];
                    pieces.push(FormulaPiece::Plain(
                        self.format("explain-not-enough", &parts),
                    ));
                } else {
                    pieces.extend([text(" ≥ "), link(1)]);
                }
                pieces
            }
        }
    }

    /// The number before it was rounded to what is shown, where that is rounded more than to the usual
    /// places; and by which step.
    pub(super) fn computed(&self, what: Quantity, value: Decimal) -> Option<String> {
        let (id, computed) = match what {
            Quantity::PeopleAtRisk => ("explain-to-tens", self.decimal(value, 2)),
            Quantity::MeanShortfall => ("explain-to-yuan", self.decimal(value, 2)),
            Quantity::ShareAtRisk => ("explain-to-points", self.percent(Share(value), 4)),
            _ => return None,
        };
        Some(self.format(id, &[("value", &computed)]))
    }
}

/// An amount after so many years of growth; none where that is too large to write.
fn grown(base: Decimal, growth: Share, years: usize) -> Option<Decimal> {
    let factor = growth.factor().exact();
    (0..years).try_fold(base, |amount, _| amount.checked_mul(factor))
}

/// A small whole number as an exponent.
fn power(number: usize) -> String {
    let digits = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"];
    let text = number.to_string();
    text.bytes()
        .filter_map(|digit| digits.get(usize::from(digit.wrapping_sub(b'0'))))
        .copied()
        .collect()
}
