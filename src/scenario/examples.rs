//! Named examples to start from: rules on the region's own plan, so that they fit any region.

use rust_decimal::Decimal;

use super::Scenario;
use crate::number::round;
use crate::region::Region;
use crate::region::key::{Category, Fixed, Key, Level, funds};

/// An example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Example {
    /// The plan as it is.
    Plan,
    /// Four points more of industry-support coverage.
    Coverage,
    /// A tenth of infrastructure money moved to industry.
    Shift,
    /// Ten thousand more jobs outside.
    Jobs,
    /// Assets that work and share better.
    Operation,
    /// All of it together.
    Together,
}

/// A unit of planning: ten thousand yuan.
const TEN_THOUSAND_YUAN: Decimal = Decimal::from_parts(10_000, 0, 0, false, 0);

impl Example {
    /// All of them, in the order of the menu.
    pub const ALL: [Self; 6] = [
        Self::Plan,
        Self::Coverage,
        Self::Shift,
        Self::Jobs,
        Self::Operation,
        Self::Together,
    ];

    /// The name in message identifiers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Coverage => "coverage",
            Self::Shift => "shift",
            Self::Jobs => "jobs",
            Self::Operation => "operation",
            Self::Together => "together",
        }
    }

    /// The example's scenario in a region.
    pub fn scenario(self, region: &Region) -> Scenario {
        let mut scenario = Scenario::plan(region);
        self.apply(region, &mut scenario);
        scenario
    }

    fn apply(self, region: &Region, scenario: &mut Scenario) {
        let plan = |key: Fixed| region.values().fixed(key);
        // A value that a region's plan leaves no room for stays at the end of its range.
        let mut set = |key: Fixed, value: Decimal| {
            let (least, most) = Key::from(key).range();
            let fits = scenario.set(region, key.into(), value.clamp(least, most));
            debug_assert!(fits.is_ok(), "an example is within the key's range");
        };
        match self {
            Self::Plan => {}
            Self::Coverage => set(Fixed::Coverage, plan(Fixed::Coverage0) + Decimal::new(4, 2)),
            Self::Shift => {
                for level in Level::ALL {
                    let from = funds(level, Category::Infrastructure);
                    let to = funds(level, Category::Industry);
                    let tenth = plan(from) / Decimal::TEN / TEN_THOUSAND_YUAN;
                    let moved = round(tenth, 0) * TEN_THOUSAND_YUAN;
                    set(from, plan(from) - moved);
                    set(to, plan(to) + moved);
                }
            }
            Self::Jobs => set(
                Fixed::JobsOutward,
                plan(Fixed::JobsOutward) + TEN_THOUSAND_YUAN,
            ),
            Self::Operation => {
                let better = Decimal::new(5, 2);
                set(Fixed::OperatingRate, plan(Fixed::OperatingRate) + better);
                set(Fixed::BenefitShare, plan(Fixed::BenefitShare) + better);
            }
            Self::Together => {
                for example in [Self::Coverage, Self::Shift, Self::Jobs, Self::Operation] {
                    example.apply(region, scenario);
                }
            }
        }
    }
}
