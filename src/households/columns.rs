//! Households as columns: typed arrays, one place a household.

use std::collections::BTreeMap;

/// The kinds of income, in the order of every column.
pub const COMPONENTS: usize = 4;
/// The place of wages among the kinds of income.
pub const WAGE: usize = 0;
/// The place of operating income, which is net of its costs.
pub const OPERATING: usize = 1;
/// The place of property income.
pub const PROPERTY: usize = 2;
/// The place of transfers.
pub const TRANSFER: usize = 3;
/// The most members of a household.
pub const MOST_MEMBERS: u8 = 20;
/// The most places that households are distinguished by.
pub const MOST_PLACES: usize = 4_096;
/// The bands of household size: one to five members, and more.
pub const BANDS: usize = 6;

/// The kind of a household in the register: one of the three monitored kinds, else what it was or is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum HouseholdKind {
    /// Lifted out of poverty, not monitored (脱贫户).
    Lifted,
    /// Lifted and unstable (脱贫不稳定户).
    Unstable,
    /// At the margin of poverty (边缘易致贫户).
    Marginal,
    /// In sudden and serious difficulty (突发严重困难户).
    Sudden,
    /// Any other farm household (一般农户).
    Ordinary,
}

impl HouseholdKind {
    /// All kinds, in the order of their numbers.
    pub const ALL: [Self; 5] = [
        Self::Lifted,
        Self::Unstable,
        Self::Marginal,
        Self::Sudden,
        Self::Ordinary,
    ];

    /// The kinds that are monitored.
    pub const MONITORED: [Self; 3] = [Self::Unstable, Self::Marginal, Self::Sudden];

    /// The name in files of JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Lifted => "lifted",
            Self::Unstable => "unstable",
            Self::Marginal => "marginal",
            Self::Sudden => "sudden",
            Self::Ordinary => "ordinary",
        }
    }
}

/// One household.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Household {
    /// Yearly incomes of the whole household in fen: wages, net operating income, property, transfers.
    pub incomes: [i32; COMPONENTS],
    /// Members, from 1 to [`MOST_MEMBERS`].
    pub members: u8,
    /// Households that it stands for; one in a register, more in a sample.
    pub weight: u32,
    /// True where industry support has reached it.
    pub is_covered: bool,
    /// The kind.
    pub kind: HouseholdKind,
    /// The number of its place among the names of the columns.
    pub place: u16,
}

/// Households as columns. All columns have the same length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Households {
    incomes: [Vec<i32>; COMPONENTS],
    members: Vec<u8>,
    weights: Vec<u32>,
    covered: Vec<bool>,
    kinds: Vec<u8>,
    places: Vec<u16>,
    names: Vec<String>,
    is_weighted: bool,
}

impl Households {
    /// No household yet, in places of these names.
    pub fn new(names: Vec<String>) -> Self {
        Self {
            names,
            ..Self::default()
        }
    }

    /// The number of rows.
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// True without any row.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// Adds a household.
    ///
    /// # Panics
    /// Where it has no member or more than [`MOST_MEMBERS`]: whoever reads households checks that first.
    pub fn push(&mut self, household: &Household) {
        assert!((1..=MOST_MEMBERS).contains(&household.members), "members");
        for (column, income) in self.incomes.iter_mut().zip(household.incomes) {
            column.push(income);
        }
        self.members.push(household.members);
        self.weights.push(household.weight);
        self.is_weighted |= household.weight != 1;
        self.covered.push(household.is_covered);
        self.kinds.push(household.kind as u8);
        self.places.push(household.place);
    }

    /// The household of a row.
    pub fn get(&self, row: usize) -> Option<Household> {
        Some(Household {
            members: *self.members.get(row)?,
            incomes: self.incomes.each_ref().map(|column| column[row]),
            weight: self.weights[row],
            is_covered: self.covered[row],
            kind: HouseholdKind::ALL[usize::from(self.kinds[row])],
            place: self.places[row],
        })
    }

