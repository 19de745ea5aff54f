//! Sentences on labour that a scenario needs beyond what there is.

use super::Catalog;
use crate::analysis::labour::LabourExcess;
use crate::number::Share;

impl Catalog {
    /// Further jobs beyond idle labour.
    pub fn jobs_excess(&self, over: &LabourExcess) -> String {
        self.format(
            "labour-jobs-over",
            &[
                ("year", &over.year.to_string()),
                ("planned", &self.decimal(over.planned, 0)),
                ("there", &self.decimal(over.there, 0)),
            ],
        )
    }

    /// A rise of the relocated people's employment beyond those without work.
    pub fn relocated_excess(&self, over: &LabourExcess) -> String {
        let there = self.percent(Share(over.there), 2);
        self.format("labour-relocated-over", &[("there", &there)])
    }
}
