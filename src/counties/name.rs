//! Names of counties: the same county is written in more than one way.

use zengshou_sheets::folded;

/// The kind of a place by the end of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PlaceKind {
    County,
    District,
    City,
    Banner,
}

/// The ends of names, the longer of two that end alike first.
const ENDS: [(&str, PlaceKind); 11] = [
    ("自治县", PlaceKind::County),
    ("自治縣", PlaceKind::County),
    ("自治旗", PlaceKind::Banner),
    ("county", PlaceKind::County),
    ("district", PlaceKind::District),
    ("city", PlaceKind::City),
    ("县", PlaceKind::County),
    ("縣", PlaceKind::County),
    ("区", PlaceKind::District),
    ("市", PlaceKind::City),
    ("旗", PlaceKind::Banner),
];

/// Peoples that autonomous counties are named after, between their place and their end.
const PEOPLES: [&str; 20] = [
    "满族",
    "蒙古族",
    "回族",
    "苗族",
    "土家族",
    "侗族",
    "瑶族",
    "彝族",
    "壮族",
    "布依族",
    "藏族",
    "羌族",
    "维吾尔族",
    "哈萨克族",
    "朝鲜族",
    "白族",
    "傣族",
    "黎族",
    "畲族",
    "仡佬族",
];

/// A county's name: 张北 and 张北县 are one county, 宣化区 and 宣化县 are two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountyName {
    /// The part that names of other kinds may share.
    pub stem: String,
    kind: Option<PlaceKind>,
}

impl CountyName {
    /// A name as it is written somewhere.
    pub fn of(name: &str) -> Self {
        let name = folded(name);
        let found = ENDS.into_iter().find_map(|(end, kind)| {
            let stem = name.strip_suffix(end).filter(|stem| !stem.is_empty())?;
            Some((stem.to_owned(), kind))
        });
        let Some((mut stem, kind)) = found else {
            return Self {
                stem: name,
                kind: None,
            };
        };
        let people = |stem: &str| {
            let shorter = PEOPLES.iter().find_map(|people| stem.strip_suffix(people));
            shorter.filter(|it| !it.is_empty()).map(str::to_owned)
        };
        while let Some(shorter) = people(&stem) {
            stem = shorter;
        }
        Self {
            stem,
            kind: Some(kind),
        }
    }

    /// True where both may be names of one county.
    pub fn may_be(&self, other: &Self) -> bool {
        let same_kind = match (self.kind, other.kind) {
            (Some(own), Some(other)) => own == other,
            _ => true,
        };
        self.stem == other.stem && same_kind
    }
}
