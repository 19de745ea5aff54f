//! The parts of the page of counties and projects, in the order of their tabs.

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BureauTab {
    /// The notice on paper.
    Notice,
    /// The library of projects.
    Projects,
}

impl BureauTab {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Notice, Self::Projects];

    /// The name in identifiers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Notice => "notice",
            Self::Projects => "projects",
        }
    }

    /// The identifier of its tab in the page.
    pub fn id(self) -> String {
        format!("bureau-tab-{}", self.name())
    }

    /// The message of its tab.
    pub fn label(self) -> &'static str {
        match self {
            Self::Notice => "bureau-tab-notice",
            Self::Projects => "bureau-tab-projects",
        }
    }
}
