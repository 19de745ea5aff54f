//! The parts of the page of counties and projects, in the order of their tabs.

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BureauTab {
    /// The league of the contest.
    League,
    /// The incomes of counties.
    Incomes,
    /// Money divided among them.
    Division,
    /// The checklist of guarantees.
    Guarantees,
    /// The campaigns.
    Campaigns,
    /// The notice on paper.
    Notice,
    /// The library of projects.
    Projects,
}

impl BureauTab {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::League,
        Self::Incomes,
        Self::Division,
        Self::Guarantees,
        Self::Campaigns,
        Self::Notice,
        Self::Projects,
    ];

    /// The name in identifiers.
    pub fn name(self) -> &'static str {
        match self {
            Self::League => "league",
            Self::Incomes => "incomes",
            Self::Division => "division",
            Self::Guarantees => "guarantees",
            Self::Campaigns => "campaigns",
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
            Self::League => "bureau-tab-league",
            Self::Incomes => "bureau-tab-incomes",
            Self::Division => "bureau-tab-division",
            Self::Guarantees => "bureau-tab-guarantees",
            Self::Campaigns => "bureau-tab-campaigns",
            Self::Notice => "bureau-tab-notice",
            Self::Projects => "bureau-tab-projects",
        }
    }

    /// True for what is made of the table of projects, else of that of counties.
    pub fn is_of_projects(self) -> bool {
        self == Self::Projects
    }
}
