//! Rows of the sheets 县区 and 项目 as the form writes them.

use rust_decimal::Decimal;
use zengshou_sheets::{
    AssetClass, CountyField, CountyRow, Kind, OperatingState, ProjectField, ProjectRow,
    ProjectState,
};

use super::written::TemplateCell;
use crate::i18n::Catalog;

fn count(number: Option<u64>) -> TemplateCell {
    number.map_or(TemplateCell::Blank, |number| {
        TemplateCell::Number(number.into())
    })
}

/// An amount in ten thousands of yuan, as the line above the table says.
fn amount(yuan: Option<Decimal>) -> TemplateCell {
    yuan.map_or(TemplateCell::Blank, |yuan| {
        TemplateCell::Number((yuan / Decimal::from(10_000)).normalize())
    })
}

fn plain(number: Option<Decimal>) -> TemplateCell {
    number.map_or(TemplateCell::Blank, |number| {
        TemplateCell::Number(number.normalize())
    })
}

fn text(text: Option<&str>) -> TemplateCell {
    text.map_or(TemplateCell::Blank, |text| {
        TemplateCell::Text(text.to_owned())
    })
}

/// A county's row, a cell a column.
pub fn county_line(county: &CountyRow) -> Vec<TemplateCell> {
    let cell = |field: &CountyField| match field {
        CountyField::Name => text(Some(&county.name)),
        CountyField::Code => text(county.code.as_deref()),
        CountyField::Day => county.day.map_or(TemplateCell::Blank, TemplateCell::Day),
        CountyField::Remark => text(county.remark.as_deref()),
        field => match field.kind() {
            Kind::Amount => amount(county.number(*field)),
            _ => plain(county.number(*field)),
        },
    };
    CountyField::ALL.iter().map(cell).collect()
}

/// A project's row, a cell a column.
pub fn project_line(project: &ProjectRow, words: &Catalog) -> Vec<TemplateCell> {
    let day = |day: Option<_>| day.map_or(TemplateCell::Blank, TemplateCell::Day);
    let cell = |field: &ProjectField| match field {
        ProjectField::Number => text(project.number.as_deref()),
        ProjectField::County => text(project.county.as_deref()),
        ProjectField::Township => text(project.township.as_deref()),
        ProjectField::Village => text(project.village.as_deref()),
        ProjectField::Name => text(project.name.as_deref()),
        ProjectField::Year => project.year.map_or(TemplateCell::Blank, TemplateCell::Year),
        ProjectField::Type => {
            let named = project.project_type.map(|kind| words.project_type(kind));
            text(named.as_deref())
        }
        ProjectField::SecondLevel => text(project.second_level.as_deref()),
        ProjectField::Nature => text(project.nature.as_deref()),
        ProjectField::OtherName => text(project.other_name.as_deref()),
        ProjectField::State => text(project.state.map(state_word)),
        ProjectField::Started => day(project.started),
        ProjectField::Completed => day(project.completed),
        ProjectField::AssetClass => text(project.asset_class.map(class_word)),
        ProjectField::Ownership => text(project.ownership.as_deref()),
        ProjectField::Operation => text(project.operation.map(operation_word)),
        ProjectField::LiftedHouseholds => count(project.lifted_households),
        ProjectField::MonitoredHouseholds => count(project.monitored_households),
        ProjectField::Workers => count(project.workers),
        field => amount(project.amount(*field)),
    };
    ProjectField::ALL.iter().map(cell).collect()
}

/// The national form's own word for a project's state.
fn state_word(state: ProjectState) -> &'static str {
    match state {
        ProjectState::Reserve => "储备",
        ProjectState::NotStarted => "未开工",
        ProjectState::UnderConstruction => "在建",
        ProjectState::Completed => "完工",
        ProjectState::Accepted => "验收",
        ProjectState::Ended => "终止",
    }
}

/// The national form's own word for an asset's class.
fn class_word(class: AssetClass) -> &'static str {
    match class {
        AssetClass::Operating => "经营性",
        AssetClass::PublicWelfare => "公益性",
        AssetClass::Household => "到户",
    }
}

/// The national form's own word for an asset's operation.
fn operation_word(state: OperatingState) -> &'static str {
    match state {
        OperatingState::Good => "良好",
        OperatingState::Poor => "低效",
        OperatingState::Idle => "闲置",
    }
}
