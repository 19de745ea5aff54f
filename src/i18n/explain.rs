//! The explanation of a figure in words: name, value, formula, the formula with its numbers, and
//! the steps behind it in turn, down to sources and assumptions.

mod evidence;
mod formula;
mod method;
mod terms;
mod text;

use rust_decimal::Decimal;

use crate::analysis::explain::Trace;
use crate::analysis::explain::tape::{NodeId, NodeKind};
use crate::analysis::prices::Deflator;
use crate::i18n::Catalog;
use crate::model::term::{Quantity, Reached};
use crate::number::{People, Share, Yuan, YuanPerPerson};
use crate::region::key::Unit;
use crate::region::{Region, Status};
use evidence::known;
use method::method_note;

/// The most decimals of an exact value that are written out.
const MOST_EXACT_PLACES: u32 = 12;

/// A part of a formula.
#[derive(Clone, Debug, PartialEq)]
pub enum FormulaPiece {
    /// Signs and constants.
    Plain(String),
    /// A step with a name of its own.
    Link(NodeId, String),
}

/// A direct operand of a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct ExplanationSource {
    /// The step.
    pub node: NodeId,
    /// Its name.
    pub name: String,
    /// Its value with its unit.
    pub value: String,
    /// The origin of its value, if it is an input.
    pub known: Option<InputOrigin>,
}

/// The origin of an input's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputOrigin {
    /// As the region's file says.
    Region(Status),
    /// The user put it there.
    Own,
    /// A trial value, to see its effect.
    Tried,
}

/// The explanation of one step.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// Its name.
    pub name: String,
    /// Its value with its unit.
    pub value: String,
    /// The exact value where that has more digits than are shown.
    pub exact: Option<String>,
    /// The formula in words; empty for what is no formula.
    pub words: Vec<FormulaPiece>,
    /// The same with the numbers put in.
    pub numbers: Vec<FormulaPiece>,
    /// A remark on it.
    pub note: Option<String>,
    /// Its operands.
    pub sources: Vec<ExplanationSource>,
    /// The origin of its value, if it is an input.
    pub known: Option<InputOrigin>,
    /// An input's evidence: headings with what stands below them.
    pub evidence: Vec<(String, String)>,
}

impl Catalog {
    /// Explains a step, as it stands within another where it does.
    pub fn explain(&self, trace: &Trace, region: &Region, id: NodeId) -> Explanation {
        let node = trace.node(id);
        let formula = trace.formula(id);
        let pieces = |with_numbers| match (&formula, &node.kind) {
            (Some(formula), _) => self.pieces(trace, id, formula, with_numbers),
            (None, NodeKind::Found(method, _)) => {
                self.found_pieces((trace, region), id, *method, with_numbers)
            }
            (None, _) => Vec::new(),
        };
        let sources = trace.inputs(id).into_iter().map(|input| ExplanationSource {
            node: input,
            name: self.step_name(trace, input, Some(id)),
            value: self.step_value(trace, input),
            known: known(trace, region, input),
        });
        let evidence = match node.kind {
            NodeKind::Input(key, _) => self.evidence((trace, region), id, key),
            _ => Vec::new(),
        };
        Explanation {
            name: self.step_name(trace, id, None),
            value: self.step_value(trace, id),
            exact: self.exact(trace, id),
            words: pieces(false),
            numbers: pieces(true),
            note: self.reason(trace, id),
            sources: sources.collect(),
            known: known(trace, region, id),
            evidence,
        }
    }

    /// The formula of a step with every branch, as one line; empty for what has none.
    pub fn table_formula(&self, trace: &Trace, id: NodeId) -> String {
        let formula = trace.table_formula(id);
        formula.map_or_else(String::new, |formula| {
            text::line(&self.pieces(trace, id, &formula, false))
        })
    }

    /// A step's value with its unit, as the screen shows it.
    pub fn step_value(&self, trace: &Trace, id: NodeId) -> String {
        let node = trace.node(id);
        let value = node.value;
        let what = match (&node.kind, node.term) {
            (_, Some(term)) => term.what,
            (NodeKind::Input(key, _), None) => return self.value(*key, value),
            _ => return self.factor(value),
        };
        match what.unit() {
            None => self.factor(value),
            Some(Unit::Yuan) => self.funds(Yuan(value)),
            Some(Unit::YuanPerPerson) => {
                let number = if what == Quantity::MeanShortfall {
                    self.whole(value)
                } else if is_change(what) {
                    self.signed_money(YuanPerPerson(value))
                } else {
                    self.money(YuanPerPerson(value))
                };
                self.format("amount-yuan", &[("number", &number)])
            }
            Some(Unit::People) => {
                let unit = self.text("unit-people");
                let people = match what {
                    Quantity::PeopleAtRisk => self.tens(People(value)),
                    _ => self.people(People(value)),
                };
                format!("{people} {unit}")
            }
            Some(_) if is_points(what) => {
                let number = self.points(Share(value));
                self.format("amount-points", &[("number", &number)])
            }
            Some(_) => self.percent(Share(value), 2),
        }
    }

    /// An amount a head in constant prices, and its factor; nothing for other steps. Explanations
    /// themselves are in each year's own prices.
    pub fn in_constant_prices(
        &self,
        trace: &Trace,
        id: NodeId,
        deflator: Deflator,
    ) -> Option<String> {
        let node = trace.node(id);
        let term = node.term?;
        let (what, year) = (term.what, term.year?);
        if what.unit() != Some(Unit::YuanPerPerson) {
            return None;
        }
        let amount = deflator.amount(YuanPerPerson(node.value), year);
        let number = match is_change(what) {
            true => self.signed_money(amount),
            false => self.money(amount),
        };
        let mark = self.constant_prices(deflator);
        let named = [
            ("mark", &*mark),
            (
                "amount",
                &*self.format("amount-yuan", &[("number", &number)]),
            ),
            ("factor", &*self.factor(deflator.level(year).exact())),
        ];
        Some(self.format("prices-explained", &named))
    }

