//! The assets that projects left: their value, how well they operate, and what they return to whom.

use std::collections::HashMap;

use rust_decimal::Decimal;
use zengshou_sheets::{AssetClass, OperatingState, ProjectField, ProjectRow, ProjectState, folded};

use super::check::CheckedProjects;
use crate::number::Share;

/// A part of a whole, as far as rows say both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KnownPart {
    /// The part, in yuan.
    pub part: Decimal,
    /// The whole, in yuan.
    pub whole: Decimal,
    /// The rows that say both.
    pub projects: usize,
    /// The rows that say not enough, or contradict themselves.
    pub left_out: usize,
}

impl KnownPart {
    fn add(&mut self, part: Option<Decimal>, whole: Option<Decimal>) {
        match (part, whole) {
            (Some(part), Some(whole)) => {
                self.part += part;
                self.whole += whole;
                self.projects += 1;
            }
            _ => self.left_out += 1,
        }
    }

    /// The share; none of nothing.
    pub fn share(&self) -> Option<Share> {
        (self.whole > Decimal::ZERO).then(|| Share(self.part / self.whole))
    }
}

/// The assets of a table of projects, of every year: what was built earlier still works.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProjectAssets {
    /// Registered value of operating assets (经营性资产), in yuan.
    pub operating: Decimal,
    /// Rows with such an asset.
    pub operating_projects: usize,
    /// Registered value of assets of public welfare.
    pub public_welfare: Decimal,
    /// Registered value of assets of households.
    pub household: Decimal,
    /// Registered value of assets without a class.
    pub without_class: Decimal,
    /// Operating assets: the value in good operation, of that whose operation is known.
    pub in_good_operation: KnownPart,
    /// Operating assets in good operation: their return in a year, of their value.
    pub returned: KnownPart,
    /// Operating assets: the return that goes to households, of the return.
    pub to_households: KnownPart,
}

impl ProjectAssets {
    /// The assets of a table.
    pub fn of(checked: &CheckedProjects<'_>) -> Self {
        let mut assets = Self::default();
        let mut latest: HashMap<[String; 3], usize> = HashMap::new();
        let mut counted = Vec::new();
        let rows = checked.rows.iter().enumerate();
        // What is in reserve is not built.
        let built = rows.filter(|(_, row)| row.state != Some(ProjectState::Reserve));
        for (index, row) in built {
            if checked.is_apart(index) || row.asset_value.is_none() {
                continue;
            }
            let Some(number) = row.number.as_deref() else {
                counted.push(index);
                continue;
            };
            // A project that goes on has a row in each year, and one asset: that of its latest row.
            let part = |text: Option<&str>| folded(text.unwrap_or_default());
            let key = [
                part(Some(number)),
                part(row.county.as_deref()),
                part(row.name.as_deref()),
            ];
            let known = latest.entry(key).or_insert(index);
            if row.year > checked.rows[*known].year {
                *known = index;
            }
        }
        counted.extend(latest.into_values());
        counted.sort_unstable();
        for index in counted {
            assets.add(checked, index, &checked.rows[index]);
        }
        assets
    }

    fn add(&mut self, checked: &CheckedProjects<'_>, index: usize, row: &ProjectRow) {
        let Some(value) = checked.amount(index, ProjectField::AssetValue) else {
            return;
        };
        match row.asset_class {
            Some(AssetClass::PublicWelfare) => self.public_welfare += value,
            Some(AssetClass::Household) => self.household += value,
            None => self.without_class += value,
            Some(AssetClass::Operating) => {
                self.operating += value;
                self.operating_projects += 1;
                self.add_operating(checked, index, row, value);
            }
        }
    }

    fn add_operating(
        &mut self,
        checked: &CheckedProjects<'_>,
        index: usize,
        row: &ProjectRow,
        value: Decimal,
    ) {
        let is_good = row.operation.map(|state| state == OperatingState::Good);
        let good = is_good.map(|is_good| if is_good { value } else { Decimal::ZERO });
        self.in_good_operation.add(good, Some(value));
        let returned = checked.amount(index, ProjectField::YearlyReturn);
        // The model lets only what operates well return anything: the return is that of these assets.
        if is_good == Some(true) {
            self.returned.add(returned, Some(value));
        }
        let to_households = checked.amount(index, ProjectField::ReturnToHouseholds);
        if returned.is_none_or(|returned| !returned.is_zero()) {
            self.to_households.add(to_households, returned);
        }
    }
}
