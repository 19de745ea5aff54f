//! The text of a scenario file's bytes. Editors and spreadsheets on Chinese systems still save in
//! GB18030, or in UTF-16 behind a byte-order mark; read as UTF-8 their notes would be garbled.

/// The text, without a byte-order mark: UTF-16 where its mark says so, else UTF-8, else GB18030 by a
/// decoder that takes nothing that is not valid. None where it is none of them.
pub fn text_of(bytes: &[u8], gb18030: impl Fn(&[u8]) -> Option<String>) -> Option<String> {
    let units = |of: fn([u8; 2]) -> u16| {
        let (pairs, rest) = bytes.as_chunks::<2>();
        let units: Vec<u16> = pairs.iter().skip(1).map(|pair| of(*pair)).collect();
        let is_whole = rest.is_empty();
        is_whole.then(|| String::from_utf16(&units).ok()).flatten()
    };
    let text = match bytes {
        [0xff, 0xfe, ..] => units(u16::from_le_bytes),
        [0xfe, 0xff, ..] => units(u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8(rest.to_vec()).ok(),
        _ => match str::from_utf8(bytes) {
            Ok(text) => Some(text.to_owned()),
            Err(_) => gb18030(bytes),
        },
    };
    // No text has such characters; UTF-16 without its mark is full of them.
    text.filter(|text| !text.contains('\0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Option<String> {
        text_of(bytes, |bytes| {
            let gb18030 = encoding_rs::GB18030;
            let text = gb18030.decode_without_bom_handling_and_without_replacement(bytes);
            text.map(Into::into)
        })
    }

    #[test]
    fn bytes_are_read_as_what_they_are() {
        let text = "{\"name\":\"县级方案，压减基建\"}\r\n";
        let (gbk, _, _) = encoding_rs::GB18030.encode(text);
        let little = text.encode_utf16().flat_map(u16::to_le_bytes);
        let big = text.encode_utf16().flat_map(u16::to_be_bytes);
        let behind = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
        for bytes in [
            text.as_bytes().to_vec(),
            behind(&[0xef, 0xbb, 0xbf], text.as_bytes().to_vec()),
            gbk.into_owned(),
            behind(&[0xff, 0xfe], little.collect()),
            behind(&[0xfe, 0xff], big.collect()),
        ] {
            assert_eq!(read(&bytes).as_deref(), Some(text), "{bytes:x?}");
        }
        assert_eq!(read(b"").as_deref(), Some(""));
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        let unmarked: Vec<u8> = "{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for bytes in [
            &unmarked[..],
            &[0xff, 0xfe, b'{'],
            &[0xff, 0xfe, 0x00, 0xd8],
            &[0xef, 0xbb, 0xbf, 0xff],
            &[b'{', 0xff],
            &[b'{', 0x81],
        ] {
            assert_eq!(read(bytes), None, "{bytes:x?}");
        }
    }
}
