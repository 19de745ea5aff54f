//! A guarantee's lines: what is wrong with them is said by row and is in no sum.

use std::collections::HashMap;

use super::{
    CheckedGuarantee, Guarantee, GuaranteeEntry, GuaranteeFault, GuaranteeLine, GuaranteePlace,
    NeededMoney, ProblemCount,
};
use crate::counties::check::CheckedCounties;
use crate::counties::index::{CountyIndex, NameFault};
use crate::counties::name::CountyName;

/// A guarantee with its lines, and its faults.
pub(super) fn checked(
    guarantee: Guarantee,
    entry: &GuaranteeEntry,
    checked: &CheckedCounties<'_>,
) -> (CheckedGuarantee, Vec<GuaranteeFault>) {
    let mut faults = names(guarantee, entry, checked);
    let is_apart = |county: usize, faults: &[GuaranteeFault]| {
        faults.iter().any(|fault| match fault {
            // Nobody knows which of the two holds.
            GuaranteeFault::Twice {
                county: own,
                earlier,
                ..
            } => *own == county || *earlier == county,
            GuaranteeFault::UnknownCounty { county: own, .. } => *own == county,
            _ => false,
        })
    };
    let mut lines = Vec::new();
    for (index, county) in entry.counties.iter().enumerate() {
        let cost = county.unit_cost.or(entry.unit_cost);
        let line = GuaranteeLine::of(GuaranteePlace::County(index), county.count, cost);
        lines.push(match is_apart(index, &faults) {
            true => line.apart(),
            false => line,
        });
    }
    let sum = |of: fn(&ProblemCount) -> Option<u64>| {
        let mut counts = entry.counties.iter().map(|county| of(&county.count));
        counts.try_fold(0_u64, |sum, own| sum.checked_add(own?))
    };
    let counties = ProblemCount {
        found: sum(|count| count.found),
        solved: sum(|count| count.solved),
    };
    match (entry.counties.is_empty(), entry.whole.is_blank()) {
        (true, _) => {
            let line = GuaranteeLine::of(GuaranteePlace::Whole, entry.whole, entry.unit_cost);
            lines.push(line);
        }
        (false, true) => {}
        (false, false) => {
            if let Some(rest) = rest(guarantee, entry, counties, &mut faults) {
                lines.push(rest);
            }
        }
    }
    for line in &lines {
        if let (Some(found), Some(solved)) = (line.count.found, line.count.solved)
            && solved > found
        {
            faults.push(GuaranteeFault::SolvedAbove {
                guarantee,
                place: line.place,
                found,
                solved,
            });
        }
    }
    let mut money = NeededMoney::default();
    for line in &lines {
        money.add(line.money);
    }
    let count = ProblemCount {
        found: entry.whole.found.or(counties.found),
        solved: entry.whole.solved.or(counties.solved),
    };
    let own = CheckedGuarantee {
        guarantee,
        source: entry.source,
        lines,
        count,
        money,
    };
    (own, faults)
}

/// The region without its counties; none where nothing is left.
fn rest(
    guarantee: Guarantee,
    entry: &GuaranteeEntry,
    counties: ProblemCount,
    faults: &mut Vec<GuaranteeFault>,
) -> Option<GuaranteeLine> {
    let mut is_faulty = false;
    let mut left = |whole: Option<u64>, sum: Option<u64>, is_solved: bool| {
        let (whole, sum) = (whole?, sum?);
        let left = whole.checked_sub(sum);
        if left.is_none() {
            is_faulty = true;
            faults.push(GuaranteeFault::AboveRegion {
                guarantee,
                is_solved,
                sum,
                whole,
            });
        }
        left
    };
    let count = ProblemCount {
        found: left(entry.whole.found, counties.found, false),
        solved: left(entry.whole.solved, counties.solved, true),
    };
    let line = GuaranteeLine::of(GuaranteePlace::Rest, count, entry.unit_cost);
    let is_nothing = count.found == Some(0) && count.solved.unwrap_or(0) == 0;
    match (is_faulty, is_nothing) {
        (true, _) => Some(line.apart()),
        (false, true) => None,
        (false, false) => Some(line),
    }
}

