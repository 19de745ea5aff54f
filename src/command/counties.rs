//! The counties of a region on the command line: the overview with league and division, and the notice.

mod json;
mod work;

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use zengshou_sheets::CountyRow;

use super::{Lines, Session};
use crate::counties::check::CheckedCounties;
use crate::counties::overview::CountyOverview;
use crate::counties::settings::{CountySettings, whole_wan};
use crate::i18n::Catalog;
use crate::i18n::input::read_typed;
use crate::problem::quote;
use crate::region::Region;
use crate::region::key::Unit;
use crate::report::counties::{notice, overview, workbook};
use crate::report::document::Document;
use crate::report::markdown;
use crate::scenario::Scenario;

/// A call that shows counties.
#[derive(Args)]
pub struct CountiesCall {
    /// The region: a filled form, a file of own figures, or the name of one in the folder.
    region: String,
    /// Prints JSON in the place of Markdown.
    #[arg(long, conflicts_with = "out")]
    json: bool,
    /// Weights, schedule, lamps, goals and terms of the division, as a file of JSON.
    #[arg(long, value_name = "FILE")]
    settings: Option<PathBuf>,
    /// Divides money among the counties by factors, such as "3亿元"; without a unit in 10,000 yuan.
    #[arg(long, value_name = "AMOUNT")]
    divide: Option<String>,
    /// The same region at the last import, for changes in the league.
    #[arg(long, value_name = "FILE")]
    before: Option<String>,
    /// A scenario file or a link that the incomes are projected under; else the plan.
    #[arg(long, value_name = "INPUT")]
    scenario: Option<String>,
    /// The file to write, which ends in .md or .xlsx; else standard output.
    #[arg(long)]
    out: Option<PathBuf>,
}

/// A call that writes the notice.
#[derive(Args)]
pub struct NoticeCall {
    /// The region: a filled form, a file of own figures, or the name of one in the folder.
    region: String,
    /// Weights, schedule, lamps and goals, as a file of JSON.
    #[arg(long, value_name = "FILE")]
    settings: Option<PathBuf>,
    /// The same region at the last import, for changes in the league.
    #[arg(long, value_name = "FILE")]
    before: Option<String>,
    /// The file to write, which ends in .md or .xlsx; else standard output.
    #[arg(long)]
    out: Option<PathBuf>,
}

impl Session {
    /// The overview of a region's counties.
    pub(super) fn counties(&self, call: &CountiesCall) -> Result<String, Lines> {
        let (region, scenario) = self.of_counties(&call.region, call.scenario.as_deref())?;
        let settings = self.settings_of_counties(call.settings.as_deref())?;
        let before = call.before.as_deref().map(|file| self.wanted(file));
        let before = before.transpose()?;
        let before = before.as_ref().map(county_rows);
        let amount = call
            .divide
            .as_deref()
            .map(|text| self.money_to_divide(text));
        let wan = amount.transpose()?.or(settings.division.money);
        let found = CountyOverview::of(&region, &scenario, &settings, before, wan);
        let found = found.map_err(|refusal| {
            let rows = CheckedCounties::of(&region).rows;
            let words = &self.words;
            words.division_refusal(rows, wan.unwrap_or_default(), &refusal)
        })?;
        if call.json {
            return Ok(json::write(&found, &self.words));
        }
        write(
            &overview(&found, &self.words),
            call.out.as_deref(),
            &self.words,
        )
    }

    /// The notice of a region's counties.
    pub(super) fn notice(&self, call: &NoticeCall) -> Result<String, Lines> {
        let (region, _) = self.of_counties(&call.region, None)?;
        let settings = self.settings_of_counties(call.settings.as_deref())?;
        let before = call.before.as_deref().map(|file| self.wanted(file));
        let before = before.transpose()?;
        let before = before.as_ref().map(county_rows);
        let found = CountyOverview::contest(&region, &settings, before);
        write(
            &notice(&found, &self.words),
            call.out.as_deref(),
            &self.words,
        )
    }

    fn of_counties(
        &self,
        region: &str,
        scenario: Option<&str>,
    ) -> Result<(Region, Scenario), Lines> {
        let region = self.wanted(region)?;
        self.name_after(&region);
        if CheckedCounties::of(&region).rows.is_empty() {
            return Err(vec![self.words.text("counties-no-table").to_string()]);
        }
        let Some(scenario) = scenario else {
            return Ok((region, Scenario::default()));
        };
        let of_region = Self {
            folders: self.folders.clone(),
            wanted: Some(region),
            data: self.data,
            words: Catalog::new(self.words.language()),
        };
        let input = of_region.input(scenario)?;
        // The tables are the region's: a link has no room for them.
        match of_region.wanted {
            Some(region) => Ok((region, input.scenario)),
            None => Ok((input.region, input.scenario)),
        }
    }

    /// Settings of a file, or the usual ones.
    pub(super) fn settings_of_counties(
        &self,
        file: Option<&Path>,
    ) -> Result<CountySettings, Lines> {
        let Some(file) = file else {
            return Ok(CountySettings::default());
        };
        let text = self.read_file(file)?;
        let name = file.display().to_string();
        CountySettings::read(&text).map_err(|problems| self.in_file(&name, &problems))
    }

    fn money_to_divide(&self, text: &str) -> Result<u64, Lines> {
        let words = &self.words;
        let amount = read_typed(Unit::Yuan, text);
        let amount = amount.map_err(|fault| {
            let arguments = [("given", &*quote(text)), ("why", &words.fault(&fault))];
            vec![words.format("counties-command-divide", &arguments)]
        })?;
        whole_wan(amount).ok_or_else(|| {
            let given = quote(text);
            vec![words.format("counties-command-whole", &[("given", &given)])]
        })
    }
}

/// The counties of a region.
fn county_rows(region: &Region) -> &[CountyRow] {
    region.own.as_deref().map_or(&[], |own| &own.counties)
}

/// Writes a document to a file by its ending, or gives it as Markdown.
pub(super) fn write(
    document: &Document,
    out: Option<&Path>,
    words: &Catalog,
) -> Result<String, Lines> {
    let Some(out) = out else {
        return Ok(markdown::write(document, words));
    };
    let ending = out.extension().and_then(|ending| ending.to_str());
    let bytes = match ending.map(str::to_lowercase).as_deref() {
        Some("md") => markdown::write(document, words).into_bytes(),
        Some("xlsx") => {
            workbook::write(document, words).map_err(|error| vec![error.to_string()])?
        }
        _ => {
            let file = quote(&out.display().to_string());
            return Err(vec![
                words.format("counties-command-ending", &[("file", &file)]),
            ]);
        }
    };
    fs::write(out, bytes).map_err(|error| vec![format!("{}: {error}", out.display())])?;
    Ok(String::new())
}
