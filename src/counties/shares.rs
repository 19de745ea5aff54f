//! Whole units divided by weights between floors and caps: exact, and the same every time.

/// A claim on a part of the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Its weight, at most [`MOST_CLAIM`].
    pub weight: u64,
    /// The least that it gets.
    pub floor: u64,
    /// The most that it gets.
    pub cap: u64,
}

/// The greatest weight: products with 10¹² yuan in units of 10,000 and a million claims then fit into 128 bits.
pub const MOST_CLAIM: u64 = 1_000_000_000_000_000;

/// The reason why a whole can't be divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Indivisible {
    /// The floors need more than there is.
    FloorsAbove,
    /// The caps leave some of it to nobody.
    CapsBelow,
    /// So much is left, and nobody with a weight may take it.
    WithoutWeight(u64),
}

/// Divides a whole by weights. Who would get less than its floor gets that, who would get more than its cap gets that, and
/// the others share the rest by their weights; what is left of whole units goes to the largest remainders, of equal ones
/// to the greater weight and then to the first.
///
/// # Errors
/// When floors or caps do not let it.
pub fn divide(whole: u64, claims: &[Claim]) -> Result<Vec<u64>, Indivisible> {
    // Nobody can get more than all of it.
    let bounded = |claim: &Claim| Claim {
        cap: claim.cap.min(whole),
        ..*claim
    };
    let claims: &[Claim] = &claims.iter().map(bounded).collect::<Vec<_>>();
    let sum = |of: fn(&Claim) -> u64| claims.iter().map(|claim| u128::from(of(claim))).sum();
    let (floors, caps): (u128, u128) = (sum(|claim| claim.floor), sum(|claim| claim.cap));
    if floors > u128::from(whole) {
        return Err(Indivisible::FloorsAbove);
    }
    if caps < u128::from(whole) {
        return Err(Indivisible::CapsBelow);
    }
    let mut given: Vec<Option<u64>> = vec![None; claims.len()];
    // Of the rest, what a weight of all free claims together would get: `rest` over `weights`.
    let (mut rest, mut weights) = (u128::from(whole), sum(|claim| claim.weight));
    loop {
        let free = || given.iter().zip(claims).enumerate();
        let mut free_claims = free().filter(|(_, (given, _))| given.is_none());
        if weights == 0 {
            // Claims without a weight get their floors, and no more.
            let floors: u128 = free_claims
                .map(|(_, (_, claim))| u128::from(claim.floor))
                .sum();
            if floors != rest {
                let left = u64::try_from(rest.saturating_sub(floors));
                return Err(Indivisible::WithoutWeight(left.unwrap_or(whole)));
            }
            break;
        }
        let (mut below, mut above) = (0_u128, 0_u128);
        for (_, (_, claim)) in free_claims.by_ref() {
            let due = rest * u128::from(claim.weight);
            below += (u128::from(claim.floor) * weights).saturating_sub(due);
            above += due.saturating_sub(u128::from(claim.cap) * weights);
        }
        if below == 0 && above == 0 {
            break;
        }
        // Where floors take more than caps give back, they are fixed first, and the other way round.
        let mut fixed = Vec::new();
        for (index, (own, claim)) in free() {
            if own.is_some() {
                continue;
            }
            let due = rest * u128::from(claim.weight);
            if below >= above && due < u128::from(claim.floor) * weights {
                fixed.push((index, claim.floor));
            } else if above >= below && due > u128::from(claim.cap) * weights {
                fixed.push((index, claim.cap));
            }
        }
        for (index, amount) in fixed {
            given[index] = Some(amount);
            rest -= u128::from(amount);
            weights -= u128::from(claims[index].weight);
        }
    }
    Ok(whole_units(&given, claims, (rest, weights)))
}

/// Whole units for claims that share the rest by their weights.
fn whole_units(given: &[Option<u64>], claims: &[Claim], (rest, weights): (u128, u128)) -> Vec<u64> {
    let mut units = Vec::with_capacity(claims.len());
    let mut remainders = Vec::new();
    let mut left = rest;
    for (index, (given, claim)) in given.iter().zip(claims).enumerate() {
        let amount = match given {
            Some(amount) => *amount,
            None if weights == 0 => claim.floor,
            None => {
                let due = rest * u128::from(claim.weight);
                remainders.push((due % weights, claim.weight, std::cmp::Reverse(index)));
                // No more than the cap, so that it fits.
                u64::try_from(due / weights).unwrap_or(claim.cap)
            }
        };
        if given.is_none() {
            left -= u128::from(amount);
        }
        units.push(amount);
    }
    remainders.sort_unstable_by(|own, other| other.cmp(own));
    let count = usize::try_from(left).unwrap_or(usize::MAX);
    for (_, _, index) in remainders.into_iter().take(count) {
        units[index.0] += 1;
    }
    units
}
