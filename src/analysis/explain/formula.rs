//! A step of the recording read as a formula: what has a name is a link, what has none is
//! written out, and what is nothing whatever the inputs are is left away.
//!
//! A reader of one result is shown the branch that was taken ([`Trace::formula`]); a table whose
//! inputs change later needs the choice itself ([`Trace::table_formula`]).

use rust_decimal::Decimal;

use super::Trace;
use super::tape::{NodeId, NodeKind};

/// The formula of a step over other steps.
#[derive(Clone, Debug, PartialEq)]
pub enum StepFormula {
    /// Something with a name of its own.
    Link(NodeId),
    /// A number that stands in the formula itself.
    Constant(Decimal),
    /// Terms with their sign: true for those that are taken away.
    Sum(Vec<(bool, StepFormula)>),
    /// Factors: true for those that divide.
    Product(Vec<(bool, StepFormula)>),
    /// The lesser of two.
    Least(Box<[StepFormula; 2]>),
    /// The greater of two.
    Most(Box<[StepFormula; 2]>),
    /// By a flag, the second where it is up, else the third.
    Either(Box<[StepFormula; 3]>),
}

impl StepFormula {
    /// Every link, in the order of reading, each once.
    pub fn links(&self) -> Vec<NodeId> {
        let mut links = Vec::new();
        self.collect(&mut links);
        links
    }

    fn collect(&self, links: &mut Vec<NodeId>) {
        match self {
            Self::Link(node) if !links.contains(node) => links.push(*node),
            Self::Link(_) | Self::Constant(_) => {}
            Self::Sum(parts) | Self::Product(parts) => {
                parts.iter().for_each(|(_, part)| part.collect(links));
            }
            Self::Least(parts) | Self::Most(parts) => {
                parts.iter().for_each(|part| part.collect(links));
            }
            Self::Either(parts) => parts.iter().for_each(|part| part.collect(links)),
        }
    }
}

impl Trace {
    /// The formula of a step, with the branches that were taken; none for an input, a constant, or
    /// what was found by a method.
    pub fn formula(&self, id: NodeId) -> Option<StepFormula> {
        match self.node(self.taken(id)).kind {
            NodeKind::Constant | NodeKind::Input(..) | NodeKind::Found(..) if self.is_value(id) => {
                None
            }
            _ => Some(self.reader(false).expand(id)),
        }
    }

    /// The formula of a step with every branch; none for an input or what was found by a method.
    pub fn table_formula(&self, id: NodeId) -> Option<StepFormula> {
        match self.node(id).kind {
            NodeKind::Input(..) | NodeKind::Found(..) => None,
            _ => Some(self.reader(true).expand(id)),
        }
    }

    /// The steps that a step comes from directly, as a reader sees them.
    pub fn inputs(&self, id: NodeId) -> Vec<NodeId> {
        match &self.node(id).kind {
            NodeKind::Found(_, from) => {
                let reader = self.reader(false);
                from.iter().map(|node| reader.plain(*node)).collect()
            }
            _ => self
                .formula(id)
                .map_or_else(Vec::new, |formula| formula.links()),
        }
    }

    /// The step that a choice took; of what is no choice, itself.
    pub fn taken(&self, id: NodeId) -> NodeId {
        let value = |id: NodeId| self.node(id).value;
        let taken = match self.node(id).kind {
            NodeKind::Least(one, other) if value(other) < value(one) => other,
            NodeKind::Most(one, other) if value(other) > value(one) => other,
            NodeKind::Least(one, _) | NodeKind::Most(one, _) => one,
            NodeKind::Either(flag, [_, other]) if value(flag).is_zero() => other,
            NodeKind::Either(_, [then, _]) => then,
            _ => return id,
        };
        self.taken(taken)
    }

    /// True for a value that was not computed: not even chosen, except for a constant.
    fn is_value(&self, id: NodeId) -> bool {
        let taken = self.taken(id);
        taken == id || self.node(taken).kind == NodeKind::Constant
    }

    fn reader(&self, with_choices: bool) -> Reader<'_> {
        Reader {
            trace: self,
            with_choices,
        }
    }
}

/// Reads steps as formulas.
struct Reader<'a> {
    trace: &'a Trace,
    /// True where choices are read as such, not as the branch that was taken.
    with_choices: bool,
}

