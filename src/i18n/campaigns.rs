//! The checklist of guarantees and the campaigns in words.

use std::rc::Rc;

use rust_decimal::Decimal;
use zengshou_sheets::SheetDate;

use super::Catalog;
use crate::analysis::funds_floor::{FloorCut, FloorPart};
use crate::counties::campaigns::{
    CampaignEntry, CampaignFault, CampaignMeasure, CampaignPace, CampaignSettings,
};
use crate::counties::guarantees::{
    Guarantee, GuaranteeFault, GuaranteePlace, GuaranteeSettings, GuaranteeSource, NeededMoney,
};
use crate::number::{Share, round};
use crate::problem::quote;
use crate::region::key::Unit;

/// The decimals of a share a day in percentage points, rounded up.
const POINT_PLACES: u32 = 3;

impl Catalog {
    /// The name of a guarantee.
    pub fn guarantee(&self, guarantee: Guarantee) -> Rc<str> {
        self.text(match guarantee {
            Guarantee::Food => "guarantee-food",
            Guarantee::Clothing => "guarantee-clothing",
            Guarantee::Education => "guarantee-education",
            Guarantee::MedicalCare => "guarantee-medical",
            Guarantee::Housing => "guarantee-housing",
            Guarantee::Water => "guarantee-water",
        })
    }

    /// The money that a guarantee is kept from.
    pub fn guarantee_source(&self, source: GuaranteeSource) -> Rc<str> {
        self.text(match source {
            GuaranteeSource::Undecided => "guarantee-from-undecided",
            GuaranteeSource::Infrastructure => "guarantee-from-infrastructure",
            GuaranteeSource::Other => "guarantee-from-other",
            GuaranteeSource::Elsewhere => "guarantee-from-elsewhere",
        })
    }

    /// The place of a line of the checklist.
    pub fn guarantee_place(
        &self,
        settings: &GuaranteeSettings,
        guarantee: Guarantee,
        place: GuaranteePlace,
    ) -> String {
        let entry = settings.entries[guarantee as usize].as_ref();
        match place {
            GuaranteePlace::Whole => self.text("guarantee-whole").to_string(),
            GuaranteePlace::Rest => self.text("guarantee-rest").to_string(),
            GuaranteePlace::County(index) => {
                let county = entry.and_then(|entry| entry.counties.get(index));
                county.map_or_else(String::new, |county| quote(&county.name))
            }
        }
    }

    /// A fault of the checklist.
    pub fn guarantee_fault(&self, settings: &GuaranteeSettings, fault: &GuaranteeFault) -> String {
        let row = |guarantee, place| {
            let place = self.guarantee_place(settings, guarantee, place);
            let named = [("name", &*self.guarantee(guarantee)), ("place", &place)];
            self.format("guarantee-row", &named)
        };
        let county = |guarantee, index| row(guarantee, GuaranteePlace::County(index));
        match *fault {
            GuaranteeFault::SolvedAbove {
                guarantee,
                place,
                found,
                solved,
            } => {
                let said = [
                    ("row", &*row(guarantee, place)),
                    ("found", &self.decimal(found.into(), 0)),
                    ("solved", &self.decimal(solved.into(), 0)),
                ];
                self.format("guarantee-fault-solved", &said)
            }
            GuaranteeFault::Twice {
                guarantee,
                county: index,
                earlier,
            } => {
                let earlier = GuaranteePlace::County(earlier);
                let earlier = self.guarantee_place(settings, guarantee, earlier);
                let said = [("row", &*county(guarantee, index)), ("earlier", &earlier)];
                self.format("guarantee-fault-twice", &said)
            }
            GuaranteeFault::UnknownCounty {
                guarantee,
                county: index,
            } => self.format(
                "guarantee-fault-unknown",
                &[("row", &county(guarantee, index))],
            ),
            GuaranteeFault::AboveRegion {
                guarantee,
                is_solved,
                sum,
                whole,
            } => {
                let id = match is_solved {
                    true => "guarantee-fault-solved-sum",
                    false => "guarantee-fault-found-sum",
                };
                let said = [
                    ("name", &*self.guarantee(guarantee)),
                    ("sum", &self.decimal(sum.into(), 0)),
                    ("whole", &self.decimal(whole.into(), 0)),
                ];
                self.format(id, &said)
            }
        }
    }

