//! A new region as it is typed: its name and its years.

use std::ops::RangeInclusive;

use crate::problem::one_line;
use crate::region::Years;
use crate::region::key::Year;
use crate::region::own::years::{LAST_YEAR, base_years, first_plan_years, last_plan_years};
use crate::region::own::{MOST_NAME, USUAL_PLAN_YEARS};

/// A new region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRegion {
    /// Its name.
    pub name: String,
    /// Its years.
    pub years: Years,
}

/// The fields of a new region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewRegionField {
    /// Its name.
    Name,
    /// The year of its figures.
    BaseYear,
    /// The first year of its plan.
    FirstPlanYear,
    /// The last year of its plan.
    LastPlanYear,
}

/// The reason for which a field can't be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewRegionFault {
    /// Nothing is there, or more characters than a name has.
    Name(usize),
    /// Not a year of four digits between these two.
    Year(Year, Year),
}

/// A new region as it stands in its fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedRegion {
    /// The name.
    pub name: String,
    /// The base year.
    pub base_year: String,
    /// The first plan year; blank for the year after the base year.
    pub first_plan_year: String,
    /// The last plan year; blank for the usual number of years.
    pub last_plan_year: String,
}

impl TypedRegion {
    /// The region. `least_base` is the base year of the default region, which has no figures before it.
    ///
    /// # Errors
    /// The fields that can't be taken.
    pub fn read(
        &self,
        least_base: Year,
    ) -> Result<NewRegion, Vec<(NewRegionField, NewRegionFault)>> {
        let mut faults = Vec::new();
        let name = one_line(&self.name);
        if name.is_empty() || name.chars().count() > MOST_NAME {
            faults.push((NewRegionField::Name, NewRegionFault::Name(MOST_NAME)));
        }
        let mut year = |field, text: &str, usual: Option<Year>, bounds: RangeInclusive<Year>| {
            let typed = match text.trim() {
                "" => usual,
                text => year_of(text),
            };
            let found = typed.filter(|year| bounds.contains(year));
            if found.is_none() {
                let (least, most) = bounds.into_inner();
                faults.push((field, NewRegionFault::Year(least, most)));
            }
            found
        };
        let (base, first, last) = (&self.base_year, &self.first_plan_year, &self.last_plan_year);
        let income = year(NewRegionField::BaseYear, base, None, base_years(least_base));
        // What depends on a year that is not there is not judged.
        let first_plan = income.and_then(|income| {
            let field = NewRegionField::FirstPlanYear;
            year(field, first, Some(income + 1), first_plan_years(income))
        });
        let horizon = first_plan.and_then(|first| {
            let field = NewRegionField::LastPlanYear;
            let usual = LAST_YEAR.min(first + USUAL_PLAN_YEARS - 1);
            year(field, last, Some(usual), last_plan_years(first))
        });
        match (income, first_plan, horizon) {
            (Some(income), Some(first_plan), Some(horizon)) if faults.is_empty() => Ok(NewRegion {
                name,
                years: Years {
                    income,
                    first_plan,
                    horizon,
                },
            }),
            _ => Err(faults),
        }
    }

    /// The years that stand for blank fields, as far as they follow from the others.
    pub fn usual(&self) -> (Option<Year>, Option<Year>) {
        let first = year_of(&self.base_year)
            .filter(|base| *base < LAST_YEAR)
            .map(|base| base + 1);
        let begins = year_of(&self.first_plan_year).or(first);
        let last = begins.map(|begins| LAST_YEAR.min(begins.saturating_add(USUAL_PLAN_YEARS - 1)));
        (first, last)
    }
}

/// A year of four digits, which an input method may have written in full width.
fn year_of(text: &str) -> Option<Year> {
    let digits: Option<Vec<u32>> = text
        .trim()
        .chars()
        .map(|c| match c {
            '０'..='９' => Some(u32::from(c) - u32::from('０')),
            c => c.to_digit(10),
        })
        .collect();
    let digits = digits.filter(|digits| digits.len() == 4)?;
    let year = digits.into_iter().fold(0, |year, digit| year * 10 + digit);
    Year::try_from(year).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::region::own::years::fault_of_years;

    fn typed(name: &str, [base, first, last]: [&str; 3]) -> TypedRegion {
        TypedRegion {
            name: name.to_owned(),
            base_year: base.to_owned(),
            first_plan_year: first.to_owned(),
            last_plan_year: last.to_owned(),
        }
    }

    fn years(texts: [&str; 3]) -> Result<[Year; 3], Vec<(NewRegionField, NewRegionFault)>> {
        let read = typed("蔚县", texts).read(2021)?;
        Ok([read.years.income, read.years.first_plan, read.years.horizon])
    }

    #[test]
    fn years_follow_from_the_base_year_and_never_from_a_clock() {
        assert_eq!(years(["2025", "", ""]), Ok([2025, 2026, 2033]));
        assert_eq!(years([" ２０２５ ", "2027", ""]), Ok([2025, 2027, 2034]));
        assert_eq!(years(["2025", "2026", "2040"]), Ok([2025, 2026, 2040]));
        assert_eq!(years(["2025", "2026", "2028"]), Ok([2025, 2026, 2028]));
        let half = typed("", ["2025", "", ""]);
        assert_eq!(half.usual(), (Some(2026), Some(2033)));
        assert_eq!(typed("", ["20", "", ""]).usual(), (None, None));
    }

    #[test]
    fn what_is_wrong_is_said_of_its_field() {
        use NewRegionFault::{Name, Year};
        use NewRegionField::{BaseYear, FirstPlanYear, LastPlanYear};
        assert_eq!(years(["", "", ""]), Err(vec![(BaseYear, Year(2021, 2096))]));
        assert_eq!(
            years(["2020", "2022", "9"]),
            Err(vec![(BaseYear, Year(2021, 2096))])
        );
        let beside = Err(vec![(FirstPlanYear, Year(2026, 2035))]);
        for first in ["2025", "2036", "明年", "26"] {
            assert_eq!(years(["2025", first, ""]), beside, "{first}");
        }
        let beside = Err(vec![(LastPlanYear, Year(2028, 2040))]);
        for last in ["2027", "2041", "2026.5", "９"] {
            assert_eq!(years(["2025", "2026", last]), beside, "{last}");
        }
        let named = typed(&"县".repeat(41), ["2025", "", ""]).read(2021);
        assert_eq!(named, Err(vec![(NewRegionField::Name, Name(40))]));
        let hidden = typed("\u{200b} ", ["2025", "", ""]).read(2021);
        assert_eq!(hidden, Err(vec![(NewRegionField::Name, Name(40))]));
    }

    #[test]
    fn every_region_that_is_taken_has_years_in_order() {
        for base in [2021, 2030, 2096] {
            for first in base..=2099 {
                for last in [first + 1, first + 2, first + 14, first + 15] {
                    let texts = [base, first, last].map(|year| year.to_string());
                    let Ok([income, first_plan, horizon]) = years(texts.each_ref().map(|it| &**it))
                    else {
                        continue;
                    };
                    let years = Years {
                        income,
                        first_plan,
                        horizon,
                    };
                    assert_eq!(fault_of_years(years, 2021), None, "{years:?}");
                }
            }
        }
    }
}
