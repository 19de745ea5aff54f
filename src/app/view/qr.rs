//! A link as a QR code, drawn as one path.

use std::fmt::Write;

use fast_qr::QRBuilder;
use yew::prelude::*;

use super::context::use_page;

/// The light margin that readers of the code need, in modules.
const MARGIN: usize = 4;

/// The text of the code.
#[derive(Properties, PartialEq)]
pub struct QrProps {
    /// What the code holds.
    pub text: AttrValue,
}

/// A QR code; a text too long for one is said to be so.
#[component]
pub fn QrCode(props: &QrProps) -> Html {
    let page = use_page();
    let code = use_memo(props.text.clone(), |text| {
        QRBuilder::new(text.as_bytes())
            .build()
            .ok()
            .map(|code| (path(&code), code.size))
    });
    let Some((path, size)) = &*code else {
        return html! { <p>{ page.words.text("share-qr-too-long") }</p> };
    };
    let whole = size + 2 * MARGIN;
    html! {
        <svg class="qr" viewBox={format!("0 0 {whole} {whole}")} role="img"
            aria-label={page.words.text("share-qr")} shape-rendering="crispEdges">
            <rect width={whole.to_string()} height={whole.to_string()} fill="#ffffff" />
            <path d={path.clone()} fill="#000000" />
        </svg>
    }
}

/// The dark modules as squares of a path.
fn path(code: &fast_qr::QRCode) -> String {
    let mut path = String::new();
    for row in 0..code.size {
        for column in 0..code.size {
            if code[row][column].value() {
                let (x, y) = (column + MARGIN, row + MARGIN);
                let written = write!(path, "M{x} {y}h1v1h-1z");
                debug_assert!(written.is_ok(), "writing to a text never fails");
            }
        }
    }
    path
}
