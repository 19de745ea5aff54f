//! A bureau's own figures on their way into a link of version 6 and out of it.

use std::collections::BTreeMap;

use zengshou_sheets::{SheetDate, TypeMap};

use super::v1::is_digits;
use super::v6::{self, OwnV6, ValueV6};
use super::{Encoding, Link, find, understand_latest};
use crate::problem::{Fault, Problem, quote};
use crate::region::key::{Key, Unit};
use crate::region::own::raw::{is_identifier, may_be_given};
use crate::region::own::{AbsentTable, DefaultUsed, GivenFigure, OwnFigure, OwnRegion, TableKind};
use crate::region::parse::{check_range, parse_value};
use crate::region::{Region, Status, Years};

/// The codes of the figures beside the keys.
const GIVEN: [(GivenFigure, &str); 5] = [
    (GivenFigure::LiftedHouseholds, "H"),
    (GivenFigure::Income, "I"),
    (GivenFigure::OperatingGross, "G"),
    (GivenFigure::OperatingCosts, "C"),
    (GivenFigure::FundsSpent, "F"),
];

/// The parts of a link that own figures are.
pub fn parts(own: &OwnRegion) -> Vec<String> {
    let years = own.years;
    let years = format!("{}_{}_{}", years.income, years.first_plan, years.horizon);
    let mut texts: Vec<&str> = Vec::new();
    let mut values = Vec::new();
    let keys = own.values.iter();
    let keys = keys.map(|(key, figure)| (key.code(), key.unit(), figure));
    let given = own.figures.iter().map(|(given, figure)| {
        let code = GIVEN[*given as usize].1;
        (code.to_owned(), Unit::Yuan, figure)
    });
    let mut source = None;
    for (code, unit, figure) in keys.chain(given) {
        let is_same = source == Some(&figure.source);
        values.push(value_part((&code, unit), figure, is_same, &mut texts));
        source = Some(&figure.source);
    }
    let mut parts = Vec::new();
    if let Some(default) = &own.default {
        parts.push(v6::part(
            "of",
            &format!("{}.{}", default.id, default.version),
        ));
    }
    parts.push(v6::part("years", &years));
    parts.push(v6::text_part("name", &own.name));
    if !texts.is_empty() {
        parts.push(v6::text_part("texts", &texts.join("\n")));
    }
    for table in own.tables() {
        let text = format!("{}_{}", table.rows, table.fingerprint);
        parts.push(v6::part(table.kind.name(), &text));
    }
    parts.push(v6::values_part(&values));
    parts
}

/// A value's text. The source is said only where it is another than that of the value before.
fn value_part<'a>(
    (code, unit): (&str, Unit),
    figure: &'a OwnFigure,
    is_same_source: bool,
    texts: &mut Vec<&'a str>,
) -> String {
    let mut line = |text: &'a Option<String>| {
        let text = text.as_deref()?;
        let place = texts.iter().position(|known| *known == text);
        let place = place.unwrap_or_else(|| {
            texts.push(text);
            texts.len() - 1
        });
        Some(place.to_string())
    };
    let (source, basis) = (line(&figure.source), line(&figure.basis));
    let source = match source {
        _ if is_same_source => None,
        None => Some(String::new()),
        source => source,
    };
    let number = |value: rust_decimal::Decimal| match unit {
        Unit::Flag => (!value.is_zero()).to_string(),
        _ => value.normalize().to_string(),
    };
    let year = figure.year.map(|year| year.to_string());
    let day = figure.day.map(|day| match day.day {
        Some(of_month) => format!("{}{:02}{of_month:02}", day.year, day.month),
        None => format!("{}{:02}", day.year, day.month),
    });
    let status = figure.status.map(|status| (status as usize).to_string());
    let range = figure
        .range
        .map(|(least, most)| (number(least), number(most)));
    let (least, most) = range.unzip();
    v6::value_text(
        code,
        &ValueV6 {
            value: number(figure.value),
            year: year.as_deref(),
            day: day.as_deref(),
            status: status.as_deref(),
            source: source.as_deref(),
            basis: basis.as_deref(),
            range: (least.as_deref(), most.as_deref()),
        },
    )
}

