//! Money divided among counties by factors (因素法): the people concerned, their income and policy, times the appraisal.
//!
//! A county's weight is `appraisal × (w₁ · people + w₂ · people ÷ income + w₃ · people × policy)`, each of the three as the
//! county's part of all. Without floors and caps it gets its weight's part of the money.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::check::CheckedCounties;
use super::index::{CountyIndex, NameFault};
use super::own_figures::{ProjectionGap, people_and_income};
use super::settings::{CountySettings, CountyTerms, DivisionSettings, Factor};
use super::shares::{Claim, Indivisible, MOST_CLAIM, divide};
use super::wan_amount;
use crate::number::{Share, Yuan, round};

/// A county's part of the money.
#[derive(Clone, Debug, PartialEq)]
pub struct DividedPart {
    /// Its row in the table.
    pub row: usize,
    /// Its parts of the three factors.
    pub factors: [Share; Factor::ALL.len()],
    /// The factor of its appraisal.
    pub appraisal: Decimal,
    /// Its weight as a part of all weights.
    pub weight: Share,
    /// Its money, in 10,000 yuan.
    pub wan: u64,
    /// The limit that holds it, if one does.
    pub limit: Option<MoneyLimit>,
}

impl DividedPart {
    /// Its money.
    pub fn amount(&self) -> Yuan {
        wan_amount(self.wan)
    }
}

/// A limit of a county's money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoneyLimit {
    /// The floor.
    Floor,
    /// The cap.
    Cap,
}

/// A division.
#[derive(Clone, Debug, PartialEq)]
pub struct Division {
    /// The money, in 10,000 yuan.
    pub wan: u64,
    /// The parts, in the table's order; their sum is the money.
    pub parts: Vec<DividedPart>,
    /// The rows without a part, and why.
    pub without: Vec<(usize, ProjectionGap)>,
}

/// A reason why money can't be divided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DivisionRefusal {
    /// No county can have a part.
    Nobody,
    /// Terms of counties that are not in the table.
    UnknownCounties(Vec<String>),
    /// Terms under a name that several counties may bear, by row.
    AmbiguousCounties(Vec<(String, Vec<usize>)>),
    /// Two terms of one county: its row, and the name of the second.
    TermsTwice(Vec<(usize, String)>),
    /// Money is left, and who could still take some has no weight: the money in 10,000 yuan.
    WithoutWeight(u64),
    /// Terms of counties that can't have a part, by row.
    WithoutPart(Vec<usize>),
    /// Rows whose floor is above their cap, with both, in 10,000 yuan.
    Crossed(Vec<(usize, u64, u64)>),
    /// Floors above the money: each row's with its sum, in 10,000 yuan.
    FloorsAbove {
        /// The rows with their floors.
        floors: Vec<(usize, u64)>,
        /// Their sum.
        sum: u64,
    },
    /// Caps below the money: each row's with its sum, in 10,000 yuan.
    CapsBelow {
        /// The rows with their caps.
        caps: Vec<(usize, u64)>,
        /// Their sum.
        sum: u64,
    },
}

/// A county that takes part, with its terms.
struct Taker<'a> {
    row: usize,
    people: Decimal,
    income: Decimal,
    terms: Option<&'a CountyTerms>,
}

impl Taker<'_> {
    fn policy(&self) -> Decimal {
        self.terms.map_or(Decimal::ONE, |terms| terms.policy)
    }

    fn appraisal(&self) -> Decimal {
        self.terms.map_or(Decimal::ONE, |terms| terms.appraisal)
    }

    fn floor(&self, all: &DivisionSettings) -> u64 {
        let own = self.terms.and_then(|terms| terms.floor);
        own.or(all.floor).unwrap_or(0)
    }

    fn cap(&self, all: &DivisionSettings) -> Option<u64> {
        self.terms.and_then(|terms| terms.cap).or(all.cap)
    }
}

impl Division {
    /// Divides money, in 10,000 yuan.
    ///
    /// # Errors
    /// The reason why it can't be divided, by county.
    pub fn of(
        checked: &CheckedCounties<'_>,
        settings: &CountySettings,
        wan: u64,
    ) -> Result<Self, DivisionRefusal> {
        let own = &settings.division;
        let mut terms = vec![None; checked.rows.len()];
        let index = CountyIndex::of(checked.rows);
        let (mut unknown, mut ambiguous, mut twice) = (Vec::new(), Vec::new(), Vec::new());
        for (name, own) in &own.counties {
            match index.of_name(name) {
                Ok(row) if terms[row].is_some() => twice.push((row, name.clone())),
                Ok(row) => terms[row] = Some(own),
                Err(NameFault::Unknown) => unknown.push(name.clone()),
                Err(NameFault::Ambiguous(rows)) => ambiguous.push((name.clone(), rows)),
            }
        }
        if !unknown.is_empty() {
            return Err(DivisionRefusal::UnknownCounties(unknown));
        }
        if !ambiguous.is_empty() {
            return Err(DivisionRefusal::AmbiguousCounties(ambiguous));
        }
        if !twice.is_empty() {
            return Err(DivisionRefusal::TermsTwice(twice));
        }
        let (mut takers, mut without) = (Vec::new(), Vec::new());
        for (index, row) in checked.rows.iter().enumerate() {
            match people_and_income(checked, (index, row)) {
                Ok((people, income)) => takers.push(Taker {
                    row: index,
                    people,
                    income,
                    terms: terms[index],
                }),
                Err(gap) => without.push((index, gap)),
            }
        }
        let unmet = without.iter().filter(|(row, _)| terms[*row].is_some());
        let unmet: Vec<usize> = unmet.map(|(row, _)| *row).collect();
        if !unmet.is_empty() {
            return Err(DivisionRefusal::WithoutPart(unmet));
        }
        let parts = parts(&takers, own, wan)?;
        Ok(Self {
            wan,
            parts,
            without,
        })
    }
}

