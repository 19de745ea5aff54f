//! The languages that the calculator speaks.

/// A language, in the order in which a menu offers them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// Simplified Chinese, the main language.
    SimplifiedChinese,
    /// English.
    English,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::SimplifiedChinese, Self::English];

    /// The tag of BCP 47, as it stands in region files, in links and on the page.
    pub fn tag(self) -> &'static str {
        match self {
            Self::SimplifiedChinese => "zh-Hans",
            Self::English => "en",
        }
    }

    /// The language's name in itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::SimplifiedChinese => "简体中文",
            Self::English => "English",
        }
    }

    /// The language of exactly that tag.
    pub fn parse(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// The best language for a list of wishes, as browsers give it: the first that is spoken
    /// here, else the main language.
    pub fn choose<'a>(wishes: impl IntoIterator<Item = &'a str>) -> Self {
        for wish in wishes {
            let wish = wish.to_ascii_lowercase();
            if wish.starts_with("zh") {
                return Self::SimplifiedChinese;
            }
            if wish.starts_with("en") {
                return Self::English;
            }
        }
        Self::SimplifiedChinese
    }
}
