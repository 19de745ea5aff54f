//! A small web server for this machine alone: what a release folder gets from any web server,
//! compressed as browsers ask for it.

use std::collections::HashMap;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::dist::{Files, brotli};

/// The compression quality of files that are served again and again.
const SERVED_QUALITY: u32 = 5;

/// Caching of files whose name holds a hash; `docs/serving.md` says the same to other servers.
const KEPT: &str = "public, max-age=31536000, immutable";
/// Caching of the page itself: it is asked for every time.
const CHECKED: &str = "no-cache";
/// The headers that limit the frames the page may stand in.
const OF_PAGE: [(&str, &str); 2] = [
    ("X-Frame-Options", "SAMEORIGIN"),
    ("Content-Security-Policy", "frame-ancestors 'self'"),
];

/// The files that are served; they can be exchanged while the server runs.
pub struct Site {
    files: RwLock<Files>,
    compressed: Mutex<HashMap<String, Arc<Vec<u8>>>>,
    version: AtomicU64,
    /// The path before every file, with slashes at both ends.
    sub_path: String,
    /// True where pages load again when the files change.
    reloads: bool,
    quality: u32,
}

/// The script that loads the page again; only this server adds it.
const RELOAD: &str = "let known;
setInterval(async () => {
  const version = await fetch('./reload-version', { cache: 'no-store' }).then((r) => r.text(), () => known);
  if (known !== undefined && version !== known) location.reload();
  known = version;
}, 1000);
";

impl Site {
    /// A site that loads pages again when its files change.
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

