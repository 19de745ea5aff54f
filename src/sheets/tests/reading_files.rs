//! Every kind of file, read as it is and refused as a whole where it can't be.

use encoding_rs::{BIG5, GB18030, GBK};
use rust_xlsxwriter::{Format, Formula, Workbook};

use super::files::{number, open_document, packed, saved, text, with_part, workbook};
use crate::cell::{ForeignSheet, Merged, SheetCell, SheetDate};
use crate::fault::{ReadFault, ReadLimit};
use crate::read::{read_file, read_pasted};

fn only(bytes: &[u8]) -> ForeignSheet {
    let mut sheets = read_file(bytes, "表.csv").expect("a readable file");
    assert_eq!(sheets.len(), 1);
    sheets.remove(0)
}

fn cells(sheet: &ForeignSheet) -> Vec<(u32, Vec<SheetCell>)> {
    sheet
        .rows
        .iter()
        .map(|row| (row.number, row.cells.clone()))
        .collect()
}

#[test]
fn texts_are_read_in_every_code_page_and_with_every_separator() {
    let wanted = vec![
        (0, vec![text("县区"), text("合计"), text("已支出")]),
        (
            2,
            vec![text("怀安县"), SheetCell::Empty, text("17177.1233")],
        ),
    ];
    for separator in [",", ";", "\t"] {
        let table = format!(
            "县区{separator}合计{separator}已支出\r\n\r\n怀安县{separator}{separator}17177.1233\r\n"
        );
        let wide =
            |bytes: fn(u16) -> [u8; 2]| table.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        let (little, big) = (wide(u16::to_le_bytes), wide(u16::to_be_bytes));
        for bytes in [
            table.as_bytes().to_vec(),
            [b"\xef\xbb\xbf", table.as_bytes()].concat(),
            GBK.encode(&table).0.into_owned(),
            GB18030.encode(&table).0.into_owned(),
            [b"\xff\xfe", &*little].concat(),
            [b"\xfe\xff", &*big].concat(),
            little,
            big,
        ] {
            let sheet = only(&bytes);
            assert_eq!(cells(&sheet), wanted);
            assert_eq!(sheet.name, "表");
        }
    }
    let traditional = "縣區,合計\n懷安縣,1\n";
    let sheet = only(&BIG5.encode(traditional).0);
    assert_eq!(sheet.rows[0].cells, [text("縣區"), text("合計")]);
}

#[test]
fn quotations_line_breaks_and_open_quotation_marks_are_read() {
    let sheet = only("a,b\n\"x\ny\",\"1,5\"\n\nc,d\n".as_bytes());
    let rows: Vec<u32> = sheet.rows.iter().map(|row| row.number).collect();
    assert_eq!(rows, [0, 1, 3]);
    assert_eq!(sheet.rows[1].cells, [text("x\ny"), text("1,5")]);
    let open = only("a,b\n\"x,1\nc,2\n".as_bytes());
    assert_eq!(open.rows.len(), 3);
    let said = only("sep=;\na;b,c\n".as_bytes());
    assert_eq!(said.rows[0].cells, [text("a"), text("b,c")]);
    let pasted = read_pasted("县区\t已支出\n怀安县\t12\n").expect("a block");
    assert_eq!(pasted[0].rows[1].cells, [text("怀安县"), text("12")]);
    assert_eq!(read_pasted("\n \n"), Ok(Vec::new()));
}

#[test]
fn a_workbook_is_one_whatever_it_is_named_and_so_is_a_text() {
    let bytes = workbook(&[("县区", &[&["县区", "已支出"], &["怀安县", "87.680651"]])]);
    let sheets = read_file(&bytes, "a.csv").expect("a workbook named like a text");
    assert_eq!(
        sheets[0].rows[1].cells,
        [text("怀安县"), number("87.680651")]
    );
    let sheets = read_file("县区,已支出\n怀安县,1\n".as_bytes(), "b.xlsx").expect("a text");
    assert_eq!(sheets[0].name, "b");
    assert_eq!(sheets[0].rows.len(), 2);
}

