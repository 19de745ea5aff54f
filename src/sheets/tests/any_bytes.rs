//! Anything at all never ends the program.

use proptest::prelude::*;

use super::files::{open_document, workbook};
use crate::read::{read_file, read_pasted};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        let _ = read_file(&bytes, "a.xlsx");
    }

    #[test]
    fn any_text_is_read_or_refused(text in "(?s).{0,400}") {
        let _ = read_pasted(&text);
    }

    #[test]
    fn any_bytes_of_a_compound_file_are_read_or_refused(
        bytes in proptest::collection::vec(any::<u8>(), 512..4_000),
    ) {
        let name: Vec<u8> = "Workbook".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let file = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", &*bytes, &*name].concat();
        let _ = read_file(&file, "a.xls");
    }

    #[test]
    fn a_workbook_with_some_bytes_changed_is_read_or_refused(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
        is_open_document in any::<bool>(),
    ) {
        let mut bytes = if is_open_document {
            open_document(r#"<table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>"#)
        } else {
            workbook(&[("县区", &[&["县区", "已支出"], &["怀安县", "1"]])])
        };
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        let _ = read_file(&bytes, "a.xlsx");
    }
}
