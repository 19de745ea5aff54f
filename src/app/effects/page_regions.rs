//! The regions that the page was built with: each a file of numbers, which the first of them need, and a file of
//! texts, which come after.

use std::cell::RefCell;
use std::collections::BTreeMap;

use wasm_bindgen::JsCast;
use web_sys::Element;

use super::page_file;
use crate::app::clock::next_task;
use crate::problem::Problem;
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

/// Puts a region's texts to its numbers.
pub type PutTogether = fn(&str, &str) -> Result<String, Vec<Problem>>;

/// Reasons why a region of the page can't be read.
pub enum Unread {
    /// A file did not come: which one, and the browser's words.
    Missing(String, String),
    /// Its files don't belong together.
    Problems(Vec<Problem>),
}

impl PageRegion {
    /// The text of the region's file: with its texts where they are to be put to it, which the program of the first
    /// numbers has no room for.
    ///
    /// # Errors
    /// Why it can't be had.
    pub async fn read(&self, put_together: Option<PutTogether>) -> Result<String, Unread> {
        let missing = |file: &str| {
            let file = file.to_owned();
            move |reason| Unread::Missing(file, reason)
        };
        let Some((texts, put_together)) = self.texts.as_ref().zip(put_together) else {
            return page_file::text(&self.file)
                .await
                .map_err(missing(&self.file));
        };
        if let Some(whole) = WHOLE.with_borrow(|known| known.get(&self.file).cloned()) {
            return Ok(whole);
        }
        let numbers = page_file::text(&self.file)
            .await
            .map_err(missing(&self.file))?;
        let texts = page_file::text(texts).await.map_err(missing(texts))?;
        next_task().await;
        let whole = put_together(&numbers, &texts).map_err(Unread::Problems)?;
        WHOLE.with_borrow_mut(|known| known.insert(self.file.clone(), whole.clone()));
        Ok(whole)
    }

    /// The text of the region's file with its texts.
    ///
    /// # Errors
    /// What went wrong, in the browser's words, or the places in the files that do not belong together.
    pub async fn whole(&self) -> Result<String, String> {
        self.read(Some(merge_all))
            .await
            .map_err(|unread| match unread {
                Unread::Missing(_, reason) => reason,
                Unread::Problems(problems) => {
                    let places: Vec<String> = problems.into_iter().map(|it| it.place).collect();
                    places.join(", ")
                }
            })
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
