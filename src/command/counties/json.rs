//! The overview as JSON: decimal strings, money a head with two digits, shares with four.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::work::{self, plain};
use crate::counties::check::CountyFault;
use crate::counties::divide::{Division, MoneyLimit};
use crate::counties::effect::MoneyEffect;
use crate::counties::goals::{GoalPace, goals};
use crate::counties::indicator::{Indicator, RateGap};
use crate::counties::league::{Lamp, LeagueLine};
use crate::counties::overview::CountyOverview;
use crate::counties::project::{ProjectionGap, StandIn, YearPair};
use crate::counties::settings::Factor;
use crate::i18n::Catalog;
use crate::number::{MONEY_PLACES, Share, YuanPerPerson, round};
use crate::region::key::Year;

/// The overview as indented JSON.
pub fn write(of: &CountyOverview<'_>, words: &Catalog) -> String {
    let report = Report { of, words };
    let whole = json!({
        "region": of.region.id,
        "region_version": of.region.version,
        "as_of": of.league.days().map(|(first, last)| [first.to_string(), last.to_string()]),
        "settings": of.settings,
        "faults": of.checked.faults.iter().map(|it| report.fault(it)).collect::<Vec<_>>(),
        "incomes": report.incomes(),
        "league": report.league(),
        "division": of.division.as_ref().map(|(division, effects)| report.division(division, effects)),
        "guarantees": work::checklist(of, words),
        "campaigns": work::campaigns(of, words),
    });
    // Texts and numbers: nothing that JSON could not hold.
    let mut text = serde_json::to_string_pretty(&whole).unwrap_or_default();
    text.push('\n');
    text
}

struct Report<'a> {
    of: &'a CountyOverview<'a>,
    words: &'a Catalog,
}

fn money(amount: YuanPerPerson) -> String {
    amount.to_string()
}

fn share(share: Share) -> String {
    share.to_string()
}

/// An object with the row's number, from 1, its name and more.
fn of_row(of: &CountyOverview<'_>, row: usize, more: Value) -> Value {
    let mut object = Map::new();
    object.insert("row".to_owned(), json!(row + 1));
    object.insert("name".to_owned(), json!(of.checked.rows[row].name));
    if let Value::Object(more) = more {
        object.extend(more);
    }
    Value::Object(object)
}

fn pair(year: Year, pair: &YearPair) -> Value {
    json!({"year": year, "plan": money(pair.plan), "scenario": money(pair.scenario)})
}

