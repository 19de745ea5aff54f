//! Rows of the form of counties.

use super::Reader;
use crate::category::is_city_itself;
use crate::cell::SheetRow;
use crate::fault::Wanted;
use crate::field::{CountyField as F, Field, FormKind};
use crate::place::CellPlace;
use crate::rows::CountyRow;
use crate::values::{RowFindings, RowValues};

/// Parts and the wholes that they are not larger than.
const PARTS: [(F, F); 8] = [
    (F::GrantedIndustry, F::Granted),
    (F::Spent, F::Granted),
    (F::Started, F::Projects),
    (F::Completed, F::Projects),
    (F::Workers, F::Labour),
    (F::CoveredHouseholds, F::DueHouseholds),
    (F::RiskFreeHouseholds, F::MonitoredHouseholds),
    (F::GuaranteeSolved, F::GuaranteeProblems),
];

impl Reader<'_> {
    /// Takes a row; false for one that names no county.
    pub(super) fn county(
        &mut self,
        row: &SheetRow,
        values: &RowValues,
        findings: &mut RowFindings<'_>,
    ) -> bool {
        let first = row.first_filled().unwrap_or_default();
        let Some(name) = values.text(F::Name) else {
            findings.wrong(row.number, findings.key_column, "", Wanted::CountyName);
            return false;
        };
        self.unique(
            row,
            (FormKind::Counties, &name),
            values.column(F::Name),
            findings,
        );
        parts(row, &PARTS, values, findings);
        self.reading.counties.push(CountyRow {
            place: CellPlace::new(findings.sheet, row.number, first),
            is_city_itself: is_city_itself(&name),
            name,
            code: values.text(F::Code),
            lifted_households: values.count(F::LiftedHouseholds),
            lifted_people: values.count(F::LiftedPeople),
            income: values.amount(F::Income),
            income_before: values.amount(F::IncomeBefore),
            rural_income: values.amount(F::RuralIncome),
            granted: values.amount(F::Granted),
            granted_industry: values.amount(F::GrantedIndustry),
            spent: values.amount(F::Spent),
            projects: values.count(F::Projects),
            started: values.count(F::Started),
            completed: values.count(F::Completed),
            workers: values.count(F::Workers),
            labour: values.count(F::Labour),
            public_jobs: values.count(F::PublicJobs),
            covered_households: values.count(F::CoveredHouseholds),
            due_households: values.count(F::DueHouseholds),
            monitored_households: values.count(F::MonitoredHouseholds),
            risk_free_households: values.count(F::RiskFreeHouseholds),
            guarantee_problems: values.count(F::GuaranteeProblems),
            guarantee_solved: values.count(F::GuaranteeSolved),
            credit: values.amount(F::Credit),
            day: values.date(F::Day),
            remark: values.text(F::Remark),
        });
        true
    }

    /// Notices a name or number that an earlier row has.
    pub(super) fn unique(
        &mut self,
        row: &SheetRow,
        (form, name): (FormKind, &str),
        column: Option<u32>,
        findings: &mut RowFindings<'_>,
    ) {
        let column = column.unwrap_or_default();
        let place = CellPlace::new(findings.sheet, row.number, column);
        match self.names.get(&(form, name.to_owned())) {
            Some(earlier) => {
                findings.wrong(row.number, column, name, Wanted::Unique(earlier.clone()))
            }
            None => {
                self.names.insert((form, name.to_owned()), place);
            }
        }
    }
}

/// Notices parts that are larger than their wholes.
pub(super) fn parts<T: Into<Field> + Copy>(
    row: &SheetRow,
    parts: &[(T, T)],
    values: &RowValues,
    findings: &mut RowFindings<'_>,
) {
    for (part, whole) in parts {
        let (part, whole): (Field, Field) = ((*part).into(), (*whole).into());
        let both = values.number(part).zip(values.number(whole));
        let columns = values.column(part).zip(values.column(whole));
        if let (Some((value, most)), Some((column, of))) = (both, columns)
            && value > most
        {
            let wanted = Wanted::AtMost(CellPlace::new(findings.sheet, row.number, of));
            findings.wrong(row.number, column, &row.cell(column).text(), wanted);
        }
    }
}
