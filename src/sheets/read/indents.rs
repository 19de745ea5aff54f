//! Open documents with line breaks between their cells, as some programs write them. The reader of cells takes such a
//! break for damage, so that it gets the document without them.

use std::io::{BufRead, Cursor, Read, Write};

use quick_xml::events::Event;
use quick_xml::{Reader as XmlReader, Writer as XmlWriter};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::archive::{self, Archive, ReadAllowance};
use crate::fault::ReadFault;

/// The part with all sheets.
const CONTENT: &str = "content.xml";
/// The part that names the kind of the document.
const KIND: &str = "mimetype";

/// The packed folder with a content that has nothing between its elements but in paragraphs.
pub fn without_indents(
    archive: &mut Archive<'_>,
    room: &ReadAllowance,
) -> Result<Vec<u8>, ReadFault> {
    let mut folder = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for name in archive::names(archive) {
        if name != KIND && !archive::is_read(&name) {
            continue;
        }
        let Some(mut part) = room.part(archive, &name)? else {
            continue;
        };
        let bytes = match name == CONTENT {
            true => written(part).ok_or_else(|| room.fault())?,
            false => {
                let mut bytes = Vec::new();
                part.read_to_end(&mut bytes).map_err(|_| room.fault())?;
                bytes
            }
        };
        folder
            .start_file(&*name, stored)
            .map_err(|_| ReadFault::Damaged)?;
        folder.write_all(&bytes).map_err(|_| ReadFault::Damaged)?;
    }
    let folder = folder.finish().map_err(|_| ReadFault::Damaged)?;
    Ok(folder.into_inner())
}

/// A part without blanks between elements, nothing if it is damaged.
fn written(part: impl BufRead) -> Option<Vec<u8>> {
    let mut reader = XmlReader::from_reader(part);
    let mut writer = XmlWriter::new(Vec::new());
    let mut buffer = Vec::new();
    let mut paragraphs = 0_u32;
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer).ok()?;
        match &event {
            Event::Eof => return Some(writer.into_inner()),
            Event::Start(element) if element.local_name().as_ref() == "p" => paragraphs += 1,
            Event::End(element) if element.local_name().as_ref() == "p" => {
                paragraphs = paragraphs.saturating_sub(1);
            }
            Event::Text(text) if paragraphs == 0 && is_blank(text) => continue,
            _ => {}
        }
        writer.write_event(event).ok()?;
    }
}

/// True for a text that only parts elements.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_whitespace())
}
