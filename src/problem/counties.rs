//! Faults of the settings of counties.

/// A fault of the settings of contest, division, guarantees and campaigns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CountiesFault {
    /// All weights are zero.
    NoWeight,
    /// A schedule of so many months.
    NotTwelve(usize),
    /// A month in which less should be done than the month before.
    Falling,
    /// An amount that is no whole number of 10,000 yuan, or out of all bounds.
    NotWholeWan(String),
    /// Neither `instead` nor `added`.
    MoneyWord(String),
    /// A target of spending, which the schedule is already.
    ScheduleIsTarget,
    /// Projects whose money is in no cell of the funds: without a source or a type.
    NoCellOfFunds,
    /// More edges of classes of projects than that.
    TooManyEdges(usize),
    /// An edge of a class of projects that is not above the one before.
    EdgesFall,
    /// A month that no year has.
    NotAMonth(u8),
    /// A word that says no source of a guarantee's money.
    SourceWord(String),
    /// More problems of a guarantee than that.
    TooManyProblems(u64),
    /// More campaigns than that.
    TooManyCampaigns(usize),
    /// A campaign of more days than that.
    TooLongCampaign(i64),
    /// A campaign without a name.
    NoName,
    /// A word that says no measure of a campaign.
    MeasureWord(String),
    /// A number of people or things that is not whole.
    NotWhole(String),
}
