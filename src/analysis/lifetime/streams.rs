//! Streams of income: the effects of a little money in the first plan year, as the difference of the levers' own
//! effects with it and without it.

use super::{LifetimeIncome, LifetimeUse};
use crate::floating::{self, Assumptions, Levers};
use crate::model::Channel;
use crate::model::baseline::Baseline;
use crate::model::effects::YearEffects;
use crate::model::inputs::InYear;
use crate::number::{People, Share, Yuan};
use crate::region::Years;
use crate::region::key::{Batch, Category, Component, Level};

/// The money that is added, yuan: little, so that what bends is as good as straight.
const ADDED: f64 = 10_000.0;
/// The jobs that are added.
const ADDED_JOBS: f64 = 1.0;

/// The income from a use.
pub(super) struct Stream {
    pub(super) place: LifetimeUse,
    /// Income of all lifted people together, yuan, year by year from the first plan year.
    pub(super) income: Vec<f64>,
    /// The money that is spent, yuan, in the first plan year and the next.
    spent: [f64; 2],
}

impl Stream {
    /// Income for each yuan spent in so many years.
    pub(super) fn up_to(&self, steps: usize, rate: f64) -> LifetimeIncome {
        let ratio = |rate: f64| {
            let factors = std::iter::successors(Some(1.0), |factor| Some(factor / (1.0 + rate)));
            let income = self.income.iter().take(steps).zip(factors.clone());
            let income: f64 = income.map(|(income, factor)| income * factor).sum();
            let spent = self.spent.iter().zip(factors);
            let spent: f64 = spent.map(|(spent, factor)| spent * factor).sum();
            income / spent
        };
        LifetimeIncome {
            plain: ratio(0.0),
            discounted: ratio(rate),
        }
    }

    /// The running total of income for each yuan spent, year by year.
    pub(super) fn running(&self) -> Vec<f64> {
        let spent: f64 = self.spent.iter().sum();
        let mut sum = 0.0;
        let add = |income: &f64| {
            sum += income;
            sum / spent
        };
        self.income.iter().map(add).collect()
    }
}

/// The streams of some uses under the same assumptions.
pub(super) struct Streams {
    pub(super) all: Vec<Stream>,
    pub(super) rate: f64,
}

impl Streams {
    /// Computes them; a use that no money can be put to has none.
    pub(super) fn of(
        years: Years,
        assumptions: &Assumptions<f64>,
        (plan, levers): (&Levers<f64>, &Levers<f64>),
        rate: f64,
        uses: impl Iterator<Item = LifetimeUse>,
    ) -> Self {
        let path = floating::baseline(assumptions, years);
        let without = floating::effects(levers, plan, assumptions, &path);
        let walk = Walk {
            assumptions,
            plan,
            levers,
            path: &path,
            without: &without,
        };
        Self {
            all: uses.filter_map(|place| walk.stream(place)).collect(),
            rate,
        }
    }

    /// The stream of a use.
    pub(super) fn stream(&self, place: LifetimeUse) -> Option<&Stream> {
        self.all.iter().find(|stream| stream.place == place)
    }
}

struct Walk<'a> {
    assumptions: &'a Assumptions<f64>,
    plan: &'a Levers<f64>,
    levers: &'a Levers<f64>,
    path: &'a Baseline<f64>,
    without: &'a [YearEffects<f64>],
}

