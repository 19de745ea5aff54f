//! Reading what the command line is given, as much of it as can be used, with reasons in words where it can't be read.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use super::{Lines, Session};
use crate::problem::{Fault, Problem, quote};
use crate::region::parse::MOST_BYTES;
use crate::scenario::bytes;

impl Session {
    /// The text of a file.
    pub(super) fn read_file(&self, path: &Path) -> Result<String, Lines> {
        let name = path.display().to_string();
        // A folder can be opened like a file on some systems and read on none.
        let opened = match path.is_dir() {
            true => Err(io::ErrorKind::IsADirectory.into()),
            false => fs::File::open(path),
        };
        let file = opened.map_err(|error| self.unreadable(&name, &error))?;
        self.read(&name, file)
    }

    /// The text that was piped in.
    pub(super) fn standard_input(&self) -> Result<String, Lines> {
        self.read("-", io::stdin())
    }

    /// Reads a text to its end, but no more than any text that can be used has.
    fn read(&self, name: &str, source: impl Read) -> Result<String, Lines> {
        let mut bytes = Vec::new();
        let most = MOST_BYTES;
        let mut bounded = source.take(most as u64 + 1);
        let read = bounded.read_to_end(&mut bytes);
        read.map_err(|error| self.unreadable(name, &error))?;
        if bytes.len() > most {
            let problem = Problem::new("", Fault::TooLong(most));
            return Err(vec![format!("{name}: {}", self.words.problem(&problem))]);
        }
        let gb18030 = |bytes: &[u8]| {
            let encoding = encoding_rs::GB18030;
            let text = encoding.decode_without_bom_handling_and_without_replacement(bytes);
            text.map(Into::into)
        };
        bytes::text_of(&bytes, gb18030)
            .ok_or_else(|| self.unreadable(name, &io::ErrorKind::InvalidData.into()))
    }

    /// Says why a file can't be read; what is rare is said in the system's own words.
    pub(super) fn unreadable(&self, name: &str, error: &io::Error) -> Lines {
        let reason = match error.kind() {
            io::ErrorKind::NotFound => self.words.text("command-not-found").to_string(),
            io::ErrorKind::IsADirectory => self.words.text("command-folder").to_string(),
            io::ErrorKind::PermissionDenied => self.words.text("command-forbidden").to_string(),
            io::ErrorKind::InvalidData => self.words.text("command-not-text").to_string(),
            _ => error.to_string(),
        };
        let arguments = [("file", &*quote(name)), ("reason", &reason)];
        vec![self.words.format("command-unreadable", &arguments)]
    }
}
