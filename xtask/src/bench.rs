//! Measurements: a table with the limits and the ratio to each peer, and the same as JSON.

mod judged;

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::Stdio;

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};

use crate::checks::{command_line, scripts};
use crate::dist::{self, Effort};
use crate::project::{self, command, root};
use crate::server::{self, Site};
use crate::{cold, single, tools, wasm};
use judged::MULTIPLES;

/// Options of the benchmark.
#[derive(clap::Args)]
pub struct Options {
    /// Also write the figures here, as JSON.
    #[arg(long)]
    json: Option<PathBuf>,
    /// Only these parts, with commas; all without it.
    #[arg(long, value_enum, value_delimiter = ',')]
    only: Vec<Part>,
}

/// The parts of the measurements, in the order in which they are run.
#[derive(Clone, Copy, Debug, PartialEq, clap::ValueEnum)]
enum Part {
    /// The bytes read until the numbers stand.
    Transfer,
    /// One projection, beside those of peers.
    Compute,
    /// Counties by the thousand: projected, ranked, and given money.
    Counties,
    /// Projects by the ten thousand: added up, and found while typing.
    Projects,
    /// From a moved lever to its numbers.
    Paint,
    /// The same on a processor slowed four times.
    Slow,
    /// From a moved lever to its chart.
    Follow,
    /// The long questions of planning, beside a peer.
    Planning,
    /// Large spreadsheets, beside a peer that reads them.
    Import,
    /// A million households, read and computed, beside peers.
    Households,
    /// The size and the start of the single file.
    Single,
    /// The memory left behind by a thousand moves.
    Memory,
    /// Lighthouse's judgement.
    Lighthouse,
    /// The first start of a fresh clone with empty tool folders, and the second.
    Cold,
}

impl Part {
    /// Those that are measured in a running page.
    const IN_PAGE: [Self; 13] = [
        Self::Transfer,
        Self::Compute,
        Self::Counties,
        Self::Projects,
        Self::Paint,
        Self::Slow,
        Self::Follow,
        Self::Planning,
        Self::Import,
        Self::Households,
        Self::Single,
        Self::Memory,
        Self::Lighthouse,
    ];
}

/// One figure.
struct Figure {
    name: String,
    value: f64,
    unit: String,
    /// The most that it may be, or for a score the least.
    limit: Option<Limit>,
    /// Of a peer, the figure that it is held against, where that is not the projection.
    against: Option<String>,
}

/// The limit of a figure.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Limit {
    Most(f64),
    Least(f64),
}

/// The figure that peers are held against.
const PEERS_AGAINST: &str = "projection_ms";

/// Measures and prints.
pub fn bench(options: &Options) -> Result<()> {
    let is_wanted = |part: &Part| options.only.is_empty() || options.only.contains(part);
    let mut figures = Vec::new();
    let in_page: Vec<Part> = Part::IN_PAGE.into_iter().filter(is_wanted).collect();
    let page = match in_page.is_empty() {
        true => Ok(()),
        false => page(&in_page, &mut figures),
    };
    if is_wanted(&Part::Cold) {
        for (name, value, limit) in cold::measure()? {
            figures.push(Figure {
                name: name.to_owned(),
                value,
                unit: "s".to_owned(),
                limit: Some(Limit::Most(limit)),
                against: None,
            });
        }
    }
    figures.extend(multiples(&figures));
    print(&figures);
    if let Some(file) = &options.json {
        let figures: Map<String, Value> = figures
            .iter()
            .map(|figure| {
                (
                    figure.name.clone(),
                    json!({"value": figure.value, "unit": figure.unit}),
                )
            })
            .collect();
        std::fs::write(file, serde_json::to_string_pretty(&figures)?)?;
    }
    page?;
    let missed = missed(&figures);
    if missed.is_empty() {
        Ok(())
    } else {
        bail!("beyond the limit: {}", missed.join(", "))
    }
}

