//! The model's documents show the table of keys and the region's values as they are now.

use std::fs;
use std::path::Path;

use crate::support::region;
use zengshou::command::document::with_tables;
use zengshou::i18n::Catalog;
use zengshou::language::Language;
use zengshou::region::key::Fixed;

/// The languages of the documents: a reader of Traditional Chinese reads the Simplified one.
const LANGUAGES: [Language; 2] = [Language::SimplifiedChinese, Language::English];

fn document(language: Language) -> String {
    let name = format!("docs/model.{}.md", language.tag());
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).expect("the document")
}

#[test]
fn the_documents_are_current() {
    let region = region();
    for language in LANGUAGES {
        let old = document(language);
        let words = Catalog::new(language);
        words.name_after(&region.terms, region.years);
        let new = with_tables(&old, region, &words).expect("its marks");
        let tag = language.tag();
        assert!(
            old == new,
            "write it anew: cargo run --bin zengshou -- --language {tag} document docs/model.{tag}.md"
        );
        for fixed in Fixed::ALL {
            assert!(
                old.contains(&format!("`{}`", fixed.row().name)),
                "{tag} lacks {fixed:?}"
            );
        }
    }
}

#[test]
fn a_document_without_marks_or_with_old_tables_is_noticed() {
    let region = region();
    let words = Catalog::new(Language::English);
    assert!(with_tables("no marks", region, &words).is_err());
    let old = document(Language::English)
        .replacen("0.81", "0.82", 1)
        .replacen("81%", "82%", 1);
    assert_ne!(with_tables(&old, region, &words).as_deref(), Ok(&*old));
}