fn parts(
    takers: &[Taker<'_>],
    own: &DivisionSettings,
    wan: u64,
) -> Result<Vec<DividedPart>, DivisionRefusal> {
    let factors = takers.iter().map(|taker| {
        let people = taker.people;
        [people, people / taker.income, people * taker.policy()]
    });
    let factors: Vec<[Decimal; Factor::ALL.len()]> = factors.collect();
    let sums = Factor::ALL
        .map(|factor| -> Decimal { factors.iter().map(|factors| factors[factor as usize]).sum() });
    let of_all = |factors: &[Decimal; Factor::ALL.len()]| {
        Factor::ALL.map(|factor| {
            let part = factors[factor as usize].checked_div(sums[factor as usize]);
            part.unwrap_or_default()
        })
    };
    let factors: Vec<_> = factors.iter().map(of_all).collect();
    let weight = |(taker, factors): (&Taker<'_>, &[Decimal; Factor::ALL.len()])| {
        let factors = factors.iter().zip(own.weights);
        let sum: Decimal = factors.map(|(factor, weight)| *factor * weight).sum();
        sum * taker.appraisal()
    };
    let weights: Vec<Decimal> = takers.iter().zip(&factors).map(weight).collect();
    let (most, all) = (weights.iter().max(), weights.iter().sum::<Decimal>());
    let Some(most) = most.copied().filter(|most| !most.is_zero()) else {
        return Err(DivisionRefusal::Nobody);
    };
    let claim = |(taker, weight): (&Taker<'_>, &Decimal)| Claim {
        // The greatest weight is the greatest claim; the others are rounded to one part in 10¹⁵ of it.
        weight: round(*weight / most * Decimal::from(MOST_CLAIM), 0)
            .to_u64()
            .unwrap_or(0),
        floor: taker.floor(own),
        cap: taker.cap(own).unwrap_or(wan),
    };
    let claims: Vec<Claim> = takers.iter().zip(&weights).map(claim).collect();
    let amounts = divided(takers, own, wan, &claims)?;
    let lines = takers.iter().zip(factors).zip(weights).zip(amounts);
    Ok(lines
        .map(|(((taker, factors), weight), wan)| DividedPart {
            row: taker.row,
            factors: factors.map(Share),
            appraisal: taker.appraisal(),
            weight: Share(weight / all),
            wan,
            limit: match (taker.floor(own), taker.cap(own)) {
                (floor, _) if floor > 0 && wan == floor => Some(MoneyLimit::Floor),
                (_, Some(cap)) if wan == cap => Some(MoneyLimit::Cap),
                _ => None,
            },
        })
        .collect())
}

fn divided(
    takers: &[Taker<'_>],
    own: &DivisionSettings,
    wan: u64,
    claims: &[Claim],
) -> Result<Vec<u64>, DivisionRefusal> {
    let crossed: Vec<(usize, u64, u64)> = takers
        .iter()
        .filter_map(|taker| Some((taker.row, taker.floor(own), taker.cap(own)?)))
        .filter(|(_, floor, cap)| floor > cap)
        .collect();
    if !crossed.is_empty() {
        return Err(DivisionRefusal::Crossed(crossed));
    }
    let sum = |limits: &[(usize, u64)]| {
        let limits = limits.iter();
        limits.fold(0_u64, |sum, (_, limit)| sum.saturating_add(*limit))
    };
    divide(wan, claims).map_err(|why| match why {
        Indivisible::FloorsAbove => {
            let floors = takers.iter().map(|taker| (taker.row, taker.floor(own)));
            let floors: Vec<_> = floors.filter(|(_, floor)| *floor > 0).collect();
            DivisionRefusal::FloorsAbove {
                sum: sum(&floors),
                floors,
            }
        }
        Indivisible::WithoutWeight(left) => DivisionRefusal::WithoutWeight(left),
        Indivisible::CapsBelow => {
            let caps = takers
                .iter()
                .filter_map(|taker| Some((taker.row, taker.cap(own)?)));
            let caps: Vec<_> = caps.collect();
            DivisionRefusal::CapsBelow {
                sum: sum(&caps),
                caps,
            }
        }
    })
}
