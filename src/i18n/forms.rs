//! Spreadsheets in words: what was read from them, what is wrong in them, where, and what to do.

use rust_decimal::Decimal;
use zengshou_sheets::{
    AmountScale, CellPlace, ColumnUse, DropReason, Field, FormKind, FormProblem, Kind, MoneyUnit,
    Operating, ProjectType, ReadFault, ReadLimit, ReadingNote, SheetQuestion, TotalCheck, Wanted,
    column_letters,
};

use super::Catalog;
use crate::number::Share;
use crate::problem::quote;

mod fields;
mod types;

/// The most decimals of an amount in ten thousand yuan, and of a number as it stood in a cell.
const MOST_PLACES: u32 = 10;

impl Catalog {
    /// The name of a form.
    pub fn form_kind(&self, form: FormKind) -> String {
        let id = match form {
            FormKind::Figures => "form-kind-figures",
            FormKind::Counties => "form-kind-counties",
            FormKind::Projects => "form-kind-projects",
        };
        self.text(id).to_string()
    }

    /// The name of a column.
    pub fn form_field(&self, field: Field) -> String {
        self.text(fields::field(field)).to_string()
    }

    /// The name of a type of projects.
    pub fn project_type(&self, project_type: ProjectType) -> String {
        let id = match project_type {
            ProjectType::Industry => "project-type-industry",
            ProjectType::Employment => "project-type-employment",
            ProjectType::RuralConstruction => "project-type-rural-construction",
            ProjectType::RelocationSupport => "project-type-relocation-support",
            ProjectType::ThreeGuarantees => "project-type-three-guarantees",
            ProjectType::Governance => "project-type-governance",
            ProjectType::Management => "project-type-management",
            ProjectType::Other => "project-type-other",
        };
        self.text(id).to_string()
    }

    /// The name of a unit of money.
    pub fn money_unit(&self, unit: MoneyUnit) -> String {
        let id = match unit {
            MoneyUnit::Yuan => "form-unit-yuan",
            MoneyUnit::Thousand => "form-unit-thousand",
            MoneyUnit::TenThousand => "form-unit-ten-thousand",
            MoneyUnit::Million => "form-unit-million",
            MoneyUnit::HundredMillion => "form-unit-hundred-million",
        };
        self.text(id).to_string()
    }

    /// Operating income before or after its costs.
    pub fn operating(&self, operating: Operating) -> String {
        let id = match operating {
            Operating::Gross => "answer-gross",
            Operating::Net => "answer-net",
        };
        self.text(id).to_string()
    }

    /// The percentage that a number means, read as a share or as a percentage.
    pub fn share_written(&self, number: Decimal, scale: AmountScale) -> String {
        let percent = match scale {
            AmountScale::Share => number.checked_mul(Decimal::ONE_HUNDRED),
            AmountScale::Percent => Some(number),
        };
        let share = percent.unwrap_or(number) / Decimal::ONE_HUNDRED;
        let places = percent.unwrap_or(number).normalize().scale();
        self.percent(Share(share), places.min(MOST_PLACES))
    }

    /// A cell as spreadsheets name it; the sheet's name is foreign text.
    pub fn cell_place(&self, place: &CellPlace) -> String {
        let cell = CellPlace::new("", place.row, place.column).to_string();
        match place.sheet.is_empty() {
            true => cell,
            false => format!("{}!{cell}", quote(&place.sheet)),
        }
    }

    /// The fate of a column.
    pub fn column_use(&self, used: ColumnUse) -> String {
        match used {
            ColumnUse::Field(field) => self.form_field(field),
            ColumnUse::Surplus => self.text("column-surplus").to_string(),
            ColumnUse::Dropped(reason) => {
                let reason = self.drop_reason(reason);
                self.format("column-dropped", &[("reason", &reason)])
            }
        }
    }

    /// The content for which a column is dropped.
    pub fn drop_reason(&self, reason: DropReason) -> String {
        let id = match reason {
            DropReason::Person => "drop-person",
            DropReason::Contact => "drop-contact",
            DropReason::Identity => "drop-identity",
            DropReason::Health => "drop-health",
        };
        self.text(id).to_string()
    }

