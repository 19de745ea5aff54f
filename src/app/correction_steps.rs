//! Corrections of a region's figures as steps that can be taken back and done again, as a tab keeps them. Each starts the
//! page again, so that the steps of the scenario's own history do not reach across them.

use serde::{Deserialize, Serialize};

use super::packed::{packed, unpacked};
use crate::number::YuanPerPerson;
use crate::problem::Problem;
use crate::region::Region;
use crate::region::own::correct::Correction;
use crate::region::own::{MOST_OWN_BYTES, OwnRegion};
use crate::scenario::Scenario;

/// The most corrections that a tab keeps.
const MOST_STEPS: usize = 20;

/// A region as it was on one side of a correction.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct CorrectionSide {
    /// Its identifier.
    pub id: String,
    /// The version of its data.
    pub version: u32,
    /// Its own figures alone, since no correction changes its tables; none where the page was built with it.
    pub figures: Option<String>,
    /// The file that lay in the browser's storage under the identifier of the corrected region, as [`kept_of`] keeps it.
    pub kept: Option<String>,
    /// The link of the work.
    pub link: String,
}

impl CorrectionSide {
    /// True for that region with these figures.
    fn is_of(&self, region: &Region) -> bool {
        self.id == region.id && self.version == region.version && self.figures == figures_of(region)
    }
}

/// A region with corrected figures, and the work on it.
#[derive(Clone, Debug)]
pub struct CorrectedRegion {
    /// Its own figures.
    pub own: OwnRegion,
    /// The region.
    pub region: Region,
    /// The scenario without the values that the region now has itself.
    pub scenario: Scenario,
}

impl CorrectedRegion {
    /// A region's own figures of before with corrections.
    ///
    /// # Errors
    /// Figures that no region can have, and parts of the scenario that do not fit the corrected one.
    pub fn of(
        state: (&Region, &Scenario),
        before: &OwnRegion,
        default: &Region,
        corrections: &[Correction],
    ) -> Result<Self, Vec<Problem>> {
        let (region, scenario) = state;
        let own = before.corrected(corrections);
        let corrected = own.region(default)?;
        let mut scenario = scenario.clone();
        for correction in corrections {
            scenario.revert(region, correction.key);
        }
        let (scenario, problems) = scenario.moved_to(&corrected);
        match problems.is_empty() {
            true => Ok(Self {
                own,
                region: corrected,
                scenario,
            }),
            false => Err(problems),
        }
    }

    /// The income of the first plan year under the scenario.
    pub fn income(&self) -> YuanPerPerson {
        let year = self.region.years.first_plan;
        self.scenario.project_until(&self.region, year).scenario[0].income
    }
}

/// The own figures of a region alone.
pub fn figures_of(region: &Region) -> Option<String> {
    let own = region.own.as_deref()?;
    Some(own.figures_alone().write())
}

/// A file of own figures as a step keeps it: without its tables where a region at hand has all of them, else whole.
pub fn kept_of(file: String, at_hand: &OwnRegion) -> String {
    let without = OwnRegion::read(&file).ok().and_then(|own| {
        let without = own.without_tables();
        let is_enough = without != own && with_tables(without.clone(), &[at_hand]) == own;
        is_enough.then_some(without)
    });
    without.map_or_else(|| packed(&file), |without| without.write())
}

/// The file that a step kept, with its tables from those at hand.
pub fn lying_again(kept: String, at_hand: &[&OwnRegion]) -> String {
    let file = unpacked(kept, MOST_OWN_BYTES);
    match OwnRegion::read(&file) {
        Ok(own) if !own.absent.is_empty() => with_tables(own, at_hand).write(),
        _ => file,
    }
}

/// A file's figures with the tables at hand. What its projects are counted as stands in the file itself.
fn with_tables(mut own: OwnRegion, at_hand: &[&OwnRegion]) -> OwnRegion {
    let types = own.types.clone();
    for other in at_hand {
        own.take_tables(other);
    }
    OwnRegion { types, ..own }
}

/// A correction.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct CorrectionStep {
    /// The number of figures corrected.
    pub count: usize,
    /// The region before it.
    pub before: CorrectionSide,
    /// The region after it.
    pub after: CorrectionSide,
}

/// The corrections of a tab, those that were taken back included.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct CorrectionSteps {
    steps: Vec<CorrectionStep>,
    /// The number of those that hold.
    done: usize,
}

impl CorrectionSteps {
    /// Adds a correction; what was taken back before can be done again no more.
    pub fn add(&mut self, step: CorrectionStep) {
        self.steps.truncate(self.done);
        // The region may have become another in between, by a file.
        let follows = self.steps.last().is_none_or(|last| {
            let (last, next) = (&last.after, &step.before);
            (&last.id, last.version, &last.figures) == (&next.id, next.version, &next.figures)
        });
        if !follows {
            self.steps.clear();
        }
        self.steps.push(step);
        if self.steps.len() > MOST_STEPS {
            self.steps.remove(0);
        }
        self.done = self.steps.len();
    }

    /// The correction that the region on the screen came from.
    pub fn back(&self, region: &Region) -> Option<&CorrectionStep> {
        let last = self.steps.get(self.done.checked_sub(1)?)?;
        last.after.is_of(region).then_some(last)
    }

