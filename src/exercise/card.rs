//! The parts of the screen that an exercise may hide.

/// A part of the screen: a card, a chart by the name of its tab, or a way to further figures. Names never change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Card {
    /// The headline with the income and its difference to the plan.
    Headline,
    /// The sources of the gain: market income, public work, transfers.
    Gain,
    /// The gaps to the averages.
    Gaps,
    /// The targets, the two higher-thans among them.
    Targets,
    /// The chart of income over the years.
    Paths,
    /// The chart of the way from plan to scenario.
    Steps,
    /// The chart of the components.
    Shares,
    /// The chart of the flows of money.
    Flows,
    /// The chart of progress against the calendar.
    Progress,
    /// The chart of what 10,000 yuan more bring.
    Marginal,
    /// The table of channels.
    Channels,
    /// The table of components.
    Components,
    /// Coverage reached, and the money it lacks.
    Coverage,
    /// The people estimated at risk.
    Risk,
    /// The table of the years.
    Years,
    /// The list of changes with what each moves.
    Changes,
    /// Effect and cost beside each lever.
    Effects,
    /// The explanations of figures.
    Explanations,
    /// The tools of planning.
    Planning,
    /// The report and everything that is saved as a table.
    Report,
    /// The register of sources and assumptions.
    Sources,
    /// The page that looks back.
    LookingBack,
}

impl Card {
    /// All of them with their names in files, in the order of the screen.
    pub const NAMES: [(Self, &'static str); 22] = [
        (Self::Headline, "headline"),
        (Self::Gain, "gain"),
        (Self::Gaps, "gaps"),
        (Self::Targets, "targets"),
        (Self::Paths, "paths"),
        (Self::Steps, "steps"),
        (Self::Shares, "shares"),
        (Self::Flows, "flows"),
        (Self::Progress, "progress"),
        (Self::Marginal, "marginal"),
        (Self::Channels, "channels"),
        (Self::Components, "components"),
        (Self::Coverage, "coverage"),
        (Self::Risk, "risk"),
        (Self::Years, "years"),
        (Self::Changes, "changes"),
        (Self::Effects, "effects"),
        (Self::Explanations, "explanations"),
        (Self::Planning, "planning"),
        (Self::Report, "report"),
        (Self::Sources, "sources"),
        (Self::LookingBack, "looking-back"),
    ];

    /// The name in files and message identifiers.
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize].1
    }

    /// The card of that name.
    pub fn parse(name: &str) -> Option<Self> {
        let mut all = Self::NAMES.into_iter();
        all.find(|(_, own)| *own == name).map(|(card, _)| card)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_card_has_its_own_name() {
        for (index, (card, name)) in Card::NAMES.into_iter().enumerate() {
            assert_eq!(card as usize, index);
            assert_eq!(card.name(), name);
            assert_eq!(Card::parse(name), Some(card));
        }
        assert_eq!(Card::parse("Headline"), None);
    }
}