impl Reader<'_> {
    /// The step behind repeated names of the same name, year and side, and behind unnamed choices
    /// where only the branch taken is shown.
    fn plain(&self, id: NodeId) -> NodeId {
        let node = self.trace.node(id);
        match node.kind {
            NodeKind::Same(of) if self.trace.node(of).term == node.term => self.plain(of),
            NodeKind::Least(..) | NodeKind::Most(..) | NodeKind::Either(..)
                if node.term.is_none() && !self.with_choices =>
            {
                self.plain(self.trace.taken(id))
            }
            _ => id,
        }
    }

    fn expand(&self, id: NodeId) -> StepFormula {
        match self.trace.node(id).kind {
            NodeKind::Sum(..) | NodeKind::Difference(..) | NodeKind::Opposite(_) => {
                let mut terms = Vec::new();
                self.add_operands(id, false, &mut terms);
                if self.with_choices {
                    cancel(&mut terms);
                }
                match terms.as_slice() {
                    [] => StepFormula::Constant(Decimal::ZERO),
                    [(false, only)] => only.clone(),
                    _ => StepFormula::Sum(terms),
                }
            }
            NodeKind::Product(..) | NodeKind::Quotient(..) => {
                let mut factors = Vec::new();
                self.add_factors(id, &mut factors);
                match factors.as_slice() {
                    [] => StepFormula::Constant(Decimal::ONE),
                    [(false, only)] => only.clone(),
                    _ => StepFormula::Product(factors),
                }
            }
            NodeKind::Least(..) | NodeKind::Most(..) | NodeKind::Either(..)
                if !self.with_choices =>
            {
                self.operand(self.trace.taken(id))
            }
            NodeKind::Least(one, other) => {
                StepFormula::Least(Box::new([one, other].map(|of| self.operand(of))))
            }
            NodeKind::Most(one, other) => {
                StepFormula::Most(Box::new([one, other].map(|of| self.operand(of))))
            }
            NodeKind::Either(flag, [then, other]) => {
                StepFormula::Either(Box::new([flag, then, other].map(|of| self.operand(of))))
            }
            NodeKind::Same(of) => self.operand(of),
            NodeKind::Constant => StepFormula::Constant(self.trace.node(id).value),
            NodeKind::Input(..) | NodeKind::Found(..) => StepFormula::Link(id),
        }
    }

    fn operand(&self, id: NodeId) -> StepFormula {
        let id = self.plain(id);
        if self.trace.node(id).term.is_some() {
            StepFormula::Link(id)
        } else {
            self.expand(id)
        }
    }

    fn add_operands(&self, id: NodeId, taken_away: bool, terms: &mut Vec<(bool, StepFormula)>) {
        let mut add = |operand: NodeId, taken_away: bool| {
            let operand = self.plain(operand);
            let node = self.trace.node(operand);
            let is_sum = matches!(
                node.kind,
                NodeKind::Sum(..) | NodeKind::Difference(..) | NodeKind::Opposite(_)
            );
            if node.vanishes {
            } else if is_sum && node.term.is_none() {
                self.add_operands(operand, taken_away, terms);
            } else {
                terms.push((taken_away, self.operand(operand)));
            }
        };
        match self.trace.node(id).kind {
            NodeKind::Sum(one, other) => {
                add(one, taken_away);
                add(other, taken_away);
            }
            NodeKind::Difference(one, other) => {
                add(one, taken_away);
                add(other, !taken_away);
            }
            NodeKind::Opposite(one) => add(one, !taken_away),
            _ => {}
        }
    }

    fn add_factors(&self, id: NodeId, factors: &mut Vec<(bool, StepFormula)>) {
        let mut add = |operand: NodeId| {
            let operand = self.plain(operand);
            let node = self.trace.node(operand);
            let is_product = matches!(node.kind, NodeKind::Product(..) | NodeKind::Quotient(..));
            if is_product && node.term.is_none() {
                self.add_factors(operand, factors);
            } else if !(node.kind == NodeKind::Constant && node.value == Decimal::ONE) {
                factors.push((false, self.operand(operand)));
            }
        };
        match self.trace.node(id).kind {
            NodeKind::Product(one, other) => {
                add(one);
                add(other);
            }
            NodeKind::Quotient(one, other) => {
                add(one);
                factors.push((true, self.operand(other)));
            }
            _ => {}
        }
    }
}

/// Takes out what is added and taken away again.
fn cancel(terms: &mut Vec<(bool, StepFormula)>) {
    let mut at = 0;
    while at < terms.len() {
        let (sign, term) = &terms[at];
        let is_link = matches!(term, StepFormula::Link(_));
        let opposite = terms
            .iter()
            .position(|(other, of)| is_link && other != sign && of == term);
        match opposite {
            Some(other) => {
                terms.remove(at.max(other));
                terms.remove(at.min(other));
            }
            None => at += 1,
        }
    }
}
