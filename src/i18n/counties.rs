//! Counties in words: indicators, faults of their table and of the settings, reasons for having no number.

use std::rc::Rc;

use rust_decimal::Decimal;
use zengshou_sheets::{CountyField, CountyRow, Kind};

use super::Catalog;
use crate::counties::check::CountyFault;
use crate::counties::divide::{DivisionRefusal, MoneyLimit};
use crate::counties::indicator::{Indicator, RateGap};
use crate::counties::league::Lamp;
use crate::counties::project::{ProjectionGap, StandIn};
use crate::counties::settings::Factor;
use crate::counties::{FEWEST_PEOPLE, WAN};
use crate::number::YuanPerPerson;
use crate::problem::{CountiesFault, quote};
use crate::region::key::Unit;

impl Catalog {
    /// The name of a county, bounded and without anything that can't be seen.
    pub fn county_name(&self, row: &CountyRow) -> String {
        quote(&row.name)
    }

    /// A row with the place where it stands.
    pub fn county_place(&self, rows: &[CountyRow], row: usize) -> String {
        let name = self.county_name(&rows[row]);
        let place = &rows[row].place;
        if place.is_nowhere() {
            let number = (row + 1).to_string();
            return self.format("counties-row", &[("number", &number), ("name", &name)]);
        }
        let place = self.cell_place(place);
        self.format("counties-cell", &[("place", &place), ("name", &name)])
    }

    /// The name of an indicator.
    pub fn indicator(&self, indicator: Indicator) -> Rc<str> {
        self.text(match indicator {
            Indicator::Spending => "counties-indicator-spending",
            Indicator::Started => "counties-indicator-started",
            Indicator::Completed => "counties-indicator-completed",
            Indicator::Growth => "counties-indicator-growth",
            Indicator::Coverage => "counties-indicator-coverage",
            Indicator::Work => "counties-indicator-work",
            Indicator::RiskFree => "counties-indicator-risk-free",
            Indicator::Solved => "counties-indicator-solved",
        })
    }

    /// The formula of an indicator.
    pub fn indicator_formula(&self, indicator: Indicator) -> String {
        let (part, whole) = indicator.fields();
        let (part, whole) = (self.form_field(part.into()), self.form_field(whole.into()));
        let name = self.indicator(indicator);
        let id = match indicator {
            Indicator::Growth => "counties-formula-growth",
            _ => "counties-formula",
        };
        self.format(id, &[("name", &name), ("part", &part), ("whole", &whole)])
    }

    /// The word in the place of a share.
    pub fn rate_gap(&self, gap: RateGap) -> Rc<str> {
        self.text(match gap {
            RateGap::NotReported => "counties-gap-not-reported",
            RateGap::NothingToDo => "counties-gap-nothing",
            RateGap::TooFew => "counties-gap-few",
            RateGap::Faulty => "counties-gap-faulty",
        })
    }

    /// The name of a lamp.
    pub fn lamp(&self, lamp: Lamp) -> Rc<str> {
        self.text(match lamp {
            Lamp::Green => "counties-lamp-green",
            Lamp::Yellow => "counties-lamp-yellow",
            Lamp::Red => "counties-lamp-red",
        })
    }

    /// The name of a factor.
    pub fn division_factor(&self, factor: Factor) -> Rc<str> {
        self.text(match factor {
            Factor::People => "counties-factor-people",
            Factor::Income => "counties-factor-income",
            Factor::Policy => "counties-factor-policy",
        })
    }

    /// The name of a limit.
    pub fn money_limit(&self, limit: MoneyLimit) -> Rc<str> {
        self.text(match limit {
            MoneyLimit::Floor => "counties-limit-floor",
            MoneyLimit::Cap => "counties-limit-cap",
        })
    }

    /// The name of a figure of the region that stands in.
    pub fn stand_in(&self, stand_in: StandIn) -> Rc<str> {
        self.text(match stand_in {
            StandIn::HouseholdSize => "counties-stand-in-household-size",
            StandIn::Coverage => "counties-stand-in-coverage",
            StandIn::Funds => "counties-stand-in-funds",
            StandIn::Industry => "counties-stand-in-industry",
        })
    }