impl Walk<'_> {
    fn stream(&self, place: LifetimeUse) -> Option<Stream> {
        let (levers, a) = (self.levers, self.assumptions);
        let grants = levers.grants_share.exact();
        let assets = 1.0 - grants - a.overhead_share.exact();
        let spent = self.spent();
        let all = |share: f64| spent.map(|spent| spent * share);
        let (changed, channels, spent): (_, &[Channel], _) = match place {
            LifetimeUse::Industry => (
                self.with_money(Category::Industry),
                &[Channel::Industry, Channel::Grants, Channel::Coverage],
                spent,
            ),
            LifetimeUse::Assets => (
                self.with_money(Category::Industry),
                &[Channel::Industry],
                all(assets),
            ),
            LifetimeUse::Grants => (
                self.with_coverage(self.with_money(Category::Industry), [0.0; 2])?,
                &[Channel::Grants],
                all(grants),
            ),
            LifetimeUse::Coverage => (
                self.with_coverage(self.with_money(Category::Industry), all(grants))?,
                &[Channel::Grants, Channel::Coverage],
                all(grants),
            ),
            LifetimeUse::Infrastructure => (
                self.with_money(Category::Infrastructure),
                &[Channel::Infrastructure],
                spent,
            ),
            LifetimeUse::Other => (self.with_money(Category::Other), &[Channel::Other], spent),
            LifetimeUse::Social => return self.social(),
            LifetimeUse::Jobs(batch) => {
                let (changed, paid) = self.with_job(batch);
                (changed, &[Channel::Employment], [paid, 0.0])
            }
        };
        let is_spent = spent.iter().sum::<f64>() > 0.0;
        is_spent.then(|| Stream {
            place,
            income: self.income(&changed, channels),
            spent,
        })
    }

    /// The part of the added money that is spent in the first plan year and in the next.
    fn spent(&self) -> [f64; 2] {
        let execution = self.levers.execution.exact();
        let carried = (1.0 - execution) * self.assumptions.carry_spent.exact();
        [ADDED * execution, ADDED * carried]
    }

    /// The levers with decisions for every single year, none of which is taken yet.
    fn by_year(&self) -> Levers<f64> {
        let mut changed = self.levers.clone();
        let none = InYear {
            funds: [[None; Category::ALL.len()]; Level::ALL.len()],
            coverage: None,
            jobs: [None; Batch::ALL.len()],
        };
        changed.by_year.resize(self.path.plan.len(), none);
        changed
    }

    /// The levers with money added to a category in the first plan year alone.
    fn with_money(&self, category: Category) -> Levers<f64> {
        let mut changed = self.by_year();
        let (row, column) = (Level::County as usize, category as usize);
        let now = self.levers.by_year.first();
        let now = now.and_then(|year| year.funds[row][column]);
        let now = now.unwrap_or(self.levers.funds[row][column]);
        changed.by_year[0].funds[row][column] = Some(now + Yuan(ADDED));
        changed
    }

    /// The levers with the coverage that is reached wanted in every year, and what so much money raises it by;
    /// none where that is more than everybody.
    fn with_coverage(&self, mut changed: Levers<f64>, money: [f64; 2]) -> Option<Levers<f64>> {
        let mut more = 0.0;
        let mut index = 1.0;
        let a = self.assumptions;
        let years = self.path.plan.iter().zip(self.without).enumerate();
        for (step, (year, without)) in years {
            let households = year.population.exact() / a.household_size.exact();
            if step > 0 {
                index *= 1.0 + a.cost_growth.exact();
            }
            let cost = a.coverage_cost * index * households;
            more += money.get(step).map_or(0.0, |money| money / cost);
            let wanted = without.coverage.exact() + more;
            if wanted > 1.0 {
                return None;
            }
            changed.by_year[step].coverage = Some(Share(wanted));
        }
        Some(changed)
    }

    /// The levers with a job more in the first plan year alone, and what it is paid there.
    fn with_job(&self, batch: Batch) -> (Levers<f64>, f64) {
        let mut changed = self.by_year();
        let jobs = self.levers.jobs_in(0, batch) + People(ADDED_JOBS);
        let after = self.levers.jobs_in(1, batch);
        changed.by_year[0].jobs[batch as usize] = Some(jobs);
        // The year after keeps what it had, whether it had decided so or followed.
        if let Some(next) = changed.by_year.get_mut(1) {
            next.jobs[batch as usize] = Some(after);
        }
        let a = self.assumptions;
        let worked = ADDED_JOBS * a.job_first_year.exact();
        (changed, worked * a.pay[batch as usize].exact())
    }

    /// Direct help of the first plan year: it leaves nothing for later years.
    fn social(&self) -> Option<Stream> {
        let mut changed = self.levers.clone();
        let before = changed.social;
        changed.social = before + Yuan(ADDED);
        // What becomes industry money stays as it was, so that all of it is direct.
        let industry = before.exact() * changed.social_industry.exact();
        changed.social_industry = Share(industry / changed.social.exact());
        let mut income = self.income(&changed, &[Channel::Social]);
        income.iter_mut().skip(1).for_each(|later| *later = 0.0);
        Some(Stream {
            place: LifetimeUse::Social,
            income,
            spent: [ADDED, 0.0],
        })
    }

    /// Income of all people through some channels, beyond what there is without the change, after what
    /// allowances fall by.
    fn income(&self, changed: &Levers<f64>, channels: &[Channel]) -> Vec<f64> {
        let with = floating::effects(changed, self.plan, self.assumptions, self.path);
        let years = with.iter().zip(self.without).zip(&self.path.plan);
        years
            .map(|((with, without), year)| {
                let part = |component: Component| -> f64 {
                    let parts = channels.iter().map(|channel| {
                        let (row, column) = (*channel as usize, component as usize);
                        (with.channels[row][column] - without.channels[row][column]).exact()
                    });
                    parts.sum()
                };
                let transfer = part(Component::Transfer);
                let earned: f64 = Component::ALL
                    .into_iter()
                    .filter(|component| *component != Component::Transfer)
                    .map(part)
                    .sum();
                let kept = 1.0 - self.assumptions.clawback.exact();
                (earned * kept + transfer) * year.population.exact()
            })
            .collect()
    }
}
