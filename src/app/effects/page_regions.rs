//! The regions that the page was built with: each a file of numbers, which the first of them need, and a file of
//! texts, which come after.

use std::cell::RefCell;
use std::collections::BTreeMap;

use wasm_bindgen::JsCast;
use web_sys::Element;

use super::page_file;
use crate::region::texts::merge_all;

thread_local! {
    /// The whole files that were put together, by the name of the numbers'.
    static WHOLE: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
}

/// A region that the page announces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageRegion {
    /// Its identifier.
    pub id: String,
    /// The file of its numbers.
    pub file: String,
    /// The file of its texts; none where the numbers' file holds them itself.
    pub texts: Option<String>,
}

impl PageRegion {
    /// The text of the region's file with its texts.
    ///
    /// # Errors
    /// What went wrong, in the browser's words, or the place in a file that does not belong there.
    pub async fn whole(&self) -> Result<String, String> {
        let Some(texts) = &self.texts else {
            return page_file::text(&self.file).await;
        };
        if let Some(whole) = WHOLE.with_borrow(|known| known.get(&self.file).cloned()) {
            return Ok(whole);
        }
        let numbers = page_file::text(&self.file).await?;
        let whole = merge_all(&numbers, &page_file::text(texts).await?).map_err(|problems| {
            let places: Vec<String> = problems.into_iter().map(|it| it.place).collect();
            format!("{texts}: {}", places.join(", "))
        })?;
        WHOLE.with_borrow_mut(|known| known.insert(self.file.clone(), whole.clone()));
        Ok(whole)
    }
}

/// The regions that the page announces, the default first.
pub fn announced() -> Vec<PageRegion> {
    let document = gloo::utils::document();
    let Ok(found) = document.query_selector_all("link[data-region]") else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|index| found.item(index)?.dyn_into::<Element>().ok())
        .filter_map(|link| {
            Some(PageRegion {
                id: link.get_attribute("data-region")?,
                file: link.get_attribute("href")?,
                texts: link.get_attribute("data-texts"),
            })
        })
        .collect()
}

/// The text of the file of the region that own ones begin with.
///
/// # Errors
/// As [`PageRegion::whole`].
pub async fn default_text() -> Result<String, String> {
    let announced = announced().into_iter().next();
    announced
        .ok_or_else(|| "no region".to_owned())?
        .whole()
        .await
}