    /// The correction that was taken back last, if it led to the region on the screen.
    pub fn forward(&self, region: &Region) -> Option<&CorrectionStep> {
        let next = self.steps.get(self.done)?;
        next.before.is_of(region).then_some(next)
    }

    /// Notes that the last correction was taken back.
    pub fn went_back(&mut self) {
        self.done = self.done.saturating_sub(1);
    }

    /// Notes that it was done again.
    pub fn went_forward(&mut self) {
        self.done = self.steps.len().min(self.done + 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::region::own::OwnRegion;
    use crate::region::own::tests::county;
    use crate::region::tests::region;

    fn side(own: &OwnRegion) -> CorrectionSide {
        CorrectionSide {
            id: own.id.clone(),
            version: own.version,
            figures: Some(own.figures_alone().write()),
            kept: None,
            link: String::new(),
        }
    }

    fn version(number: u32) -> OwnRegion {
        OwnRegion {
            version: number,
            ..county()
        }
    }

    fn step(from: u32, to: u32) -> CorrectionStep {
        CorrectionStep {
            count: to as usize,
            before: side(&version(from)),
            after: side(&version(to)),
        }
    }

    fn whole(own: &OwnRegion) -> Region {
        own.region(&region()).expect("a region")
    }

    #[test]
    fn corrections_are_walked_back_and_forward_like_steps() {
        let mut steps = CorrectionSteps::default();
        steps.add(step(1, 2));
        steps.add(step(2, 3));
        let [one, two, three] = [1, 2, 3].map(|number| whole(&version(number)));
        assert_eq!(steps.back(&three), Some(&step(2, 3)));
        assert_eq!(steps.forward(&three), None);
        steps.went_back();
        assert_eq!(steps.back(&two), Some(&step(1, 2)));
        assert_eq!(steps.forward(&two), Some(&step(2, 3)));
        steps.went_back();
        assert_eq!(steps.back(&one), None);
        assert_eq!(steps.forward(&one), Some(&step(1, 2)));
        steps.went_forward();
        assert_eq!(steps.back(&two), Some(&step(1, 2)));
        // Another correction takes the place of the one that was taken back.
        steps.add(step(2, 4));
        steps.went_back();
        assert_eq!(steps.forward(&two), Some(&step(2, 4)));
        let text = serde_json::to_string(&steps).expect("text");
        assert_eq!(
            serde_json::from_str::<CorrectionSteps>(&text).ok(),
            Some(steps)
        );
    }

    /// Version 2 from a file is not the version 2 of a correction.
    #[test]
    fn a_region_that_came_otherwise_has_no_correction_to_take_back() {
        let mut steps = CorrectionSteps::default();
        steps.add(step(1, 2));
        let mut other = version(2);
        other
            .values
            .remove(&crate::region::key::Key::parse("coverage_cost").expect("a key"));
        other.name = "别处".to_owned();
        assert_eq!(steps.back(&whole(&other)), None);
        assert_eq!(steps.back(&region()), None);
        // A correction of it is the first of its own.
        steps.add(step(7, 8));
        steps.went_back();
        assert_eq!(steps.back(&whole(&version(2))), None);
    }

    fn with_projects(name: &str, count: usize) -> OwnRegion {
        let row = zengshou_sheets::ProjectRow {
            name: Some(name.to_owned()),
            ..Default::default()
        };
        OwnRegion {
            projects: vec![row; count],
            ..county()
        }
    }

    #[test]
    fn the_tables_of_a_region_are_not_kept_once_more() {
        let own = with_projects("肉羊养殖", 10_000);
        let text = figures_of(&whole(&own)).expect("figures");
        assert!(text.len() < 10_000, "{}", text.len());
        let mut read = OwnRegion::read(&text).expect("figures");
        read.take_tables(&own);
        assert_eq!(read, own);
    }

    /// A link's region was corrected over a file of the same identifier with other projects: nothing else has those.
    #[test]
    fn a_file_lies_again_as_it_lay_with_tables_that_nothing_else_has() {
        let corrected = OwnRegion {
            version: 2,
            ..with_projects("肉羊养殖", 20_000)
        };
        let mut counted = with_projects("肉羊养殖", 20_000);
        let name = zengshou_sheets::TypeName::parse("就业项目").expect("a type");
        counted
            .types
            .set(name, Some(zengshou_sheets::FundUse::Industry));
        let others = [
            with_projects("肉羊养殖", 20_000),
            with_projects("设施蔬菜", 20_000),
            counted,
            county(),
        ];
        for other in others {
            let file = other.write();
            let kept = kept_of(file.clone(), &corrected);
            assert!(kept.len() < 50_000, "{}", kept.len());
            assert_eq!(lying_again(kept, &[&corrected]), file);
        }
        let damaged = "{\"zengshou-region\": 1".to_owned();
        let kept = kept_of(damaged.clone(), &corrected);
        assert_eq!(lying_again(kept, &[&corrected]), damaged);
    }

    #[test]
    fn a_link_that_says_no_uses_of_types_leads_to_the_same_correction() {
        let mut steps = CorrectionSteps::default();
        let mut own = version(2);
        steps.add(step(1, 2));
        let name = zengshou_sheets::TypeName::parse("就业项目").expect("a type");
        own.types
            .set(name, Some(zengshou_sheets::FundUse::Industry));
        assert_eq!(steps.back(&whole(&own)), Some(&step(1, 2)));
    }
}