/// Those multiples of which both sides were measured.
fn multiples(figures: &[Figure]) -> Vec<Figure> {
    let value_of = |name: &str| {
        let found = figures.iter().find(|figure| figure.name == name);
        found.map(|figure| figure.value)
    };
    let multiple = |(name, of, unit, limit): (&str, &str, &str, Limit)| {
        let (value, unit) = (value_of(of)?, value_of(unit)?);
        (unit > 0.0).then(|| Figure {
            name: name.to_owned(),
            value: value / unit,
            unit: "×".to_owned(),
            limit: Some(limit),
            against: None,
        })
    };
    MULTIPLES.into_iter().filter_map(multiple).collect()
}

/// The multiples that miss their limit.
fn missed(figures: &[Figure]) -> Vec<String> {
    let multiples = figures.iter().filter(|figure| figure.unit == "×");
    let missed = multiples.filter(|figure| match figure.limit {
        Some(Limit::Most(most)) => figure.value > most,
        Some(Limit::Least(least)) => figure.value < least,
        None => false,
    });
    missed
        .map(|figure| format!("{} {:.1} ×", figure.name, figure.value))
        .collect()
}

/// Measures the page and the peers in a browser.
fn page(parts: &[Part], figures: &mut Vec<Figure>) -> Result<()> {
    let browser = tools::browser()?;
    // It reads workbooks as their test does.
    scripts("tests/sheet")?;
    let scripts = scripts("benches")?;
    let workbook = workbook()?;
    let forms = forms()?;
    let single = match parts.contains(&Part::Single) {
        true => single::write(
            &project::target().join("single"),
            &single::build(Effort::Best)?,
        )?,
        false => PathBuf::new(),
    };
    let site = Site::released(dist::build(Effort::Best)?, "/page/");
    site.compress_all();
    let port = server::start(&site, 0)?;
    let kernel = Site::fixed(
        wasm::build(&["bench"], &["bench"], Effort::Best)?,
        "/bench/",
    );
    let kernel_port = server::start(&kernel, 0)?;
    let names = parts.iter().filter_map(clap::ValueEnum::to_possible_value);
    let names: Vec<String> = names.map(|value| value.get_name().to_owned()).collect();
    let mut child = command("node")
        .arg(scripts.join("browser.mjs"))
        .env("ZENGSHOU_PARTS", names.join(","))
        .env("ZENGSHOU_URL", format!("http://127.0.0.1:{port}/page/"))
        .env(
            "ZENGSHOU_BENCH_URL",
            format!("http://127.0.0.1:{kernel_port}/bench/"),
        )
        .env("ZENGSHOU_WORKBOOK", workbook)
        .env("ZENGSHOU_FORMS", forms)
        .env("ZENGSHOU_SINGLE", single)
        .env("ZENGSHOU_ROOT", root())
        .env("CHROMIUM_PATH", browser)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .context("could not start node")?;
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).lines() {
            let line = line?;
            match figure(&line) {
                Some(figure) => {
                    eprintln!("  {} {:.4} {}", figure.name, figure.value, figure.unit);
                    figures.push(figure);
                }
                None => eprintln!("{line}"),
            }
        }
    }
    if child.wait()?.success() {
        Ok(())
    } else {
        bail!("a measurement failed; the others stand above")
    }
}

/// The plan's workbook, as the command line exports it.
fn workbook() -> Result<PathBuf> {
    let folder = project::target().join("bench");
    std::fs::create_dir_all(&folder)?;
    let (scenario, book) = (folder.join("plan.json"), folder.join("plan.xlsx"));
    let region = std::fs::read_to_string(root().join("static/regions/default.txt"))?;
    std::fs::write(
        &scenario,
        json!({"region": region.trim(), "values": {}}).to_string(),
    )?;
    let built = command("cargo")
        .args(["build", "--bin", "zengshou"])
        .status()?;
    let written = command(&command_line().to_string_lossy())
        .args(["--language", "en", "--regions"])
        .arg(root().join("static/regions"))
        .arg("report")
        .arg(&scenario)
        .args(["--form", "excel", "--out"])
        .arg(&book)
        .status()?;
    if built.success() && written.success() {
        Ok(book)
    } else {
        bail!("the workbook that a peer computes was not written")
    }
}