/// The own figures of a link's parts, and what of them was not understood.
pub fn understand((id, version): (&str, u32), read: OwnV6<'_>) -> Result<OwnRegion, Vec<Problem>> {
    let mut understanding = Understanding {
        problems: read.problems,
        texts: &read.texts,
        source: None,
    };
    let mut values = BTreeMap::new();
    let mut figures = BTreeMap::new();
    for (code, value) in &read.values {
        let given = GIVEN.into_iter().find(|(_, known)| known == code);
        if let Some((given, _)) = given {
            if let Some(figure) = understanding.figure(code, Unit::Yuan, value) {
                figures.insert(given, figure);
            }
            continue;
        }
        let Some(key) = Key::parse_code(code).filter(|key| may_be_given(*key)) else {
            understanding.report(code, Fault::UnknownKey);
            continue;
        };
        if let Some(figure) = understanding.figure(code, key.unit(), value) {
            if let Err(fault) = check_range(key, figure.value) {
                understanding.report(code, fault);
            }
            values.insert(key, figure);
        }
    }
    let years = years_of(read.years);
    if years.is_none() {
        understanding.report("years", Fault::NotUnderstood(quote(read.years)));
    }
    let default = default_of(read.default);
    if default.is_none() && !read.default.is_empty() {
        understanding.report("of", Fault::NotUnderstood(quote(read.default)));
    }
    if !is_identifier(id) {
        understanding.report("id", Fault::NotUnderstood(quote(id)));
    }
    let absent = read.tables.iter().filter_map(|(name, rows, sum)| {
        let table = TableKind::parse(name).zip(rows.parse().ok());
        let is_plain = sum.len() <= 8 && sum.bytes().all(|b| b.is_ascii_alphanumeric());
        let table = table.filter(|_| is_digits(rows) && is_plain);
        match table {
            Some((kind, rows)) => Some(AbsentTable {
                kind,
                rows,
                fingerprint: (*sum).to_owned(),
            }),
            None => {
                understanding.report(name, Fault::NotUnderstood(quote(rows)));
                None
            }
        }
    });
    let absent = absent.collect();
    let problems = understanding.problems;
    let own = years.map(|years| OwnRegion {
        id: id.to_owned(),
        version,
        name: crate::problem::one_line(&read.name),
        years,
        default,
        values,
        figures,
        counties: Vec::new(),
        projects: Vec::new(),
        types: TypeMap::default(),
        absent,
    });
    match own {
        // The file's own reader holds its names, texts and years to their bounds.
        Some(own) if problems.is_empty() => OwnRegion::read(&own.write()),
        _ => Err(problems),
    }
}

struct Understanding<'a> {
    problems: Vec<Problem>,
    texts: &'a [String],
    /// The source of the value before.
    source: Option<String>,
}

impl Understanding<'_> {
    fn report(&mut self, code: &str, fault: Fault) {
        self.problems
            .push(Problem::new(&format!("o.{code}"), fault));
    }

    fn figure(&mut self, code: &str, unit: Unit, value: &ValueV6<'_>) -> Option<OwnFigure> {
        let read = self.read(unit, value);
        if let Err(fault) = &read {
            self.report(code, fault.clone());
        }
        read.ok()
    }

    fn read(&mut self, unit: Unit, value: &ValueV6<'_>) -> Result<OwnFigure, Fault> {
        let wrong = |text: &str| Fault::NotUnderstood(quote(text));
        let texts = self.texts;
        let line = |place: Option<&str>| match place {
            None => Ok(None),
            Some(place) => {
                let found = place.parse::<usize>().ok().and_then(|at| texts.get(at));
                found.cloned().map(Some).ok_or_else(|| wrong(place))
            }
        };
        let status = match value.status {
            None => None,
            Some(status) => {
                let place = status.parse::<usize>().ok();
                let found = place.and_then(|place| Status::NAMES.get(place));
                Some(found.ok_or_else(|| wrong(status))?.0)
            }
        };
        let bound = |text: &str| parse_value(unit, text);
        let range = match value.range {
            (None, None) => None,
            (Some(least), Some(most)) => Some((bound(least)?, bound(most)?)),
            (Some(one), None) | (None, Some(one)) => return Err(wrong(one)),
        };
        match value.source {
            None => {}
            Some("") => self.source = None,
            source => self.source = line(source)?,
        }
        Ok(OwnFigure {
            value: parse_value(unit, &value.value)?,
            year: match value.year {
                None => None,
                Some(year) => Some(year.parse().map_err(|_| wrong(year))?),
            },
            day: match value.day {
                None => None,
                Some(day) => Some(day_of(day).ok_or_else(|| wrong(day))?),
            },
            status,
            source: self.source.clone(),
            basis: line(value.basis)?,
            range,
        })
    }
}

