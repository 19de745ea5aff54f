//! A page on each lever: which there are, what figures of the region they speak of, and which
//! publications stand behind those. The words are messages, `note-NAME-PART`.

use crate::region::key::{Fixed, Key};
use crate::region::{Publication, Region, Status};

/// A lever's page.
#[derive(Debug, PartialEq, Eq)]
pub struct LeverHelp {
    /// The lever's name; that of the funds stands for all cells of the matrix, that of their growth for all
    /// levels.
    pub lever: &'static str,
    /// The keys whose figures the page speaks of, the lever's own among them.
    pub about: &'static [Fixed],
}

/// Parts of every page, in this order: the last part of the messages' identifiers.
pub const PARTS: [&str; 5] = ["is", "does", "costs", "cannot", "against"];

/// Every page, in the order of the levers.
pub const LEVER_HELP: [LeverHelp; 18] = {
    use Fixed::*;
    [
        note(
            "funds",
            &[
                FundsCentralIndustry,
                FundsProvincialIndustry,
                FundsCityIndustry,
                FundsCountyIndustry,
            ],
        ),
        note("repeat", &[Repeat]),
        note(
            "funds_growth",
            &[
                FundsGrowthCentral,
                FundsGrowthProvincial,
                FundsGrowthCity,
                FundsGrowthCounty,
            ],
        ),
        note("execution", &[Execution, CarrySpent]),
        note(
            "grants_share",
            &[GrantsShare, GrantsTargeting, GrantsCounted, CoverageCost],
        ),
        note("relief_share", &[ReliefShare, LabourLocal, LabourDisplaced]),
        note("labour_share", &[LabourShare, LabourLocal, LabourDisplaced]),
        note(
            "operating_rate",
            &[OperatingRate, AssetReturn, Targeting, ExistingAssets],
        ),
        note(
            "benefit_share",
            &[BenefitShare, Targeting, SplitWage, SplitOperating],
        ),
        note(
            "coverage",
            &[
                Coverage,
                Coverage0,
                CoverageEffect,
                CoverageNow,
                CoverageCost,
                CoverageUpkeep,
                CoverageInKind,
            ],
        ),
        note(
            "jobs.outward",
            &[
                JobsOutward,
                PayOutward,
                DisplacementOutward,
                DeadweightOutward,
                JobFirstYear,
            ],
        ),
        note(
            "jobs.workshop",
            &[
                JobsWorkshop,
                PayWorkshop,
                DisplacementWorkshop,
                DeadweightWorkshop,
                JobFirstYear,
            ],
        ),
        note(
            "jobs.relief",
            &[
                JobsRelief,
                PayRelief,
                DisplacementRelief,
                DeadweightRelief,
                JobFirstYear,
            ],
        ),
        note(
            "jobs.welfare",
            &[
                JobsWelfare,
                PayWelfare,
                DisplacementWelfare,
                DeadweightWelfare,
                JobFirstYear,
            ],
        ),
        note(
            "jobs.startup",
            &[
                JobsStartup,
                PayStartup,
                DisplacementStartup,
                DeadweightStartup,
                JobFirstYear,
            ],
        ),
        note(
            "relocated_employment",
            &[
                RelocatedEmployment,
                RelocatedLabour,
                RelocatedPay,
                RelocatedDisplacement,
                RelocatedDeadweight,
                JobFirstYear,
            ],
        ),
        note("social", &[Social, SocialDirect]),
        note("social_industry", &[SocialIndustry]),
    ]
};

const fn note(lever: &'static str, about: &'static [Fixed]) -> LeverHelp {
    LeverHelp { lever, about }
}

impl LeverHelp {
    /// The page of a lever; none for what is assumed.
    pub fn of(key: Key) -> Option<&'static Self> {
        LEVER_HELP.iter().find(|note| note.is_about(key))
    }

    /// The identifier of a part's message.
    pub fn message(&self, part: &str) -> String {
        format!("{}-{part}", self.identifier())
    }

    /// The start of the identifiers of its messages.
    pub fn identifier(&self) -> String {
        format!("note-{}", self.lever.replace('.', "-"))
    }

    /// The name under which the messages know a key's figure.
    pub fn argument(key: Fixed) -> String {
        key.row().name.replace('.', "_")
    }

    /// The publications behind the figures that the page speaks of, each once.
    pub fn sources<'a>(&self, region: &'a Region) -> Vec<&'a Publication> {
        let mut ids: Vec<&String> = Vec::new();
        for figure in self.figures(region).map(|(_, figure)| figure) {
            for id in &figure.sources {
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
        }
        ids.into_iter()
            .filter_map(|id| region.sources.get(id))
            .collect()
    }

    /// The keys whose figures are no more than assumed.
    pub fn assumed(&self, region: &Region) -> Vec<Key> {
        self.figures(region)
            .filter(|(_, figure)| figure.status == Status::Assumption)
            .map(|(key, _)| key)
            .collect()
    }

    fn figures<'a>(
        &self,
        region: &'a Region,
    ) -> impl Iterator<Item = (Key, &'a crate::region::EvidencedValue)> {
        self.about.iter().filter_map(|fixed| {
            let key = Key::Fixed(*fixed);
            Some((key, region.parameters.get(&key)?))
        })
    }

    fn is_about(&self, key: Key) -> bool {
        match key {
            Key::Fixed(fixed) if fixed <= Fixed::FundsCountyOther => self.lever == "funds",
            Key::Fixed(fixed) if is_growth_of_funds(fixed) => self.lever == "funds_growth",
            Key::Fixed(fixed) => self.lever == fixed.row().name,
            Key::Yearly(..) => false,
        }
    }
}

/// True for the growths of the four levels, which have one page.
fn is_growth_of_funds(fixed: Fixed) -> bool {
    (Fixed::FundsGrowthCentral..=Fixed::FundsGrowthCounty).contains(&fixed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::region::tests::region;

    #[test]
    fn every_lever_and_no_assumption_has_a_note_that_speaks_of_it() {
        for fixed in Fixed::ALL {
            let key = Key::Fixed(*fixed);
            let note = LeverHelp::of(key);
            assert_eq!(note.is_some(), key.is_lever(), "{key}");
            if let Some(note) = note.filter(|note| !note.lever.starts_with("funds")) {
                assert_eq!(note.about.first(), Some(fixed), "{key}");
            }
        }
    }

    #[test]
    fn sources_are_named_once_and_assumptions_are_listed() {
        let region = region();
        let titles = |key: Fixed| {
            let note = LeverHelp::of(key.into()).expect("a note");
            note.sources(&region).len()
        };
        assert_eq!(titles(Fixed::FundsCityOther), 1);
        assert_eq!(titles(Fixed::LabourShare), 1);
        assert_eq!(titles(Fixed::JobsOutward), 1);
        let outward = LeverHelp::of(Fixed::JobsOutward.into()).expect("a note");
        assert_eq!(
            outward.assumed(&region),
            [
                Fixed::PayOutward.into(),
                Fixed::DisplacementOutward.into(),
                Fixed::DeadweightOutward.into(),
                Fixed::JobFirstYear.into(),
            ]
        );
    }
}