impl Report<'_> {
    fn fault(&self, fault: &CountyFault) -> Value {
        let (kind, row) = match fault {
            CountyFault::Twice { row, .. } => ("twice", Some(*row)),
            CountyFault::Nobody { row } => ("nobody", Some(*row)),
            CountyFault::Impossible { row, .. } => ("impossible", Some(*row)),
            CountyFault::AboveWhole { row, .. } => ("above_whole", Some(*row)),
            CountyFault::Leap { row, .. } => ("leap", Some(*row)),
            CountyFault::AboveCity { .. } => ("above_city", None),
        };
        let text = self.words.county_fault(self.of.checked.rows, fault);
        let more = json!({"kind": kind, "text": text});
        match row {
            Some(row) => of_row(self.of, row, more),
            None => more,
        }
    }

    fn incomes(&self) -> Value {
        let Some(incomes) = &self.of.incomes else {
            return Value::Null;
        };
        let counties = incomes.counties.iter().map(|county| {
            let years = incomes.years.iter().zip(&county.years);
            let years: Vec<Value> = years.map(|(year, it)| pair(*year, it)).collect();
            let stand_ins = county.stand_ins.iter().map(|one| stand_in(*one));
            let more = json!({
                "people": plain(county.people),
                "known": money(county.known),
                "years": years,
                "stand_ins": stand_ins.collect::<Vec<_>>(),
            });
            of_row(self.of, county.row, more)
        });
        let without = incomes.without.iter();
        let without =
            without.map(|(row, gap)| of_row(self.of, *row, json!({"why": no_income(*gap)})));
        let against = incomes.against.iter().map(|against| {
            json!({
                "year": against.year,
                "counties": against.counties.map(money),
                "city": money(against.city),
                "difference": against.difference().map(money),
                "rest": against.rest.map(money),
            })
        });
        json!({
            "counties": counties.collect::<Vec<_>>(),
            "without": without.collect::<Vec<_>>(),
            "city_people": plain(incomes.city_people),
            "reported_people": plain(incomes.reported_people),
            "rest_people": plain(incomes.rest_people()),
            "against": against.collect::<Vec<_>>(),
        })
    }

    fn league(&self) -> Value {
        let league = &self.of.league;
        let together = by_indicator(|one| json!(league.together[one as usize].map(share)));
        let unreported = league.unreported.iter().map(|one| one.name());
        json!({
            "lines": league.lines.iter().map(|line| self.line(line)).collect::<Vec<_>>(),
            "weights": by_indicator(|one| plain(self.of.settings.weights[one as usize])),
            "together": together,
            "unreported": unreported.collect::<Vec<_>>(),
        })
    }

    fn line(&self, line: &LeagueLine) -> Value {
        let indicator = |one: Indicator| {
            let rate = match line.rates[one as usize] {
                Ok(rate) => rate,
                Err(gap) => return json!({"gap": no_rate(gap)}),
            };
            json!({
                "numerator": plain(rate.numerator),
                "denominator": plain(rate.denominator),
                "share": share(rate.share),
                "small": rate.is_small,
                "rank": line.ranks[one as usize],
                "points": line.points[one as usize].map(|it| round(it, MONEY_PLACES).to_string()),
                "lamp": line.lamps[one as usize].map(lamp),
            })
        };
        let mut by_goal = Map::new();
        for goal in goals(line, self.of.settings) {
            let mut said = Map::new();
            said.insert("goal".to_owned(), json!(share(goal.goal)));
            let (pace, amount, months) = match goal.pace {
                GoalPace::Reached => ("reached", None, None),
                GoalPace::Monthly { amount, months } => ("monthly", Some(amount), Some(months)),
                GoalPace::TooLate { missing } => ("too_late", Some(missing), None),
                GoalPace::NoDay { missing } => ("no_day", Some(missing), None),
            };
            let amount = amount.map(|it| round(it, MONEY_PLACES).to_string());
            said.insert("pace".to_owned(), json!(pace));
            said.insert("amount".to_owned(), json!(amount));
            said.insert("months".to_owned(), json!(months));
            by_goal.insert(goal.indicator.name().to_owned(), Value::Object(said));
        }
        let change = line.change.map(
            |change| json!({"places": change.places, "composite": change.composite.to_string()}),
        );
        let more = json!({
            "day": line.day.map(|day| day.to_string()),
            "rank": line.rank,
            "composite": line.composite.map(|it| it.to_string()),
            "change": change,
            "scheduled": line.scheduled.map(share),
            "lead": line.lead().map(share),
            "missing": line.missing.iter().map(|one| one.name()).collect::<Vec<_>>(),
            "indicators": by_indicator(indicator),
            "goals": by_goal,
        });
        of_row(self.of, line.row, more)
    }

    fn division(&self, division: &Division, effects: &[MoneyEffect]) -> Value {
        let parts = division.parts.iter().map(|part| {
            let mut factors = Map::new();
            for factor in Factor::ALL {
                let own = share(part.factors[factor as usize]);
                factors.insert(factor.name().to_owned(), json!(own));
            }
            let effect = effects.iter().find(|effect| effect.row == part.row);
            let years = self.of.incomes.iter().flat_map(|incomes| &incomes.years);
            let years = effect.map(|effect| {
                let years = years.zip(&effect.years);
                let one = years.map(|(year, it)| {
                    json!({"year": year, "before": money(it.before), "after": money(it.after)})
                });
                one.collect::<Vec<_>>()
            });
            let limit = part.limit.map(|limit| match limit {
                MoneyLimit::Floor => "floor",
                MoneyLimit::Cap => "cap",
            });
            let more = json!({
                "factors": factors,
                "appraisal": plain(part.appraisal),
                "weight": share(part.weight),
                "amount": plain(part.amount().exact()),
                "limit": limit,
                "present": effect.map(|effect| plain(effect.present.rounded())),
                "after": effect.map(|effect| plain(effect.after.rounded())),
                "years": years,
            });
            of_row(self.of, part.row, more)
        });
        let without = division.without.iter();
        let without =
            without.map(|(row, gap)| of_row(self.of, *row, json!({"why": no_income(*gap)})));
        let amount: crate::number::Yuan = division.parts.iter().map(|it| it.amount()).sum();
        json!({
            "amount": plain(amount.exact()),
            "parts": parts.collect::<Vec<_>>(),
            "without": without.collect::<Vec<_>>(),
        })
    }
}

/// A value for each indicator by its name.
fn by_indicator<T: Serialize>(of: impl Fn(Indicator) -> T) -> Map<String, Value> {
    let all = Indicator::ALL.into_iter();
    all.map(|one| (one.name().to_owned(), json!(of(one))))
        .collect()
}

fn lamp(lamp: Lamp) -> &'static str {
    match lamp {
        Lamp::Green => "green",
        Lamp::Yellow => "yellow",
        Lamp::Red => "red",
    }
}

fn no_rate(gap: RateGap) -> &'static str {
    match gap {
        RateGap::NotReported => "not_reported",
        RateGap::NothingToDo => "nothing_to_do",
        RateGap::TooFew => "too_few",
        RateGap::Faulty => "faulty",
    }
}

fn no_income(gap: ProjectionGap) -> &'static str {
    match gap {
        ProjectionGap::Apart => "apart",
        ProjectionGap::NoPeople => "no_people",
        ProjectionGap::Nobody => "nobody",
        ProjectionGap::TooFew => "too_few",
        ProjectionGap::NoIncome => "no_income",
    }
}

fn stand_in(stand_in: StandIn) -> &'static str {
    match stand_in {
        StandIn::HouseholdSize => "household_size",
        StandIn::Coverage => "coverage",
        StandIn::Funds => "funds",
        StandIn::Industry => "industry",
    }
}
