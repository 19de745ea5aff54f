//! Numbers as the browser writes them in a language (`Intl.NumberFormat`).

use std::cell::RefCell;
use std::collections::HashMap;

use js_sys::{Array, Function, Intl, Object, Reflect};
use rust_decimal::Decimal;
use wasm_bindgen::JsValue;

use crate::i18n::number::{NumberFormat, PlainFormat};
use crate::language::Language;
use crate::number::round;

/// The formats of one language, made when first needed and kept.
pub struct IntlFormat {
    language: Language,
    formats: RefCell<HashMap<(u32, bool), Option<Function>>>,
}

impl IntlFormat {
    /// The formats of a language.
    pub fn new(language: Language) -> Self {
        Self {
            language,
            formats: RefCell::default(),
        }
    }

    fn make(&self, places: u32, signed: bool) -> Option<Function> {
        let options = Object::new();
        let set = |name: &str, value: JsValue| {
            Reflect::set(&options, &JsValue::from_str(name), &value).is_ok()
        };
        set("minimumFractionDigits", places.into());
        set("maximumFractionDigits", places.into());
        if signed {
            set("signDisplay", "exceptZero".into());
        }
        let locales = Array::of1(&JsValue::from_str(self.language.tag()));
        Some(Intl::NumberFormat::new(&locales, &options).format())
    }
}

impl NumberFormat for IntlFormat {
    fn decimal(&self, value: Decimal, places: u32, signed: bool) -> String {
        // Rounded here, half away from zero, and handed over as a text: the browser must not
        // round a binary approximation a second time.
        let rounded = round(value, places);
        let mut formats = self.formats.borrow_mut();
        let format = formats
            .entry((places, signed))
            .or_insert_with(|| self.make(places, signed));
        format
            .as_ref()
            .and_then(|format| {
                format
                    .call1(&JsValue::NULL, &JsValue::from_str(&rounded.to_string()))
                    .ok()
            })
            .and_then(|text| text.as_string())
            .unwrap_or_else(|| PlainFormat.decimal(value, places, signed))
    }
}
