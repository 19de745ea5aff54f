//! A recording of the model's own computation: every operation with its operands.
//!
//! [`Traced`] is a kind of number for the model. It computes exactly what decimals compute and
//! writes down each step, with the name that the model gives it.

use std::cell::{Cell, RefCell};
use std::cmp::Ordering;
use std::fmt;
use std::ops::{Add, Div, Mul, Neg, Sub};

use rust_decimal::Decimal;

use crate::model::arithmetic::Arithmetic;
use crate::model::inputs::Inputs;
use crate::model::term::{Method, Side, Term};
use crate::number::Number;
use crate::region::Values;
use crate::region::key::{Fixed, Key, Year, Yearly};
use crate::scenario::examples::Example;

/// A step's place in the recording.
pub type NodeId = usize;

/// The operation that produced a step's value.
#[derive(Clone, Debug, PartialEq)]
pub enum NodeKind {
    /// A number that stands in the formula itself.
    Constant,
    /// The value of a key, as the region or the user gives it.
    Input(Key, Side),
    /// The sum of two steps.
    Sum(NodeId, NodeId),
    /// The first without the second.
    Difference(NodeId, NodeId),
    /// The product of two steps.
    Product(NodeId, NodeId),
    /// The first divided by the second.
    Quotient(NodeId, NodeId),
    /// The opposite.
    Opposite(NodeId),
    /// The lesser of two steps.
    Least(NodeId, NodeId),
    /// The greater of two steps.
    Most(NodeId, NodeId),
    /// By a flag, the first where it is up or the second.
    Either(NodeId, [NodeId; 2]),
    /// The same under another name.
    Same(NodeId),
    /// Found by a method from others.
    Found(Method, Vec<NodeId>),
}

/// A second run of the model that a step belongs to; empty for the run of the scenario itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CounterfactualRun {
    /// The example whose levers are in force.
    pub example: Option<Example>,
    /// The key that has another value, and the value.
    pub with: Option<(Key, Decimal)>,
}

/// A step of the computation.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Its exact value.
    pub value: Decimal,
    /// The operation that produced it.
    pub kind: NodeKind,
    /// Its name in economics, if it has one.
    pub term: Option<Term>,
    /// True for the plan under the region's own assumptions.
    pub published: bool,
    /// The run that it belongs to.
    pub run: CounterfactualRun,
    /// True for a value that is zero at any inputs: a number minus itself, or a channel that does
    /// not reach a component.
    pub vanishes: bool,
}

/// The steps as they are written down.
#[derive(Default)]
pub struct Tape {
    nodes: RefCell<Vec<Node>>,
    published: Cell<bool>,
    run: Cell<CounterfactualRun>,
    is_table: bool,
}

impl Tape {
    /// A recording for a table whose inputs change later: nothing is left out because of the
    /// values that are there now.
    pub fn of_table() -> Self {
        Self {
            is_table: true,
            ..Self::default()
        }
    }

    /// True for a table whose inputs change later.
    pub fn is_table(&self) -> bool {
        self.is_table
    }

    /// Says whether what follows belongs to the plan under the region's own assumptions.
    pub fn record_published(&self, published: bool) {
        self.published.set(published);
    }

    /// Says which run what follows belongs to.
    pub fn record_run(&self, run: CounterfactualRun) {
        self.run.set(run);
    }

    /// The steps so far.
    pub fn finish(self) -> Vec<Node> {
        self.nodes.into_inner()
    }

    /// The place of a number, which is written down now if it was a mere constant.
    pub fn place(&self, number: Traced<'_>) -> NodeId {
        match number.at {
            Some((_, node)) => node,
            None => self.push(number.value, NodeKind::Constant).1,
        }
    }

    /// The value of a key.
    pub fn input(&self, key: Key, side: Side, value: Decimal) -> Traced<'_> {
        Traced {
            value,
            at: Some(self.push(value, NodeKind::Input(key, side))),
        }
    }

    /// The same number, written down if it was a mere constant, so that it can be named.
    pub fn written<'t>(&'t self, number: Traced<'t>) -> Traced<'t> {
        let node = self.place(number);
        Traced {
            value: number.value,
            at: Some((self, node)),
        }
    }

    /// True for a number with a name.
    pub fn is_named(&self, number: Traced<'_>) -> bool {
        let nodes = self.nodes.borrow();
        number
            .at
            .is_some_and(|(_, node)| nodes[node].term.is_some())
    }

    fn push(&self, value: Decimal, kind: NodeKind) -> (&Self, NodeId) {
        let mut nodes = self.nodes.borrow_mut();
        let vanishing = |node: NodeId| nodes[node].vanishes;
        let vanishes = match kind {
            NodeKind::Constant => value.is_zero(),
            NodeKind::Input(..) | NodeKind::Found(..) => false,
            NodeKind::Sum(one, other) => vanishing(one) && vanishing(other),
            NodeKind::Difference(one, other) => {
                one == other || (vanishing(one) && vanishing(other))
            }
            NodeKind::Least(one, other)
            | NodeKind::Most(one, other)
            | NodeKind::Either(_, [one, other]) => vanishing(one) && vanishing(other),
            NodeKind::Product(one, other) => vanishing(one) || vanishing(other),
            NodeKind::Quotient(one, _) | NodeKind::Opposite(one) | NodeKind::Same(one) => {
                vanishing(one)
            }
        };
        nodes.push(Node {
            value,
            kind,
            term: None,
            published: self.published.get(),
            run: self.run.get(),
            vanishes,
        });
        (self, nodes.len() - 1)
    }
}

