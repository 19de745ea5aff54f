//! An explanation as an indented text, for the clipboard and the command line.

use std::collections::BTreeSet;

use super::{Explanation, FormulaPiece};
use crate::analysis::explain::Trace;
use crate::analysis::explain::tape::NodeId;
use crate::i18n::Catalog;
use crate::region::Region;

impl Catalog {
    /// A step and all that it comes from, down to `depth` steps below it; each step once.
    pub fn explanation_text(
        &self,
        trace: &Trace,
        region: &Region,
        id: NodeId,
        depth: usize,
    ) -> String {
        let mut text = String::new();
        let mut told = BTreeSet::new();
        self.tell(
            trace,
            region,
            (id, None),
            (0, depth),
            (&mut told, &mut text),
        );
        text.push_str(&self.text("explain-rounded"));
        text.push('\n');
        text
    }

    fn tell(
        &self,
        trace: &Trace,
        region: &Region,
        (id, within): (NodeId, Option<NodeId>),
        (level, depth): (usize, usize),
        (told, text): (&mut BTreeSet<NodeId>, &mut String),
    ) {
        let explanation = self.explain(trace, region, id);
        let indent = "  ".repeat(level);
        let name = self.step_name(trace, id, within);
        let arguments = [("name", &*name), ("value", &*explanation.value)];
        let mut line = self.format("explain-line", &arguments);
        if let Some(known) = explanation.known {
            line.push_str(&format!(" [{}]", self.known(known)));
        }
        let is_leaf = explanation.words.is_empty() && explanation.sources.is_empty();
        let is_new = told.insert(id);
        if !is_new && !is_leaf {
            line.push_str(&format!(" ({})", self.text("explain-above")));
        }
        text.push_str(&format!("{indent}{line}\n"));
        if !is_new {
            return;
        }
        for line in lines(&explanation) {
            text.push_str(&format!("{indent}  {line}\n"));
        }
        if level == depth && !is_leaf {
            let deeper = self.text("explain-deeper");
            text.push_str(&format!("{indent}  … {deeper}\n"));
            return;
        }
        for source in &explanation.sources {
            let step = (source.node, Some(id));
            self.tell(trace, region, step, (level + 1, depth), (told, text));
        }
    }
}

fn lines(explanation: &Explanation) -> Vec<String> {
    let mut lines = Vec::new();
    for formula in [&explanation.words, &explanation.numbers] {
        if !formula.is_empty() {
            lines.push(format!("= {}", line(formula)));
        }
    }
    lines.extend(explanation.exact.clone());
    lines.extend(explanation.note.clone());
    for (heading, text) in &explanation.evidence {
        lines.push(format!("{heading}: {text}"));
    }
    lines
}

/// A formula as one line.
pub(super) fn line(pieces: &[FormulaPiece]) -> String {
    let texts = pieces.iter().map(|piece| match piece {
        FormulaPiece::Plain(text) | FormulaPiece::Link(_, text) => &**text,
    });
    texts.collect()
}