#[test]
fn a_workbook_tells_dates_percentages_merged_hidden_and_uncomputed_cells() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let plain = Format::new();
    sheet
        .merge_range(0, 0, 0, 2, "资金来源", &plain)
        .expect("a range");
    let day = Format::new().set_num_format("yyyy-mm-dd");
    sheet.write_with_format(2, 0, 45_717, &day).expect("a date");
    let percent = Format::new().set_num_format("0.0%");
    sheet
        .write_with_format(2, 1, 0.85, &percent)
        .expect("a share");
    sheet.write(2, 2, true).expect("a flag");
    sheet
        .write(3, 0, Formula::new("=1/0").set_result("#DIV/0!"))
        .expect("an error");
    sheet
        .write(3, 1, Formula::new("=A1+1").set_result("12.5"))
        .expect("a formula");
    sheet
        .write(3, 3, Formula::new("=SUM(B1:B3)").set_result(""))
        .expect("a formula");
    sheet.set_row_hidden(2).expect("a row");
    sheet.set_column_hidden(1).expect("a column");
    workbook
        .add_worksheet()
        .set_hidden(true)
        .write(0, 0, "x")
        .expect("a sheet");
    // Programs that compute nothing leave the result out.
    let bytes = with_part(&saved(workbook), "xl/worksheets/sheet1.xml", |part| {
        part.replace("<f>SUM(B1:B3)</f><v>0</v>", "<f>SUM(B1:B3)</f><v></v>")
    });
    let sheets = read_file(&bytes, "a.xlsx").expect("a workbook");
    let merged = Merged {
        top: 0,
        left: 0,
        bottom: 0,
        right: 2,
    };
    assert_eq!(sheets[0].merged, [merged]);
    assert_eq!(sheets[0].hidden_columns, [1]);
    assert_eq!((sheets[0].hidden, sheets[1].hidden), (false, true));
    let hidden: Vec<(u32, bool)> = sheets[0]
        .rows
        .iter()
        .map(|row| (row.number, row.hidden))
        .collect();
    assert_eq!(hidden, [(0, false), (2, true), (3, false)]);
    let date = SheetDate::new(2025, 3, Some(1))
        .map(SheetCell::Date)
        .expect("a day");
    let share = SheetCell::Percent("0.85".parse().expect("a number"));
    assert_eq!(
        sheets[0].rows[1].cells,
        [date, share, SheetCell::Flag(true)]
    );
    let last = &sheets[0].rows[2].cells;
    assert_eq!(last[1], number("12.5"));
    assert_eq!(last[3], SheetCell::Uncomputed);
}

#[test]
fn empty_rows_cost_nothing_and_a_far_cell_is_where_it_is() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write(0, 0, "县区").expect("a cell");
    sheet.write(1_048_575, 16_383, 1).expect("a cell");
    let sheets = read_file(&saved(workbook), "a.xlsx").expect("a workbook");
    let shape: Vec<(u32, usize)> = sheets[0]
        .rows
        .iter()
        .map(|row| (row.number, row.cells.len()))
        .collect();
    assert_eq!(shape, [(0, 1), (1_048_575, 16_384)]);

    let bytes = workbook_of_empty_rows();
    let sheets = read_file(&bytes, "a.xlsx").expect("a workbook");
    assert_eq!(sheets[0].rows.len(), 1);
}

/// A workbook of rows that hold nothing but a style.
fn workbook_of_empty_rows() -> Vec<u8> {
    let bytes = workbook(&[("县区", &[&["县区"]])]);
    with_part(&bytes, "xl/worksheets/sheet1.xml", |part| {
        let mut rows = String::new();
        for row in 2..=50_000 {
            rows.push_str(&format!("<row r=\"{row}\"><c r=\"A{row}\" s=\"0\"/></row>"));
        }
        part.replace("</sheetData>", &format!("{rows}</sheetData>"))
    })
}

#[test]
fn an_open_document_is_read_with_what_it_hides_and_joins() {
    let cell = |text: &str| {
        format!(
            r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#
        )
    };
    let rows = format!(
        r#"<table:table-column/><table:table-column table:visibility="collapse"/>
        <table:table-row><table:table-cell table:number-columns-spanned="2" office:value-type="string"><text:p>资金</text:p></table:table-cell><table:covered-table-cell/></table:table-row>
        <table:table-row table:visibility="collapse">{}<table:table-cell office:value-type="float" office:value="87.680651"><text:p>87.68</text:p></table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#,
        cell("怀安县")
    );
    // As one line, and with line breaks between rows and cells, as some programs write it.
    let [line, indented] = [
        rows.replace("\n        ", ""),
        rows.replace("</table:table-cell><", "</table:table-cell>\n          <"),
    ];
    let sheet = only(&open_document(&indented));
    assert_eq!(sheet, only(&open_document(&line)));
    assert_eq!(sheet.name, "县区");
    assert_eq!(
        cells(&sheet),
        [
            (0, vec![text("资金")]),
            (1, vec![text("怀安县"), number("87.680651")])
        ]
    );
    assert_eq!(
        sheet.merged,
        [Merged {
            top: 0,
            left: 0,
            bottom: 0,
            right: 1
        }]
    );
    assert_eq!(sheet.hidden_columns, [1]);
    assert!(sheet.rows[1].hidden && !sheet.rows[0].hidden);
}