/// A decimal that remembers where it comes from; a constant belongs to no recording until it
/// meets a number that does.
#[derive(Clone, Copy)]
pub struct Traced<'t> {
    value: Decimal,
    at: Option<(&'t Tape, NodeId)>,
}

impl Traced<'_> {
    /// A number that stands in the formula itself.
    const fn constant(value: Decimal) -> Self {
        Self { value, at: None }
    }

    fn with(self, other: Self, value: Decimal, kind: fn(NodeId, NodeId) -> NodeKind) -> Self {
        let tape = self.at.or(other.at).map(|(tape, _)| tape);
        Self {
            value,
            at: tape.map(|tape| tape.push(value, kind(tape.place(self), tape.place(other)))),
        }
    }
}

impl fmt::Debug for Traced<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.value)
    }
}

impl PartialEq for Traced<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl PartialOrd for Traced<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.value.partial_cmp(&other.value)
    }
}

macro_rules! operation {
    ($($trait:ident $function:ident $sign:tt $kind:ident;)*) => {$(
        impl $trait for Traced<'_> {
            type Output = Self;
            fn $function(self, other: Self) -> Self {
                self.with(other, self.value $sign other.value, NodeKind::$kind)
            }
        }
    )*};
}
operation! {
    Add add + Sum;
    Sub sub - Difference;
    Mul mul * Product;
    Div div / Quotient;
}

impl Neg for Traced<'_> {
    type Output = Self;
    fn neg(self) -> Self {
        let value = -self.value;
        Self {
            value,
            at: self
                .at
                .map(|(tape, node)| tape.push(value, NodeKind::Opposite(node))),
        }
    }
}

impl Number for Traced<'_> {
    const ZERO: Self = Self::constant(Decimal::ZERO);
    const HALF: Self = Self::constant(Decimal::from_parts(5, 0, 0, false, 1));
    const ONE: Self = Self::constant(Decimal::ONE);

    fn from_decimal(value: Decimal) -> Self {
        Self::constant(value)
    }
    fn to_decimal(self) -> Decimal {
        self.value
    }

    fn min(self, other: Self) -> Self {
        self.with(other, self.value.min(other.value), NodeKind::Least)
    }

    fn max(self, other: Self) -> Self {
        self.with(other, self.value.max(other.value), NodeKind::Most)
    }
}

impl Arithmetic for Traced<'_> {
    const KEEPS_CHOICES: bool = true;

    /// Names the step; what has a name already, inputs too, keeps it, and the new name stands
    /// for a step of its own.
    fn named(self, term: Term) -> Self {
        let Some((tape, node)) = self.at else {
            return self;
        };
        let has_name = {
            let nodes = tape.nodes.borrow();
            nodes[node].term.is_some() || matches!(nodes[node].kind, NodeKind::Input(..))
        };
        let (_, named) = if has_name {
            tape.push(self.value, NodeKind::Same(node))
        } else {
            (tape, node)
        };
        tape.nodes.borrow_mut()[named].term = Some(term);
        Self {
            value: self.value,
            at: Some((tape, named)),
        }
    }

    fn named_by(self, term: impl FnOnce() -> Term) -> Self {
        self.named(term())
    }

    /// A choice between equal branches is not recorded as one.
    fn either(flag: Self, then: Self, other: Self) -> Self {
        let taken = if flag.value.is_zero() { other } else { then };
        let tape = flag.at.or(then.at).or(other.at).map(|(tape, _)| tape);
        let Some(tape) = tape else {
            return taken;
        };
        let [flag, then, other] = [flag, then, other].map(|number| tape.place(number));
        if then == other {
            return taken;
        }
        Self {
            value: taken.value,
            at: Some(tape.push(taken.value, NodeKind::Either(flag, [then, other]))),
        }
    }

    fn found(value: Decimal, method: Method, from: &[Self]) -> Self {
        let tape = from.iter().find_map(|number| number.at);
        Self {
            value,
            at: tape.map(|(tape, _)| {
                let from = from.iter().map(|number| tape.place(*number)).collect();
                tape.push(value, NodeKind::Found(method, from))
            }),
        }
    }
}

/// The values of all keys, each read as an input of the recording.
pub struct TracedValues<'t, 'v> {
    /// The recording.
    pub tape: &'t Tape,
    /// The values.
    pub values: &'v Values,
    /// The side of the levers.
    pub side: Side,
}

impl<'t> TracedValues<'t, '_> {
    /// The value of any key.
    pub fn input(&self, key: Key, value: Decimal) -> Traced<'t> {
        let known = self.values.fixed(Fixed::Coverage0);
        // A wanted coverage that is the known one was wanted by nobody.
        let is_known = !self.tape.is_table && value == known;
        let key = if key == Fixed::Coverage.into() && is_known {
            Fixed::Coverage0.into()
        } else {
            key
        };
        let side = if key.is_lever() {
            self.side
        } else {
            Side::Shared
        };
        self.tape.input(key, side, value)
    }
}

impl<'t> Inputs for TracedValues<'t, '_> {
    type Number = Traced<'t>;
    fn of_key(&self, key: Fixed) -> Traced<'t> {
        self.input(key.into(), self.values.fixed(key))
    }
    fn of_year(&self, family: Yearly, year: Year) -> Option<Traced<'t>> {
        let value = self.values.yearly(family, year)?;
        Some(self.input(Key::Yearly(family, year), value))
    }
    fn has_levers_by_year(&self) -> bool {
        self.values.has_levers_by_year()
    }
}
