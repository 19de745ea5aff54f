//! The folder that any web server carries: every file but `index.html` has a hash of its content
//! in its name, every address is relative, and compressed twins lie beside what compresses.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::thread;

use anyhow::{Context, Result, bail};

use crate::assets::style_sheets;
pub use crate::files::Files;
use crate::files::{Names, announced_texts, integrity, regions, replaced};
use crate::project::{command, output, root, step};
use crate::tools::{self, Packages};
use crate::wasm;

/// The effort of compression.
#[derive(Clone, Copy, PartialEq)]
pub enum Effort {
    /// As small as can be, with twins for other servers.
    Best,
    /// Soon: programs are not made small as wholes, and the server here compresses what it sends, once.
    None,
}

/// The programs of the page.
pub const PROGRAMS: [&str; 6] = [
    "app",
    "first",
    "households",
    "planner",
    "sheets",
    "workbook",
];

/// Makes the folder for a release.
pub fn dist(out: &Path) -> Result<()> {
    let files = build(Effort::Best)?;
    let folder = root().join(out);
    step(&format!("Writing {}", out.display()), || {
        write(&folder, &files, Effort::Best)
    })?;
    print_sizes(&files, &folder)
}

/// Builds every file of the page, `index.html` included.
pub fn build(effort: Effort) -> Result<Files> {
    tools::wasm_target()?;
    // The packages are fetched while the compiler works.
    let (program, scripts) = thread::scope(|scope| {
        let scripts = scope
            .spawn(|| Ok::<_, anyhow::Error>((charts("esm")?, start("src/app/start.js", "utf8")?)));
        let program = step("Building the program", || {
            wasm::build(&PROGRAMS, &[], effort)
        });
        let scripts = scripts
            .join()
            .map_err(|_| anyhow::anyhow!("the scripts' build panicked"));
        (program, scripts.and_then(|scripts| scripts))
    });
    let (charts, start) = scripts?;
    assemble(program?, charts, &start)
}

/// The script that stands in the page itself, with what it imports, as small as can be, in a character set.
pub fn start(file: &str, characters: &str) -> Result<String> {
    let modules = tools::packages(Packages::Page)?;
    let mut script = command("node");
    script
        .arg(modules.join("esbuild/bin/esbuild"))
        .arg(file)
        .args(["--bundle", "--format=iife", "--minify", "--target=es5"])
        .arg(format!("--charset={characters}"))
        .arg("--log-level=warning");
    Ok(output(&mut script)?.trim().to_owned())
}

/// The page with the script that stands in it and the policy that allows that script alone.
fn with_start(template: &str, start: &str) -> Result<String> {
    let hash = format!("'{}'", integrity(start.as_bytes()));
    let page = replaced(template, "zengshou:start-hash", &hash)?;
    replaced(&page, "<!-- zengshou:start -->", &script_element(start)?)
}

/// A script as it stands in a page.
pub fn script_element(script: &str) -> Result<String> {
    if script.contains("</script") || script.contains("<!--") {
        bail!("the script would end inside the page's markup");
    }
    Ok(format!("<script>{script}</script>"))
}

/// The charts, bundled from the library's parts that are used, as a script of that format.
pub fn charts(format: &str) -> Result<Vec<u8>> {
    let modules = tools::packages(Packages::Page)?;
    let esbuild = modules.join("esbuild/bin/esbuild");
    let mut bundle = command("node");
    bundle
        .arg(esbuild)
        .args([
            "src/app/later.mjs",
            "--bundle",
            "--minify",
            "--target=es2020",
        ])
        .arg(format!("--format={format}"))
        .args(["--legal-comments=none", "--log-level=warning"])
        // Has the browser compile it all while it is read, beside the page: function by function, as it is
        // first called, half of the first drawing's time went into that.
        .arg("--banner:js=//# allFunctionsCalledOnLoad")
        .env("NODE_PATH", &modules);
    step("Bundling the charts", || output(&mut bundle)).map(String::into_bytes)
}

