//! The known income keeps its published total. Its components are parts of one published sum, so that
//! whoever moves one of them, a bar, a row of the register or a draw, moves the others along.

use std::ops::{Add, Div, Mul, Sub};

use rust_decimal::Decimal;

use crate::number::MOST_PLACES;
use crate::region::key::{Component, Key, income0};
use crate::region::{Region, Status};
use crate::scenario::Scenario;

/// The component of the known income that a key gives, if it gives one.
pub fn component_of(key: Key) -> Option<Component> {
    let is_given_by = |component: &Component| Key::from(income0(*component)) == key;
    Component::ALL.into_iter().find(is_given_by)
}

/// Flags of the components that are published themselves: they stay where others give way.
pub fn published(region: &Region) -> [bool; Component::ALL.len()] {
    Component::ALL.map(|component| {
        let figure = region.parameters.get(&income0(component).into());
        figure.is_some_and(|figure| figure.status == Status::Source)
    })
}

/// Scales the parts that don't stay, so that all parts add up to the total; whether that can be had.
pub fn rescale<N>(
    parts: &mut [N; Component::ALL.len()],
    stays: [bool; Component::ALL.len()],
    total: N,
) -> bool
where
    N: Copy
        + Default
        + PartialOrd
        + Add<Output = N>
        + Sub<Output = N>
        + Mul<Output = N>
        + Div<Output = N>,
{
    let (mut room, mut sum, mut last) = (total, N::default(), None);
    for (place, part) in parts.iter().enumerate() {
        if stays[place] {
            room = room - *part;
        } else {
            sum = sum + *part;
            last = Some(place);
        }
    }
    let Some(last) = last.filter(|_| sum > N::default() && room >= N::default()) else {
        return false;
    };
    let mut left = room;
    for (place, part) in parts.iter_mut().enumerate() {
        if !stays[place] && place != last {
            *part = *part * room / sum;
            left = left - *part;
        }
    }
    // The last one takes what is left, so that no digit of the total is lost.
    parts[last] = left;
    true
}

/// The scenario with a value moved; a component of the known income moves the others that are assumed
/// along. None where the value can't stand beside the others.
pub fn moved(region: &Region, scenario: &Scenario, key: Key, value: Decimal) -> Option<Scenario> {
    let mut changed = scenario.clone();
    changed.set(region, key, value).ok()?;
    let Some(component) = component_of(key) else {
        return Some(changed);
    };
    let values = |of: &Scenario| {
        Component::ALL.map(|part| of.value(region, income0(part).into()).unwrap_or_default())
    };
    let total: Decimal = values(scenario).into_iter().sum();
    let mut stays = published(region);
    stays[component as usize] = true;
    let mut parts = values(&changed);
    if !rescale(&mut parts, stays, total) {
        return None;
    }
    // A key takes so many decimals and no more; what that leaves open the last one that gives way takes.
    let mut parts = parts.map(|part| part.round_dp(MOST_PLACES));
    let open = total - parts.iter().sum::<Decimal>();
    let gives = stays.iter().rposition(|stays| !stays)?;
    parts[gives] += open;
    for (part, value) in Component::ALL.into_iter().zip(parts) {
        changed.set(region, income0(part).into(), value).ok()?;
    }
    Some(changed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::region::tests::region;

    fn decimal(text: &str) -> Decimal {
        Decimal::from_str_exact(text).expect("a decimal")
    }

    #[test]
    fn what_moves_one_component_moves_the_other_assumed_ones() {
        let region = region();
        let key = Key::from(income0(Component::Wage));
        let changed = moved(&region, &Scenario::default(), key, decimal("5450"));
        let changed = changed.expect("there is room");
        let of = |component| {
            let value = changed.value(&region, income0(component).into());
            value.expect("a value")
        };
        assert_eq!(of(Component::Wage), decimal("5450"));
        // Published beside the total.
        assert_eq!(of(Component::Operating), decimal("1506"));
        // 10,905 − 5,450 − 1,506 = 3,949 in the ratio 436.20 : 1,558.30.
        let property = decimal("436.20") * decimal("3949") / decimal("1994.50");
        assert_eq!(of(Component::Property), property.round_dp(12));
        let sum: Decimal = Component::ALL.into_iter().map(of).sum();
        assert_eq!(sum, decimal("10905"));
        let income = |scenario: &Scenario| scenario.project(&region).base_income;
        assert_eq!(income(&changed), income(&Scenario::default()));
    }

    #[test]
    fn another_key_moves_alone_and_more_than_the_total_can_not_stand() {
        let region = region();
        let plan = Scenario::default();
        let key = crate::region::key::Fixed::Clawback.into();
        let changed = moved(&region, &plan, key, decimal("0.2")).expect("in range");
        assert_eq!(
            changed.entries().collect::<Vec<_>>(),
            [(key, decimal("0.2"))]
        );
        let wage = income0(Component::Wage).into();
        assert_eq!(moved(&region, &plan, wage, decimal("9400")), None);
    }

    #[test]
    fn nothing_to_scale_leaves_all_as_it_is() {
        let mut parts = [0.0, 5.0, 0.0, 0.0];
        assert!(!rescale(&mut parts, [false, true, false, false], 10.0));
        assert_eq!(parts, [0.0, 5.0, 0.0, 0.0]);
        let mut parts = [2.0, 5.0, 1.0, 1.0];
        assert!(rescale(&mut parts, [false, true, false, false], 13.0));
        assert_eq!(parts, [4.0, 5.0, 2.0, 2.0]);
    }
}