/// Counties entered twice, and those that the region's table does not have, where it has any.
fn names(
    guarantee: Guarantee,
    entry: &GuaranteeEntry,
    checked: &CheckedCounties<'_>,
) -> Vec<GuaranteeFault> {
    let index = (!checked.rows.is_empty()).then(|| CountyIndex::of(checked.rows));
    let names: Vec<CountyName> = entry
        .counties
        .iter()
        .map(|county| CountyName::of(&county.name))
        .collect();
    let mut faults = Vec::new();
    let mut by_stem: HashMap<&str, Vec<usize>> = HashMap::new();
    for (county, name) in names.iter().enumerate() {
        let alike = by_stem.entry(&name.stem).or_default();
        let earlier = alike.iter().find(|own| names[**own].may_be(name)).copied();
        alike.push(county);
        if let Some(earlier) = earlier {
            faults.push(GuaranteeFault::Twice {
                guarantee,
                county,
                earlier,
            });
        }
        let known = index
            .as_ref()
            .map(|index| index.of_name(&entry.counties[county].name));
        if known == Some(Err(NameFault::Unknown)) {
            faults.push(GuaranteeFault::UnknownCounty { guarantee, county });
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;
    use crate::counties::guarantees::CountyProblems;

    fn county(name: &str, found: u64, solved: u64) -> CountyProblems {
        CountyProblems {
            name: name.to_owned(),
            count: ProblemCount {
                found: Some(found),
                solved: Some(solved),
            },
            unit_cost: None,
        }
    }

    fn water(
        found: Option<u64>,
        solved: Option<u64>,
        counties: &[CountyProblems],
    ) -> GuaranteeEntry {
        GuaranteeEntry {
            whole: ProblemCount { found, solved },
            unit_cost: Some(Decimal::from(30_000)),
            counties: counties.to_vec(),
            ..GuaranteeEntry::default()
        }
    }

    fn of(entry: &GuaranteeEntry) -> (CheckedGuarantee, Vec<GuaranteeFault>) {
        checked(Guarantee::Water, entry, &CheckedCounties::rows_alone(&[]))
    }

    #[test]
    fn what_is_left_costs_its_unit_cost() {
        let (own, faults) = of(&water(Some(120), Some(100), &[]));
        assert_eq!(
            (own.money.whole(), faults),
            (Some(Decimal::from(600_000)), vec![])
        );
        // Counties first, then the rest: 5, 3 and 12 of 20 left.
        let counties = [county("甲县", 20, 15), county("乙县", 10, 7)];
        let (own, faults) = of(&water(Some(120), Some(100), &counties));
        let each: Vec<_> = own.lines.iter().map(|line| line.count.left()).collect();
        assert_eq!(each, [Some(5), Some(3), Some(12)]);
        assert_eq!(
            (own.money.whole(), faults),
            (Some(Decimal::from(600_000)), vec![])
        );
        // Without the region's own number the counties are all that is known.
        let (own, _) = of(&water(None, None, &counties));
        assert_eq!(own.count.found, Some(30));
        assert_eq!(own.money.whole(), Some(Decimal::from(240_000)));
    }

    #[test]
    fn unknown_is_not_nought() {
        let mut entry = water(Some(120), None, &[]);
        assert_eq!(
            of(&entry).0.money,
            NeededMoney {
                known: Decimal::ZERO,
                unknown: 1
            }
        );
        entry = water(Some(120), Some(100), &[]);
        entry.unit_cost = None;
        assert_eq!(of(&entry).0.money.whole(), None);
        // All are put right: no cost is needed to know that nothing is.
        entry.whole.solved = Some(120);
        assert_eq!(of(&entry).0.money.whole(), Some(Decimal::ZERO));
        entry = water(Some(0), None, &[]);
        assert_eq!(of(&entry).0.money.whole(), Some(Decimal::ZERO));
    }

    #[test]
    fn what_contradicts_itself_is_said_by_row_and_in_no_sum() {
        let counties = [
            county("张北", 20, 15),
            county("张北县", 20, 15),
            county("甲县", 10, 11),
        ];
        let (own, faults) = of(&water(Some(40), Some(50), &counties));
        assert_eq!(
            own.money,
            NeededMoney {
                known: Decimal::ZERO,
                unknown: 4
            }
        );
        let guarantee = Guarantee::Water;
        assert_eq!(
            faults,
            [
                GuaranteeFault::Twice {
                    guarantee,
                    county: 1,
                    earlier: 0
                },
                GuaranteeFault::AboveRegion {
                    guarantee,
                    is_solved: false,
                    sum: 50,
                    whole: 40
                },
                GuaranteeFault::SolvedAbove {
                    guarantee,
                    place: GuaranteePlace::County(2),
                    found: 10,
                    solved: 11,
                },
            ]
        );
    }
}
