//! Registers of households: files in pieces of any length, and orders.

use zengshou::register::desk::RegisterDesk;

/// Opens the rest as a file, in pieces whose length the first byte says, and as a whole; and takes it as an order.
pub fn check(data: &[u8]) {
    let [piece, rest @ ..] = data else {
        return;
    };
    let in_pieces = opened(rest, usize::from(*piece) * 5 + 1);
    assert_eq!(in_pieces, opened(rest, rest.len().max(1)));
    let mut desk = RegisterDesk::new(|| 0);
    desk.order(&String::from_utf8_lossy(rest));
    for _ in 0..20 {
        desk.turn();
    }
}

/// The one report on a file, which says a preview or a refusal.
fn opened(bytes: &[u8], piece: usize) -> String {
    let mut desk = RegisterDesk::new(|| 0);
    desk.order(r#"{"open":{"id":3}}"#);
    for piece in bytes.chunks(piece) {
        desk.feed(3, piece, bytes.len() as u64);
    }
    desk.end(3);
    let (report, beside) = desk.report().expect("a report");
    assert!(desk.report().is_none() && beside.is_none());
    assert!(!desk.is_busy() && desk.wants().is_none());
    let read: serde_json::Value = serde_json::from_str(&report).expect("JSON");
    let Some(preview) = read.get("preview") else {
        assert!(read.get("refused").is_some(), "{report}");
        return report;
    };
    let number = |name: &str| preview["preview"][name].as_u64().expect("a number");
    // Nobody is taken and left out at once, and whoever was taken has members.
    let (rows, households) = (number("rows"), number("households"));
    if preview["preview"]["is_weighted"] == false {
        assert!(households + number("left_out") <= rows, "{report}");
    }
    assert!(
        (households..=20 * households).contains(&number("people")),
        "{report}"
    );
    report
}
