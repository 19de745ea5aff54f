//! The channels' names.

/// A way from levers to income.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Channel {
    /// Returns on industry assets.
    Industry,
    /// Household grants.
    Grants,
    /// Industry-support coverage.
    Coverage,
    /// Work relief, and what infrastructure brings.
    Infrastructure,
    /// Other spending.
    Other,
    /// The five batches.
    Employment,
    /// Follow-up of relocation.
    Relocation,
    /// Direct social help.
    Social,
    /// Allowances that fall as earnings rise.
    Clawback,
}

impl Channel {
    /// All of them, in the order of the model's document.
    pub const ALL: [Self; 9] = [
        Self::Industry,
        Self::Grants,
        Self::Coverage,
        Self::Infrastructure,
        Self::Other,
        Self::Employment,
        Self::Relocation,
        Self::Social,
        Self::Clawback,
    ];

    /// Those that pay wages of public work ([`crate::gain`]).
    pub const WITH_PUBLIC_WORK: [Self; 3] = [Self::Infrastructure, Self::Other, Self::Employment];

    /// The name in files and message identifiers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Industry => "industry",
            Self::Grants => "grants",
            Self::Coverage => "coverage",
            Self::Infrastructure => "infrastructure",
            Self::Other => "other",
            Self::Employment => "employment",
            Self::Relocation => "relocation",
            Self::Social => "social",
            Self::Clawback => "clawback",
        }
    }
}
