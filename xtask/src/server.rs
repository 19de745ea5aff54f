//! A small web server for this machine alone: what a release folder gets from any web server,
//! compressed as browsers ask for it.

use std::collections::HashMap;
use std::io::Cursor;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::thread;

use anyhow::{Result, anyhow};
use tiny_http::{Header, Request, Response, Server};

use crate::dist::{Files, brotli};

/// How hard files are compressed that are served again and again.
const SERVED_QUALITY: u32 = 5;

/// What is served; it can be exchanged while the server runs.
pub struct Site {
    files: RwLock<Files>,
    compressed: Mutex<HashMap<String, Arc<Vec<u8>>>>,
    version: AtomicU64,
    /// The path before every file, with slashes at both ends.
    sub_path: String,
    /// Whether pages load anew when the files change.
    reloads: bool,
    quality: u32,
}

/// The script that loads the page anew; only this server adds it.
const RELOAD: &str = "let known;
setInterval(async () => {
  const version = await fetch('./reload-version', { cache: 'no-store' }).then((r) => r.text(), () => known);
  if (known !== undefined && version !== known) location.reload();
  known = version;
}, 1000);
";

impl Site {
    /// A site that loads pages anew when its files change.
    pub fn reloading(files: Files, sub_path: &str) -> Arc<Self> {
        Self::new(files, sub_path, true, SERVED_QUALITY)
    }

    /// A site that stays as it is, for tests.
    pub fn fixed(files: Files, sub_path: &str) -> Arc<Self> {
        Self::new(files, sub_path, false, SERVED_QUALITY)
    }

    /// A site as a release is served: as small as can be.
    pub fn released(files: Files, sub_path: &str) -> Arc<Self> {
        Self::new(files, sub_path, false, 11)
    }

    fn new(files: Files, sub_path: &str, reloads: bool, quality: u32) -> Arc<Self> {
        let inner = sub_path.trim_matches('/');
        let sub_path = if inner.is_empty() {
            "/".to_owned()
        } else {
            format!("/{inner}/")
        };
        Arc::new(Self {
            files: RwLock::new(files),
            compressed: Mutex::default(),
            version: AtomicU64::new(1),
            sub_path,
            reloads,
            quality,
        })
    }

    /// The path before every file.
    pub fn sub_path(&self) -> &str {
        &self.sub_path
    }

    /// Serves other files from now on.
    pub fn exchange(&self, files: Files) {
        *self.files.write().unwrap_or_else(PoisonError::into_inner) = files;
        self.compressed
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
        self.version.fetch_add(1, Ordering::SeqCst);
    }

    /// The content of a path, before compression.
    fn content(&self, name: &str) -> Option<Vec<u8>> {
        if self.reloads && name == "reload.js" {
            return Some(RELOAD.into());
        }
        if self.reloads && name == "reload-version" {
            return Some(self.version.load(Ordering::SeqCst).to_string().into_bytes());
        }
        let files = self.files.read().unwrap_or_else(PoisonError::into_inner);
        let content = files.get(name)?.clone();
        if self.reloads && name == "index.html" {
            let page = String::from_utf8_lossy(&content);
            let script = "<script type=\"module\" src=\"./reload.js\"></script>\n  </head>";
            return Some(page.replacen("</head>", script, 1).into_bytes());
        }
        Some(content)
    }

