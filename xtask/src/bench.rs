//! Measurements: a table with the limits and the ratio to each peer, and the same as JSON.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::Stdio;

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};

use crate::checks::scripts;
use crate::project::{command, root};
use crate::server::{self, Site};
use crate::{cold, dist, tools, wasm};

/// What is measured.
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
    /// What is read until the numbers stand.
    Transfer,
    /// One projection, beside those of peers.
    Compute,
    /// From a moved lever to its numbers.
    Paint,
    /// The same on a processor slowed four times.
    Slow,
    /// From a moved lever to its chart.
    Follow,
    /// The long questions of planning, beside a peer.
    Planning,
    /// What a thousand moves leave behind.
    Memory,
    /// Lighthouse's judgement.
    Lighthouse,
    /// The first start of a fresh clone with empty tool folders, and the second.
    Cold,
}

impl Part {
    /// Those that are measured in a running page.
    const IN_PAGE: [Self; 8] = [
        Self::Transfer,
        Self::Compute,
        Self::Paint,
        Self::Slow,
        Self::Follow,
        Self::Planning,
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

/// What a figure is held against.
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
    page
}

/// Measures the page and the peers in a browser.
fn page(parts: &[Part], figures: &mut Vec<Figure>) -> Result<()> {
    let browser = tools::browser()?;
    let scripts = scripts("benches")?;
    let site = Site::released(dist::build()?, "/page/");
    site.compress_all();
    let port = server::start(&site, 0)?;
    let kernel = Site::fixed(wasm::build(&["bench"], &["bench"])?, "/bench/");
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
        .env("ZENGSHOU_ROOT", root())
        .env("CHROMIUM_PATH", browser.browser)
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
        "{:<28} {:>12} {:<6} {:>10}  ratio to ours",
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
            "{:<28} {:>12.4} {:<6} {:>10}  {ratio}",
            figure.name, figure.value, figure.unit, limit
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