    /// A problem of a cell: where, what stands there, what is wanted.
    pub fn form_problem(&self, problem: &FormProblem) -> String {
        let place = self.cell_place(&problem.place);
        let wanted = self.wanted(&problem.wanted);
        let found = quote(&problem.found);
        if found.is_empty() {
            return self.format(
                "form-problem-blank",
                &[("place", &place), ("wanted", &wanted)],
            );
        }
        let arguments = [("place", &*place), ("found", &found), ("wanted", &wanted)];
        self.format("form-problem", &arguments)
    }

    fn wanted(&self, wanted: &Wanted) -> String {
        let id = match wanted {
            Wanted::Number => "wanted-number",
            Wanted::Count => "wanted-count",
            Wanted::NotNegative => "wanted-not-negative",
            Wanted::Share => "wanted-share",
            Wanted::Year => "wanted-year",
            Wanted::Date => "wanted-date",
            Wanted::SmallerNumber => "wanted-smaller-number",
            Wanted::ProjectType => {
                let types = ProjectType::ALL.map(|each| self.project_type(each));
                let types = types.join(&self.text("list-comma"));
                return self.format("wanted-project-type", &[("types", &types)]);
            }
            Wanted::SecondLevel => "wanted-second-level",
            Wanted::ProjectState => "wanted-project-state",
            Wanted::AssetClass => "wanted-asset-class",
            Wanted::OperatingState => "wanted-operating-state",
            Wanted::FigureStatus => "wanted-figure-status",
            Wanted::Indicator => "wanted-indicator",
            Wanted::CountyName => "wanted-county-name",
            Wanted::ProjectName => "wanted-project-name",
            Wanted::Unique(place) => return self.at_place("wanted-unique", place),
            Wanted::AllDigits => "wanted-all-digits",
            Wanted::Result => "wanted-result",
            Wanted::NoError => "wanted-no-error",
            Wanted::AtMost(place) => return self.at_place("wanted-at-most", place),
            Wanted::NotBefore(place) => return self.at_place("wanted-not-before", place),
            Wanted::SumOfSources(difference) => {
                let difference = self.form_amount(*difference);
                return self.format("wanted-sum-of-sources", &[("difference", &difference)]);
            }
            Wanted::FewerRows(count) => {
                return self.format("wanted-fewer-rows", &[("count", &count.to_string())]);
            }
            Wanted::OneColumn(field, place) => {
                let (field, place) = (self.form_field(*field), self.cell_place(place));
                return self.format("wanted-one-column", &[("field", &field), ("place", &place)]);
            }
            Wanted::MoneyUnit => "wanted-money-unit",
        };
        self.text(id).to_string()
    }

    fn at_place(&self, id: &str, place: &CellPlace) -> String {
        self.format(id, &[("place", &self.cell_place(place))])
    }

    /// An amount with all its digits, in ten thousand yuan as the forms have it.
    pub fn form_amount(&self, amount: Decimal) -> String {
        let number = (amount * Decimal::new(1, 4)).normalize();
        let places = number.scale().min(MOST_PLACES);
        let number = self.decimal(number, places);
        self.format("amount-wan-yuan", &[("number", &number)])
    }

    /// A number with all its digits.
    fn as_it_stands(&self, number: Decimal) -> String {
        let number = number.normalize();
        self.decimal(number, number.scale().min(MOST_PLACES))
    }

    /// The reason for which a file could not be read, and what to do.
    pub fn read_fault(&self, fault: &ReadFault) -> String {
        let id = match fault {
            ReadFault::Empty => "read-fault-empty",
            ReadFault::Password => "read-fault-password",
            ReadFault::Damaged => "read-fault-damaged",
            ReadFault::TooLarge(limit, has) => return self.too_large(*limit, *has),
            ReadFault::WebPage => "read-fault-web-page",
            ReadFault::OldXml => "read-fault-old-xml",
            ReadFault::Unknown => "read-fault-unknown",
            ReadFault::NoSheets => "read-fault-no-sheets",
        };
        self.text(id).to_string()
    }

