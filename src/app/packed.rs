//! Long texts for the browser's storage, which has room for some five million characters: a region with ten thousand
//! projects alone is longer. They are kept packed.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// The mark of a packed text.
const MARK: &str = "deflate:";
/// Texts shorter than this, in bytes, are kept as they are, to be read by anybody.
const LEAST: usize = 200_000;
/// The effort of packing, of ten.
const EFFORT: u8 = 3;

/// The text as it is kept.
pub fn packed(text: &str) -> String {
    if text.len() < LEAST {
        return text.to_owned();
    }
    let bytes = compress_to_vec(text.as_bytes(), EFFORT);
    format!("{MARK}{}", STANDARD.encode(bytes))
}

/// A kept text as it was; one that is damaged is left as it lies, for its reader to say so.
pub fn unpacked(kept: String, most: usize) -> String {
    let Some(packed) = kept.strip_prefix(MARK) else {
        return kept;
    };
    let bytes = STANDARD.decode(packed).ok();
    let text = bytes
        .and_then(|bytes| decompress_to_vec_with_limit(&bytes, most).ok())
        .and_then(|bytes| String::from_utf8(bytes).ok());
    text.unwrap_or(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_kept_shorter_and_comes_back() {
        let short = "{\"name\": \"蔚县\"}";
        assert_eq!(packed(short), short);
        assert_eq!(unpacked(short.to_owned(), 10), short);
        let row = r#"{"place":"项目!A3","name":"丙村设施农业提升项目","total":"300000"},"#;
        let long = row.repeat(20_000);
        let kept = packed(&long);
        assert!(kept.len() * 10 < long.len(), "{}", kept.len());
        assert_eq!(unpacked(kept.clone(), long.len()), long);
        // What would be longer than is read, or is damaged, is left as it lies.
        assert_eq!(unpacked(kept.clone(), long.len() - 1), kept);
        let cut = kept[..kept.len() / 2].to_owned();
        assert_eq!(unpacked(cut.clone(), long.len()), cut);
    }
}
