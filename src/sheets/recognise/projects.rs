//! Rows of the form of projects.

use rust_decimal::Decimal;

use super::Reader;
use super::counties::parts;
use crate::category;
use crate::cell::SheetRow;
use crate::fault::{Wanted, quoted};
use crate::field::{Field, FormKind, ProjectField as F};
use crate::header::Plan;
use crate::place::CellPlace;
use crate::project_type::ProjectType;
use crate::rows::ProjectRow;
use crate::typed::narrow;
use crate::values::{RowFindings, RowValues};

/// Parts and the wholes that they are not larger than.
const PARTS: [(F, F); 2] = [
    (F::ReturnToHouseholds, F::YearlyReturn),
    (F::Paid, F::Total),
];

/// The sources of a project's money.
const SOURCES: [F; 5] = [
    F::Central,
    F::Province,
    F::City,
    F::CountyFunds,
    F::OtherFunds,
];

impl Reader<'_> {
    /// Takes a row; false for one that names no project.
    pub(super) fn project(
        &mut self,
        row: &SheetRow,
        values: &RowValues,
        plans: &[Plan],
        findings: &mut RowFindings<'_>,
    ) -> bool {
        let first = row.first_filled().unwrap_or_default();
        let (number, name) = (values.text(F::Number), values.text(F::Name));
        if number.is_none() && name.is_none() {
            findings.wrong(row.number, findings.key_column, "", Wanted::ProjectName);
            return false;
        }
        if let Some(number) = &number {
            self.unique(
                row,
                (FormKind::Projects, number),
                values.column(F::Number),
                findings,
            );
        }
        parts(row, &PARTS, values, findings);
        sources(row, values, plans, findings);
        let (started, completed) = (values.date(F::Started), values.date(F::Completed));
        if let (Some((start, end)), Some((from, to))) = (
            started.zip(completed),
            values.column(F::Started).zip(values.column(F::Completed)),
        ) && (end.year, end.month, end.day.unwrap_or(31))
            < (start.year, start.month, start.day.unwrap_or(1))
        {
            let wanted = Wanted::NotBefore(CellPlace::new(findings.sheet, row.number, from));
            findings.wrong(row.number, to, &end.to_string(), wanted);
        }
        let (project_type, second_level) = self.types(row, values, findings);
        let project = ProjectRow {
            place: CellPlace::new(findings.sheet, row.number, first),
            number,
            county: values.text(F::County),
            township: values.text(F::Township),
            village: values.text(F::Village),
            name,
            year: values.year(F::Year),
            project_type,
            second_level,
            nature: values.text(F::Nature),
            total: values.amount(F::Total),
            central: values.amount(F::Central),
            province: values.amount(F::Province),
            city: values.amount(F::City),
            county_funds: values.amount(F::CountyFunds),
            other_funds: values.amount(F::OtherFunds),
            other_name: values.text(F::OtherName),
            paid: values.amount(F::Paid),
            state: word(
                row,
                values,
                F::State,
                (category::project_state, Wanted::ProjectState),
                findings,
            ),
            started,
            completed,
            asset_value: values.amount(F::AssetValue),
            asset_class: word(
                row,
                values,
                F::AssetClass,
                (category::asset_class, Wanted::AssetClass),
                findings,
            ),
            ownership: values.text(F::Ownership),
            operation: word(
                row,
                values,
                F::Operation,
                (category::operating_state, Wanted::OperatingState),
                findings,
            ),
            yearly_return: values.amount(F::YearlyReturn),
            return_to_households: values.amount(F::ReturnToHouseholds),
            lifted_households: values.count(F::LiftedHouseholds),
            monitored_households: values.count(F::MonitoredHouseholds),
            workers: values.count(F::Workers),
        };
        self.reading.projects.push(project);
        true
    }

    /// The type and the second level. What is not known is a problem and a question, and never a default.
    fn types(
        &mut self,
        row: &SheetRow,
        values: &RowValues,
        findings: &mut RowFindings<'_>,
    ) -> (Option<ProjectType>, Option<String>) {
        let mut second = values.text(F::SecondLevel);
        let of_second = second.as_deref().and_then(category::type_of_second_level);
        let Some(text) = values.text(F::Type) else {
            // Some tables have the second level alone, and some write the type into its column.
            let alone = second.as_deref().and_then(category::project_type);
            let found = of_second.or(alone);
            if let (None, Some(text), Some(column)) =
                (found, &second, values.column(F::SecondLevel))
            {
                let text = text.clone();
                return (self.unknown_type(row, column, &text, findings), second);
            }
            return (found, second);
        };
        // 产业发展/生产项目/种植业基地 in one cell: a type and what it is parted into.
        let narrowed = narrow(&text);
        let parted = narrowed.split_once(['/', '-', '—', '>', ':', '、', '_']);
        let whole = category::project_type(&text);
        let found = whole.or_else(|| {
            let (start, rest) = parted?;
            let found = category::project_type(start)?;
            second
                .get_or_insert_with(|| rest.trim_start_matches(['-', '—', '>']).trim().to_owned());
            Some(found)
        });
        let found = found.or_else(|| self.answers.types.get(&quoted(&text)).copied());
        let column = values.column(F::Type).unwrap_or_default();
        let Some(found) = found else {
            return (self.unknown_type(row, column, &text, findings), second);
        };
        if let (Some(other), Some(of)) = (of_second, values.column(F::SecondLevel))
            && other != found
        {
            findings.wrong(
                row.number,
                of,
                second.as_deref().unwrap_or_default(),
                Wanted::SecondLevel,
            );
        }
        (Some(found), second)
    }

    fn unknown_type(
        &mut self,
        row: &SheetRow,
        column: u32,
        text: &str,
        findings: &mut RowFindings<'_>,
    ) -> Option<ProjectType> {
        if let Some(answered) = self.answers.types.get(&quoted(text)) {
            return Some(*answered);
        }
        findings.wrong(row.number, column, text, Wanted::ProjectType);
        let place = CellPlace::new(findings.sheet, row.number, column);
        let rows = self
            .unknown_types
            .entry(text.to_owned())
            .or_insert((place, 0));
        rows.1 = rows.1.saturating_add(1);
        None
    }
}

/// One of a few words; another is a problem.
fn word<T>(
    row: &SheetRow,
    values: &RowValues,
    field: F,
    (find, wanted): (fn(&str) -> Option<T>, Wanted),
    findings: &mut RowFindings<'_>,
) -> Option<T> {
    let text = values.text(field)?;
    let found = find(&text);
    if found.is_none() {
        findings.wrong(
            row.number,
            values.column(field).unwrap_or_default(),
            &text,
            wanted,
        );
    }
    found
}

/// Holds the sources against the total: all of them where all are known, else those known at most.
fn sources(row: &SheetRow, values: &RowValues, plans: &[Plan], findings: &mut RowFindings<'_>) {
    let columns: Vec<F> = SOURCES
        .into_iter()
        .filter(|source| {
            plans
                .iter()
                .any(|plan| plan.field == Field::Project(*source))
        })
        .collect();
    let known: Vec<Decimal> = columns
        .iter()
        .filter_map(|source| values.amount(*source))
        .collect();
    let (Some(total), Some(column)) = (values.amount(F::Total), values.column(F::Total)) else {
        return;
    };
    let sum: Decimal = known.iter().sum();
    let is_whole = columns.len() == SOURCES.len() && known.len() == columns.len();
    if (is_whole && sum != total) || sum > total {
        let wanted = Wanted::SumOfSources(total - sum);
        findings.wrong(row.number, column, &row.cell(column).text(), wanted);
    }
}