    /// The reason why a row has no projection.
    pub fn projection_gap(&self, gap: ProjectionGap) -> Rc<str> {
        self.text(match gap {
            ProjectionGap::Apart => "counties-gap-faulty",
            ProjectionGap::NoPeople => "counties-gap-people",
            ProjectionGap::Nobody => "counties-gap-nobody",
            ProjectionGap::TooFew => "counties-gap-few",
            ProjectionGap::NoIncome => "counties-gap-income",
        })
    }

    /// A number of a county's column with its unit.
    pub fn county_number(&self, field: CountyField, value: Decimal) -> String {
        match field.kind() {
            Kind::Amount => self.value_of_unit(Unit::Yuan, value),
            Kind::PerHead => self.value_of_unit(Unit::YuanPerPerson, value),
            _ => self.decimal(value, 0),
        }
    }

    /// A fault of the table, its row first.
    pub fn county_fault(&self, rows: &[CountyRow], fault: &CountyFault) -> String {
        let place = |row: usize| self.county_place(rows, row);
        match fault {
            CountyFault::Twice { row, earlier } => {
                let earlier = place(*earlier);
                let arguments = [("place", &*place(*row)), ("earlier", &earlier)];
                self.format("counties-fault-twice", &arguments)
            }
            CountyFault::Nobody { row } => {
                self.format("counties-fault-nobody", &[("place", &place(*row))])
            }
            CountyFault::Impossible { row, field, value } => {
                let (name, value) = (self.form_field((*field).into()), value.normalize());
                let arguments = [
                    ("place", &*place(*row)),
                    ("field", &name),
                    ("value", &value.to_string()),
                ];
                self.format("counties-fault-impossible", &arguments)
            }
            CountyFault::AboveWhole {
                row,
                part,
                whole,
                value,
                most,
            } => {
                let arguments = [
                    ("place", &*place(*row)),
                    ("part", &self.form_field((*part).into())),
                    ("value", &self.county_number(*part, *value)),
                    ("whole", &self.form_field((*whole).into())),
                    ("most", &self.county_number(*whole, *most)),
                ];
                // Of few people no number is shown, not even a wrong one.
                let is_few = whole.kind() == Kind::Count && *most < Decimal::from(FEWEST_PEOPLE);
                match is_few {
                    true => self.format("counties-fault-above-few", &arguments[..4]),
                    false => self.format("counties-fault-above", &arguments),
                }
            }
            CountyFault::Leap {
                row,
                income,
                before,
            } => {
                let arguments = [
                    ("place", &*place(*row)),
                    ("income", &self.money(YuanPerPerson(*income))),
                    ("before", &self.money(YuanPerPerson(*before))),
                ];
                let people = rows[*row].lifted_people;
                match people.is_none_or(|people| people < FEWEST_PEOPLE) {
                    true => self.format("counties-fault-leap-few", &arguments[..1]),
                    false => self.format("counties-fault-leap", &arguments),
                }
            }
            CountyFault::AboveCity { field, sum, city } => {
                let arguments = [
                    ("field", &*self.form_field((*field).into())),
                    ("sum", &self.county_number(*field, *sum)),
                    ("city", &self.county_number(*field, *city)),
                ];
                self.format("counties-fault-city", &arguments)
            }
        }
    }

