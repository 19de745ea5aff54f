//! Texts and values that the form itself had written before anybody filled it in: they come back with it and are
//! no figures of the bureau's.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use zengshou_sheets::folded;

use super::FormRow;
use super::cells::with_range;
use super::template::{Prefill, TemplateLine, definition_of};
use crate::i18n::Catalog;
use crate::region::key::{Key, Unit, Year};
use crate::region::own::{OwnFigure, OwnRegion, essential_keys};
use crate::region::{EvidencedValue, Region, Status, Years};

/// The form's own texts and values.
pub struct Prefilled {
    /// Values that stand in for those not given.
    stand_ins: BTreeMap<Key, EvidencedValue>,
    /// Reasons that the form writes beside values that stand in, folded, by row.
    texts: BTreeMap<FormRow, BTreeSet<String>>,
    /// Sources that the form writes beside them, folded.
    sources: BTreeSet<String>,
    /// The figures of the region before.
    before: Option<OwnRegion>,
    essential: Vec<Key>,
    base_year: Year,
}

impl Prefilled {
    /// The texts of a form of these years in every language.
    pub fn new(
        years: Years,
        before: Option<&OwnRegion>,
        default: &Region,
        catalogs: &[Catalog],
    ) -> Self {
        let mut blank = OwnRegion::empty(years);
        // Numbers in proportion to the people stand in for what is not given, so that the people are needed.
        if let Some(before) = before {
            for key in essential_keys(before.years.income) {
                if let (Key::Fixed(_), Some(figure)) = (key, before.values.get(&key)) {
                    blank.values.insert(key, figure.clone());
                }
            }
        }
        let stand_ins = blank.parameters(default);
        let mut texts: BTreeMap<FormRow, BTreeSet<String>> = BTreeMap::new();
        let mut sources = BTreeSet::new();
        let empty = Prefill::of_years(years, default);
        for words in catalogs {
            let empty = empty.template(words);
            for line in empty.figures {
                if let TemplateLine::Figure(figure) = line {
                    let text =
                        with_range(figure.row.unit().unwrap_or(Unit::Share), &figure.definition);
                    texts.entry(figure.row).or_default().insert(folded(&text.0));
                    sources.insert(folded(&figure.source));
                }
            }
            for (key, figure) in &stand_ins {
                let text = with_range(key.unit(), &definition_of(figure, words));
                let row = FormRow::Value(*key);
                texts.entry(row).or_default().insert(folded(&text.0));
            }
        }
        Self {
            stand_ins,
            texts,
            sources,
            before: before.cloned(),
            essential: essential_keys(years.income),
            base_year: years.income,
        }
    }

    /// The range that a value of a key should lie in, where nobody would doubt it.
    pub fn plausible(&self, key: Key) -> Option<(Decimal, Decimal)> {
        let figure = self.stand_ins.get(&key)?;
        figure.range.filter(|(least, most)| least < most)
    }

    /// True for a figure that is the value standing in for an unknown one, with nothing said of it.
    pub fn stands_in(&self, key: Key, figure: &OwnFigure) -> bool {
        if self.essential.contains(&key) {
            return false;
        }
        let stand_in = self.stand_ins.get(&key);
        stand_in.is_some_and(|stand_in| {
            let is_same = stand_in.value.normalize() == figure.value.normalize();
            let says_nothing = figure.source.is_none() && figure.basis.is_none();
            let status = figure.status.unwrap_or(stand_in.status);
            is_same && says_nothing && (status == stand_in.status || status == Status::Assumption)
        })
    }

    /// A figure without the texts that the form had written beside it; as the region before has it, where it
    /// is the same.
    pub fn without_prefilled(&self, row: FormRow, figure: OwnFigure) -> OwnFigure {
        let mut figure = figure;
        let texts = self.texts.get(&row);
        let is_own_text = |text: &String| texts.is_some_and(|texts| texts.contains(&folded(text)));
        let had_text = figure.basis.as_ref().is_some_and(is_own_text);
        figure.basis = figure.basis.filter(|text| !is_own_text(text));
        figure.source = figure
            .source
            .filter(|text| !self.sources.contains(&folded(text)));
        // The range of a value that stands in is not one of the bureau's.
        if had_text && figure.basis.is_none() {
            figure.range = None;
        }
        let before = self.before.as_ref().and_then(|before| match row {
            FormRow::Given(given) => before.figures.get(&given),
            row => before.values.get(&row.key(self.base_year)?),
        });
        match before {
            Some(before)
                if before.value.normalize() == figure.value.normalize()
                    && before.source == figure.source
                    && (before.basis == figure.basis || figure.basis.is_none()) =>
            {
                before.clone()
            }
            _ => {
                // Without a source of its own a number is no published one, whatever the form said of another.
                // With one it is published unless it says otherwise.
                if figure.status == Some(Status::Source) {
                    figure.status = None;
                }
                if figure.status == Some(Status::Derived) && figure.basis.is_none() {
                    figure.status = None;
                }
                figure
            }
        }
    }
}