fn assemble(mut program: BTreeMap<String, Vec<u8>>, charts: Vec<u8>, start: &str) -> Result<Files> {
    let root = root();
    let mut names = Names::default();
    let mut take = |name: &str| {
        program
            .remove(name)
            .with_context(|| format!("wasm-bindgen made no {name}"))
    };
    let wasm = names.add("app_bg.wasm", take("app_bg.wasm")?);
    let glue = names.add("app.js", take("app.js")?);
    let first_wasm = names.add("first_bg.wasm", take("first_bg.wasm")?);
    let first_glue = names.add("first.js", take("first.js")?);
    let workbook_wasm = names.add("workbook_bg.wasm", take("workbook_bg.wasm")?);
    let workbook_glue = names.add("workbook.js", take("workbook.js")?);
    let workbook = fs::read_to_string(root.join("src/app/workbook.mjs"))?;
    let workbook = replaced(&workbook, "./workbook.js", &format!("./{workbook_glue}"))?;
    let workbook = replaced(
        &workbook,
        "./workbook_bg.wasm",
        &format!("./{workbook_wasm}"),
    )?;
    let workbook = names.add("workbook-loader.js", workbook.into_bytes());
    let planner_wasm = names.add("planner_bg.wasm", take("planner_bg.wasm")?);
    let planner_glue = names.add("planner.js", take("planner.js")?);
    let planner = fs::read_to_string(root.join("src/app/planner.mjs"))?;
    let planner = replaced(&planner, "./planner.js", &format!("./{planner_glue}"))?;
    let planner = replaced(&planner, "./planner_bg.wasm", &format!("./{planner_wasm}"))?;
    let planner = names.add("worker.js", planner.into_bytes());
    let sheets_wasm = names.add("sheets_bg.wasm", take("sheets_bg.wasm")?);
    let sheets_glue = names.add("sheets.js", take("sheets.js")?);
    let sheets = fs::read_to_string(root.join("src/app/sheets.mjs"))?;
    let sheets = replaced(&sheets, "./sheets.js", &format!("./{sheets_glue}"))?;
    let sheets = replaced(&sheets, "./sheets_bg.wasm", &format!("./{sheets_wasm}"))?;
    let sheets = names.add("sheets-worker.js", sheets.into_bytes());
    let households_wasm = names.add("households_bg.wasm", take("households_bg.wasm")?);
    let households_glue = names.add("households.js", take("households.js")?);
    let households = fs::read_to_string(root.join("src/app/households.mjs"))?;
    let households = replaced(
        &households,
        "./households.js",
        &format!("./{households_glue}"),
    )?;
    let households = replaced(
        &households,
        "./households_bg.wasm",
        &format!("./{households_wasm}"),
    )?;
    let households = names.add("households-worker.js", households.into_bytes());
    if let Some(name) = program.keys().next() {
        bail!("wasm-bindgen made {name}, which the page does not carry");
    }
    let boot = fs::read_to_string(root.join("src/app/boot.mjs"))?;
    let boot = replaced(&boot, "./app.js", &format!("./{glue}"))?;
    let boot = replaced(&boot, "./app_bg.wasm", &format!("./{wasm}"))?;
    let boot = replaced(&boot, "./first.js", &format!("./{first_glue}"))?;
    let boot = replaced(&boot, "./first_bg.wasm", &format!("./{first_wasm}"))?;
    let boot = names.add("boot.js", boot.into_bytes());
    let charts = names.add("charts.js", charts);
    let style = names.add("style.css", style_sheets(&root.join("static/style"))?);
    let later_style = names.add("later.css", style_sheets(&root.join("static/style/later"))?);
    let icon = names.add("icon.svg", fs::read(root.join("static/icons/icon.svg"))?);
    let manifest = fs::read_to_string(root.join("static/manifest.json"))?;
    let manifest = replaced(&manifest, "./icon.svg", &format!("./{icon}"))?;
    let manifest = names.add("manifest.json", manifest.into_bytes());

    let texts = announced_texts(&mut names, &regions()?, true)?;

    let mut head = vec![
        format!(r#"<link rel="icon" href="./{icon}" type="image/svg+xml" />"#),
        format!(r#"<link rel="manifest" href="./{manifest}" />"#),
        format!(
            r#"<link rel="stylesheet" href="./{style}" {} />"#,
            names.integrity(&style)
        ),
        // Disabled and so not requested until the program stands: no first number waits for it.
        format!(
            r#"<link rel="stylesheet" href="./{later_style}" disabled data-later {} />"#,
            names.integrity(&later_style)
        ),
        format!(
            r#"<link rel="modulepreload" href="./{first_glue}" {} />"#,
            names.integrity(&first_glue)
        ),
        format!(
            r#"<link rel="preload" as="fetch" type="application/wasm" crossorigin="anonymous" href="./{first_wasm}" />"#
        ),
        format!(r#"<meta name="charts" content="./{charts}" />"#),
        // Their files are named beside them, so that a missing file can be named at once.
        format!(
            r#"<meta name="planner" content="./{planner}" data-needs="./{planner_glue} ./{planner_wasm}" />"#
        ),
        format!(
            r#"<meta name="sheets" content="./{sheets}" data-needs="./{sheets_glue} ./{sheets_wasm}" />"#
        ),
        format!(
            r#"<meta name="households" content="./{households}" data-needs="./{households_glue} ./{households_wasm}" />"#
        ),
        format!(
            r#"<meta name="workbook" content="./{workbook}" data-needs="./{workbook_glue} ./{workbook_wasm}" />"#
        ),
        format!(
            r#"<script type="module" src="./{boot}" {}></script>"#,
            names.integrity(&boot)
        ),
    ];
    head.extend(texts);
    let template = fs::read_to_string(root.join("index.html"))?;
    let template = with_start(&template, start)?;
    let index = replaced(&template, "<!-- zengshou:files -->", &head.join("\n    "))?;
    let mut files = names.files;
    files.insert("index.html".to_owned(), index.into_bytes());
    Ok(files)
}

/// Writes the files in the place of whatever was in the folder.
pub fn write(folder: &Path, files: &Files, effort: Effort) -> Result<()> {
    if folder.exists() {
        if !folder.join("index.html").exists() && fs::read_dir(folder)?.next().is_some() {
            bail!(
                "{} holds something else than a page; it is left alone",
                folder.display()
            );
        }
        fs::remove_dir_all(folder)?;
    }
    for (name, content) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().context("a file is in a folder")?)?;
        fs::write(&path, content)?;
        if effort == Effort::Best {
            fs::write(folder.join(format!("{name}.br")), brotli(content, 11)?)?;
            fs::write(folder.join(format!("{name}.gz")), gzip(content)?)?;
        }
    }
    Ok(())
}

/// Compresses with brotli.
pub fn brotli(content: &[u8], quality: u32) -> Result<Vec<u8>> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, quality, 22);
    writer.write_all(content)?;
    Ok(writer.into_inner())
}