#[test]
fn an_open_document_that_repeats_itself_too_often_is_refused() {
    let rows = r#"<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row>"#;
    let fault = read_file(&open_document(rows), "a.ods");
    assert_eq!(
        fault,
        Err(ReadFault::TooLarge(ReadLimit::Cells, 1_048_576 * 16_384))
    );
}

#[test]
fn a_file_that_cannot_be_read_says_why() {
    let bytes = workbook(&[("县区", &[&["县区", "已支出"], &["怀安县", "1"]])]);
    assert_eq!(
        read_file(&bytes[..bytes.len() / 2], "a.xlsx"),
        Err(ReadFault::Damaged)
    );
    assert_eq!(read_file(b"", "a.xlsx"), Err(ReadFault::Empty));
    assert_eq!(read_file(b" \n,,\n", "a.csv"), Err(ReadFault::Empty));
    assert_eq!(
        read_file(b"%PDF-1.7\n\x00\x01\x02", "a.xlsx"),
        Err(ReadFault::Unknown)
    );
    assert_eq!(
        read_file(b"<html><table><tr><td>1</td></tr></table>", "a.xls"),
        Err(ReadFault::WebPage)
    );
    let old =
        br#"<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>"#;
    assert_eq!(read_file(old, "a.xls"), Err(ReadFault::OldXml));
    assert_eq!(
        read_file(&packed(&[("word/document.xml", b"<w/>")]), "a.docx"),
        Err(ReadFault::Unknown)
    );
}

/// A compound file's head and a directory's entry of the name that locked workbooks have.
#[test]
fn a_locked_workbook_is_told_from_a_damaged_one() {
    let entry: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    let locked = [head.clone(), vec![0; 1_016], entry, vec![0; 480]].concat();
    assert_eq!(read_file(&locked, "a.xlsx"), Err(ReadFault::Password));
    let old: Vec<u8> = "Workbook"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let cut = [head.clone(), vec![0; 1_016], old].concat();
    assert_eq!(read_file(&cut, "a.xls"), Err(ReadFault::Damaged));
    assert_eq!(
        read_file(&[head, vec![0; 2_000]].concat(), "a.doc"),
        Err(ReadFault::Unknown)
    );
    let manifest = br#"<m:manifest xmlns:m="x"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"#;
    let parts: [(&str, &[u8]); 3] = [
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", b"\x01\x02"),
    ];
    assert_eq!(
        read_file(&packed(&parts), "a.ods"),
        Err(ReadFault::Password)
    );
}

#[test]
fn what_unpacks_to_more_than_is_read_is_refused() {
    let mut bomb = packed(&[("xl/workbook.xml", b"<workbook/>")]);
    let entry = bomb
        .windows(4)
        .position(|bytes| bytes == b"PK\x01\x02")
        .expect("an entry");
    bomb[entry + 24..entry + 28].copy_from_slice(&0x7fff_ffff_u32.to_le_bytes());
    let fault = read_file(&bomb, "a.xlsx");
    assert_eq!(
        fault,
        Err(ReadFault::TooLarge(ReadLimit::UnpackedBytes, 0x7fff_ffff))
    );
}

#[test]
fn macros_are_left_alone() {
    let bytes = workbook(&[("县区", &[&["县区"], &["怀安县"]])]);
    let mut parts = vec![(
        "xl/vbaProject.bin".to_owned(),
        b"\xd0\xcf\x11\xe0 no macros".to_vec(),
    )];
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&*bytes)).expect("a folder");
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).expect("a part");
        let mut own = Vec::new();
        std::io::copy(&mut part, &mut own).expect("bytes");
        parts.push((part.name().expect("a name").into_owned(), own));
    }
    let parts: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(name, bytes)| (&**name, &**bytes))
        .collect();
    let sheets = read_file(&packed(&parts), "a.xlsm").expect("a workbook");
    assert_eq!(sheets[0].rows.len(), 2);
}

#[test]
fn a_number_of_eighteen_digits_is_a_text_in_texts() {
    let sheet = only("编号\n130702199001011234\n".as_bytes());
    assert_eq!(sheet.rows[1].cells, [text("130702199001011234")]);
}