    /// A step's value as it stands in a formula: without a sign of its own, and money a head
    /// without its unit, which the result has.
    fn step_number(&self, trace: &Trace, id: NodeId) -> String {
        let node = trace.node(id);
        let value = node.value;
        let unit = match (&node.kind, node.term) {
            (_, Some(term)) => term.what.unit(),
            (NodeKind::Input(key, _), None) => Some(key.unit()),
            _ => None,
        };
        let number = match (unit, node.term) {
            (Some(Unit::YuanPerPerson), _) => self.money(YuanPerPerson(value)),
            (Some(Unit::People), Some(_)) => self.people(People(value)),
            // Two decimals more than shown, so that the people come out when a reader multiplies.
            (Some(Unit::Share), Some(term)) if term.what == Quantity::ShareAtRisk => {
                self.percent(Share(value), 4)
            }
            _ => self.step_value(trace, id),
        };
        // What is below zero, or a product itself, is held together.
        let stands_alone = value >= Decimal::ZERO && !number.contains('×');
        if stands_alone {
            number
        } else {
            format!("({number})")
        }
    }

    /// A plain factor with as many decimals as it has, up to six.
    fn factor(&self, value: Decimal) -> String {
        let shown = value.round_dp(6).normalize();
        self.decimal(shown, shown.scale())
    }

    fn exact(&self, trace: &Trace, id: NodeId) -> Option<String> {
        let node = trace.node(id);
        if let NodeKind::Found(..) = node.kind {
            return self.computed(node.term?.what, node.value);
        }
        let exact = node.value.normalize();
        (exact.scale() > 2 && node.term.is_some()).then(|| {
            let kept = exact.round_dp(MOST_EXACT_PLACES);
            let more = if kept == exact { "" } else { "…" };
            let value = format!("{}{more}", kept.normalize());
            self.format("explain-exact", &[("value", &value)])
        })
    }

    /// The branch that was taken and its reason, and the weights of comparisons.
    fn reason(&self, trace: &Trace, id: NodeId) -> Option<String> {
        let node = trace.node(id);
        if let NodeKind::Found(method, _) = node.kind {
            return Some(self.text(method_note(method)).to_string());
        }
        let what = node.term?.what;
        let id = match what {
            Quantity::Coverage(Reached::AtOnce) => "explain-note-at-once",
            Quantity::Coverage(Reached::Paid) => "explain-note-paid",
            Quantity::Coverage(Reached::InPart) => "explain-note-in-part",
            Quantity::Coverage(Reached::Unkept) => "explain-note-unkept",
            Quantity::CoverageMissing if trace.node(trace.taken(id)).kind == NodeKind::Constant => {
                "explain-note-nothing-missing"
            }
            Quantity::Allocated(_, true) => "explain-note-returned",
            Quantity::Contribution(_) | Quantity::PlanContribution(_) => {
                "explain-note-contribution"
            }
            Quantity::IncomeMove(_) | Quantity::DifferenceMove(_) => match node.vanishes {
                true => "explain-note-same",
                false => "explain-note-move",
            },
            Quantity::ChannelPart(..) | Quantity::Effect(..) if node.kind == NodeKind::Constant => {
                "explain-note-unreached"
            }
            Quantity::ChannelPart(..) | Quantity::Channel(_) if node.vanishes => {
                "explain-note-same"
            }
            Quantity::ChannelPart(channel, _) if channel.name() == "clawback" => {
                "explain-note-clawback"
            }
            Quantity::Lead(benchmark)
            | Quantity::Gap(benchmark)
            | Quantity::NeededGrowth(benchmark)
                if benchmark.is_disposable_income() =>
            {
                "result-net-income"
            }
            Quantity::Margin(crate::model::term::Target::First) => "result-net-income",
            Quantity::Benchmark(_) | Quantity::RiskLine
                if matches!(node.kind, NodeKind::Same(_)) =>
            {
                "explain-note-known"
            }
            _ if node.kind == NodeKind::Constant => "explain-fixed",
            _ => return None,
        };
        Some(self.text(id).to_string())
    }

    /// The word for how an input is known.
    pub fn known(&self, known: InputOrigin) -> std::rc::Rc<str> {
        match known {
            InputOrigin::Region(status) => self.status(status),
            InputOrigin::Own => self.text("status-own"),
            InputOrigin::Tried => self.text("status-tried"),
        }
    }
}

/// True for a change, which is written with its sign.
fn is_change(what: Quantity) -> bool {
    matches!(
        what,
        Quantity::ChannelPart(..)
            | Quantity::PublicWorkPart(_)
            | Quantity::Channel(_)
            | Quantity::EarnedChange
            | Quantity::Difference
            | Quantity::GainPart(_)
            | Quantity::ComponentDifference(_)
            | Quantity::AssumptionEffect
            | Quantity::ComponentAssumption(_)
            | Quantity::LeadAssumption(_)
            | Quantity::Lead(_)
            | Quantity::Contribution(_)
            | Quantity::PlanContribution(_)
            | Quantity::IncomeMove(_)
            | Quantity::DifferenceMove(_)
    )
}

/// True for a difference of shares, which is counted in points.
fn is_points(what: Quantity) -> bool {
    matches!(what, Quantity::Margin(_) | Quantity::CoverageLead)
}
