//! The ranges that assumptions are moved over, the same for draws and bars: the region's plausible
//! ones, and the user's in their place. A value of the user's outside its range widens it.

use crate::floating::Layout;
use crate::problem::Problem;
use crate::region::Region;
use crate::region::key::{Group, Key};
use crate::scenario::Scenario;
use crate::scenario::input_distributions::{DistributionShape, InputDistribution};

/// Every range, in the order of the keys.
pub fn ranges(
    region: &Region,
    scenario: &Scenario,
    own: &[InputDistribution],
) -> Vec<InputDistribution> {
    let layout = Layout::of(region.values(), region.years);
    let drawn = region
        .parameters
        .iter()
        .filter(|(key, _)| layout.slot(**key).is_some());
    drawn
        .filter_map(|(key, figure)| {
            let value = scenario.value(region, *key)?;
            let own = own
                .iter()
                .find(|distribution| distribution.key == *key)
                .copied();
            let regions = figure.range.map(|(least, most)| InputDistribution {
                key: *key,
                least,
                most,
                shape: DistributionShape::Pert,
            });
            Some(own.or(regions)?.holding(value))
        })
        .collect()
}

/// The user's own ranges that don't hold the value in use, each with the one that takes its place.
pub fn widened(
    region: &Region,
    scenario: &Scenario,
    own: &[InputDistribution],
) -> Vec<(InputDistribution, InputDistribution)> {
    let used = own.iter().filter_map(|distribution| {
        let value = scenario.value(region, distribution.key)?;
        Some((*distribution, distribution.holding(value)))
    });
    used.filter(|(own, used)| own != used && own.shape != DistributionShape::Fixed)
        .collect()
}

/// Faults of ranges, each by its key.
pub fn faults(region: &Region, scenario: &Scenario, ranges: &[InputDistribution]) -> Vec<Problem> {
    let value = |key: Key| scenario.value(region, key).unwrap_or_default();
    let checked = ranges.iter();
    checked
        .filter_map(|distribution| distribution.check(value(distribution.key)).err())
        .collect()
}

/// True where a key can move an income: benchmarks and the people at risk can't.
pub fn moves_incomes(key: Key) -> bool {
    !matches!(key.group(), Group::Benchmarks | Group::Risk)
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;
    use crate::region::key::Fixed;

    fn decimal(text: &str) -> Decimal {
        Decimal::from_str_exact(text).expect("a decimal")
    }

    fn own(least: &str, most: &str, shape: DistributionShape) -> InputDistribution {
        InputDistribution {
            key: Fixed::AssetReturn.into(),
            least: decimal(least),
            most: decimal(most),
            shape,
        }
    }

    #[test]
    fn a_range_of_ones_own_that_does_not_hold_the_value_is_widened_and_reported() {
        let region = crate::region::tests::region();
        let mut scenario = Scenario::default();
        let key = Fixed::AssetReturn.into();
        let set = scenario.set(&region, key, decimal("0.14"));
        set.expect("in range");
        let used = |own: InputDistribution| {
            let all = ranges(&region, &scenario, &[own]);
            let found = all.iter().find(|distribution| distribution.key == key);
            *found.expect("drawn")
        };
        let mine = own("0.04", "0.12", DistributionShape::Pert);
        let wide = own("0.04", "0.14", DistributionShape::Pert);
        assert_eq!(used(mine), wide);
        assert_eq!(widened(&region, &scenario, &[mine]), [(mine, wide)]);
        assert!(faults(&region, &scenario, &ranges(&region, &scenario, &[mine])).is_empty());
        // Values that are all alike need no likeliest one among them.
        let even = own("0.04", "0.12", DistributionShape::Uniform);
        assert_eq!(used(even), even);
        // What is not drawn has no range that could be too narrow.
        let fixed = own("0.04", "0.12", DistributionShape::Fixed);
        for distribution in [even, fixed, own("0.04", "0.2", DistributionShape::Pert)] {
            assert!(widened(&region, &scenario, &[distribution]).is_empty());
        }
        // Without a range of one's own the region's is widened as well.
        let all = ranges(&region, &scenario, &[]);
        let found = all.iter().find(|distribution| distribution.key == key);
        assert_eq!(
            found.map(|distribution| distribution.most),
            Some(decimal("0.15"))
        );
    }
}
