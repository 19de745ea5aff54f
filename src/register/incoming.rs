//! A register's file as it comes in, in pieces of any length: text in UTF-8, UTF-16 or a Chinese code page is read on the way;
//! a workbook is gathered first, since it can only be read as a whole.

use encoding_rs::{Decoder, DecoderResult, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};
use zengshou_households::read::{HouseholdReader, ReadRegister, RegisterRefusal};
use zengshou_sheets::{ForeignSheet, MOST_FILE_BYTES, read_file};

use super::message::{RegisterFault, RegisterForm};

/// Bytes by which the encoding is chosen.
const LOOKED_AT: usize = 4_096;
/// Bytes of text that are decoded at a time.
const DECODED: usize = 1 << 18;

/// A file on its way in.
pub struct IncomingRegister {
    start: Vec<u8>,
    state: State,
}

enum State {
    /// Too little came to know what it is.
    Unknown,
    Text(Box<IncomingText>),
    Workbook(Vec<u8>),
}

struct IncomingText {
    form: RegisterForm,
    decoder: Decoder,
    decoded: Vec<u8>,
    reader: HouseholdReader,
}

/// A register as it came in.
#[derive(Debug)]
pub struct ArrivedRegister {
    /// The register.
    pub read: ReadRegister,
    /// The form of its file.
    pub form: RegisterForm,
    /// The sheet of a workbook, counted from 1.
    pub sheet: Option<u32>,
}

impl Default for IncomingRegister {
    fn default() -> Self {
        Self {
            start: Vec::new(),
            state: State::Unknown,
        }
    }
}

impl IncomingRegister {
    /// Reads on.
    ///
    /// # Errors
    /// The reason for which nothing of the file is taken; what is here is of no use then.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), RegisterFault> {
        if let State::Unknown = self.state {
            self.start.extend_from_slice(bytes);
            if self.start.len() < LOOKED_AT {
                return Ok(());
            }
            return self.begin(false);
        }
        self.read(bytes, false)
    }

    /// The row that is being read, counted from 1; 0 of a workbook, which is read at its end.
    pub fn row(&self) -> u32 {
        match &self.state {
            State::Text(text) => text.reader.row(),
            _ => 0,
        }
    }

    /// Households that were taken so far.
    pub fn households(&self) -> usize {
        match &self.state {
            State::Text(text) => text.reader.taken(),
            _ => 0,
        }
    }

    /// The register, once all bytes were fed.
    ///
    /// # Errors
    /// The reason for which nothing of the file is taken.
    pub fn finish(mut self) -> Result<ArrivedRegister, RegisterFault> {
        match self.state {
            State::Unknown => self.begin(true)?,
            _ => self.read(&[], true)?,
        }
        match self.state {
            State::Unknown => Err(RegisterFault::Refused(RegisterRefusal::Empty)),
            State::Text(text) => Ok(ArrivedRegister {
                read: text.reader.finish().map_err(RegisterFault::Refused)?,
                form: text.form,
                sheet: None,
            }),
            State::Workbook(bytes) => of_workbook(&bytes),
        }
    }

    fn begin(&mut self, is_end: bool) -> Result<(), RegisterFault> {
        let start = std::mem::take(&mut self.start);
        let is_workbook = matches!(
            &*start,
            [b'P', b'K', 3, 4, ..] | [0xd0, 0xcf, 0x11, 0xe0, ..]
        );
        self.state = if is_workbook {
            State::Workbook(Vec::new())
        } else {
            State::Text(Box::new(IncomingText::of(&start)))
        };
        self.read(&start, is_end)
    }

    fn read(&mut self, bytes: &[u8], is_end: bool) -> Result<(), RegisterFault> {
        match &mut self.state {
            State::Unknown => Ok(()),
            State::Text(text) => text.read(bytes, is_end),
            State::Workbook(all) => {
                if all.len() + bytes.len() > MOST_FILE_BYTES {
                    let most = MOST_FILE_BYTES as u64;
                    return Err(RegisterFault::LargeWorkbook { most });
                }
                all.extend_from_slice(bytes);
                Ok(())
            }
        }
    }
}

