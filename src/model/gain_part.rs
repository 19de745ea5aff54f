//! The names of a gain's parts.

/// A part of a difference by where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum GainPart {
    /// Wage, operating and property income without public work.
    Market,
    /// Wages of welfare posts, of work relief and of other spending.
    PublicWork,
    /// Transfer income, with what is clawed back.
    Transfer,
}

impl GainPart {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Market, Self::PublicWork, Self::Transfer];

    /// The name in files, figures and message identifiers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Market => "market",
            Self::PublicWork => "public_work",
            Self::Transfer => "transfer",
        }
    }
}
