//! The rows of the sheet 基本情况.

use std::rc::Rc;

use crate::i18n::Catalog;
use crate::language::Language;
use crate::region::key::{
    Benchmark, Category, Component, Fixed, Key, Level, Unit, Year, Yearly, funds, income0,
};
use crate::region::own::raw::may_be_given;
use crate::region::own::{GivenFigure, OwnRegion};

/// A row of the sheet 基本情况.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FormRow {
    /// The name of the region.
    Name,
    /// The year whose income is known.
    BaseYear,
    /// The first year of the plan.
    FirstPlanYear,
    /// The last year of the projection.
    Horizon,
    /// A figure beside the model's keys.
    Given(GivenFigure),
    /// The day up to which funds were spent.
    SpentDay,
    /// A value of the model.
    Value(Key),
    /// A published value of the base year.
    InBaseYear(Benchmark),
}

impl FormRow {
    /// The rows that must be filled in, in order: 28.
    pub fn essentials() -> Vec<Self> {
        let fixed = |key: Fixed| Self::Value(Key::Fixed(key));
        let part = |component: Component| fixed(income0(component));
        let cells = Level::ALL
            .into_iter()
            .flat_map(|level| Category::ALL.map(|category| funds(level, category)));
        let mut rows = vec![
            Self::Name,
            Self::BaseYear,
            Self::FirstPlanYear,
            fixed(Fixed::Population),
            Self::Given(GivenFigure::LiftedHouseholds),
            Self::Given(GivenFigure::Income),
            part(Component::Wage),
            Self::Given(GivenFigure::OperatingGross),
            Self::Given(GivenFigure::OperatingCosts),
            part(Component::Property),
            part(Component::Transfer),
            Self::InBaseYear(Benchmark::LiftedProvince),
            Self::InBaseYear(Benchmark::RuralProvince),
            fixed(Fixed::Coverage0),
        ];
        rows.extend(cells.map(fixed));
        rows.extend([Self::Given(GivenFigure::FundsSpent), Self::SpentDay]);
        rows
    }

    /// The rows that may be filled in, in order: the last year, series published by year, and every value
    /// that else the default region's stands in for.
    pub fn others(own: &OwnRegion) -> Vec<Self> {
        let years = own.years;
        let essentials = Self::essentials();
        let growths = (years.income + 1..=years.base())
            .map(|year| Self::Value(Key::Yearly(Yearly::GrowthKnown, year)));
        // What is known of the years up to the one before the plan, and of those just begun.
        let series = Benchmark::ALL.into_iter().flat_map(|one| {
            (years.income..=years.first_plan).map(move |year| Key::Yearly(Yearly::Bench(one), year))
        });
        let line = Key::Yearly(Yearly::RiskLine, years.income);
        let in_base_year = |key: &Key| {
            let province = [Benchmark::LiftedProvince, Benchmark::RuralProvince];
            province.contains(&match key {
                Key::Yearly(Yearly::Bench(one), year) if *year == years.income => *one,
                _ => return false,
            })
        };
        let given = own.values.keys().copied();
        let given = given.filter(|key| matches!(key, Key::Yearly(..)));
        let mut yearly: Vec<Key> = series.chain([line]).chain(given).collect();
        yearly.retain(|key| {
            !in_base_year(key) && !matches!(key, Key::Yearly(Yearly::GrowthKnown, _))
        });
        yearly.sort_unstable();
        yearly.dedup();
        let fixed = Fixed::ALL.iter().map(|fixed| Key::Fixed(*fixed));
        // Jobs and the like are changes against the plan: of the plan itself they are zero by definition.
        let fixed = fixed.filter(|key| may_be_given(*key) && !is_change(*key));
        // These two follow from essential rows, and may be given in their place.
        let follow = [Fixed::HouseholdSize, income0(Component::Operating)];
        let fixed = fixed.filter(|key| !follow.map(Key::Fixed).contains(key));
        [Self::Horizon]
            .into_iter()
            .chain(growths)
            .chain(yearly.into_iter().map(Self::Value))
            .chain(fixed.map(Self::Value))
            .filter(|row| !essentials.contains(row))
            .collect()
    }