impl IncomingText {
    fn of(start: &[u8]) -> Self {
        let encoding = encoding(start);
        Self {
            form: match encoding {
                it if it == GB18030 => RegisterForm::Gb18030,
                it if it == UTF_16LE || it == UTF_16BE => RegisterForm::Utf16,
                _ => RegisterForm::Utf8,
            },
            decoder: encoding.new_decoder_with_bom_removal(),
            decoded: vec![0; DECODED],
            reader: HouseholdReader::default(),
        }
    }

    fn read(&mut self, mut bytes: &[u8], is_end: bool) -> Result<(), RegisterFault> {
        loop {
            let (result, read, written) =
                self.decoder
                    .decode_to_utf8_without_replacement(bytes, &mut self.decoded, is_end);
            bytes = &bytes[read..];
            self.reader
                .feed(&self.decoded[..written])
                .map_err(RegisterFault::Refused)?;
            match result {
                DecoderResult::InputEmpty => return Ok(()),
                DecoderResult::OutputFull => {}
                // At the end a character that lacks its last bytes is all that can be wrong.
                DecoderResult::Malformed(..) if is_end && bytes.is_empty() => {
                    return Err(RegisterFault::CutCharacter(self.reader.row()));
                }
                DecoderResult::Malformed(..) => {
                    return Err(RegisterFault::NotText(self.reader.row()));
                }
            }
        }
    }
}

/// The encoding of a text by its first bytes: what its mark says, UTF-8 where they begin as that, else GB18030, which
/// holds GBK.
fn encoding(start: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(start) {
        return encoding;
    }
    match std::str::from_utf8(start) {
        Ok(_) => UTF_8,
        // The piece may end within a character.
        Err(error) if error.error_len().is_none() => UTF_8,
        // Four characters that are right by chance are none of a code page: one is damaged in a text of UTF-8.
        Err(error) => {
            let right = &start[..error.valid_up_to()];
            let signs = right.iter().filter(|byte| **byte >= 0xc0).count();
            if signs < 4 { GB18030 } else { UTF_8 }
        }
    }
}

/// The register on the first sheet that has the head of one.
fn of_workbook(bytes: &[u8]) -> Result<ArrivedRegister, RegisterFault> {
    let sheets = read_file(bytes, "").map_err(RegisterFault::Workbook)?;
    let mut refused = RegisterRefusal::Empty;
    for (number, sheet) in (1..).zip(&sheets) {
        match of_sheet(sheet) {
            Ok(read) => {
                return Ok(ArrivedRegister {
                    read,
                    form: RegisterForm::Workbook,
                    sheet: Some(number),
                });
            }
            Err(RegisterRefusal::Empty) => {}
            Err(refusal @ RegisterRefusal::NoHead) => refused = refusal,
            Err(refusal) => return Err(RegisterFault::Refused(refusal)),
        }
    }
    Err(RegisterFault::Refused(refused))
}

/// The register of a sheet, whose rows go the way of a text's: blank ones between them count.
fn of_sheet(sheet: &ForeignSheet) -> Result<ReadRegister, RegisterRefusal> {
    let mut reader = HouseholdReader::default();
    let width = sheet.rows.iter().map(|row| row.cells.len()).max();
    let mut line = String::new();
    let mut next = 0;
    for row in &sheet.rows {
        line.clear();
        while next < row.number {
            line.push('\n');
            next += 1;
        }
        next += 1;
        for column in 0..width.unwrap_or_default() {
            if column > 0 {
                line.push(',');
            }
            let text = row.cells.get(column).map(|cell| cell.text());
            // A break within a cell would count as a row of its own.
            let text = text.unwrap_or_default().replace(['\n', '\r'], " ");
            if text.contains([',', '"', '\t', ';']) {
                line.push('"');
                line.push_str(&text.replace('"', "\"\""));
                line.push('"');
            } else {
                line.push_str(&text);
            }
        }
        line.push('\n');
        reader.feed(line.as_bytes())?;
    }
    reader.finish()
}