    fn too_large(&self, limit: ReadLimit, has: u64) -> String {
        let id = match limit {
            ReadLimit::FileBytes => "read-limit-file-bytes",
            ReadLimit::UnpackedBytes => "read-limit-unpacked-bytes",
            ReadLimit::Sheets => "read-limit-sheets",
            ReadLimit::Rows => "read-limit-rows",
            ReadLimit::Cells => "read-limit-cells",
            ReadLimit::Characters => "read-limit-characters",
        };
        let [has, most] = [has, limit.most()].map(|number| self.whole(number.into()));
        let what = self.text(id);
        let arguments = [("what", &*what), ("has", &has), ("most", &most)];
        self.format("read-fault-too-large", &arguments)
    }

    /// A question to the file's owner.
    pub fn sheet_question(&self, question: &SheetQuestion) -> String {
        match question {
            SheetQuestion::AmountScale {
                place,
                label,
                number,
            } => {
                let (place, number) = (self.cell_place(place), self.as_it_stands(*number));
                let label = quote(label);
                let arguments = [("place", &*place), ("label", &label), ("number", &number)];
                self.format("question-scale", &arguments)
            }
            SheetQuestion::Operating { place, label } => {
                let (place, label) = (self.cell_place(place), quote(label));
                let arguments = [("place", &*place), ("label", &label)];
                self.format("question-operating", &arguments)
            }
            SheetQuestion::Unit { place, largest } => {
                let (place, largest) = (self.cell_place(place), self.as_it_stands(*largest));
                let arguments = [("place", &*place), ("largest", &largest)];
                self.format("question-unit", &arguments)
            }
            SheetQuestion::Type { text, place, rows } => {
                let (place, text) = (self.cell_place(place), quote(text));
                let rows = self.whole((*rows).into());
                let arguments = [("place", &*place), ("text", &text), ("rows", &rows)];
                self.format("question-type", &arguments)
            }
        }
    }

    /// A remark that changes nothing.
    pub fn reading_note(&self, note: &ReadingNote) -> String {
        match note {
            ReadingNote::HiddenSheet(sheet) => {
                self.format("note-hidden-sheet", &[("sheet", &quote(sheet))])
            }
            ReadingNote::HiddenRows(sheet, count, first) => {
                let count = self.whole((*count).into());
                let first = (u64::from(*first) + 1).to_string();
                let sheet = quote(sheet);
                let arguments = [("sheet", &*sheet), ("count", &count), ("first", &first)];
                self.format("note-hidden-rows", &arguments)
            }
            ReadingNote::HiddenColumns(sheet, columns) => {
                let columns: Vec<String> = columns.iter().copied().map(column_letters).collect();
                let columns = columns.join(&self.text("list-comma"));
                let arguments = [("sheet", &*quote(sheet)), ("columns", &columns)];
                self.format("note-hidden-columns", &arguments)
            }
            ReadingNote::Footnote(place) => self.at_place("note-footnote", place),
            ReadingNote::Negative(place) => self.at_place("note-negative", place),
            ReadingNote::Household(sheet) => {
                self.format("note-household", &[("sheet", &quote(sheet))])
            }
        }
    }

    /// A total held against its parts.
    pub fn total_check(&self, check: &TotalCheck) -> String {
        let number = |value: Decimal| match check.field.kind() {
            Kind::Amount | Kind::PerHead => self.form_amount(value),
            _ => self.as_it_stands(value),
        };
        let place = self.cell_place(&check.place);
        let (label, field) = (quote(&check.label), self.form_field(check.field));
        let stated = number(check.stated);
        let said = if check.difference.is_zero() {
            let arguments = [
                ("place", &*place),
                ("label", &label),
                ("field", &field),
                ("stated", &stated),
            ];
            self.format("total-fits", &arguments)
        } else {
            let (computed, difference) = (number(check.computed), number(check.difference));
            let arguments = [
                ("place", &*place),
                ("label", &label),
                ("field", &field),
                ("stated", &stated),
                ("computed", &computed),
                ("difference", &difference),
            ];
            self.format("total-differs", &arguments)
        };
        match check.unknown_parts {
            0 => said,
            count => {
                let count = self.whole(count.into());
                let unknown = self.format("total-unknown-parts", &[("count", &count)]);
                self.format("two-sentences", &[("first", &said), ("second", &unknown)])
            }
        }
    }

    /// The number of problems that are not listed.
    pub fn more_form_problems(&self, count: u32) -> String {
        let count = self.whole(count.into());
        self.format("form-more-problems", &[("count", &count)])
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