    /// The money that has to come first, or at least how much of it is known.
    pub fn needed_money(&self, money: NeededMoney) -> String {
        let known = self.value_of_unit(Unit::Yuan, money.known);
        match (money.unknown, money.known.is_zero()) {
            (0, _) => known,
            (_, true) => self.text("value-unknown").to_string(),
            (lines, false) => {
                let said = [("money", &*known), ("lines", &lines.to_string())];
                self.format("guarantee-at-least", &said)
            }
        }
    }

    /// The funds below what has to come first, with what is missing.
    pub fn floor_cut(&self, year: &str, cut: &FloorCut) -> String {
        let amount = |value: Decimal| self.value_of_unit(Unit::Yuan, value);
        let said = [
            ("year", year),
            ("part", &*self.floor_part(cut.part)),
            ("floor", &amount(cut.floor)),
            ("has", &amount(cut.has)),
            ("missing", &amount(cut.missing())),
        ];
        self.format("floor-cut", &said)
    }

    /// The uses that keep a floor.
    pub fn floor_part(&self, part: FloorPart) -> Rc<str> {
        self.text(match part {
            FloorPart::Infrastructure => "floor-infrastructure",
            FloorPart::Other => "floor-other",
            FloorPart::Both => "floor-both",
        })
    }

    /// The name of a measure.
    pub fn campaign_measure(&self, measure: CampaignMeasure) -> Rc<str> {
        self.text(match measure {
            CampaignMeasure::Jobs => "campaign-measure-jobs",
            CampaignMeasure::Spending => "campaign-measure-spending",
            CampaignMeasure::Coverage => "campaign-measure-coverage",
            CampaignMeasure::Solved => "campaign-measure-solved",
        })
    }

    /// A standing of a measure, or what is missing to one.
    pub fn campaign_amount(&self, measure: CampaignMeasure, value: Decimal) -> String {
        match measure {
            CampaignMeasure::Spending => self.value_of_unit(Unit::Yuan, round(value, 0)),
            CampaignMeasure::Coverage => self.percent(Share(value), 2),
            CampaignMeasure::Jobs | CampaignMeasure::Solved => self.decimal(value, 0),
        }
    }

    /// A distance from an even pace, with its sign: in percentage points for a coverage.
    pub fn campaign_lead(&self, measure: CampaignMeasure, value: Decimal) -> String {
        match measure {
            CampaignMeasure::Coverage => {
                let points = self.points(Share(value));
                self.format("campaign-points", &[("points", &points)])
            }
            CampaignMeasure::Spending => {
                let amount = self.value_of_unit(Unit::Yuan, round(value.abs(), 0));
                let sign = if value < Decimal::ZERO { "-" } else { "+" };
                format!("{sign}{amount}")
            }
            CampaignMeasure::Jobs | CampaignMeasure::Solved => {
                self.numbers().decimal(value, 0, true)
            }
        }
    }

    /// The amount that each day has to bring, rounded up so that the days together are enough.
    fn campaign_each(&self, measure: CampaignMeasure, amount: Decimal) -> String {
        match measure {
            CampaignMeasure::Spending => {
                let hundreds = (amount / Decimal::ONE_HUNDRED).ceil();
                self.value_of_unit(Unit::Yuan, hundreds * Decimal::ONE_HUNDRED)
            }
            CampaignMeasure::Coverage => {
                let step = Decimal::new(1, POINT_PLACES);
                let points = (amount * Decimal::ONE_HUNDRED / step).ceil() * step;
                let points = self.decimal(points, POINT_PLACES);
                self.format("campaign-points", &[("points", &points)])
            }
            CampaignMeasure::Jobs | CampaignMeasure::Solved => self.decimal(amount.ceil(), 0),
        }
    }