    /// The row's key, in a form of that base year.
    pub fn key(self, base_year: Year) -> Option<Key> {
        match self {
            Self::Value(key) => Some(key),
            Self::InBaseYear(one) => Some(Key::Yearly(Yearly::Bench(one), base_year)),
            _ => None,
        }
    }

    /// The unit of the row's number; none of a name, a year or a day.
    pub fn unit(self) -> Option<Unit> {
        match self {
            Self::Name | Self::BaseYear | Self::FirstPlanYear | Self::Horizon | Self::SpentDay => {
                None
            }
            Self::Given(GivenFigure::LiftedHouseholds) => Some(Unit::People),
            Self::Given(GivenFigure::FundsSpent) => Some(Unit::Yuan),
            Self::Given(_) | Self::InBaseYear(_) => Some(Unit::YuanPerPerson),
            Self::Value(key) => Some(key.unit()),
        }
    }

    /// The row's name in the form.
    pub fn label(self, words: &Catalog) -> Rc<str> {
        let id = match self {
            Self::Name => "form-row-name",
            Self::BaseYear => "form-row-base-year",
            Self::FirstPlanYear => "form-row-first-plan-year",
            Self::Horizon => "form-row-horizon",
            Self::Given(GivenFigure::LiftedHouseholds) => "form-row-households",
            Self::Given(GivenFigure::Income) => "form-row-income",
            Self::Given(GivenFigure::OperatingGross) => "form-row-operating-gross",
            Self::Given(GivenFigure::OperatingCosts) => "form-row-operating-costs",
            Self::Given(GivenFigure::FundsSpent) => "form-row-spent",
            Self::SpentDay => "form-row-spent-day",
            Self::InBaseYear(Benchmark::LiftedProvince) => "form-row-lifted-province",
            Self::InBaseYear(_) => "form-row-rural-province",
            Self::Value(key) => return value_label(key, words),
        };
        words.text(id)
    }
}

/// The name of a value of the model in the form: of the cells of funds with the level in full, of the parts of
/// income without the year, which stands beside them.
fn value_label(key: Key, words: &Catalog) -> Rc<str> {
    match key {
        Key::Fixed(fixed) if fixed <= Fixed::FundsCountyOther => {
            let cell = words.key_name(key);
            words.format("form-row-funds", &[("cell", &cell)]).into()
        }
        Key::Fixed(Fixed::Population) => words.text("form-row-people"),
        Key::Fixed(Fixed::Coverage0) => words.text("form-row-coverage"),
        Key::Fixed(fixed) if Component::ALL.map(income0).contains(&fixed) => {
            let part = Component::ALL[fixed as usize - Fixed::Income0Wage as usize];
            words.text(match part {
                Component::Wage => "form-row-wage",
                Component::Operating => "form-row-operating-net",
                Component::Property => "form-row-property",
                Component::Transfer => "form-row-transfer",
            })
        }
        key => words.key_name(key),
    }
}

/// True for a lever that is a change against the plan.
fn is_change(key: Key) -> bool {
    matches!(
        key,
        Key::Fixed(
            Fixed::JobsOutward
                | Fixed::JobsWorkshop
                | Fixed::JobsRelief
                | Fixed::JobsWelfare
                | Fixed::JobsStartup
                | Fixed::RelocatedEmployment
                | Fixed::Social
        )
    )
}

/// The words before a plausible range, in the order of the languages.
pub const RANGE_MARKS: [&str; Language::ALL.len()] = ["合理区间", "合理區間", "Plausible range"];

/// The unit in which the row's number is written.
pub fn unit_word(row: FormRow, unit: Unit, words: &Catalog) -> String {
    let id = match (row, unit) {
        (FormRow::Given(GivenFigure::LiftedHouseholds), _) => "form-unit-households",
        (_, Unit::Yuan) => "form-unit-ten-thousand",
        (_, Unit::YuanPerPerson | Unit::YuanPerHousehold) => "form-unit-yuan",
        (_, Unit::Share) => return "%".to_owned(),
        (_, Unit::People) => "form-unit-people",
        (_, Unit::PeoplePerHousehold) => "form-unit-people-per-household",
        (_, Unit::Flag) => "form-unit-flag",
        (_, Unit::Projects) => "form-unit-projects",
    };
    words.text(id).to_string()
}
