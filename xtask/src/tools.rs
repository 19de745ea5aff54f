//! Tools that the commands need beside cargo, each installed once into the user's cache.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::{Context, Result, bail};

use crate::engines;
use crate::project::{self, WASM_TARGET, command, find, npm, output, root, run, step};

// One installation of a kind at a time: two threads that need the same tool install it once.
static NPM: Mutex<()> = Mutex::new(());
static SYSTEM: Mutex<()> = Mutex::new(());

fn alone(kind: &'static Mutex<()>) -> MutexGuard<'static, ()> {
    kind.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Makes sure that the compiler can build for the browser.
pub fn wasm_target() -> Result<()> {
    let sysroot = output(command("rustc").args(["--print", "sysroot"]))?;
    let library = Path::new(sysroot.trim())
        .join("lib/rustlib")
        .join(WASM_TARGET);
    if library.exists() {
        return Ok(());
    }
    if find(&["rustup"]).is_none() {
        bail!(
            "the compiler lacks {WASM_TARGET} and rustup is missing: install Rust from https://rustup.rs"
        );
    }
    step(&format!("Adding {WASM_TARGET} to the compiler"), || {
        run(command("rustup").args(["target", "add", WASM_TARGET]))
    })
}

/// The npm packages that are needed.
#[derive(Clone, Copy, PartialEq)]
pub enum Packages {
    /// Those that the page is built with.
    Page,
    /// Those of tests, benchmarks and releases, too.
    All,
}

/// Installs npm packages and returns their `node_modules`.
pub fn packages(wanted: Packages) -> Result<PathBuf> {
    let _alone = alone(&NPM);
    let source = root().join("xtask/npm");
    let lock = fs::read(source.join("package-lock.json"))?;
    let version = format!("{:08x}", crc32fast::hash(&lock));
    let folder =
        |kind: &str| project::cache().map(|cache| cache.join(format!("npm-{kind}-{version}")));
    let all = folder("all")?.join("node_modules");
    if all.exists() {
        return Ok(all);
    }
    let target = match wanted {
        Packages::Page => folder("page")?,
        Packages::All => folder("all")?,
    };
    let modules = target.join("node_modules");
    if modules.exists() {
        return Ok(modules);
    }
    if find(&["node"]).is_none() || find(&["npm"]).is_none() {
        bail!("Node.js with npm is missing: install it from https://nodejs.org");
    }
    // Installed beside and moved, so that an installation that was cut off is never found.
    let parent = target.parent().context("the cache has a parent")?;
    let draft = parent.join(format!("npm-draft-{}", std::process::id()));
    step("Installing npm packages", || {
        fs::create_dir_all(&draft)?;
        for file in ["package.json", "package-lock.json", ".npmrc"] {
            fs::copy(source.join(file), draft.join(file))?;
        }
        let mut install = npm();
        install
            .current_dir(&draft)
            .args(["ci", "--no-fund", "--no-audit", "--ignore-scripts"])
            .stdout(Stdio::null());
        if wanted == Packages::Page {
            install.arg("--omit=dev");
        }
        run(&mut install).context("npm could not install the packages: is the network there?")?;
        if modules.exists() {
            // Another run was faster.
            fs::remove_dir_all(&draft)?;
        } else {
            fs::rename(&draft, &target)?;
        }
        Ok(())
    })?;
    Ok(modules)
}

/// Finds Chromium or Chrome, or installs it where the system allows it.
pub fn browser() -> Result<PathBuf> {
    let _alone = alone(&SYSTEM);
    let found = || find(&["chromium", "chromium-browser", "google-chrome", "chrome"]);
    if let Some(browser) = found() {
        return Ok(browser);
    }
    step("Installing Chromium and a Chinese font", || {
        install(&["chromium", "fonts-noto-cjk"])
            .context("install Chromium, so that it is on the PATH")
    })?;
    found().context("Chromium was installed and yet is not on the PATH")
}

/// Finds LibreOffice, or installs it where the system allows it. Only a second opinion on the
/// workbook needs it, so that it may be missing.
pub fn office() -> Option<PathBuf> {
    let _alone = alone(&SYSTEM);
    let found = || find(&["soffice", "libreoffice"]);
    found().or_else(|| {
        let installed = step("Installing LibreOffice", || {
            install(&["libreoffice-calc-nogui"])
        });
        if let Err(error) = installed {
            eprintln!("  {error:#}");
        }
        found()
    })
}

/// Finds Firefox, or installs it where the system allows it. The single file alone is opened in it too, so that it may
/// be missing.
pub fn firefox() -> Option<PathBuf> {
    let _alone = alone(&SYSTEM);
    let found = || find(&["firefox-esr", "firefox"]);
    found().or_else(|| {
        let installed = step("Installing Firefox", || install(&["firefox-esr"]));
        if let Err(error) = installed {
            eprintln!("  {error:#}");
        }
        found()
    })
}

/// Fetches everything that tests need and compilers don't, while those work. What can't be had is said by the part that
/// needs it.
pub fn fetch_ahead() {
    let _later = packages(Packages::All).is_ok() && browser().is_ok();
    let _optional = (office(), firefox(), engines::fetch());
}

/// Installs packages of the system, where that is Debian's and this user may.
pub fn install(packages: &[&str]) -> Result<()> {
    let is_root = || output(command("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    let may_sudo = || {
        command("sudo")
            .args(["-n", "true"])
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    };
    let prefix: &[&str] = if find(&["apt-get"]).is_none() {
        bail!("{} can't be installed from here", packages.join(", "));
    } else if is_root() {
        &[]
    } else if may_sudo() {
        &["sudo", "-n"]
    } else {
        bail!("{} can't be installed by this user", packages.join(", "));
    };
    let apt = |arguments: &[&str]| {
        let words: Vec<&str> = prefix
            .iter()
            .copied()
            .chain(["apt-get"])
            .chain(arguments.iter().copied())
            .collect();
        let mut apt = command(words[0]);
        apt.args(&words[1..])
            .env("DEBIAN_FRONTEND", "noninteractive")
            .stdout(Stdio::null());
        run(&mut apt)
    };
    apt(&["update", "-qq"])?;
    let install = ["install", "-y", "-qq", "--no-install-recommends"];
    apt(&[&install[..], packages].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The exact version that a manifest asks of a package.
    fn version_in<'a>(manifest: &'a str, package: &str) -> Option<&'a str> {
        let rest = manifest
            .lines()
            .find_map(|line| line.strip_prefix(package)?.trim_start().strip_prefix('='))?;
        rest.trim().trim_matches('"').strip_prefix('=')
    }

    #[test]
    fn both_manifests_name_the_same_wasm_bindgen() {
        let read = |path| fs::read_to_string(root().join(path)).expect("a manifest");
        let (project, own) = (read("Cargo.toml"), read("xtask/Cargo.toml"));
        let library = version_in(&own, "wasm-bindgen-cli-support");
        assert!(library.is_some());
        assert_eq!(version_in(&project, "wasm-bindgen"), library);
    }

    #[test]
    fn a_version_that_is_not_exact_is_none() {
        assert_eq!(version_in("yew = \"0.23\"", "yew"), None);
        assert_eq!(version_in("a = \"=1.2.3\"", "a"), Some("1.2.3"));
    }
}
