//! The reader's choices for the charts, and the properties of the panels that show them.

use std::rc::Rc;

use yew::prelude::*;

use super::frame::ChartHost;
use crate::analysis::flows::FlowSide;
use crate::analysis::progress::Month;
use crate::app::state::Results;
use crate::app::view::parts::Shared;
use crate::chart::paths::PathsChoice;
use crate::chart::shares::ComponentMeasure;
use crate::number::Share;
use crate::region::Region;

/// The reader's choices for each chart; kept while another one is looked at.
#[derive(Clone, PartialEq)]
pub struct Choices {
    /// Of the paths.
    pub paths: PathsChoice,
    /// True where the errors of the past lie on the paths as a band.
    pub shows_errors: bool,
    /// The year of all yearly charts, counted from the first plan year.
    pub step: usize,
    /// The measure of the components.
    pub measure: ComponentMeasure,
    /// The scenario of the flows.
    pub side: FlowSide,
    /// At the end of which month progress was reported.
    pub month: Option<Month>,
    /// The year-end target; without one, the lever's value.
    pub target: Option<Share>,
}

/// Properties of every panel.
#[derive(Properties, PartialEq)]
pub struct PanelProps {
    /// The results shown.
    pub results: Shared<Results>,
    /// The drawing tools.
    pub host: ChartHost,
    /// The reader's choices.
    pub choices: Rc<Choices>,
    /// Chooses.
    pub choose: Callback<Choices>,
}

/// Properties of a panel that needs the region.
#[derive(Properties, PartialEq)]
pub struct RegionPanelProps {
    /// The results shown.
    pub results: Shared<Results>,
    /// The region.
    pub region: Shared<Region>,
    /// The drawing tools.
    pub host: ChartHost,
    /// The reader's choices.
    pub choices: Rc<Choices>,
    /// Chooses.
    pub choose: Callback<Choices>,
}
