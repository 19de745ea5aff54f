//! The checklist of guarantees (两不愁三保障, 饮水安全): problems found, put right, and the money that has to come first.
//!
//! The unit costs are the bureau's own. Where a number is not said the money is unknown, not zero: a sum names how many
//! of its lines it is short of.

mod check;

use rust_decimal::Decimal;

use super::check::CheckedCounties;
use crate::analysis::funds_floor::FundsFloor;

/// A guarantee that is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Guarantee {
    /// 不愁吃: food.
    Food,
    /// 不愁穿: clothing.
    Clothing,
    /// 义务教育: compulsory education.
    Education,
    /// 基本医疗: basic medical care.
    MedicalCare,
    /// 住房安全: safe housing.
    Housing,
    /// 饮水安全: safe drinking water.
    Water,
}

impl Guarantee {
    /// All of them, in the order of tables.
    pub const ALL: [Self; 6] = [
        Self::Food,
        Self::Clothing,
        Self::Education,
        Self::MedicalCare,
        Self::Housing,
        Self::Water,
    ];

    /// The name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Food => "food",
            Self::Clothing => "clothing",
            Self::Education => "education",
            Self::MedicalCare => "medical_care",
            Self::Housing => "housing",
            Self::Water => "water",
        }
    }

    /// The guarantee of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// The money that a guarantee is kept from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GuaranteeSource {
    /// Infrastructure or other uses of the funds: nobody has decided which.
    #[default]
    Undecided,
    /// Infrastructure.
    Infrastructure,
    /// Other uses.
    Other,
    /// Money that is not in the matrix, of other departments.
    Elsewhere,
}

impl GuaranteeSource {
    /// All of them, in the order of lists.
    pub const ALL: [Self; 4] = [
        Self::Undecided,
        Self::Infrastructure,
        Self::Other,
        Self::Elsewhere,
    ];

    /// The name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Undecided => "undecided",
            Self::Infrastructure => "infrastructure",
            Self::Other => "other",
            Self::Elsewhere => "elsewhere",
        }
    }

    /// The source of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// Problems as somebody counted them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ProblemCount {
    /// The problems found.
    pub found: Option<u64>,
    /// Those put right.
    pub solved: Option<u64>,
}

impl ProblemCount {
    /// The problems left; none where a number is missing or more are put right than were found.
    pub fn left(&self) -> Option<u64> {
        match (self.found, self.solved) {
            (Some(0), None) => Some(0),
            (found, solved) => found?.checked_sub(solved?),
        }
    }

    /// True where nothing is said.
    pub fn is_blank(&self) -> bool {
        self.found.is_none() && self.solved.is_none()
    }
}

/// A guarantee as the bureau entered it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GuaranteeEntry {
    /// The problems of the whole region; those of counties are among them.
    pub whole: ProblemCount,
    /// The money that putting one right costs, yuan.
    pub unit_cost: Option<Decimal>,
    /// The money it is kept from.
    pub source: GuaranteeSource,
    /// The counties that are entered, in their order.
    pub counties: Vec<CountyProblems>,
}

/// A county's problems with a guarantee.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CountyProblems {
    /// Its name as it was entered.
    pub name: String,
    /// Its problems.
    pub count: ProblemCount,
    /// Its own unit cost, yuan; else that of the guarantee.
    pub unit_cost: Option<Decimal>,
}

/// The checklist as the bureau entered it; a guarantee without an entry is not reported.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GuaranteeSettings {
    /// The entries in the order of [`Guarantee::ALL`].
    pub entries: [Option<GuaranteeEntry>; Guarantee::ALL.len()],
}

impl GuaranteeSettings {
    /// The floor of the funds that they are, for a region with that table of counties.
    pub fn floor(&self, checked: &CheckedCounties<'_>) -> FundsFloor {
        Checklist::of(self, checked).map_or_else(FundsFloor::default, |list| list.floor)
    }

    /// True where nothing is entered.
    pub fn is_empty(&self) -> bool {
        self.entries.iter().all(Option::is_none)
    }
}

/// Money with what its sum is short of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NeededMoney {
    /// The money that is known, yuan.
    pub known: Decimal,
    /// The lines whose money nobody knows.
    pub unknown: usize,
}

impl NeededMoney {
    fn add(&mut self, money: Option<Decimal>) {
        match money {
            Some(money) => self.known += money,
            None => self.unknown += 1,
        }
    }

    /// The whole of it, where all of it is known.
    pub fn whole(&self) -> Option<Decimal> {
        (self.unknown == 0).then_some(self.known)
    }
}

impl std::ops::AddAssign for NeededMoney {
    fn add_assign(&mut self, other: Self) {
        self.known += other.known;
        self.unknown += other.unknown;
    }
}