    /// The number of a place of that name, made where it is new; none beyond [`MOST_PLACES`].
    pub fn place(&mut self, name: &str) -> Option<u16> {
        if let Some(found) = self.names.iter().position(|known| known == name) {
            return u16::try_from(found).ok();
        }
        if self.names.len() >= MOST_PLACES {
            return None;
        }
        self.names.push(name.to_owned());
        u16::try_from(self.names.len() - 1).ok()
    }

    /// Renumbers the places by the order of their names, so that nothing depends on which row named one first.
    pub fn sort_places(&mut self) {
        let sorted: BTreeMap<&str, usize> = self.names.iter().map(|name| (&**name, 0)).collect();
        let order: BTreeMap<String, u16> = (0..)
            .zip(sorted.keys())
            .map(|(n, k)| ((*k).to_owned(), n))
            .collect();
        let numbers: Vec<u16> = self.names.iter().map(|name| order[name]).collect();
        for place in &mut self.places {
            *place = numbers[usize::from(*place)];
        }
        self.names = order.into_keys().collect();
    }

    /// Puts the rows of a cell beside each other, those of the same size among them too, so that what is the same for many
    /// is worked out once; returns the number that each had before. Rows of a cell and a size keep their order.
    pub fn gather(&mut self) -> Vec<u32> {
        let sizes = usize::from(MOST_MEMBERS) + 1;
        let kinds = HouseholdKind::ALL.len();
        let key = |row: usize| {
            let group = usize::from(self.places[row]) * kinds + usize::from(self.kinds[row]);
            group * sizes + usize::from(self.members[row])
        };
        let mut starts = vec![0_u32; self.names.len().max(1) * kinds * sizes + 1];
        (0..self.len()).for_each(|row| starts[key(row) + 1] += 1);
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut order = vec![0_u32; self.len()];
        for row in 0..self.len() {
            let next = &mut starts[key(row)];
            order[*next as usize] = row as u32;
            *next += 1;
        }
        for column in &mut self.incomes {
            ordered(column, &order);
        }
        ordered(&mut self.members, &order);
        ordered(&mut self.weights, &order);
        ordered(&mut self.covered, &order);
        ordered(&mut self.kinds, &order);
        ordered(&mut self.places, &order);
        order
    }

    /// The names of the places.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The incomes of a kind, in fen.
    pub fn incomes(&self, component: usize) -> &[i32] {
        &self.incomes[component]
    }

    /// Members of each.
    pub fn members(&self) -> &[u8] {
        &self.members
    }

    /// Weights of each.
    pub fn weights(&self) -> &[u32] {
        &self.weights
    }

    /// True where any weight is not one.
    pub fn is_weighted(&self) -> bool {
        self.is_weighted
    }

    /// True for each that industry support has reached.
    pub fn covered(&self) -> &[bool] {
        &self.covered
    }

    /// The cell of sums that a row belongs to: its place, kind and band of size.
    pub fn cell(&self, row: usize) -> u32 {
        let kinds = HouseholdKind::ALL.len() as u32;
        let of_kind = u32::from(self.places[row]) * kinds + u32::from(self.kinds[row]);
        of_kind * BANDS as u32 + band(self.members[row]) as u32
    }

    /// The number of cells.
    pub fn cells(&self) -> usize {
        self.names.len().max(1) * HouseholdKind::ALL.len() * BANDS
    }
}

/// Puts a column into an order of its rows.
pub fn ordered<T: Copy>(column: &mut Vec<T>, order: &[u32]) {
    *column = order.iter().map(|row| column[*row as usize]).collect();
}

/// The band of a size.
pub fn band(members: u8) -> usize {
    usize::from(members.clamp(1, BANDS as u8)) - 1
}

/// Place, kind and band of a cell.
pub fn cell_parts(cell: usize) -> (usize, HouseholdKind, usize) {
    let (of_kind, band) = (cell / BANDS, cell % BANDS);
    let kinds = HouseholdKind::ALL.len();
    (of_kind / kinds, HouseholdKind::ALL[of_kind % kinds], band)
}

impl Households {
    /// All households with the numbers of their rows, counted from nothing.
    pub fn iter_rows(&self) -> impl Iterator<Item = (u32, Household)> + '_ {
        (0..self.len()).filter_map(|row| Some((u32::try_from(row).ok()?, self.get(row)?)))
    }
}