    /// The way to a campaign's goal.
    pub fn campaign_pace(&self, measure: CampaignMeasure, pace: CampaignPace) -> String {
        match pace {
            CampaignPace::Unknown => self.text("value-unknown").to_string(),
            CampaignPace::Reached => self.text("campaign-reached").to_string(),
            CampaignPace::TooLate => self.text("campaign-late").to_string(),
            CampaignPace::Daily { amount, days } => {
                let amount = self.campaign_each(measure, amount);
                let said = [("amount", &*amount), ("days", &days.to_string())];
                self.format("campaign-daily", &said)
            }
        }
    }

    /// A fault of a campaign.
    pub fn campaign_fault(&self, settings: &CampaignSettings, fault: &CampaignFault) -> String {
        let amount = |value: Decimal| self.campaign_amount(settings.measure, value);
        let entry = |index: usize| self.campaign_entry(index, &settings.entries[index]);
        let said = |index: usize| amount(settings.entries[index].value);
        let county = |index: usize| quote(&settings.counties[index].name);
        match fault {
            CampaignFault::UpsideDown => {
                let days = [settings.first, settings.last].map(|day| day.to_string());
                let days = [("first", &*days[0]), ("last", &days[1])];
                self.format("campaign-fault-upside", &days)
            }
            CampaignFault::Outside { entry: index } => {
                let days = [settings.first, settings.last].map(|day| day.to_string());
                let said = [
                    ("entry", &*entry(*index)),
                    ("first", &days[0]),
                    ("last", &days[1]),
                ];
                self.format("campaign-fault-outside", &said)
            }
            CampaignFault::Twice {
                entry: index,
                earlier,
            } => {
                let earlier = (earlier + 1).to_string();
                let said = [("entry", &*entry(*index)), ("earlier", &earlier)];
                self.format("campaign-fault-twice", &said)
            }
            CampaignFault::Falling {
                entry: index,
                before,
            } => {
                let said = [
                    ("entry", &*entry(*index)),
                    ("value", &said(*index)),
                    ("before", &amount(*before)),
                ];
                self.format("campaign-fault-falling", &said)
            }
            CampaignFault::Differs {
                entry: index,
                table,
            } => {
                let said = [
                    ("entry", &*entry(*index)),
                    ("value", &said(*index)),
                    ("table", &amount(*table)),
                ];
                self.format("campaign-fault-differs", &said)
            }
            CampaignFault::ImportFalls {
                county,
                date,
                value,
            } => {
                let place = self.campaign_place(county.as_deref());
                let said = [
                    ("place", &*place),
                    ("day", &date.to_string()),
                    ("value", &amount(*value)),
                ];
                self.format("campaign-fault-import", &said)
            }
            CampaignFault::GoalBelow {
                county: index,
                goal,
                done,
            } => {
                let name = index.map(|index| settings.counties[index].name.as_str());
                let said = [
                    ("place", &*self.campaign_place(name)),
                    ("goal", &amount(*goal)),
                    ("done", &amount(*done)),
                ];
                self.format("campaign-fault-goal", &said)
            }
            CampaignFault::CountyTwice {
                county: index,
                earlier,
            } => {
                let said = [("county", &*county(*index)), ("earlier", &county(*earlier))];
                self.format("campaign-fault-county-twice", &said)
            }
            CampaignFault::UnknownCounty { county: index } => {
                self.format("campaign-fault-unknown", &[("county", &county(*index))])
            }
            CampaignFault::UnknownPlace { entry: index } => {
                self.format("campaign-fault-unknown-entry", &[("entry", &entry(*index))])
            }
            CampaignFault::AboveRegion { sum, whole } => {
                let said = [("sum", &*amount(*sum)), ("whole", &amount(*whole))];
                self.format("campaign-fault-sum", &said)
            }
        }
    }

    /// A county by its name, or the whole region.
    pub fn campaign_place(&self, county: Option<&str>) -> String {
        county.map_or_else(|| self.text("guarantee-whole").to_string(), quote)
    }

    /// An entry by its number, its day and its place.
    fn campaign_entry(&self, index: usize, entry: &CampaignEntry) -> String {
        let day: SheetDate = entry.day;
        let said = [
            ("number", &*(index + 1).to_string()),
            ("day", &day.to_string()),
            ("place", &self.campaign_place(entry.county.as_deref())),
        ];
        self.format("campaign-entry", &said)
    }
}
