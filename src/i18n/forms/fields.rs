//! The messages of the columns' names.

use zengshou_sheets::{CountyField, Field, FigureField, ProjectField};

/// The message of a column's name.
pub fn field(field: Field) -> &'static str {
    match field {
        Field::Figure(field) => figure(field),
        Field::County(field) => county(field),
        Field::Project(field) => project(field),
    }
}

fn figure(field: FigureField) -> &'static str {
    match field {
        FigureField::Indicator => "form-figure-indicator",
        FigureField::Value => "form-figure-value",
        FigureField::Unit => "form-figure-unit",
        FigureField::Year => "form-figure-year",
        FigureField::Source => "form-figure-source",
        FigureField::Definition => "form-figure-definition",
        FigureField::Status => "form-figure-status",
    }
}

fn county(field: CountyField) -> &'static str {
    match field {
        CountyField::Name => "form-county-name",
        CountyField::Code => "form-county-code",
        CountyField::LiftedHouseholds => "form-county-lifted-households",
        CountyField::LiftedPeople => "form-county-lifted-people",
        CountyField::Income => "form-county-income",
        CountyField::IncomeBefore => "form-county-income-before",
        CountyField::RuralIncome => "form-county-rural-income",
        CountyField::Granted => "form-county-granted",
        CountyField::GrantedIndustry => "form-county-granted-industry",
        CountyField::Spent => "form-county-spent",
        CountyField::Projects => "form-county-projects",
        CountyField::Started => "form-county-started",
        CountyField::Completed => "form-county-completed",
        CountyField::Workers => "form-county-workers",
        CountyField::Labour => "form-county-labour",
        CountyField::PublicJobs => "form-county-public-jobs",
        CountyField::CoveredHouseholds => "form-county-covered-households",
        CountyField::DueHouseholds => "form-county-due-households",
        CountyField::MonitoredHouseholds => "form-county-monitored-households",
        CountyField::RiskFreeHouseholds => "form-county-risk-free-households",
        CountyField::GuaranteeProblems => "form-county-guarantee-problems",
        CountyField::GuaranteeSolved => "form-county-guarantee-solved",
        CountyField::Credit => "form-county-credit",
        CountyField::Day => "form-county-day",
        CountyField::Remark => "form-county-remark",
    }
}

fn project(field: ProjectField) -> &'static str {
    match field {
        ProjectField::Number => "form-project-number",
        ProjectField::County => "form-project-county",
        ProjectField::Township => "form-project-township",
        ProjectField::Village => "form-project-village",
        ProjectField::Name => "form-project-name",
        ProjectField::Year => "form-project-year",
        ProjectField::Type => "form-project-type",
        ProjectField::SecondLevel => "form-project-second-level",
        ProjectField::Nature => "form-project-nature",
        ProjectField::Total => "form-project-total",
        ProjectField::Central => "form-project-central",
        ProjectField::Province => "form-project-province",
        ProjectField::City => "form-project-city",
        ProjectField::CountyFunds => "form-project-county-funds",
        ProjectField::OtherFunds => "form-project-other-funds",
        ProjectField::OtherName => "form-project-other-name",
        ProjectField::Paid => "form-project-paid",
        ProjectField::State => "form-project-state",
        ProjectField::Started => "form-project-started",
        ProjectField::Completed => "form-project-completed",
        ProjectField::AssetValue => "form-project-asset-value",
        ProjectField::AssetClass => "form-project-asset-class",
        ProjectField::Ownership => "form-project-ownership",
        ProjectField::Operation => "form-project-operation",
        ProjectField::YearlyReturn => "form-project-yearly-return",
        ProjectField::ReturnToHouseholds => "form-project-return-to-households",
        ProjectField::LiftedHouseholds => "form-project-lifted-households",
        ProjectField::MonitoredHouseholds => "form-project-monitored-households",
        ProjectField::Workers => "form-project-workers",
    }
}
