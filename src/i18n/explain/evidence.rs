//! The evidence of an input: its status, range, basis and publications.

use rust_decimal::Decimal;

use super::InputOrigin;
use crate::analysis::explain::Trace;
use crate::analysis::explain::figure::ScreenFigure::Input;
use crate::analysis::explain::tape::{CounterfactualRun, NodeId, NodeKind};
use crate::i18n::Catalog;
use crate::model::term::Side;
use crate::region::key::Key;
use crate::region::{EvidencedValue, Region};

impl Catalog {
    /// The evidence of a key: what it means, its own value where the user changed it, range,
    /// basis, publications.
    pub(super) fn evidence(
        &self,
        (trace, region): (&Trace, &Region),
        id: NodeId,
        key: Key,
    ) -> Vec<(String, String)> {
        let (value, note) = (trace.node(id).value, trace.note(id));
        let mut evidence = Vec::new();
        let mut add = |heading: &str, text: String| {
            evidence.push((self.text(heading).to_string(), text));
        };
        add("explain-what", self.key_hint(key).to_string());
        let Some(figure) = region.parameters.get(&key) else {
            return evidence;
        };
        if figure.value == value {
            let year = figure.year.to_string();
            let status = self.status(figure.status);
            let value = self.value(key, figure.value);
            let arguments = [("value", &*value), ("year", &year), ("status", &status)];
            add(
                "explain-status",
                self.format("input-evidence-figure", &arguments),
            );
        } else {
            let (words, value) = match known(trace, region, id) {
                Some(InputOrigin::Tried) => ("explain-tried", in_use(trace, key)),
                _ => ("explain-own", None),
            };
            let value = self.value(key, value.unwrap_or(figure.value));
            add("explain-status", self.format(words, &[("value", &value)]));
        }
        if let Some(note) = note {
            add("sources-column-note", note.text().to_owned());
        }
        if let Some(range) = self.plausible(key, figure) {
            add("input-evidence-range", range);
        }
        if let Some(basis) = self.basis(figure) {
            add("input-evidence-basis", basis.into_owned());
        }
        for source in figure
            .sources
            .iter()
            .filter_map(|id| region.sources.get(id))
        {
            add("input-evidence-sources", self.citation(source));
        }
        evidence
    }

    fn plausible(&self, key: Key, figure: &EvidencedValue) -> Option<String> {
        let (least, most) = figure.range?;
        let (least, most) = (self.value(key, least), self.value(key, most));
        Some(self.format("input-range", &[("least", &least), ("most", &most)]))
    }
}

/// The origin of an input's value; none for a computed step.
pub fn known(trace: &Trace, region: &Region, id: NodeId) -> Option<InputOrigin> {
    let node = trace.node(id);
    let NodeKind::Input(key, side) = node.kind else {
        return None;
    };
    let figure = region.parameters.get(&key)?;
    let is_regions = node.published || side == Side::Plan || figure.value == node.value;
    Some(if is_regions {
        InputOrigin::Region(figure.status)
    } else if node.run != CounterfactualRun::default() && in_use(trace, key) != Some(node.value) {
        InputOrigin::Tried
    } else {
        InputOrigin::Own
    })
}

/// The scenario's own value of a key.
fn in_use(trace: &Trace, key: Key) -> Option<Decimal> {
    let own = trace.figure(Input(key))?;
    Some(trace.node(own).value)
}