/// Filled-in forms as large as they come.
fn forms() -> Result<PathBuf> {
    let folder = project::target().join("bench/forms");
    let written = command("cargo")
        .args([
            "run",
            "--quiet",
            "--features",
            "bench",
            "--bin",
            "forms",
            "--",
        ])
        .arg(&folder)
        .status()?;
    if written.success() {
        Ok(folder)
    } else {
        bail!("the forms to be read were not written")
    }
}

fn figure(line: &str) -> Option<Figure> {
    let value: Value = serde_json::from_str(line).ok()?;
    let limit = |name, kind: fn(f64) -> Limit| value.get(name)?.as_f64().map(kind);
    Some(Figure {
        name: value.get("name")?.as_str()?.to_owned(),
        value: value.get("value")?.as_f64()?,
        unit: value.get("unit")?.as_str()?.to_owned(),
        limit: limit("limit", Limit::Most).or_else(|| limit("least", Limit::Least)),
        against: value
            .get("against")
            .and_then(Value::as_str)
            .map(str::to_owned),
    })
}

fn print(figures: &[Figure]) {
    let value_of = |name: &str| {
        let found = figures.iter().find(|figure| figure.name == name);
        found.map(|figure| figure.value)
    };
    println!(
        "{:<32} {:>12} {:<6} {:>10}  ratio to ours",
        "figure", "value", "unit", "limit"
    );
    for figure in figures {
        let limit = match figure.limit {
            Some(Limit::Most(most)) => format!("≤ {most}"),
            Some(Limit::Least(least)) => format!("≥ {least}"),
            None => String::new(),
        };
        let own = value_of(figure.against.as_deref().unwrap_or(PEERS_AGAINST));
        let ratio = match own {
            Some(own) if figure.name.starts_with("peer_") && own > 0.0 => {
                format!("{:.1} ×", figure.value / own)
            }
            _ => String::new(),
        };
        println!(
            "{:<32} {:>12.4} {:<6} {:>10}  {ratio}",
            figure.name, figure.value, figure.unit, limit
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn multiples_are_judged_within_one_run() {
        let of = |name: &str, value: f64| Figure {
            name: name.to_owned(),
            value,
            unit: "ms".to_owned(),
            limit: None,
            against: None,
        };
        let figures = [
            of("projection_ms", 0.04),
            of("draws_10000_ms", 56.0),
            of("map_50x50_ms", 84.0),
            of("peer_squiggle_ms", 300.0),
        ];
        let found = multiples(&figures);
        let shown: Vec<(&str, f64)> = found
            .iter()
            .map(|figure| (&*figure.name, figure.value.round()))
            .collect();
        assert_eq!(
            shown,
            [
                ("draws_10000_projections", 1400.0),
                ("map_50x50_projections", 2100.0),
                ("squiggle_draws", 5.0),
            ]
        );
        assert_eq!(
            missed(&found),
            ["map_50x50_projections 2100.0 ×", "squiggle_draws 5.4 ×"]
        );
        assert!(multiples(&figures[1..3]).is_empty(), "nothing to divide by");
    }

    #[test]
    fn a_line_is_a_figure_or_is_passed_on() {
        let read = figure(r#"{"name":"projection_ms","value":0.05,"unit":"ms","limit":0.2}"#);
        assert_eq!(
            read.map(|figure| (figure.name, figure.limit)),
            Some(("projection_ms".into(), Some(Limit::Most(0.2))))
        );
        let score = figure(r#"{"name":"score","value":98,"unit":"points","least":95}"#);
        assert_eq!(
            score.and_then(|figure| figure.limit),
            Some(Limit::Least(95.0))
        );
        assert!(figure("hello").is_none());
        assert!(figure(r#"{"name":"x"}"#).is_none());
    }
}
