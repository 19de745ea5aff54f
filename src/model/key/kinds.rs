//! Units and groups of keys.

/// A unit of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Yuan in total.
    Yuan,
    /// Yuan a head and year.
    YuanPerPerson,
    /// Yuan a household.
    YuanPerHousehold,
    /// A fraction or a rate; people read per cent.
    Share,
    /// People, or jobs.
    People,
    /// People a household.
    PeoplePerHousehold,
    /// 1 for yes, 0 for no; written `true` and `false`.
    Flag,
    /// Projects, in published figures only.
    Projects,
}

impl Unit {
    /// Every unit with its name in region files.
    pub const NAMES: [(Self, &'static str); 8] = [
        (Self::Yuan, "yuan"),
        (Self::YuanPerPerson, "yuan_per_person"),
        (Self::YuanPerHousehold, "yuan_per_household"),
        (Self::Share, "share"),
        (Self::People, "people"),
        (Self::PeoplePerHousehold, "people_per_household"),
        (Self::Flag, "flag"),
        (Self::Projects, "projects"),
    ];

    /// The unit's name in region files.
    pub fn name(self) -> &'static str {
        Self::NAMES
            .iter()
            .find(|(unit, _)| *unit == self)
            .map_or("", |(_, name)| name)
    }

    /// The unit of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::NAMES
            .iter()
            .find(|(_, known)| *known == name)
            .map(|(unit, _)| *unit)
    }
}

/// A key's group on the screen and in documents. The first seven hold levers, which the scenario
/// alone follows; the others hold assumptions, which plan and scenario share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// The matrix of linking funds, and whether it repeats each year.
    Funds,
    /// Execution, household grants and work relief.
    Spending,
    /// Operation of the assets and benefit sharing.
    Operation,
    /// Industry-support coverage.
    Coverage,
    /// The five batches of jobs.
    Employment,
    /// Follow-up of relocation.
    Relocation,
    /// Social help.
    Social,
    /// People and households.
    Population,
    /// Income of the known year and its planned growth.
    Baseline,
    /// Spending of allocations.
    Execution,
    /// Industry assets and their returns.
    Assets,
    /// Household grants and coverage in the model.
    Households,
    /// Infrastructure in the model.
    Infrastructure,
    /// Other spending, social help and the claw-back.
    Transfers,
    /// Pay and displacement of jobs, relocation included.
    Jobs,
    /// The people estimated at risk.
    Risk,
    /// The published series that incomes are measured against.
    Benchmarks,
    /// The rules that results are judged and compared by; none of them moves an income.
    Appraisal,
}

impl Group {
    /// The groups of levers, in their order on the screen.
    pub const LEVERS: [Self; 7] = [
        Self::Funds,
        Self::Spending,
        Self::Operation,
        Self::Coverage,
        Self::Employment,
        Self::Relocation,
        Self::Social,
    ];
    /// The groups of assumptions, in their order on the screen.
    pub const ASSUMPTIONS: [Self; 11] = [
        Self::Population,
        Self::Baseline,
        Self::Execution,
        Self::Assets,
        Self::Households,
        Self::Infrastructure,
        Self::Transfers,
        Self::Jobs,
        Self::Risk,
        Self::Benchmarks,
        Self::Appraisal,
    ];

    /// The group's name in message identifiers and documents.
    pub fn name(self) -> &'static str {
        match self {
            Self::Funds => "funds",
            Self::Spending => "spending",
            Self::Operation => "operation",
            Self::Coverage => "coverage",
            Self::Employment => "employment",
            Self::Relocation => "relocation",
            Self::Social => "social",
            Self::Population => "population",
            Self::Baseline => "baseline",
            Self::Execution => "execution",
            Self::Assets => "assets",
            Self::Households => "households",
            Self::Infrastructure => "infrastructure",
            Self::Transfers => "transfers",
            Self::Jobs => "jobs",
            Self::Risk => "risk",
            Self::Benchmarks => "benchmarks",
            Self::Appraisal => "appraisal",
        }
    }

    /// True where the group's keys are levers.
    pub fn holds_levers(self) -> bool {
        Self::LEVERS.contains(&self)
    }
}
