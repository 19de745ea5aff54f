//! Campaigns (百日行动): a goal with a first and a last day, what was reported by day, and the pace that is still needed.
//!
//! Entries are standings: all that is done by the end of their day. What is needed is counted from a day that is handed in,
//! or from the last entry where that is later; nothing here asks a clock.

mod check;
mod imports;
#[cfg(test)]
mod tests;

use rust_decimal::Decimal;
use zengshou_sheets::{CountyField, SheetDate};

pub use imports::entries;

use super::FEWEST_PEOPLE;
use super::check::CheckedCounties;
use super::name::CountyName;

/// The measure of a campaign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CampaignMeasure {
    /// People at work.
    Jobs,
    /// Money spent, yuan.
    Spending,
    /// Households covered by measures of industry, as a share of those due.
    Coverage,
    /// Problems with the guarantees put right.
    Solved,
}

impl CampaignMeasure {
    /// All of them, in the order of lists.
    pub const ALL: [Self; 4] = [Self::Jobs, Self::Spending, Self::Coverage, Self::Solved];

    /// The name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Jobs => "jobs",
            Self::Spending => "spending",
            Self::Coverage => "coverage",
            Self::Solved => "solved",
        }
    }

    /// The measure of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }

    /// The column of the table of counties that holds it; of coverage, its numerator.
    pub fn field(self) -> CountyField {
        match self {
            Self::Jobs => CountyField::Workers,
            Self::Spending => CountyField::Spent,
            Self::Coverage => CountyField::CoveredHouseholds,
            Self::Solved => CountyField::GuaranteeSolved,
        }
    }

    /// True where the region's standing is the sum of its counties'.
    pub fn adds_up(self) -> bool {
        self != Self::Coverage
    }

    /// True for things that are counted whole.
    pub fn is_count(self) -> bool {
        matches!(self, Self::Jobs | Self::Solved)
    }

    /// True for a standing of so few people that it is not shown.
    fn hides(self, value: Decimal) -> bool {
        self == Self::Jobs && value > Decimal::ZERO && value < FEWEST_PEOPLE.into()
    }
}

/// A campaign as the bureau entered it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CampaignSettings {
    /// Its name.
    pub name: String,
    /// The first day.
    pub first: SheetDate,
    /// The last day.
    pub last: SheetDate,
    /// The measure.
    pub measure: CampaignMeasure,
    /// The standing of the whole region before the first day and the one to be reached.
    pub aim: CampaignAim,
    /// The aims of counties, in their order.
    pub counties: Vec<CountyAim>,
    /// The entries, in their order.
    pub entries: Vec<CampaignEntry>,
    /// True where the tables of counties are entries too, by their days.
    pub takes_imports: bool,
}

/// The start and the goal of a campaign.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CampaignAim {
    /// The standing before the first day.
    pub start: Option<Decimal>,
    /// The standing to be reached by the end of the last day.
    pub goal: Option<Decimal>,
}

/// The aim of a county.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountyAim {
    /// Its name as it was entered.
    pub name: String,
    /// Its aim.
    pub aim: CampaignAim,
}

/// The standing at the end of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CampaignEntry {
    /// The day.
    pub day: SheetDate,
    /// The county by its name; none for the whole region.
    pub county: Option<String>,
    /// The standing.
    pub value: Decimal,
}

/// A standing that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CampaignPoint {
    /// The day of the campaign, the first is 1.
    pub day: i64,
    /// The date.
    pub date: SheetDate,
    /// The standing.
    pub value: Decimal,
    /// True where it comes from a table of counties.
    pub is_imported: bool,
}

/// The way to the goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CampaignPace {
    /// There is no goal, or nothing is known of what is done.
    Unknown,
    /// The goal is reached.
    Reached,
    /// So much on each of so many days.
    Daily {
        /// The amount a day.
        amount: Decimal,
        /// The days that are left.
        days: i64,
    },
    /// The last day is over.
    TooLate,
}

/// The standing of a campaign in the whole region or in a county.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CampaignStanding {
    /// The aim.
    pub aim: CampaignAim,
    /// The points, by day.
    pub points: Vec<CampaignPoint>,
    /// The standing reached: by the last point, or by the start before there is any.
    pub done: Option<Decimal>,
    /// The distance to the goal, at least 0.
    pub short: Option<Decimal>,
    /// The standing that would be reached by the day of the look at an even pace.
    pub expected: Option<Decimal>,
    /// The way to the goal.
    pub pace: CampaignPace,
    /// True where so few people are behind it that its numbers are not shown.
    pub is_hidden: bool,
}