/// Compresses with gzip.
pub fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    writer.write_all(content)?;
    Ok(writer.finish()?)
}

fn print_sizes(files: &Files, folder: &Path) -> Result<()> {
    println!("{:>9}  {:>9}  file", "bytes", "brotli");
    for (name, content) in files {
        let small = fs::metadata(folder.join(format!("{name}.br")))?.len();
        println!("{:>9}  {small:>9}  {name}", content.len());
    }
    Ok(())
}

/// The names of a release whose programs are empty.
#[cfg(test)]
pub fn names_for_tests() -> Vec<String> {
    let programs = PROGRAMS;
    let program = programs
        .iter()
        .flat_map(|name| [format!("{name}.js"), format!("{name}_bg.wasm")])
        .map(|name| (name, Vec::new()))
        .collect();
    let files = assemble(program, Vec::new(), "say()").expect("a release");
    files.into_keys().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_has_a_strict_policy_and_one_script_inside() {
        let page = fs::read_to_string(root().join("index.html")).expect("the page");
        assert!(page.contains("Content-Security-Policy"));
        assert!(!page.contains("unsafe-inline") && !page.contains("'unsafe-eval'"));
        assert!(!page.contains("<script") && !page.contains("<style") && !page.contains(" style="));
        let page = with_start(&page, "say()").expect("both marks stand in the page");
        // As `printf 'say()' | openssl dgst -sha256 -binary | base64` prints.
        assert!(page.contains("script-src 'self' 'sha256-2/kCYMCOBC6uc2jMfjEOQcVYsx3+O8RSS9/ZxStz0aE=' 'wasm-unsafe-eval'"));
        assert!(page.contains("<script>say()</script>"));
        assert!(with_start(&page, "'</script>'").is_err());
    }

    #[test]
    fn a_folder_that_is_no_page_is_left_alone() {
        let folder = std::env::temp_dir().join(format!("zengshou-test-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("thesis.txt"), "years of work").expect("a file");
        assert!(write(&folder, &Files::new(), Effort::None).is_err());
        assert!(folder.join("thesis.txt").exists());
        fs::remove_dir_all(&folder).expect("the folder");
    }
}
