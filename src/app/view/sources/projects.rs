//! The projects of a region of one's own by their types, as they are counted.

use yew::prelude::*;
use zengshou_sheets::TypeTable;

use crate::app::view::regions::types::Types;
use crate::app::view::shared::Shared;
use crate::region::Region;

/// Properties of the table.
#[derive(Properties, PartialEq)]
pub struct ProjectTypesProps {
    /// The region.
    pub region: Shared<Region>,
}

/// The table; nothing for a region without projects.
#[component]
pub fn ProjectTypes(props: &ProjectTypesProps) -> Html {
    let table = use_memo(props.region.clone(), |region| {
        let own = region.own.as_deref();
        own.map_or_else(TypeTable::default, |own| {
            TypeTable::new(&own.projects, &own.types)
        })
    });
    html! { <Types table={(*table).clone()} /> }
}
