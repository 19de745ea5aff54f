//! The contest of a region's counties as the parts of the page share it: made once for a table and its settings.

use std::rc::Rc;

use yew::prelude::*;
use zengshou_sheets::CountyRow;

use super::props::BureauPartProps;
use crate::app::effects::bureau;
use crate::app::view::shared::Shared;
use crate::counties::check::CountyFault;
use crate::counties::league::League;
use crate::counties::overview::CountyOverview;
use crate::region::Region;

/// The contest with what is behind it.
pub struct Contest {
    /// The region.
    pub region: Rc<Region>,
    /// The league.
    pub league: League,
    /// The faults of the table.
    pub faults: Vec<CountyFault>,
    /// True where there is an earlier import to compare with.
    pub has_before: bool,
}

impl Contest {
    /// The rows of the table.
    pub fn rows(&self) -> &[CountyRow] {
        self.region.own.as_deref().map_or(&[], |own| &*own.counties)
    }
}

/// The contest; `changed` counts how often another earlier import was chosen.
#[hook]
pub fn use_contest(props: &BureauPartProps, changed: u32) -> Shared<Contest> {
    let of = (
        Shared(props.state.region.clone()),
        Shared(props.book.settings().clone()),
        changed,
    );
    let contest = use_memo(of, |(region, settings, _)| {
        let before = bureau::earlier(&region.id);
        let found = CountyOverview::contest(region, settings, before.as_deref());
        Contest {
            region: region.0.clone(),
            faults: found.checked.faults.clone(),
            league: found.league,
            has_before: before.is_some(),
        }
    });
    Shared(contest)
}