    /// The reasons why money can't be divided, a line each.
    pub fn division_refusal(
        &self,
        rows: &[CountyRow],
        money: u64,
        refusal: &DivisionRefusal,
    ) -> Vec<String> {
        let wan =
            |wan: u64| self.value_of_unit(Unit::Yuan, Decimal::from(wan) * Decimal::from(WAN));
        let place = |row: usize| self.county_place(rows, row);
        let limits = |head: String, limits: &[(usize, u64)]| {
            let line = |(row, limit): &(usize, u64)| {
                let arguments = [("place", &*place(*row)), ("limit", &wan(*limit))];
                self.format("counties-refused-limit", &arguments)
            };
            let lines = limits.iter().map(line);
            std::iter::once(head).chain(lines).collect()
        };
        match refusal {
            DivisionRefusal::Nobody => vec![self.text("counties-refused-nobody").to_string()],
            DivisionRefusal::UnknownCounties(names) => names
                .iter()
                .map(|name| self.format("counties-refused-unknown", &[("name", &quote(name))]))
                .collect(),
            DivisionRefusal::AmbiguousCounties(found) => found
                .iter()
                .map(|(name, rows)| {
                    let rows: Vec<String> = rows.iter().map(|row| place(*row)).collect();
                    let list = rows.join(&self.text("list-comma"));
                    let arguments = [("name", &*quote(name)), ("list", &list)];
                    self.format("counties-refused-ambiguous", &arguments)
                })
                .collect(),
            DivisionRefusal::TermsTwice(found) => found
                .iter()
                .map(|(row, name)| {
                    let arguments = [("place", &*place(*row)), ("name", &quote(name))];
                    self.format("counties-refused-twice", &arguments)
                })
                .collect(),
            DivisionRefusal::WithoutWeight(left) => {
                vec![self.format("counties-refused-weight", &[("left", &wan(*left))])]
            }
            DivisionRefusal::WithoutPart(found) => found
                .iter()
                .map(|row| self.format("counties-refused-part", &[("place", &place(*row))]))
                .collect(),
            DivisionRefusal::Crossed(found) => found
                .iter()
                .map(|(row, floor, cap)| {
                    let arguments = [
                        ("place", &*place(*row)),
                        ("floor", &wan(*floor)),
                        ("cap", &wan(*cap)),
                    ];
                    self.format("counties-refused-crossed", &arguments)
                })
                .collect(),
            DivisionRefusal::FloorsAbove { floors, sum } => {
                let missing = wan(sum.saturating_sub(money));
                let sums = [
                    ("sum", &*wan(*sum)),
                    ("money", &wan(money)),
                    ("missing", &missing),
                ];
                limits(self.format("counties-refused-floors", &sums), floors)
            }
            DivisionRefusal::CapsBelow { caps, sum } => {
                let left = wan(money.saturating_sub(*sum));
                let sums = [
                    ("sum", &*wan(*sum)),
                    ("money", &wan(money)),
                    ("left", &left),
                ];
                limits(self.format("counties-refused-caps", &sums), caps)
            }
        }
    }

    /// A fault of the settings of counties.
    pub(super) fn counties_fault(&self, fault: &CountiesFault) -> String {
        match fault {
            CountiesFault::NoWeight => self.text("counties-fault-no-weight").to_string(),
            CountiesFault::NotTwelve(count) => {
                self.format("counties-fault-twelve", &[("count", &count.to_string())])
            }
            CountiesFault::Falling => self.text("counties-fault-falling").to_string(),
            CountiesFault::NotWholeWan(text) => {
                self.format("counties-fault-whole-wan", &[("text", text)])
            }
            CountiesFault::MoneyWord(text) => {
                self.format("counties-fault-money", &[("text", text)])
            }
            CountiesFault::NoCellOfFunds => self.text("projects-fault-no-cell").to_string(),
            CountiesFault::TooManyEdges(most) => {
                let most = most.to_string();
                self.format("counties-fault-edges", &[("most", &most)])
            }
            CountiesFault::EdgesFall => self.text("counties-fault-edges-fall").to_string(),
            CountiesFault::NotAMonth(number) => {
                let number = number.to_string();
                self.format("counties-fault-month", &[("number", &number)])
            }
            CountiesFault::SourceWord(text) => {
                self.format("campaigns-fault-source", &[("text", text)])
            }
            CountiesFault::TooManyProblems(most) => {
                let most = most.to_string();
                self.format("campaigns-fault-problems", &[("most", &most)])
            }
            CountiesFault::TooManyCampaigns(most) => {
                let most = most.to_string();
                self.format("campaigns-fault-many", &[("most", &most)])
            }
            CountiesFault::TooLongCampaign(most) => {
                let most = most.to_string();
                self.format("campaigns-fault-long", &[("most", &most)])
            }
            CountiesFault::NoName => self.text("campaigns-fault-no-name").to_string(),
            CountiesFault::MeasureWord(text) => {
                self.format("campaigns-fault-measure", &[("text", text)])
            }
            CountiesFault::NotWhole(text) => {
                self.format("campaigns-fault-whole", &[("text", text)])
            }
            CountiesFault::ScheduleIsTarget => self.text("counties-fault-schedule").to_string(),
        }
    }
}
