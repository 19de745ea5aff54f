//! The parts of a workbook that is a packed folder, held against bounds before anything is unpacked.

use std::cell::Cell;
use std::io::{self, BufReader, Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::MOST_UNPACKED_BYTES;
use crate::fault::{ReadFault, ReadLimit};

/// A packed folder in memory.
pub type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// The kind of a packed folder.
pub enum ArchiveKind {
    /// A workbook of Office Open XML.
    Xlsx,
    /// A workbook of OpenDocument.
    Ods,
}

/// Opens a packed folder.
pub fn open(bytes: &[u8]) -> Result<Archive<'_>, ReadFault> {
    ZipArchive::new(Cursor::new(bytes)).map_err(|_| ReadFault::Damaged)
}

/// The kind of a packed folder, once its parts are known to unpack to no more than is read.
pub fn kind(bytes: &[u8]) -> Result<ArchiveKind, ReadFault> {
    let mut archive = open(bytes)?;
    let mut unpacked = 0_u64;
    for place in 0..archive.len() {
        let file = archive
            .by_index_raw(place)
            .map_err(|_| ReadFault::Damaged)?;
        if file.name().is_ok_and(|name| is_read(&name)) {
            unpacked = unpacked.saturating_add(file.size());
        }
    }
    if unpacked > MOST_UNPACKED_BYTES {
        return Err(ReadFault::TooLarge(ReadLimit::UnpackedBytes, unpacked));
    }
    let names = names(&archive);
    let has = |name: &str| names.iter().any(|each| each.eq_ignore_ascii_case(name));
    if has("xl/workbook.xml") {
        return Ok(ArchiveKind::Xlsx);
    }
    if has("content.xml") && has("mimetype") {
        return Ok(ArchiveKind::Ods);
    }
    Err(ReadFault::Unknown)
}

/// The names of the parts.
pub fn names(archive: &Archive<'_>) -> Vec<String> {
    let names = archive.file_names().flatten();
    names.map(|name| name.into_owned()).collect()
}

/// True for a part that is looked into. Pictures and macros never are.
pub fn is_read(name: &str) -> bool {
    let name = name.to_lowercase();
    [".xml", ".rels"].iter().any(|end| name.ends_with(end))
}

/// The amount left to unpack. What a packed folder says of its sizes can be untrue.
pub struct ReadAllowance(Cell<u64>);

impl Default for ReadAllowance {
    fn default() -> Self {
        Self(Cell::new(MOST_UNPACKED_BYTES))
    }
}

impl ReadAllowance {
    /// The fault of a part that failed, kept apart from one that is too large.
    pub fn fault(&self) -> ReadFault {
        if self.0.get() == 0 {
            return ReadFault::TooLarge(ReadLimit::UnpackedBytes, MOST_UNPACKED_BYTES + 1);
        }
        ReadFault::Damaged
    }

    /// Unpacks a part to nowhere, only to know its size.
    pub fn measure(&self, archive: &mut Archive<'_>, name: &str) -> Result<(), ReadFault> {
        if let Some(mut part) = self.part(archive, name)? {
            io::copy(&mut part, &mut io::sink()).map_err(|_| self.fault())?;
        }
        Ok(())
    }

    /// A part to be read, nothing if the folder has none of the name.
    pub fn part<'a>(
        &'a self,
        archive: &'a mut Archive<'_>,
        name: &str,
    ) -> Result<Option<BufReader<Bounded<'a, impl Read>>>, ReadFault> {
        match archive.by_name(name) {
            Ok(inner) => {
                let left = &self.0;
                Ok(Some(BufReader::new(Bounded { inner, left })))
            }
            Err(ZipError::FileNotFound) => Ok(None),
            Err(_) => Err(ReadFault::Damaged),
        }
    }
}

/// A reader that fails once there is no room left.
pub struct Bounded<'a, R> {
    inner: R,
    left: &'a Cell<u64>,
}

impl<R: Read> Read for Bounded<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        let taken = u64::try_from(read).unwrap_or(u64::MAX);
        self.left.set(self.left.get().saturating_sub(taken));
        if self.left.get() == 0 {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::files::packed;

    #[test]
    fn a_part_that_is_larger_than_the_folder_says_is_stopped() {
        let bytes = packed(&[("a.xml", &vec![b' '; 1 << 20])]);
        let mut archive = open(&bytes).expect("a folder");
        let enough = ReadAllowance(Cell::new(2 << 20));
        assert_eq!(enough.measure(&mut archive, "a.xml"), Ok(()));
        let little = ReadAllowance(Cell::new(1_000));
        let fault = little.measure(&mut archive, "a.xml");
        let wanted = ReadFault::TooLarge(ReadLimit::UnpackedBytes, MOST_UNPACKED_BYTES + 1);
        assert_eq!(fault, Err(wanted));
        assert_eq!(little.measure(&mut archive, "b.xml"), Ok(()));
    }
}