fn day_of(text: &str) -> Option<SheetDate> {
    if !is_digits(text) || !matches!(text.len(), 6 | 8) {
        return None;
    }
    let (year, rest) = text.split_at_checked(4)?;
    let (month, day) = rest.split_at_checked(2)?;
    let day = match day {
        "" => None,
        day => Some(day.parse().ok()?),
    };
    SheetDate::new(year.parse().ok()?, month.parse().ok()?, day)
}

fn years_of(text: &str) -> Option<Years> {
    let mut years = text.split('_').map(|year| year.parse().ok());
    let years = (years.next()??, years.next()??, years.next()??, years.next());
    match years {
        (income, first_plan, horizon, None) => Some(Years {
            income,
            first_plan,
            horizon,
        }),
        _ => None,
    }
}

fn default_of(text: &str) -> Option<DefaultUsed> {
    let (id, version) = text.split_once('.')?;
    let version = version.parse().ok().filter(|_| is_digits(version))?;
    is_identifier(id).then(|| DefaultUsed {
        id: id.to_owned(),
        version,
    })
}

/// True for a link that carries the own figures of its region.
pub fn carries_own_figures(text: &str) -> bool {
    let found = find(text);
    found.is_some_and(|found| matches!(Encoding::of(&found.link), Some(Encoding::Sixth)))
}

/// The own figures that a link carries, if it does.
///
/// # Errors
/// What of them could not be understood: then nothing of them is taken.
pub fn own_figures_of(text: &str) -> Option<Result<OwnRegion, Vec<Problem>>> {
    let found = find(text)?;
    let Encoding::Sixth = Encoding::of(&found.link)? else {
        return None;
    };
    let content = v6::read(&found.link);
    let own = content.own?;
    let first = &content.fifth.fourth.third.first;
    if first.is_altered || found.is_cut {
        return Some(Err(vec![Problem::new("", Fault::Altered)]));
    }
    let (id, version) = first.region?;
    Some(understand((id, version.unwrap_or(1)), own))
}

/// Reads a link of version 6, and holds its own figures against those of the region at hand: with others its numbers
/// would be others.
pub fn read(
    region: &Region,
    text: &str,
    problems: &mut Vec<Problem>,
) -> Result<Link, Vec<Problem>> {
    let other = || vec![Problem::new("region", Fault::OtherFigures)];
    let of_link = own_figures_of(text).transpose()?;
    let content = v6::read(text);
    let link = understand_latest(region, content.fifth, problems).map_err(|fatal| vec![fatal])?;
    if let Some(of_link) = of_link {
        let at_hand = region.own.as_deref().ok_or_else(other)?;
        if !of_link.has_same_figures(at_hand) {
            return Err(other());
        }
        for table in &at_hand.absent {
            let (table, rows) = (table.kind.name().to_owned(), table.rows);
            let fault = Fault::TableElsewhere { table, rows };
            problems.push(Problem::new("region", fault));
        }
    }
    // A name alone leaves the reader's own drafts where they are.
    let extras = link.extras.filter(|extras| !extras.is_usual());
    Ok(Link { extras, ..link })
}
