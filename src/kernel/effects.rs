//! The model's channels without the claw-back, summed by component.

use super::{
    Assumptions, Baseline, ByCategory, ByComponent, Formation, Levers, OPERATING, TRANSFER, WAGE,
};

/// What some levers do, yuan a head by component and plan year.
#[derive(Default)]
pub struct Effects {
    /// By plan year.
    pub years: Vec<ByComponent>,
}

/// A stock of assets on its way through the years.
struct Stock {
    stock: f64,
    invested: f64,
    lag_now: f64,
    lag_next: f64,
    kept: f64,
    first_year: f64,
}

impl Stock {
    fn new(formation: Formation, first_year: f64, stock: f64, invested: f64) -> Self {
        Self {
            stock,
            invested,
            lag_now: formation.lag_now,
            lag_next: formation.lag_next,
            kept: 1.0 - formation.depreciation,
            first_year,
        }
    }

    fn next_year(&mut self, invested: f64) -> f64 {
        let formed = invested * self.lag_now + self.invested * self.lag_next;
        let kept = self.stock * self.kept;
        self.stock = kept + formed;
        self.invested = invested;
        kept + formed * self.first_year
    }
}

impl Effects {
    /// Walks levers through the plan years; `plan` holds the year before.
    pub(super) fn walk(
        &mut self,
        levers: &Levers,
        plan: &Levers,
        a: &Assumptions,
        baseline: &Baseline,
    ) {
        self.years.clear();
        // Nothing is spent without plan years.
        let Some(first) = plan.years.first() else {
            return;
        };
        let kept_back = (1.0 - first.execution) * a.carry_spent;
        let before = first
            .allocated
            .map(|money| money * (first.execution + kept_back));
        let mut carried: ByCategory = first.allocated.map(|money| money * kept_back);
        let [industry, infrastructure, _] = before;
        let invested = industry * (1.0 - plan.grants_share - a.overhead_share);
        let mut industry = Stock::new(a.industry, a.first_year, a.existing_assets, invested);
        let mut infrastructure = Stock::new(a.infrastructure, a.first_year, 0.0, infrastructure);
        let assets_share = 1.0 - levers.grants_share - a.overhead_share;
        let returned_share = levers.operating_benefit * a.asset_return * a.targeting;
        let returns: ByComponent = [
            a.split_wage * (1.0 - a.displaced_wage),
            a.split_operating * (1.0 - a.overlap),
            1.0 - a.split_wage - a.split_operating,
            0.0,
        ];
        let counted = a.grants_counted * a.grants_targeting;
        let relief = levers.relief_labour * a.labour_local * (1.0 - a.labour_displaced);
        let lasting = a.infra_return * a.infra_reach / a.rural_residents;
        let other_wage = a.other_wage * (1.0 - a.other_displaced);
        let relocated = a.relocated_pay * levers.relocated_employment;
        let direct = levers.direct_help * a.social_direct;
        let household = a.coverage_cost / a.household_size;
        let multiplier =
            |c: f64| 1.0 + a.coverage_effect * (c - a.coverage_saturation * c * c * 0.5);
        let multiplier0 = multiplier(a.coverage0);
        let mut covered = a.coverage0;

        for (step, decided) in levers.years.iter().enumerate() {
            let people = baseline.population[step];
            let mut spent = ByCategory::default();
            for (c, money) in decided.allocated.iter().enumerate() {
                spent[c] = money * decided.execution + carried[c];
                carried[c] = money * (1.0 - decided.execution) * a.carry_spent;
            }
            let [on_industry, on_infrastructure, on_other] = spent;

            let returned = industry.next_year(on_industry * assets_share) * returned_share / people;
            let grants = on_industry * levers.grants_share;

            let wanted = decided.coverage.unwrap_or(a.coverage0);
            let last = covered;
            covered = wanted;
            if wanted > last {
                let whole = household * people;
                if grants < whole * (wanted - last) {
                    covered = last + grants / whole;
                }
            }
            let effective = covered * a.coverage_now + last * (1.0 - a.coverage_now);
            let operating =
                baseline.income[step][OPERATING] * (multiplier(effective) / multiplier0 - 1.0);

            let lasts = infrastructure.next_year(on_infrastructure) * lasting;
            let other = on_other * a.other_targeting / people;
            let jobs: f64 = decided
                .jobs
                .iter()
                .zip(&a.batch_pay)
                .map(|(jobs, paid)| jobs * paid)
                .sum();
            let wages = (jobs + relocated) * baseline.wage_index[step] / people;

            let mut years = returns.map(|share| share * returned);
            years[WAGE] += on_infrastructure * relief / people
                + lasts * a.infra_split_wage
                + other * other_wage
                + wages;
            years[OPERATING] += operating + lasts * (1.0 - a.infra_split_wage);
            years[TRANSFER] += (grants * counted + direct) / people + other * a.other_transfer;
            self.years.push(years);
        }
    }
}
