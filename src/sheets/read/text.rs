//! Tables as text: whatever code page, whatever separates the columns.

use encoding_rs::{BIG5, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::{Budget, Rows, text_cell};
use crate::cell::ForeignSheet;
use crate::fault::ReadFault;

/// Lines by which a separator is chosen.
const LOOKED_AT: usize = 30;

/// The first bytes of files that are often taken for tables: documents, pictures, packed folders.
const OTHERS: [&[u8]; 7] = [
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"Rar!",
    b"7z\xbc\xaf",
    b"{\\rtf",
];

/// Words of tables in simplified and in traditional characters, by which a code page is said.
const SIMPLIFIED: [&str; 6] = ["项目", "县", "乡镇", "合计", "单位", "指标"];
const TRADITIONAL: [&str; 6] = ["項目", "縣", "鄉鎮", "合計", "單位", "指標"];

/// The sheet of a text file.
pub fn read(bytes: &[u8], name: &str) -> Result<ForeignSheet, ReadFault> {
    if OTHERS.iter().any(|start| bytes.starts_with(start)) {
        return Err(ReadFault::Unknown);
    }
    let text = decoded(bytes)?;
    let start: String = text.trim_start().chars().take(2_000).collect();
    let start = start.to_lowercase();
    if start.starts_with('<') {
        let is_office = start.contains("urn:schemas-microsoft-com:office:spreadsheet");
        let is_page = [
            "<html",
            "<table",
            "<!doctype html",
            "<head",
            "<meta",
            "<body",
        ];
        if is_office && !start.contains("<html") {
            return Err(ReadFault::OldXml);
        }
        if is_page.iter().any(|tag| start.contains(tag)) {
            return Err(ReadFault::WebPage);
        }
        return Err(ReadFault::Unknown);
    }
    read_text(&text, name)
}

/// Bytes as text: by their mark, as UTF-16 without one, as UTF-8, else in a Chinese code page.
fn decoded(bytes: &[u8]) -> Result<String, ReadFault> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        return Ok(encoding.decode_without_bom_handling(rest).0.into_owned());
    }
    if let Some(encoding) = utf_16(bytes) {
        return Ok(encoding.decode_without_bom_handling(bytes).0.into_owned());
    }
    let odd =
        |byte: &&u8| **byte < 0x20 && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1a);
    if bytes.contains(&0) || bytes.iter().filter(odd).count() > bytes.len() / 100 {
        return Err(ReadFault::Unknown);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(text.to_owned()),
        // A file that was cut in the middle of a character is still UTF-8.
        Err(error) if error.error_len().is_none() && error.valid_up_to() > 0 => {
            return Ok(UTF_8.decode_without_bom_handling(bytes).0.into_owned());
        }
        Err(_) => {}
    }
    let (simplified, _, has_errors) = GB18030.decode(bytes);
    let (traditional, _, has_big5_errors) = BIG5.decode(bytes);
    let holds = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
    let is_big5 = !has_big5_errors
        && (has_errors || (holds(&traditional, &TRADITIONAL) && !holds(&simplified, &SIMPLIFIED)));
    if is_big5 {
        return Ok(traditional.into_owned());
    }
    let replaced = simplified
        .chars()
        .filter(|c| *c == char::REPLACEMENT_CHARACTER)
        .count();
    if replaced > 1 + simplified.len() / 1_000 {
        return Err(ReadFault::Unknown);
    }
    Ok(simplified.into_owned())
}

/// UTF-16 without a mark, known by the ends of its lines and what separates its columns.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let pairs = || bytes.chunks_exact(2).take(100_000);
    let is_sign = |byte: u8| matches!(byte, b'\n' | b'\r' | b'\t' | b',' | b';');
    let little = pairs()
        .filter(|pair| is_sign(pair[0]) && pair[1] == 0)
        .count();
    let big = pairs()
        .filter(|pair| pair[0] == 0 && is_sign(pair[1]))
        .count();
    let encoding = match little.cmp(&big) {
        _ if !bytes.len().is_multiple_of(2) || little + big == 0 => return None,
        std::cmp::Ordering::Less => UTF_16BE,
        _ => UTF_16LE,
    };
    let (text, has_errors) = encoding.decode_without_bom_handling(bytes);
    let is_odd = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r');
    (!has_errors && !text.contains(is_odd)).then_some(encoding)
}

/// The sheet of a text.
pub fn read_text(text: &str, name: &str) -> Result<ForeignSheet, ReadFault> {
    let text = text.trim_start_matches('\u{feff}');
    let (separator, text) = separator(text);
    // A mark of inches or an open quotation would swallow the rest of the file.
    let is_quoted = text
        .bytes()
        .filter(|byte| *byte == b'"')
        .count()
        .is_multiple_of(2);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .quoting(is_quoted)
        .from_reader(text.as_bytes());
    let mut budget = Budget::default();
    let mut rows = Rows::new(&mut budget);
    let mut record = csv::StringRecord::new();
    let (mut number, mut line) = (0_u32, 1_u64);
    loop {
        // Text in memory that is a string already can't fail to be read as one.
        if !reader
            .read_record(&mut record)
            .map_err(|_| ReadFault::Damaged)?
        {
            break;
        }
        // The reader leaves out blank lines, which spreadsheets count.
        let inside = record
            .iter()
            .flat_map(str::bytes)
            .filter(|byte| *byte == b'\n')
            .count();
        let end = reader.position().line();
        let own = 1 + u64::try_from(inside).unwrap_or_default();
        let blank = end.saturating_sub(line).saturating_sub(own);
        number = number.saturating_add(u32::try_from(blank).unwrap_or_default());
        line = end;
        for (column, field) in record.iter().enumerate() {
            if !field.trim().is_empty() {
                let column = u32::try_from(column).unwrap_or(u32::MAX);
                rows.put(number, column, text_cell(field)?)?;
            }
        }
        number = number.saturating_add(1);
    }
    Ok(ForeignSheet {
        name: name.to_owned(),
        rows: rows.finish()?,
        ..ForeignSheet::default()
    })
}

/// The separator of the columns, and the text past a line that says so.
fn separator(text: &str) -> (u8, &str) {
    if let Some(rest) = text.strip_prefix("sep=") {
        let mut bytes = rest.bytes();
        let sign = bytes
            .next()
            .filter(|byte| matches!(byte, b',' | b';' | b'\t' | b'|'));
        let after = rest.find('\n').and_then(|end| rest.get(end + 1..));
        if let (Some(sign), Some(after)) = (sign, after) {
            return (sign, after);
        }
    }
    let mut best = (0, 0, b',');
    for sign in [b'\t', b',', b';', b'|'] {
        let mut counts: Vec<usize> = Vec::new();
        for line in text
            .lines()
            .filter(|line| !line.trim().is_empty())
            .take(LOOKED_AT)
        {
            let mut is_inside = false;
            let mut count = 0;
            for byte in line.bytes().take(100_000) {
                is_inside ^= byte == b'"';
                count += usize::from(byte == sign && !is_inside);
            }
            counts.push(count);
        }
        // The count that most lines share; a sign within sentences is shared by few.
        counts.retain(|count| *count > 0);
        counts.sort_unstable();
        let runs = counts
            .chunk_by(PartialEq::eq)
            .map(|run| (run.len(), run[0]));
        if let Some((lines, count)) = runs.max()
            && (lines, count) > (best.0, best.1)
        {
            best = (lines, count, sign);
        }
    }
    (best.2, text)
}
