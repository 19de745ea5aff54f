//! The form, prefilled with a region's figures or with the default's for a new one.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use zengshou_sheets::{Field, FormKind};

use super::FormRow;
use super::lines::{county_line, project_line};
use super::rows::{RANGE_MARKS, unit_word};
use super::written::{TemplateCell, cell_of};
use crate::i18n::Catalog;
use crate::region::key::{Component, Fixed, Key, Unit, Year, income0};
use crate::region::own::{GivenFigure, OWN_SOURCE, OwnFigure, OwnRegion};
use crate::region::{EvidencedValue, Footing, Publication, Region, Status, Years};

/// A form, sheet by sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Template {
    /// The sheet 基本情况.
    pub figures: Vec<TemplateLine>,
    /// The sheets 县区 and 项目.
    pub tables: [TemplateTable; 2],
}

/// A row of the sheet 基本情况.
#[derive(Clone, Debug, PartialEq)]
pub enum TemplateLine {
    /// A heading.
    Heading(String),
    /// A figure.
    Figure(TemplateFigure),
}

/// A figure of the sheet 基本情况.
#[derive(Clone, Debug, PartialEq)]
pub struct TemplateFigure {
    /// The row.
    pub row: FormRow,
    /// True where it must be filled in.
    pub is_essential: bool,
    /// Its name.
    pub label: String,
    /// Its value, if it is known.
    pub value: TemplateCell,
    /// Its unit, as it is written.
    pub unit: String,
    /// Its year.
    pub year: Option<Year>,
    /// Its source.
    pub source: String,
    /// Its definition, reason or arithmetic, with the range of an assumption.
    pub definition: String,
    /// Its status; none where nothing is known.
    pub status: Option<Status>,
}

/// A table with a row a county or a project.
#[derive(Clone, Debug, PartialEq)]
pub struct TemplateTable {
    /// The form.
    pub form: FormKind,
    /// Its columns.
    pub fields: Vec<Field>,
    /// Its rows.
    pub rows: Vec<Vec<TemplateCell>>,
}

/// The region that a form begins with.
pub struct Prefill {
    own: OwnRegion,
    parameters: BTreeMap<Key, EvidencedValue>,
    sources: BTreeMap<String, Publication>,
}

impl Prefill {
    /// The figures of a region as they are.
    pub fn of_region(region: &Region, words: &Catalog) -> Self {
        let mut own = match &region.own {
            Some(own) => OwnRegion::clone(own),
            None => OwnRegion::empty(region.years),
        };
        own.name = region.name.in_language(words.language()).to_owned();
        let spent = region.figures.iter().find(|(id, _)| id == "funds.spent");
        if let (None, Some((_, spent))) = (own.figures.get(&GivenFigure::FundsSpent), spent) {
            let spent = OwnFigure {
                year: Some(spent.year),
                ..OwnFigure::bare(spent.value)
            };
            own.figures.insert(GivenFigure::FundsSpent, spent);
        }
        Self {
            own,
            parameters: region.parameters.clone(),
            sources: region.sources.clone(),
        }
    }

    /// The figures of the default region that hold for a new one of these years.
    pub fn of_years(years: Years, default: &Region) -> Self {
        let own = OwnRegion::empty(years);
        Self {
            parameters: own.parameters(default),
            own,
            sources: default.sources.clone(),
        }
    }

    /// The same under a name.
    pub fn named(mut self, name: &str) -> Self {
        name.clone_into(&mut self.own.name);
        self
    }

    /// The base year.
    pub fn base_year(&self) -> Year {
        self.own.years.income
    }

    /// The form.
    pub fn template(&self, words: &Catalog) -> Template {
        let essentials = FormRow::essentials();
        let mut lines = vec![heading(words, "form-heading-essential")];
        for row in essentials {
            lines.push(self.line(row, true, words));
            if row == FormRow::Given(GivenFigure::OperatingCosts) {
                let net = FormRow::Value(income0(Component::Operating).into());
                lines.push(self.line(net, false, words));
            }
        }
        lines.push(heading(words, "form-heading-others"));
        for row in FormRow::others(&self.own) {
            lines.push(self.line(row, false, words));
        }
        let counties = self.own.counties.iter();
        let projects = self.own.projects.iter();
        Template {
            figures: lines,
            tables: [
                TemplateTable {
                    form: FormKind::Counties,
                    fields: FormKind::Counties.fields(),
                    rows: counties.map(county_line).collect(),
                },
                TemplateTable {
                    form: FormKind::Projects,
                    fields: FormKind::Projects.fields(),
                    rows: projects
                        .map(|project| project_line(project, words))
                        .collect(),
                },
            ],
        }
    }

    fn line(&self, row: FormRow, is_essential: bool, words: &Catalog) -> TemplateLine {
        let years = self.own.years;
        let bare = |value: TemplateCell| TemplateFigure {
            row,
            is_essential,
            label: row.label(words).to_string(),
            value,
            unit: row
                .unit()
                .map_or(String::new(), |unit| unit_word(row, unit, words)),
            year: None,
            source: String::new(),
            definition: String::new(),
            status: None,
        };
        let text = |id: &str| words.text(id).to_string();
        TemplateLine::Figure(match row {
            FormRow::Name => match &*self.own.name {
                "" => bare(TemplateCell::Blank),
                name => bare(TemplateCell::Text(name.to_owned())),
            },
            FormRow::BaseYear => bare(TemplateCell::Year(years.income)),
            FormRow::FirstPlanYear => bare(TemplateCell::Year(years.first_plan)),
            FormRow::Horizon => TemplateFigure {
                definition: text("form-about-horizon"),
                ..bare(TemplateCell::Year(years.horizon))
            },
            FormRow::SpentDay => {
                let spent = self.own.figures.get(&GivenFigure::FundsSpent);
                let day = spent.and_then(|spent| spent.day);
                bare(day.map_or(TemplateCell::Blank, TemplateCell::Day))
            }
            FormRow::Given(given) => self.given_line(given, bare(TemplateCell::Blank), words),
            FormRow::Value(key) => self.value_line(key, bare(TemplateCell::Blank), words),
            FormRow::InBaseYear(_) => {
                let key = row.key(years.income);
                key.map_or_else(
                    || bare(TemplateCell::Blank),
                    |key| self.value_line(key, bare(TemplateCell::Blank), words),
                )
            }
        })
    }

