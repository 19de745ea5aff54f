//! Corrections of the region's figures: the region goes on as a bureau's own, a version on, and the page begins again
//! with it. The steps back and forward are kept in the tab.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use super::page_regions::default_text;
use super::regions::{self, NotAdded};
use super::{address, storage};
use crate::app::correction_steps::{
    CorrectedRegion, CorrectionSide, CorrectionStep, CorrectionSteps, figures_of, kept_of,
    lying_again,
};
use crate::app::state::{Action, State, StorageFault};
use crate::language::Language;
use crate::link;
use crate::number::YuanPerPerson;
use crate::region::Region;
use crate::region::own::OwnRegion;
use crate::region::own::correct::Correction;
use crate::region::parse::parse_region;

/// The place of the steps in the tab's storage.
const PLACE: &str = "corrections";

thread_local! {
    /// The number of steps that could be undone when the page began: opening a link is one.
    static BEGUN: Cell<usize> = const { Cell::new(0) };
}

/// Notes the state that the page begins with.
pub fn begin(state: &State) {
    BEGUN.set(state.history.depth());
}

/// The corrections beside the region on the screen: the numbers of figures that the one before it corrected, and the
/// one that was taken back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BesideCorrections {
    /// Figures of the correction that can be taken back.
    pub back: Option<usize>,
    /// Figures of the correction that can be done again.
    pub forward: Option<usize>,
}

impl BesideCorrections {
    /// True where the scenario itself has a step to undo. A correction that the page began with is the step before all
    /// of its own.
    pub fn has_step_back(self, state: &State) -> bool {
        match self.back {
            Some(_) => state.history.depth() > BEGUN.get(),
            None => state.history.can_undo(),
        }
    }

    /// The corrections that the buttons can still reach.
    pub fn in_reach(self, state: &State) -> Self {
        Self {
            forward: self.forward.filter(|_| can_go_forward(state)),
            ..self
        }
    }
}

/// True until the scenario has a step of its own: like any new step, it takes the place of a correction that was taken
/// back.
fn can_go_forward(state: &State) -> bool {
    !state.history.can_redo() && state.history.depth() <= BEGUN.get()
}

/// Corrects figures of the region on the screen, and begins again with it. Corrected values are no longer the
/// scenario's own.
///
/// # Errors
/// Why it could not be done; then nothing has changed.
pub async fn correct(
    state: &State,
    corrections: &[Correction],
    language: Language,
) -> Result<(), NotAdded> {
    let default = default_region().await?;
    let before = OwnRegion::of_region(&state.region, &default, language);
    let corrected = CorrectedRegion::of(
        (&state.region, state.scenario()),
        &before,
        &default,
        corrections,
    );
    let CorrectedRegion {
        own,
        region,
        scenario,
    } = corrected.map_err(NotAdded::Problems)?;
    let income = scenario.project(&region).scenario[0].income;
    let name = state.name.as_deref();
    let link = link::encode_with(&region, &scenario, &state.extras, name, income, None);
    let file = own.write();
    let kept_before = regions::kept(&own.id).map(|file| kept_of(file, &own));
    let kept_after = match regions::keep(&own.id, &file) {
        Ok(()) => Some(kept_of(file, &own)),
        // Without tables the link carries all of it, and what lay there still lies there.
        Err(StorageFault::Blocked | StorageFault::Full) if own.tables().is_empty() => {
            kept_before.clone()
        }
        Err(fault) => return Err(NotAdded::Storage(fault)),
    };
    let mut steps = remembered();
    steps.add(CorrectionStep {
        count: corrections.len(),
        before: side(&state.region, kept_before, address::fragment(state)),
        after: side(&region, kept_after, link.clone()),
    });
    remember(&steps);
    address::leave_for(&link);
    Ok(())
}

async fn default_region() -> Result<Region, NotAdded> {
    let built_in = default_text().await.map_err(NotAdded::Missing)?;
    parse_region(&built_in).map_err(NotAdded::Problems)
}

/// The income of the first plan year as it would be with each of some sets of corrections; none for a set that no region
/// can have. Nothing is changed.
pub async fn incomes_with(
    state: &State,
    sets: &[Vec<Correction>],
    language: Language,
) -> Vec<Option<YuanPerPerson>> {
    let Ok(default) = default_region().await else {
        return Vec::new();
    };
    // Tables are large, and no income depends on them.
    let before = OwnRegion::of_region(&state.region, &default, language).figures_alone();
    let work = (&*state.region, state.scenario());
    let incomes = sets.iter().map(|corrections| {
        let corrected = CorrectedRegion::of(work, &before, &default, corrections);
        corrected.ok().map(|corrected| corrected.income())
    });
    incomes.collect()
}

fn side(region: &Region, kept: Option<String>, link: String) -> CorrectionSide {
    CorrectionSide {
        id: region.id.clone(),
        version: region.version,
        figures: figures_of(region),
        kept,
        link,
    }
}

fn remembered() -> CorrectionSteps {
    let text = storage::recall_in_tab(PLACE);
    let known = text.and_then(|text| serde_json::from_str(&text).ok());
    known.unwrap_or_default()
}

fn remember(steps: &CorrectionSteps) {
    if let Ok(text) = serde_json::to_string(steps) {
        storage::remember_in_tab(PLACE, &text);
    }
}

/// The corrections beside the region on the screen.
#[hook]
pub fn use_corrections(region: &Rc<Region>) -> BesideCorrections {
    let region = region.clone();
    *use_memo(Rc::as_ptr(&region) as usize, move |_| {
        let steps = remembered();
        BesideCorrections {
            back: steps.back(&region).map(|step| step.count),
            forward: steps.forward(&region).map(|step| step.count),
        }
    })
}

/// Walks over a correction where the scenario has no step left on that side; nothing where there is none either. The page
/// begins again then.
///
/// # Errors
/// When storage is full or blocked: then everything is as it was.
pub fn walk(state: &State, action: &Action) -> Option<Result<(), StorageFault>> {
    let is_back = match action {
        Action::Undo if state.history.depth() <= BEGUN.get() => true,
        Action::Redo if can_go_forward(state) => false,
        _ => return None,
    };
    let mut steps = remembered();
    let step = match is_back {
        true => steps.back(&state.region),
        false => steps.forward(&state.region),
    };
    let step = step?.clone();
    // What lies in the storage is always the file of the corrected region.
    let id = step.after.id.clone();
    let to = match is_back {
        true => step.before,
        false => step.after,
    };
    if let Err(fault) = put(&state.region, &id, to.kept) {
        return Some(Err(fault));
    }
    match is_back {
        true => steps.went_back(),
        false => steps.went_forward(),
    }
    remember(&steps);
    address::leave_for(&to.link);
    Some(Ok(()))
}

/// Lets a file lie in the storage again as a step kept it, with the tables that are on the screen or in the storage.
fn put(shown: &Region, id: &str, kept: Option<String>) -> Result<(), StorageFault> {
    let lying = regions::kept(id);
    let others = lying.as_deref().map(OwnRegion::read).and_then(Result::ok);
    let at_hand: Vec<&OwnRegion> = shown.own.as_deref().into_iter().chain(&others).collect();
    match kept.map(|kept| lying_again(kept, &at_hand)) {
        wanted if wanted == lying => Ok(()),
        Some(wanted) => regions::keep(id, &wanted),
        None => regions::remove(id),
    }
}
