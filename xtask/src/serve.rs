//! Serving the calculator while it is worked on: built, opened, and built again on every change.

use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Result;
use notify::{EventKind, RecursiveMode, Watcher};

use crate::dist::{self, Effort};
use crate::project::root;
use crate::server::{self, Site};

/// Options of serving.
#[derive(clap::Args)]
pub struct Options {
    /// The port on this machine.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Don't open the browser.
    #[arg(long)]
    no_open: bool,
    /// A path before every file, as on a server that carries other pages too.
    #[arg(long, default_value = "/")]
    sub_path: String,
}

/// The pause after a change before a build: editors write several files at once.
const REST: Duration = Duration::from_millis(200);

/// Serves until it is ended by hand.
pub fn serve(options: &Options) -> Result<()> {
    let start = Instant::now();
    let site = Site::reloading(dist::build(Effort::None)?, &options.sub_path);
    let port = server::start(&site, options.port)?;
    let address = format!("http://127.0.0.1:{port}{}", site.sub_path());
    println!(
        "The calculator is at {address} ({:.1} s). Ctrl+C ends it.",
        start.elapsed().as_secs_f64()
    );
    if !options.no_open
        && let Err(error) = open::that_detached(&address)
    {
        println!("The browser did not open by itself ({error}): open {address}");
    }
    {
        let site = site.clone();
        thread::spawn(move || site.compress_all());
    }
    watch(|| match dist::build(Effort::None) {
        Ok(files) => site.exchange(files),
        // The page that was built last stays, until the fault is mended.
        Err(error) => eprintln!("error: {error:#}"),
    })
}

/// Calls `changed` whenever a file of the project changes.
fn watch(changed: impl Fn()) -> Result<()> {
    let (sender, receiver) = channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        let matters = event.is_ok_and(|event| {
            matches!(
                event.kind,
                EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_)
            )
        });
        if matters {
            // The receiver lives as long as this program.
            let _sent = sender.send(());
        }
    })?;
    for path in ["src", "static", "index.html", "Cargo.toml"] {
        watcher.watch(&root().join(path), RecursiveMode::Recursive)?;
    }
    while receiver.recv().is_ok() {
        while receiver.recv_timeout(REST).is_ok() {}
        println!("Something changed.");
        changed();
    }
    Ok(())
}
