//! The check that a file of the page came as it was built: its name holds a CRC-32 of its content.
//!
//! A connection that breaks off, a network that answers with its own page, and a program that rewrites what passes
//! all deliver something under the file's name; only the name can show it.

use crc::{CRC_32_ISO_HDLC, Crc, Table};

/// By a table of a kilobyte: bit by bit, the sums of the first files would hold up the start.
static SUM: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);

/// Faults of a file that came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// It is a web page, as of a network's login.
    WebPage,
    /// It is cut off or was altered; that many bytes came.
    Altered(usize),
}

impl std::fmt::Display for Damage {
    /// In both languages, since it may be the words that are missing.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::WebPage => out.write_str(
                "收到的是别的网页，可能要先登录网络 · another web page came, perhaps a network’s login",
            ),
            Self::Altered(bytes) => write!(
                out,
                "不完整或被改动（收到 {bytes} 字节） · cut off or altered ({bytes} bytes came)"
            ),
        }
    }
}

/// Checks a file's content against its name `stem.HASH.ending`; a name without a hash proves nothing.
///
/// # Errors
/// The fault.
pub fn check(name: &str, content: &[u8]) -> Result<(), Damage> {
    let mut parts = name.rsplit('.');
    let (_ending, hash) = (parts.next(), parts.next());
    let hash = hash
        .filter(|hash| hash.len() == 8)
        .and_then(|hash| u32::from_str_radix(hash, 16).ok());
    let Some(hash) = hash else {
        return Ok(());
    };
    if SUM.checksum(content) == hash {
        return Ok(());
    }
    Err(if is_web_page(content) {
        Damage::WebPage
    } else {
        Damage::Altered(content.len())
    })
}

fn is_web_page(content: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&content[..content.len().min(200)]).to_ascii_lowercase();
    let head = head.trim_start_matches(|sign: char| sign.is_whitespace() || sign == '\u{feff}');
    ["<!doctype", "<html", "<head", "<body", "<script"]
        .iter()
        .any(|start| head.starts_with(start))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn a_name_shows_whether_its_content_is_whole() {
        // The CRC-32 of the nine digits, as every table of such sums gives it.
        let name = "./locales/zh-Hans.later.cbf43926.ftl";
        assert_eq!(check(name, b"123456789"), Ok(()));
        assert_eq!(check(name, b"12345678"), Err(Damage::Altered(8)));
        assert_eq!(check(name, b""), Err(Damage::Altered(0)));
        assert_eq!(
            check(
                name,
                "\u{feff}\n <!DOCTYPE html><title>登录</title>".as_bytes()
            ),
            Err(Damage::WebPage)
        );
        assert_eq!(check("./index.html", b"anything"), Ok(()));
    }
}