/// The place of a line of the checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GuaranteePlace {
    /// The whole region, where no county is entered.
    Whole,
    /// The county of that number among the entered ones, from zero.
    County(usize),
    /// The region without the counties that are entered.
    Rest,
}

/// A line of the checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GuaranteeLine {
    /// Its place.
    pub place: GuaranteePlace,
    /// Its problems.
    pub count: ProblemCount,
    /// The cost of each, yuan.
    pub unit_cost: Option<Decimal>,
    /// The money that has to come first, yuan; none where nobody knows it.
    pub money: Option<Decimal>,
}

impl GuaranteeLine {
    fn of(place: GuaranteePlace, count: ProblemCount, unit_cost: Option<Decimal>) -> Self {
        let money = match count.left() {
            Some(0) => Some(Decimal::ZERO),
            left => left.and_then(|left| Decimal::from(left).checked_mul(unit_cost?)),
        };
        Self {
            place,
            count,
            unit_cost,
            money,
        }
    }

    /// The same line set apart: its money is unknown.
    fn apart(self) -> Self {
        Self {
            money: None,
            ..self
        }
    }
}

/// A guarantee with its lines and sums.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedGuarantee {
    /// The guarantee.
    pub guarantee: Guarantee,
    /// The money it is kept from.
    pub source: GuaranteeSource,
    /// Its lines: counties, then the rest; or the whole alone.
    pub lines: Vec<GuaranteeLine>,
    /// The problems of the region, as they are entered for it or else summed over its counties where all say them.
    pub count: ProblemCount,
    /// The money that has to come first.
    pub money: NeededMoney,
}

/// A fault of the checklist: said by its row and set apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GuaranteeFault {
    /// More put right than found.
    SolvedAbove {
        /// The guarantee.
        guarantee: Guarantee,
        /// The line.
        place: GuaranteePlace,
        /// The problems found.
        found: u64,
        /// Those put right.
        solved: u64,
    },
    /// A county of an earlier line, perhaps under another spelling.
    Twice {
        /// The guarantee.
        guarantee: Guarantee,
        /// The county's number.
        county: usize,
        /// The earlier one's.
        earlier: usize,
    },
    /// A county that the region's table does not have.
    UnknownCounty {
        /// The guarantee.
        guarantee: Guarantee,
        /// The county's number.
        county: usize,
    },
    /// Counties that have more together than the region.
    AboveRegion {
        /// The guarantee.
        guarantee: Guarantee,
        /// True for problems put right, false for those found.
        is_solved: bool,
        /// Their sum.
        sum: u64,
        /// The region's own number.
        whole: u64,
    },
}

/// The checklist with its sums.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checklist {
    /// The guarantees that are entered.
    pub guarantees: Vec<CheckedGuarantee>,
    /// Those that are not, whose money is unknown.
    pub unreported: Vec<Guarantee>,
    /// The faults of the entries.
    pub faults: Vec<GuaranteeFault>,
    /// The money of all that are entered.
    pub money: NeededMoney,
    /// The part of it that is kept from money outside the matrix.
    pub elsewhere: NeededMoney,
    /// The known money that the matrix has to keep.
    pub floor: FundsFloor,
}

impl Checklist {
    /// The checklist of settings; none where nothing is entered.
    pub fn of(settings: &GuaranteeSettings, checked: &CheckedCounties<'_>) -> Option<Self> {
        if settings.is_empty() {
            return None;
        }
        let mut list = Self {
            guarantees: Vec::new(),
            unreported: Vec::new(),
            faults: Vec::new(),
            money: NeededMoney::default(),
            elsewhere: NeededMoney::default(),
            floor: FundsFloor::default(),
        };
        for guarantee in Guarantee::ALL {
            match &settings.entries[guarantee as usize] {
                Some(entry) => list.add(guarantee, entry, checked),
                None => list.unreported.push(guarantee),
            }
        }
        Some(list)
    }

    fn add(&mut self, guarantee: Guarantee, entry: &GuaranteeEntry, checked: &CheckedCounties<'_>) {
        let (own, faults) = check::checked(guarantee, entry, checked);
        self.faults.extend(faults);
        self.money += own.money;
        let known = own.money.known;
        match own.source {
            GuaranteeSource::Undecided => self.floor.either += known,
            GuaranteeSource::Infrastructure => self.floor.infrastructure += known,
            GuaranteeSource::Other => self.floor.other += known,
            GuaranteeSource::Elsewhere => self.elsewhere += own.money,
        }
        self.guarantees.push(own);
    }

    /// True where the money that has to come first is known to the last line.
    pub fn is_whole(&self) -> bool {
        self.money.unknown == 0 && self.unreported.is_empty()
    }
}
