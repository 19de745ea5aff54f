//! The channels of `crate::model::effects`, without the claw-back, summed by component.

use super::levers::{ByCategory, Levers};
use super::{Baseline, Components, World};
use crate::region::key::{Batch, Category, Component, Fixed, displacement, pay};

/// What some levers do, yuan a head by component and plan year.
#[derive(Default)]
pub struct Effects {
    /// By plan year.
    pub years: Vec<Components>,
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
        world: &World,
        baseline: &Baseline,
    ) {
        self.years.clear();
        let at = |key: Fixed| world.at(key);
        let carry = at(Fixed::CarrySpent);
        // Nothing is spent in a region without plan years, whose file is refused.
        let Some(first) = plan.years.first() else {
            return;
        };
        let before = |category: Category| {
            let money = first.allocated[category as usize];
            money * (first.execution + carry * (1.0 - first.execution))
        };
        let overhead = at(Fixed::OverheadShare);
        let mut industry = Stock {
            stock: at(Fixed::ExistingAssets),
            invested: before(Category::Industry) * (1.0 - plan.grants_share - overhead),
            lag_now: at(Fixed::IndustryLagNow),
            lag_next: at(Fixed::IndustryLagNext),
            kept: 1.0 - at(Fixed::IndustryDepreciation),
            first_year: at(Fixed::FirstYear),
        };
        let mut infrastructure = Stock {
            stock: 0.0,
            invested: before(Category::Infrastructure),
            lag_now: at(Fixed::InfraLagNow),
            lag_next: at(Fixed::InfraLagNext),
            kept: 1.0 - at(Fixed::InfraDepreciation),
            first_year: at(Fixed::FirstYear),
        };
        let mut carried: ByCategory = first
            .allocated
            .map(|money| money * (1.0 - first.execution) * carry);
        let assets_share = 1.0 - levers.grants_share - overhead;
        let returned_share =
            levers.operating_benefit * at(Fixed::AssetReturn) * at(Fixed::Targeting);
        let (split_wage, split_operating) = (at(Fixed::SplitWage), at(Fixed::SplitOperating));
        let returns: Components = by_component(
            split_wage * (1.0 - at(Fixed::DisplacedWage)),
            split_operating * (1.0 - at(Fixed::Overlap)),
            1.0 - split_wage - split_operating,
            0.0,
        );
        let counted = at(Fixed::GrantsCounted) * at(Fixed::GrantsTargeting);
        let relief =
            levers.relief_labour * at(Fixed::LabourLocal) * (1.0 - at(Fixed::LabourDisplaced));
        let lasting = at(Fixed::InfraReturn) * at(Fixed::InfraReach) / at(Fixed::RuralResidents);
        let lasting_wage = at(Fixed::InfraSplitWage);
        let other_wage = at(Fixed::OtherWage) * (1.0 - at(Fixed::OtherDisplaced));
        let relocated = at(Fixed::RelocatedPay)
            * at(Fixed::RelocatedLabour)
            * levers.relocated_employment
            * (1.0 - at(Fixed::RelocatedDisplacement));
        let paid = Batch::ALL.map(|batch| at(pay(batch)) * (1.0 - at(displacement(batch))));
        let direct = levers.direct_help * at(Fixed::SocialDirect);
        let coverage0 = at(Fixed::Coverage0);
        let household = at(Fixed::CoverageCost) / at(Fixed::HouseholdSize);
        let (effect, saturation) = (at(Fixed::CoverageEffect), at(Fixed::CoverageSaturation));
        let multiplier = |c: f64| 1.0 + effect * (c - saturation * c * c * 0.5);
        let multiplier0 = multiplier(coverage0);
        let coverage_now = at(Fixed::CoverageNow);
        let mut covered = coverage0;

        for (step, decided) in levers.years.iter().enumerate() {
            let people = baseline.population[step];
            let mut spent = ByCategory::default();
            for (c, money) in decided.allocated.iter().enumerate() {
                spent[c] = money * decided.execution + carried[c];
                carried[c] = money * (1.0 - decided.execution) * carry;
            }
            let [on_industry, on_infrastructure, on_other] = spent;

            let returned = industry.next_year(on_industry * assets_share) * returned_share / people;
            let grants = on_industry * levers.grants_share;

            let wanted = decided.coverage.unwrap_or(coverage0);
            let last = covered;
            covered = wanted;
            if wanted > last {
                let whole = household * people;
                if grants < whole * (wanted - last) {
                    covered = last + grants / whole;
                }
            }
            let effective = covered * coverage_now + last * (1.0 - coverage_now);
            let operating = baseline.income[step][Component::Operating as usize]
                * (multiplier(effective) / multiplier0 - 1.0);

            let lasts = infrastructure.next_year(on_infrastructure) * lasting;
            let other = on_other * at(Fixed::OtherTargeting) / people;
            let jobs: f64 = decided
                .jobs
                .iter()
                .zip(&paid)
                .map(|(jobs, paid)| jobs * paid)
                .sum();
            let wages = (jobs + relocated) * baseline.wage_index[step] / people;

            let mut years = returns.map(|share| share * returned);
            years[Component::Wage as usize] += on_infrastructure * relief / people
                + lasts * lasting_wage
                + other * other_wage
                + wages;
            years[Component::Operating as usize] += operating + lasts * (1.0 - lasting_wage);
            years[Component::Transfer as usize] +=
                (grants * counted + direct) / people + other * at(Fixed::OtherTransfer);
            self.years.push(years);
        }
    }
}

fn by_component(wage: f64, operating: f64, property: f64, transfer: f64) -> Components {
    let mut parts = Components::default();
    parts[Component::Wage as usize] = wage;
    parts[Component::Operating as usize] = operating;
    parts[Component::Property as usize] = property;
    parts[Component::Transfer as usize] = transfer;
    parts
}