    fn answer(&self, request: Request) -> std::io::Result<()> {
        let path = request.url().split('?').next().unwrap_or_default();
        let Some(name) = path.strip_prefix(&self.sub_path) else {
            let status = if path == "/" || format!("{path}/") == self.sub_path {
                302
            } else {
                404
            };
            let mut response = Response::from_string("").with_status_code(status);
            if status == 302 {
                response.add_header(header("Location", &self.sub_path));
            }
            return request.respond(response);
        };
        let name = if name.is_empty() { "index.html" } else { name };
        let Some(content) = self.content(name) else {
            return request.respond(Response::from_string("not found").with_status_code(404));
        };
        let is_volatile = name == "index.html" || name.starts_with("reload");
        let takes_brotli = request.headers().iter().any(|header| {
            header.field.equiv("Accept-Encoding") && header.value.as_str().contains("br")
        });
        let mut headers = vec![
            header("Content-Type", media_type(name)),
            header(
                "Cache-Control",
                if is_volatile {
                    "no-cache"
                } else {
                    "public, max-age=31536000, immutable"
                },
            ),
            header("X-Content-Type-Options", "nosniff"),
            // The server's pool may leave a new connection waiting for the end of a kept one.
            header("Connection", "close"),
        ];
        let body = if takes_brotli && !is_volatile {
            headers.push(header("Content-Encoding", "br"));
            self.compressed(name, &content)
        } else if takes_brotli && name == "index.html" {
            headers.push(header("Content-Encoding", "br"));
            brotli(&content, self.quality).map_or(content, |small| small)
        } else {
            content
        };
        let length = body.len();
        request.respond(Response::new(
            200.into(),
            headers,
            Cursor::new(body),
            Some(length),
            None,
        ))
    }

    fn compressed(&self, name: &str, content: &[u8]) -> Vec<u8> {
        let known = self
            .compressed
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get(name)
            .cloned();
        if let Some(known) = known {
            return known.to_vec();
        }
        let small = brotli(content, self.quality).unwrap_or_default();
        let mut kept = self
            .compressed
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        kept.insert(name.to_owned(), Arc::new(small.clone()));
        small
    }

    /// Compresses every file now, so that no first reader waits for it.
    pub fn compress_all(&self) {
        let files = self
            .files
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        for (name, content) in files.iter().filter(|(name, _)| *name != "index.html") {
            self.compressed(name, content);
        }
    }
}

fn header(name: &str, value: &str) -> Header {
    // Names and values are written in this file or are paths already checked by the server.
    Header::from_bytes(name, value).unwrap_or_else(|()| unreachable!("{name} is a plain header"))
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "svg" => "image/svg+xml",
        "wasm" => "application/wasm",
        _ => "text/plain; charset=utf-8",
    }
}

/// Serves a site on this machine alone and returns its port; port 0 takes any free one. The
/// server runs until the program ends.
pub fn start(site: &Arc<Site>, port: u16) -> Result<u16> {
    let server = Server::http(("127.0.0.1", port)).map_err(|error| {
        anyhow!("port {port} can't be used ({error}); choose another with --port")
    })?;
    let port = server
        .server_addr()
        .to_ip()
        .map_or(port, |address| address.port());
    let server = Arc::new(server);
    for _ in 0..4 {
        let (server, site) = (server.clone(), site.clone());
        thread::spawn(move || {
            while let Ok(request) = server.recv() {
                // A browser that went away in the middle of an answer is no fault.
                let _gone = site.answer(request);
            }
        });
    }
    Ok(port)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_file_has_its_type() {
        assert_eq!(media_type("app.1a2b.js"), "text/javascript; charset=utf-8");
        assert_eq!(media_type("app_bg.1a2b.wasm"), "application/wasm");
        assert_eq!(
            media_type("regions/a.1a2b.json"),
            "application/json; charset=utf-8"
        );
    }

    #[test]
    fn only_a_reloading_site_adds_its_script() {
        let files: Files = [("index.html".to_owned(), b"<head></head>".to_vec())].into();
        let page = |site: &Site| String::from_utf8(site.content("index.html").expect("a page"));
        assert_eq!(
            page(&Site::fixed(files.clone(), "/x")).as_deref(),
            Ok("<head></head>")
        );
        let site = Site::reloading(files, "x/");
        assert!(page(&site).expect("text").contains("reload.js"));
        assert_eq!(site.sub_path(), "/x/");
        assert_eq!(site.content("../Cargo.toml"), None);
    }
}
