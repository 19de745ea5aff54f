//! Anything at all never ends the program.

use proptest::prelude::*;

use super::files::{open_document, workbook};
use crate::read::{read_file, read_pasted};
use crate::reading::Answers;
use crate::recognise::recognise;
use crate::synonyms::Synonyms;

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

    #[test]
    fn any_table_is_recognised_or_left_out(
        headers in proptest::collection::vec(prop::sample::select(vec![
            "县区", "指标", "数值", "项目名称", "项目类型", "总投资", "中央", "脱贫户数", "人均纯收入（元）", "开工日",
            "年度", "下达资金（亿元）", "责任人", "单位：万元", "合计", "注：", "", "(", "2025年人均纯收入",
        ]), 1..12),
        cells in proptest::collection::vec(prop_oneof![
            "[-+]?[0-9]{0,30}[.,]?[0-9]{0,30}(e[0-9]{1,9})?(%|万元|户)?",
            ".{0,12}",
            prop::sample::select(vec!["合计", "小计", "总计", "注：", "—", "县区", "指标", "数值"]).prop_map(str::to_owned),
        ], 0..60),
    ) {
        let mut text = headers.join("\t");
        for row in cells.chunks(headers.len()) {
            text.push('\n');
            text.push_str(&row.join("\t"));
        }
        if let Ok(sheets) = read_pasted(&text) {
            let _ = recognise(&sheets, &Synonyms::default(), &Answers::default());
        }
    }
}