    /// The whole answer to a request's path; an error is never kept.
    fn answer(&self, path: &str, takes_brotli: bool) -> Vec<u8> {
        let path = path.split('?').next().unwrap_or_default();
        let Some(name) = path.strip_prefix(&self.sub_path) else {
            let is_near = path == "/" || format!("{path}/") == self.sub_path;
            return if is_near {
                message("302 Found", &[("Location", &self.sub_path)], b"")
            } else {
                message("404 Not Found", &[], b"not found")
            };
        };
        let name = if name.is_empty() { "index.html" } else { name };
        let Some(content) = self.content(name) else {
            return message("404 Not Found", &[], b"not found");
        };
        let is_volatile = name == "index.html" || name.starts_with("reload");
        let caching = if is_volatile { CHECKED } else { KEPT };
        let mut headers = vec![
            ("Content-Type", media_type(name)),
            ("Cache-Control", caching),
            ("X-Content-Type-Options", "nosniff"),
            ("Vary", "Accept-Encoding"),
        ];
        if name == "index.html" {
            headers.extend(OF_PAGE);
        }
        let body = if takes_brotli && !name.starts_with("reload") {
            headers.push(("Content-Encoding", "br"));
            if is_volatile {
                brotli(&content, self.quality).unwrap_or_default()
            } else {
                self.compressed(name, &content)
            }
        } else {
            content
        };
        message("200 OK", &headers, &body)
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

/// A message of HTTP after which the connection ends.
fn message(status: &str, headers: &[(&str, &str)], body: &[u8]) -> Vec<u8> {
    let mut text = format!(
        "HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n",
        body.len()
    );
    for (name, value) in headers {
        text.push_str(&format!("{name}: {value}\r\n"));
    }
    text.push_str("\r\n");
    let mut message = text.into_bytes();
    message.extend_from_slice(body);
    message
}

/// The longest head of a request that is read.
const MOST_HEAD_BYTES: usize = 64 << 10;

/// Reads a request for a file and answers it.
fn talk(site: &Site, stream: &mut TcpStream) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut head = Vec::new();
    let mut part = [0; 4096];
    while !head.windows(4).any(|end| end == b"\r\n\r\n") && head.len() < MOST_HEAD_BYTES {
        match stream.read(&mut part)? {
            0 => return Ok(()),
            count => head.extend_from_slice(&part[..count]),
        }
    }
    let head = String::from_utf8_lossy(&head);
    let is_head = head.starts_with("HEAD ");
    let path = head
        .strip_prefix("GET ")
        .or(head.strip_prefix("HEAD "))
        .and_then(|rest| rest.split(' ').next());
    let takes_brotli = head.lines().any(|line| {
        let line = line.to_ascii_lowercase();
        line.starts_with("accept-encoding:") && line.contains("br")
    });
    let answer = match path {
        Some(path) => site.answer(path, takes_brotli),
        None => message(
            "405 Method Not Allowed",
            &[],
            b"only GET and HEAD are answered",
        ),
    };
    let end = answer.windows(4).position(|end| end == b"\r\n\r\n");
    let sent = match end {
        Some(end) if is_head => &answer[..end + 4],
        _ => &answer[..],
    };
    stream.write_all(sent)?;
    stream.flush()
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
/// server runs until the program ends. Every connection has a thread of its own, since a browser
/// opens several at once and a pool may leave one of them waiting.
pub fn start(site: &Arc<Site>, port: u16) -> Result<u16> {
    let listener = TcpListener::bind(("127.0.0.1", port))
        .with_context(|| format!("port {port} can't be used; choose another with --port"))?;
    let port = listener.local_addr()?.port();
    let site = site.clone();
    thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let site = site.clone();
            thread::spawn(move || {
                // A browser that went away in the middle of an answer is no fault.
                let _gone = talk(&site, &mut stream);
            });
        }
    });
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

    /// The settings in the document name every kind of file that a release has, with its type, and the
    /// headers that this server sends.
    #[test]
    fn the_documented_settings_hold_for_every_file_of_a_release() {
        let text = std::fs::read_to_string(crate::project::root().join("docs/serving.md"))
            .expect("the document");
        let names = crate::dist::names_for_tests();
        let endings: std::collections::BTreeSet<&str> = names
            .iter()
            .filter_map(|name| name.rsplit('.').next())
            .collect();
        assert!(endings.len() >= 7, "{endings:?}");
        for server in ["nginx", "apache", "caddy", "xml"] {
            let (_, rest) = text.split_once(&format!("```{server}\n")).expect(server);
            let (settings, _) = rest.split_once("```").expect("the end of the settings");
            for ending in &endings {
                let kind = media_type(&format!("a.{ending}"));
                let kind = kind.split(';').next().unwrap_or(kind);
                let line = settings.lines().find(|line| {
                    let mut words = line.split(|sign: char| " \";=.$)".contains(sign));
                    line.contains(kind) && words.any(|word| word == *ending)
                });
                assert!(line.is_some(), "{server}: {ending} as {kind}");
            }
            for (name, value) in OF_PAGE
                .iter()
                .chain(&[("X-Content-Type-Options", "nosniff")])
            {
                assert!(
                    settings.contains(name) && settings.contains(value),
                    "{server}: {name}"
                );
            }
            // IIS has its own words for both.
            let caching = match server {
                "xml" => ["365.00:00:00", "DisableCache"],
                _ => [KEPT, CHECKED],
            };
            assert!(
                caching.iter().all(|words| settings.contains(words)),
                "{server}"
            );
        }
        let compressed = ["nginx", "apache", "caddy"].map(|server| {
            let (_, rest) = text.split_once(&format!("```{server}\n")).expect(server);
            let (settings, _) = rest.split_once("```").expect("the end");
            (settings.contains("br"), settings.contains("gzip"))
        });
        assert_eq!(compressed, [(true, true); 3]);
    }

    #[test]
    fn the_page_is_asked_for_every_time_and_the_rest_kept() {
        let files: Files = ["index.html", "app.1a2b3c4d.js"]
            .map(|name| (name.to_owned(), b"x".to_vec()))
            .into();
        let site = Site::fixed(files, "/");
        let answer = |path: &str| String::from_utf8_lossy(&site.answer(path, false)).into_owned();
        let page = answer("/");
        assert!(page.contains("Cache-Control: no-cache\r\n"), "{page}");
        assert!(
            page.contains("Content-Security-Policy: frame-ancestors 'self'\r\n"),
            "{page}"
        );
        let script = answer("/app.1a2b3c4d.js");
        assert!(script.contains("Cache-Control: public, max-age=31536000, immutable\r\n"));
        assert!(!answer("/app.00000000.js").contains("Cache-Control"));
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
        let answer = |path: &str| String::from_utf8_lossy(&site.answer(path, false)).into_owned();
        assert!(answer("/x/").starts_with("HTTP/1.1 200 OK"));
        assert!(answer("/").starts_with("HTTP/1.1 302"));
        assert!(answer("/y/").starts_with("HTTP/1.1 404"));
    }
}
