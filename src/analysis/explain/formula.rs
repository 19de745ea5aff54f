//! A step of the recording read as a formula: what has a name is a link, what has none is
//! written out, and what is nothing whatever the inputs are is left away.

use rust_decimal::Decimal;

use super::Trace;
use super::tape::{Kind, NodeId};

/// How a step is computed from others.
#[derive(Clone, Debug, PartialEq)]
pub enum Formula {
    /// Something with a name of its own.
    Link(NodeId),
    /// A number that stands in the formula itself.
    Constant(Decimal),
    /// Terms with their sign: true for those that are taken away.
    Sum(Vec<(bool, Formula)>),
    /// Factors: true for those that divide.
    Product(Vec<(bool, Formula)>),
}

impl Formula {
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
        }
    }
}

impl Trace {
    /// The formula of a step; none for an input, a constant, or what was found by a method.
    pub fn formula(&self, id: NodeId) -> Option<Formula> {
        match self.node(id).kind {
            Kind::Constant | Kind::Input(..) | Kind::Found(..) => None,
            _ => Some(self.expand(id)),
        }
    }

    /// The steps that a step comes from directly, as a reader sees them.
    pub fn inputs(&self, id: NodeId) -> Vec<NodeId> {
        match &self.node(id).kind {
            Kind::Found(_, from) => from.iter().map(|node| self.plain(*node)).collect(),
            _ => self
                .formula(id)
                .map_or_else(Vec::new, |formula| formula.links()),
        }
    }

    /// Behind names that are only repeated: what has the same name, year and side.
    fn plain(&self, id: NodeId) -> NodeId {
        match self.node(id).kind {
            Kind::Same(of) if self.node(of).term == self.node(id).term => self.plain(of),
            _ => id,
        }
    }

    fn expand(&self, id: NodeId) -> Formula {
        match self.node(id).kind {
            Kind::Sum(..) | Kind::Difference(..) | Kind::Opposite(_) => {
                let mut terms = Vec::new();
                self.add_operands(id, false, &mut terms);
                match terms.as_slice() {
                    [] => Formula::Constant(Decimal::ZERO),
                    [(false, only)] => only.clone(),
                    _ => Formula::Sum(terms),
                }
            }
            Kind::Product(..) | Kind::Quotient(..) => {
                let mut factors = Vec::new();
                self.add_factors(id, &mut factors);
                match factors.as_slice() {
                    [] => Formula::Constant(Decimal::ONE),
                    [(false, only)] => only.clone(),
                    _ => Formula::Product(factors),
                }
            }
            Kind::Same(of) => self.operand(of),
            Kind::Constant => Formula::Constant(self.node(id).value),
            Kind::Input(..) | Kind::Found(..) => Formula::Link(id),
        }
    }

    fn operand(&self, id: NodeId) -> Formula {
        let id = self.plain(id);
        if self.node(id).term.is_some() {
            Formula::Link(id)
        } else {
            self.expand(id)
        }
    }

    fn add_operands(&self, id: NodeId, taken_away: bool, terms: &mut Vec<(bool, Formula)>) {
        let mut add = |operand: NodeId, taken_away: bool| {
            let node = self.node(operand);
            let is_sum = matches!(
                node.kind,
                Kind::Sum(..) | Kind::Difference(..) | Kind::Opposite(_)
            );
            if node.vanishes {
            } else if is_sum && node.term.is_none() {
                self.add_operands(operand, taken_away, terms);
            } else {
                terms.push((taken_away, self.operand(operand)));
            }
        };
        match self.node(id).kind {
            Kind::Sum(one, other) => {
                add(one, taken_away);
                add(other, taken_away);
            }
            Kind::Difference(one, other) => {
                add(one, taken_away);
                add(other, !taken_away);
            }
            Kind::Opposite(one) => add(one, !taken_away),
            _ => {}
        }
    }

    fn add_factors(&self, id: NodeId, factors: &mut Vec<(bool, Formula)>) {
        let mut add = |operand: NodeId| {
            let node = self.node(operand);
            let is_product = matches!(node.kind, Kind::Product(..) | Kind::Quotient(..));
            if is_product && node.term.is_none() {
                self.add_factors(operand, factors);
            } else if !(node.kind == Kind::Constant && node.value == Decimal::ONE) {
                factors.push((false, self.operand(operand)));
            }
        };
        match self.node(id).kind {
            Kind::Product(one, other) => {
                add(one);
                add(other);
            }
            Kind::Quotient(one, other) => {
                add(one);
                factors.push((true, self.operand(other)));
            }
            _ => {}
        }
    }
}