    /// A figure beside the model's keys. Households and the whole of income follow from the model's values,
    /// where the bureau did not give them.
    fn given_line(
        &self,
        given: GivenFigure,
        bare: TemplateFigure,
        words: &Catalog,
    ) -> TemplateFigure {
        let figure = self.own.figures.get(&given).cloned();
        let figure = figure.or_else(|| self.implied(given).map(OwnFigure::bare));
        let usual = match given {
            GivenFigure::FundsSpent => self.own.years.base(),
            _ => self.own.years.income,
        };
        let definition = match given {
            GivenFigure::OperatingGross | GivenFigure::OperatingCosts => "form-about-operating",
            GivenFigure::Income => "form-about-income",
            _ => "",
        };
        let about = match definition {
            "" => String::new(),
            id => words.text(id).to_string(),
        };
        let Some(figure) = figure else {
            return TemplateFigure {
                year: Some(usual),
                definition: about,
                ..bare
            };
        };
        TemplateFigure {
            value: cell_of(bare.row.unit(), figure.value),
            year: Some(figure.year.unwrap_or(usual)),
            source: figure.source.unwrap_or_default(),
            definition: figure.basis.unwrap_or(about),
            status: figure.status,
            ..bare
        }
    }

    fn implied(&self, given: GivenFigure) -> Option<Decimal> {
        let value = |key: Fixed| Some(self.parameters.get(&Key::Fixed(key))?.value);
        match given {
            GivenFigure::LiftedHouseholds => {
                let size = value(Fixed::HouseholdSize)?;
                let households = value(Fixed::Population)?.checked_div(size)?;
                Some(households.round_dp(0))
            }
            GivenFigure::Income => Component::ALL
                .into_iter()
                .map(|component| value(income0(component)))
                .sum(),
            _ => None,
        }
    }

    fn value_line(&self, key: Key, bare: TemplateFigure, words: &Catalog) -> TemplateFigure {
        // Net operating income is asked for only where its two parts are not given.
        let is_net = key == Key::Fixed(income0(Component::Operating));
        let in_parts = self.own.figures.contains_key(&GivenFigure::OperatingGross);
        let figure = self.parameters.get(&key).filter(|_| !(is_net && in_parts));
        let year = match key {
            Key::Yearly(_, year) => year,
            Key::Fixed(fixed) if fixed.row().group.holds_levers() => self.own.years.first_plan,
            Key::Fixed(_) => self.own.years.income,
        };
        let Some(figure) = figure else {
            let about = match key {
                Key::Yearly(..) if !bare.is_essential => "form-about-unknown",
                _ if is_net => "form-about-net",
                Key::Fixed(Fixed::Coverage0) => "form-about-coverage",
                _ => "",
            };
            let definition = match about {
                "" => String::new(),
                id => words.text(id).to_string(),
            };
            return TemplateFigure {
                year: Some(year),
                definition,
                ..bare
            };
        };
        let titles = figure.sources.iter().filter_map(|id| {
            let source = self.sources.get(id)?;
            // A source of the bureau's own stands in its own words.
            Some(match id.starts_with(OWN_SOURCE) {
                true => source.title.in_language(words.language()).to_owned(),
                false => words.citation(source),
            })
        });
        let titles: Vec<String> = titles.collect();
        TemplateFigure {
            value: cell_of(bare.row.unit(), figure.value),
            year: Some(figure.year),
            source: titles.join("；"),
            definition: definition_of(figure, words),
            status: Some(figure.status).filter(|_| figure.footing != Some(Footing::Unsourced)),
            ..bare
        }
    }
}

fn heading(words: &Catalog, id: &str) -> TemplateLine {
    TemplateLine::Heading(words.text(id).to_string())
}

/// The reason for a value, with the plausible range of an assumption.
pub fn definition_of(figure: &EvidencedValue, words: &Catalog) -> String {
    // Of a figure that the bureau gives without a source there is nothing to write, so that it can be filled in.
    let is_said = figure.footing != Some(Footing::Unsourced);
    let basis = words.basis(figure).filter(|_| is_said);
    let basis = basis.map(|basis| basis.into_owned());
    let range = figure.range.filter(|(least, most)| {
        figure.status == Status::Assumption && least < most && figure.unit != Unit::Flag
    });
    let Some((least, most)) = range else {
        return basis.unwrap_or_default();
    };
    let number = |value| match cell_of(Some(figure.unit), value) {
        TemplateCell::Share(share) => format!("{}%", (share * Decimal::ONE_HUNDRED).normalize()),
        TemplateCell::Number(number) => number.to_string(),
        _ => String::new(),
    };
    let mark = RANGE_MARKS[words.language() as usize];
    let range = format!("{mark} {}—{}", number(least), number(most));
    match basis {
        Some(basis) => format!("{basis} {range}"),
        None => range,
    }
}
