//! The languages that the calculator speaks.

/// Hands the table of languages to a macro: a line each, in the order in which a menu offers them, of a name,
/// the tag of BCP 47 and the language's name in itself. The tag is the language's folder in `static/locales`.
macro_rules! with_languages {
    ($macro:ident) => {
        $macro! {
            /// Simplified Chinese, the main language.
            SimplifiedChinese "zh-Hans" "简体中文";
            /// Traditional Chinese, made from the Simplified texts.
            TraditionalChinese "zh-Hant" "繁體中文";
            /// English.
            English "en" "English";
        }
    };
}
pub(crate) use with_languages;

macro_rules! languages {
    ($($(#[$doc:meta])* $name:ident $tag:literal $own_name:literal;)*) => {
        /// A language, in the order in which a menu offers them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Language {
            $($(#[$doc])* $name,)*
        }

        impl Language {
            /// All of them.
            pub const ALL: [Self; [$($tag),*].len()] = [$(Self::$name,)*];

            /// The tag of BCP 47, as it stands in region files, in links and on the page.
            pub fn tag(self) -> &'static str {
                match self {
                    $(Self::$name => $tag,)*
                }
            }

            /// The language's name in itself.
            pub fn own_name(self) -> &'static str {
                match self {
                    $(Self::$name => $own_name,)*
                }
            }
        }
    };
}
with_languages!(languages);

impl Language {
    /// The language of exactly that tag.
    pub fn parse(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// The language of a tag or of a locale, as systems write it: `zh-CN`, `zh_TW.UTF-8`, `C`.
    pub fn of_locale(locale: &str) -> Option<Self> {
        let name = locale.split(['.', '@']).next().unwrap_or_default();
        let tag = name.trim().replace('_', "-").to_ascii_lowercase();
        match &*tag {
            "c" | "posix" => Some(Self::English),
            tag => spoken(tag),
        }
    }

    /// The best language for a list of wishes, as browsers give it: the first that is spoken
    /// here, else the main language.
    pub fn choose<'a>(wishes: impl IntoIterator<Item = &'a str>) -> Self {
        wishes
            .into_iter()
            .find_map(|wish| spoken(&wish.to_ascii_lowercase()))
            .unwrap_or(Self::SimplifiedChinese)
    }
}

/// The language of a tag in small letters, whatever place it names.
fn spoken(tag: &str) -> Option<Language> {
    let first = |tag: &str| {
        tag.split('-')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase()
    };
    let found = Language::ALL
        .into_iter()
        .find(|language| first(language.tag()) == first(tag))?;
    let is_chinese = first(tag) == "zh";
    Some(if is_chinese { chinese(tag) } else { found })
}

/// The way of writing Chinese that a tag in small letters asks for: what it names, else that of
/// the place that it names.
fn chinese(tag: &str) -> Language {
    let has = |part: &str| tag.split('-').any(|found| found == part);
    let traditional = has("hant") || (!has("hans") && ["tw", "hk", "mo"].into_iter().any(has));
    if traditional {
        Language::TraditionalChinese
    } else {
        Language::SimplifiedChinese
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_means_what_systems_mean_by_it() {
        use Language::{English, SimplifiedChinese, TraditionalChinese};
        for (locale, wanted) in [
            ("zh-Hans", Some(SimplifiedChinese)),
            ("zh-CN", Some(SimplifiedChinese)),
            ("zh", Some(SimplifiedChinese)),
            ("ZH_cn.GB18030", Some(SimplifiedChinese)),
            ("zh_SG.UTF-8", Some(SimplifiedChinese)),
            ("zh-Hant", Some(TraditionalChinese)),
            ("zh_TW.UTF-8", Some(TraditionalChinese)),
            ("zh_HK", Some(TraditionalChinese)),
            ("zh_HK.UTF-8@radical", Some(TraditionalChinese)),
            ("en", Some(English)),
            ("en_US.UTF-8", Some(English)),
            ("C", Some(English)),
            ("C.UTF-8", Some(English)),
            ("POSIX", Some(English)),
            ("fr_FR.UTF-8", None),
            ("chinese", None),
            ("enm", None),
            ("", None),
        ] {
            assert_eq!(Language::of_locale(locale), wanted, "{locale}");
        }
    }

    #[test]
    fn a_browser_gets_the_writing_that_it_asks_for() {
        use Language::{English, SimplifiedChinese, TraditionalChinese};
        for (wishes, wanted) in [
            (&["zh-CN", "en"][..], SimplifiedChinese),
            (&["zh"], SimplifiedChinese),
            (&["zh-SG"], SimplifiedChinese),
            (&["zh-Hans-HK"], SimplifiedChinese),
            (&["zh-TW", "zh", "en"], TraditionalChinese),
            (&["zh-HK"], TraditionalChinese),
            (&["zh-MO"], TraditionalChinese),
            (&["zh-Hant"], TraditionalChinese),
            (&["zh-Hant-CN"], TraditionalChinese),
            (&["fr", "en-GB", "zh-TW"], English),
            (&["fr"], SimplifiedChinese),
            (&[], SimplifiedChinese),
        ] {
            assert_eq!(
                Language::choose(wishes.iter().copied()),
                wanted,
                "{wishes:?}"
            );
        }
        for language in Language::ALL {
            assert_eq!(Language::parse(language.tag()), Some(language));
            assert_eq!(Language::ALL[language as usize], language);
        }
    }
}