impl CampaignStanding {
    /// The lead over an even pace; negative where it is behind.
    pub fn lead(&self) -> Option<Decimal> {
        Some(self.done? - self.expected?)
    }
}

/// A county's standing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountyStanding {
    /// Its name: that of the table where it has one.
    pub name: String,
    /// Its standing.
    pub standing: CampaignStanding,
}

/// A fault of a campaign: said by its row and set apart. Entries and counties are counted from zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CampaignFault {
    /// The last day is before the first: nothing is computed.
    UpsideDown,
    /// An entry outside the campaign's days.
    Outside {
        /// The entry.
        entry: usize,
    },
    /// Entries of one place on one day: nobody knows which holds.
    Twice {
        /// The entry.
        entry: usize,
        /// The earlier one.
        earlier: usize,
    },
    /// A standing below one of an earlier day.
    Falling {
        /// The entry.
        entry: usize,
        /// The earlier standing.
        before: Decimal,
    },
    /// An entry that differs from the table of counties of its day; the entry holds.
    Differs {
        /// The entry.
        entry: usize,
        /// The table's number.
        table: Decimal,
    },
    /// A table's figure below one of an earlier day, or above one of a later day.
    ImportFalls {
        /// The county; none for the whole region.
        county: Option<String>,
        /// The day.
        date: SheetDate,
        /// The figure.
        value: Decimal,
    },
    /// A goal that was reached before the campaign began: there is no pace to it.
    GoalBelow {
        /// The county's number among the aims; none for the whole region.
        county: Option<usize>,
        /// The goal.
        goal: Decimal,
        /// The standing before.
        done: Decimal,
    },
    /// An aim of a county that has an earlier one, perhaps under another spelling.
    CountyTwice {
        /// The county's number among the aims.
        county: usize,
        /// The earlier one's.
        earlier: usize,
    },
    /// An aim of a county that the region's table does not have.
    UnknownCounty {
        /// The county's number among the aims.
        county: usize,
    },
    /// An entry of a county that the region's table does not have.
    UnknownPlace {
        /// The entry.
        entry: usize,
    },
    /// Counties that have done more together than the region.
    AboveRegion {
        /// Their sum.
        sum: Decimal,
        /// The region's standing.
        whole: Decimal,
    },
}

/// A campaign with its standings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Campaign<'a> {
    /// The campaign as it was entered.
    pub settings: &'a CampaignSettings,
    /// Its faults.
    pub faults: Vec<CampaignFault>,
    /// Its days; 0 where its last day is before its first.
    pub days: i64,
    /// The day of the look, as a day of the campaign: 0 before the first, at most the last.
    pub today: i64,
    /// The date of the look; none where no day is known.
    pub date: Option<SheetDate>,
    /// The standing of the whole region.
    pub whole: CampaignStanding,
    /// The standings of counties with an aim or an entry.
    pub counties: Vec<CountyStanding>,
}

/// A place of a campaign while its points are gathered.
struct CampaignScope {
    name: String,
    spelled: CountyName,
    aim: CampaignAim,
    /// Its number among the aims.
    number: Option<usize>,
    points: Vec<CampaignPoint>,
}

