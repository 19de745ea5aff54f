//! The way with the fewest levers: no office signs a change of eighteen.
//!
//! Sets of levers are tried with each lever at the end of its room that helps most: every lever alone, every
//! pair, then sets grown by whichever lever helps most and made smaller where one lever can stand for two. For
//! the smallest sets the cheapest way within each is sought by linear programs, and the exact model decides.

use super::{Means, Space, missing};
use crate::analysis::search::LeverMove;

/// Sets of equal size within which the cheapest way is sought, those first that seem to cost least.
const MOST_SETS: usize = 8;
/// Levers from which sets are grown, the strongest first.
const MOST_STARTS: usize = 4;
/// Levers of a set that is grown.
const MOST_LEVERS: usize = 12;

/// A set of levers that reaches the goal, with a guess of its cost.
struct LeverSet {
    levers: Vec<usize>,
    counted: f64,
}

impl Space<'_> {
    /// The way with the fewest levers, in whole units; none where no set of levers was found that reaches the
    /// goal.
    pub(super) fn fewest(&mut self) -> Option<Vec<LeverMove>> {
        let ends = self.ends();
        let usable: Vec<usize> = (0..ends.len()).filter(|own| ends[*own].is_some()).collect();
        let ends: Vec<f64> = ends
            .iter()
            .zip(&self.from)
            .map(|(end, from)| end.unwrap_or(*from))
            .collect();
        let alone = usable.iter().map(|one| vec![*one]).collect();
        if let Some(found) = self.cheapest_of(alone, &ends) {
            return Some(found);
        }
        let pairs = usable.iter().enumerate().flat_map(|(place, one)| {
            let others = usable[place + 1..].iter();
            others.map(move |other| vec![*one, *other])
        });
        if let Some(found) = self.cheapest_of(pairs.collect(), &ends) {
            return Some(found);
        }
        let grown = self.grown(&usable, &ends)?;
        let smallest = self.smaller(grown, &usable, &ends);
        let mut sets = vec![smallest.clone()];
        // Another lever in the place of any may cost less.
        for place in 0..smallest.len() {
            for other in usable.iter().filter(|own| !smallest.contains(own)) {
                let mut set = smallest.clone();
                set[place] = *other;
                sets.push(set);
            }
        }
        self.cheapest_of(sets, &ends)
    }

    /// For each lever the end of its room that helps most alone; none where neither helps.
    fn ends(&mut self) -> Vec<Option<f64>> {
        let mut at = self.from.clone();
        let before = missing(&self.margins(&at));
        (0..at.len())
            .map(|index| {
                let lever = &self.levers[index];
                let least = lever.lowers.then_some(lever.least);
                let mut best: Option<(f64, f64)> = None;
                for end in [Some(lever.most), least].into_iter().flatten() {
                    at[index] = end;
                    let left = missing(&self.margins(&at));
                    if left < before && best.is_none_or(|(least, _)| left < least) {
                        best = Some((left, end));
                    }
                }
                at[index] = self.from[index];
                best.map(|(_, end)| end)
            })
            .collect()
    }

    /// The place with these levers at their ends, as far as there is labour for their jobs.
    fn corner(&self, levers: &[usize], ends: &[f64]) -> Vec<f64> {
        let mut at = self.from.clone();
        for index in levers {
            at[*index] = ends[*index];
        }
        self.fit_labour(&mut at);
        at
    }

    /// The shortfall that a set of levers at their ends leaves.
    fn left(&mut self, levers: &[usize], ends: &[f64]) -> f64 {
        let at = self.corner(levers, ends);
        missing(&self.margins(&at))
    }

    /// The cheapest way within any of these sets.
    fn cheapest_of(&mut self, sets: Vec<Vec<usize>>, ends: &[f64]) -> Option<Vec<LeverMove>> {
        let needed = missing(&self.margins(&self.from.clone()));
        let mut reaching: Vec<LeverSet> = Vec::new();
        for levers in sets {
            let at = self.corner(&levers, ends);
            let margins = self.margins(&at);
            if missing(&margins) > 0.0 {
                continue;
            }
            // A set that leads twice as far as it need costs half of what its ends cost, or about so.
            let over: f64 = margins.iter().copied().fold(f64::INFINITY, f64::min);
            let counted = self.counted(&at) * needed / (needed + over);
            reaching.push(LeverSet { levers, counted });
        }
        reaching.sort_by(|one, other| one.counted.total_cmp(&other.counted));
        let mut found: Vec<(f64, Vec<f64>, Means)> = Vec::new();
        for set in reaching.into_iter().take(MOST_SETS) {
            let mut uses = vec![false; self.levers.len()];
            for index in set.levers {
                uses[index] = true;
            }
            let means = Means {
                uses,
                new_money: true,
            };
            let at = self.walk(&means);
            if self.reaches(&at) {
                found.push((self.counted(&at), at, means));
            }
        }
        found.sort_by(|one, other| one.0.total_cmp(&other.0));
        let mut found = found.into_iter();
        found.find_map(|(_, at, means)| {
            let moves = self.round_to_units(at, &means);
            self.is_reached_by(&moves).then_some(moves)
        })
    }

    /// The smallest set that grows by whichever lever leaves the least missing.
    fn grown(&mut self, usable: &[usize], ends: &[f64]) -> Option<Vec<usize>> {
        let mut alone: Vec<(f64, usize)> = usable
            .iter()
            .map(|one| (self.left(&[*one], ends), *one))
            .collect();
        alone.sort_by(|one, other| one.0.total_cmp(&other.0));
        let mut smallest: Option<Vec<usize>> = None;
        for (_, first) in alone.into_iter().take(MOST_STARTS) {
            let mut set = vec![first];
            let most = smallest.as_ref().map_or(MOST_LEVERS, |set| set.len() - 1);
            while set.len() < most {
                let mut best: Option<(f64, usize)> = None;
                for next in usable.iter().filter(|own| !set.contains(own)) {
                    let mut more = set.clone();
                    more.push(*next);
                    let left = self.left(&more, ends);
                    if best.is_none_or(|(least, _)| left < least) {
                        best = Some((left, *next));
                    }
                }
                let Some((left, next)) = best else { break };
                set.push(next);
                if left <= 0.0 {
                    smallest = Some(set);
                    break;
                }
            }
        }
        smallest
    }

    /// The set with one lever in the place of two, for as long as there is one.
    fn smaller(&mut self, mut set: Vec<usize>, usable: &[usize], ends: &[f64]) -> Vec<usize> {
        'smaller: while set.len() > 2 {
            for one in 0..set.len() {
                for other in 0..one {
                    let rest = set.iter().enumerate();
                    let rest = rest.filter(|(place, _)| *place != one && *place != other);
                    let rest: Vec<usize> = rest.map(|(_, lever)| *lever).collect();
                    for next in usable.iter().filter(|own| !rest.contains(own)) {
                        let mut fewer = rest.clone();
                        fewer.push(*next);
                        if self.left(&fewer, ends) <= 0.0 {
                            set = fewer;
                            continue 'smaller;
                        }
                    }
                }
            }
            break;
        }
        set
    }
}
