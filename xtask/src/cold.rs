//! The wait of a newcomer: a fresh clone with empty tool folders, until the page shows numbers, and
//! the same clone a second time.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::checks::scripts;
use crate::project::{command, root, run};
use crate::tools;

/// The longest that a start may take before it is given up.
const GIVE_UP: Duration = Duration::from_secs(900);

/// Measures the first and the second start, in seconds with their limits.
pub fn measure() -> Result<Vec<(&'static str, f64, f64)>> {
    let browser = tools::browser()?;
    let probe = scripts("benches")?.join("numbers.mjs");
    let folder = std::env::temp_dir().join(format!("zengshou-cold-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let clone = folder.join("clone");
    run(command("git")
        .args(["clone", "--quiet"])
        .arg(root())
        .arg(&clone))?;
    let cold = start(&clone, &folder, &probe, &browser);
    let warm = cold
        .as_ref()
        .ok()
        .map(|_| start(&clone, &folder, &probe, &browser));
    fs::remove_dir_all(&folder)?;
    Ok(vec![
        ("cold_start_s", cold?, 240.0),
        ("warm_start_s", warm.context("no second start")??, 15.0),
    ])
}

/// Starts `cargo xtask serve` in the clone and waits until a browser sees numbers.
fn start(clone: &Path, folder: &Path, probe: &Path, browser: &Path) -> Result<f64> {
    let port = free_port()?;
    let begin = Instant::now();
    let mut serve = Command::new("cargo");
    serve
        .args(["xtask", "serve", "--no-open", "--port", &port.to_string()])
        .current_dir(clone)
        .stdout(Stdio::null());
    // Empty folders for everything that a first start fills; only the toolchain itself is there.
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("CARGO_PKG_") {
            serve.env_remove(name);
        }
    }
    serve
        .env_remove("CARGO_MANIFEST_DIR")
        .env_remove("CARGO_TARGET_DIR")
        .env("XDG_CACHE_HOME", folder.join("cache"))
        .env("CARGO_HOME", folder.join("cargo"))
        .env("npm_config_cache", folder.join("npm"));
    let mut server = Ended(serve.spawn().context("could not start cargo")?);
    let open = || std::net::TcpStream::connect(("127.0.0.1", port)).is_ok();
    while !open() {
        if begin.elapsed() > GIVE_UP {
            bail!("no page after {} s", GIVE_UP.as_secs());
        }
        if let Some(status) = server.0.try_wait()? {
            bail!("serve ended with {status}");
        }
        thread::sleep(Duration::from_millis(100));
    }
    run(command("node")
        .arg(probe)
        .env("ZENGSHOU_URL", format!("http://127.0.0.1:{port}/"))
        .env("CHROMIUM_PATH", PathBuf::from(browser)))?;
    Ok(begin.elapsed().as_secs_f64())
}

fn free_port() -> Result<u16> {
    Ok(std::net::TcpListener::bind(("127.0.0.1", 0))?
        .local_addr()?
        .port())
}

/// A program that is ended when it is no longer needed, with the one it started.
struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        // `cargo xtask` waits for the server, which ends by itself when its port is asked to.
        let _gone = Command::new("pkill")
            .args(["-P", &self.0.id().to_string()])
            .status();
        let _killed = self.0.kill();
        let _reaped = self.0.wait();
    }
}
