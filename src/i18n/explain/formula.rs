//! A formula as a line of text with links, with parentheses only where they are needed.

use super::FormulaPiece;
use crate::analysis::explain::Trace;
use crate::analysis::explain::formula::StepFormula;
use crate::analysis::explain::tape::NodeId;
use crate::i18n::Catalog;

/// A line in the making.
struct Line<'a> {
    words: &'a Catalog,
    trace: &'a Trace,
    /// The step whose formula it is.
    of: NodeId,
    with_numbers: bool,
    pieces: Vec<FormulaPiece>,
}

impl Catalog {
    /// The formula of a step as text and links, in words or with numbers.
    pub(super) fn pieces(
        &self,
        trace: &Trace,
        of: NodeId,
        formula: &StepFormula,
        with_numbers: bool,
    ) -> Vec<FormulaPiece> {
        let mut line = Line {
            words: self,
            trace,
            of,
            with_numbers,
            pieces: Vec::new(),
        };
        line.write(formula);
        line.pieces
    }

    /// A step as it stands in the formula of another: its name or its number.
    pub(super) fn linked(
        &self,
        trace: &Trace,
        node: NodeId,
        of: NodeId,
        with_numbers: bool,
    ) -> String {
        match with_numbers {
            true => self.step_number(trace, node),
            false => self.step_name(trace, node, Some(of)),
        }
    }
}

impl Line<'_> {
    fn plain(&mut self, text: &str) {
        if let Some(FormulaPiece::Plain(last)) = self.pieces.last_mut() {
            last.push_str(text);
        } else {
            self.pieces.push(FormulaPiece::Plain(text.to_owned()));
        }
    }

    fn in_parentheses(&mut self, formula: &StepFormula) {
        self.plain("(");
        self.write(formula);
        self.plain(")");
    }

    fn write(&mut self, formula: &StepFormula) {
        match formula {
            StepFormula::Constant(value) => {
                let text = self.words.factor(*value);
                self.plain(&text);
            }
            StepFormula::Link(node) => self.link(*node),
            StepFormula::Least(parts) => self.function("explain-least", &**parts),
            StepFormula::Most(parts) => self.function("explain-most", &**parts),
            StepFormula::Either(parts) => self.function("explain-either", &**parts),
            StepFormula::Sum(terms) => {
                for (index, (taken_away, term)) in terms.iter().enumerate() {
                    match (index, taken_away) {
                        (0, true) => self.plain("−"),
                        (0, false) => {}
                        (_, true) => self.plain(" − "),
                        (_, false) => self.plain(" + "),
                    }
                    match term {
                        StepFormula::Sum(_) => self.in_parentheses(term),
                        _ => self.write(term),
                    }
                }
            }
            StepFormula::Product(factors) => {
                for (index, (divides, factor)) in factors.iter().enumerate() {
                    match (index, divides) {
                        (0, true) => self.plain("1 ÷ "),
                        (0, false) => {}
                        (_, true) => self.plain(" ÷ "),
                        (_, false) => self.plain(" × "),
                    }
                    match factor {
                        StepFormula::Sum(_) | StepFormula::Product(_) => {
                            self.in_parentheses(factor)
                        }
                        _ => self.write(factor),
                    }
                }
            }
        }
    }

    fn function(&mut self, name: &str, parts: &[StepFormula]) {
        let (name, between) = (
            self.words.text(name),
            self.words.text("explain-mark-between"),
        );
        self.plain(&name);
        self.plain("(");
        for (index, part) in parts.iter().enumerate() {
            if index > 0 {
                self.plain(&between);
            }
            self.write(part);
        }
        self.plain(")");
    }

    fn link(&mut self, node: NodeId) {
        let (trace, with_numbers) = (self.trace, self.with_numbers);
        let text = self.words.linked(trace, node, self.of, with_numbers);
        self.pieces.push(FormulaPiece::Link(node, text));
    }
}