impl<'a> Campaign<'a> {
    /// The campaign on a day, or on that of its last entry where that is later or no day is given; `tables` are those of
    /// the imports, the newest first.
    pub fn of(
        settings: &'a CampaignSettings,
        tables: &[&CheckedCounties<'_>],
        usual_day: Option<SheetDate>,
        day: Option<SheetDate>,
    ) -> Self {
        let mut own = Self {
            settings,
            faults: Vec::new(),
            days: 0,
            today: 0,
            date: None,
            whole: standing(settings.aim, Vec::new(), (0, 0)),
            counties: Vec::new(),
        };
        let (Some(first), Some(last)) = (settings.first.number(), settings.last.number()) else {
            own.faults.push(CampaignFault::UpsideDown);
            return own;
        };
        if last < first {
            own.faults.push(CampaignFault::UpsideDown);
            return own;
        }
        own.days = last - first + 1;
        let (whole, scopes) = check::gather(&mut own.faults, settings, tables, usual_day);
        own.look(&whole, &scopes, first, day);
        let at = (own.today, own.days);
        own.below(None, settings.aim, &whole);
        for scope in &scopes {
            if let Some(number) = scope.number {
                own.below(Some(number), scope.aim, &scope.points);
            }
        }
        own.whole = own.region(whole, &scopes, at);
        own.above();
        let measure = settings.measure;
        let counties = scopes.into_iter().map(|scope| {
            let mut standing = standing(scope.aim, scope.points, at);
            standing.is_hidden = standing.done.is_some_and(|done| measure.hides(done));
            CountyStanding {
                name: scope.name,
                standing,
            }
        });
        own.counties = counties.collect();
        own
    }

    /// Sets the day of the look.
    fn look(
        &mut self,
        whole: &[CampaignPoint],
        scopes: &[CampaignScope],
        first: i64,
        day: Option<SheetDate>,
    ) {
        let points = scopes.iter().flat_map(|scope| &scope.points).chain(whole);
        let last = points.map(|point| point.date).max();
        let day = day.filter(|day| day.day.is_some());
        self.date = last.max(day);
        let number = self.date.and_then(SheetDate::number);
        let today = number.map_or(0, |number| number - first + 1);
        self.today = today.clamp(0, self.days);
    }

    /// Reports a goal that was reached before there was anything to do.
    fn below(&mut self, county: Option<usize>, aim: CampaignAim, points: &[CampaignPoint]) {
        let before = aim.start.or_else(|| Some(points.first()?.value));
        if let (Some(goal), Some(done)) = (aim.goal, before)
            && goal < done
        {
            self.faults
                .push(CampaignFault::GoalBelow { county, goal, done });
        }
    }

    /// The standing of the whole region: of its own points, or of its counties' sums where it has none.
    fn region(
        &self,
        points: Vec<CampaignPoint>,
        scopes: &[CampaignScope],
        at: (i64, i64),
    ) -> CampaignStanding {
        let measure = self.settings.measure;
        let mut aim = self.settings.aim;
        let adds_up = measure.adds_up() && !scopes.is_empty();
        let sum = |of: fn(&CampaignAim) -> Option<Decimal>| {
            let mut each = scopes.iter().map(|scope| of(&scope.aim));
            each.try_fold(Decimal::ZERO, |sum, own| sum.checked_add(own?))
        };
        if adds_up {
            aim.goal = aim.goal.or_else(|| sum(|aim| aim.goal));
            aim.start = aim.start.or_else(|| sum(|aim| aim.start));
        }
        let points = match points.is_empty() && adds_up {
            true => check::sums(scopes),
            false => points,
        };
        standing(aim, points, at)
    }

    /// Reports counties that have done more together than the region says.
    fn above(&mut self) {
        if !self.settings.measure.adds_up() {
            return;
        }
        let last = self.counties.iter().map(|county| county.standing.done);
        let sum: Decimal = last.flatten().sum();
        if let Some(whole) = self.whole.done.filter(|whole| sum > *whole) {
            self.faults.push(CampaignFault::AboveRegion { sum, whole });
        }
    }
}

/// The standing of a place on a day of a campaign of so many days.
fn standing(
    aim: CampaignAim,
    points: Vec<CampaignPoint>,
    (today, days): (i64, i64),
) -> CampaignStanding {
    let done = points.last().map(|point| point.value).or(aim.start);
    let short = done.zip(aim.goal);
    let short = short.map(|(done, goal)| (goal - done).max(Decimal::ZERO));
    let even = |(start, goal): (Decimal, Decimal)| {
        let part = Decimal::from(today).checked_div(Decimal::from(days))?;
        Some(start + (goal - start) * part)
    };
    let left = days - today;
    let pace = match short {
        None => CampaignPace::Unknown,
        Some(short) if short.is_zero() => CampaignPace::Reached,
        Some(_) if left == 0 => CampaignPace::TooLate,
        Some(short) => CampaignPace::Daily {
            amount: short / Decimal::from(left),
            days: left,
        },
    };
    CampaignStanding {
        aim,
        done,
        short,
        expected: aim.start.zip(aim.goal).and_then(even),
        pace,
        points,
        is_hidden: false,
    }
}
