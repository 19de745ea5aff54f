//! The cards that hiding one takes with it: those that show the same figures would give it away.

use std::collections::BTreeSet;

use super::card::Card;

/// A kind of figures that cards show.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Figures {
    /// The income and its difference to the plan.
    Income,
    /// Incomes of later years.
    Later,
    /// Distances to the averages.
    Leads,
    /// Growth against growth.
    Growths,
    /// The parts of the gain, by channel or source.
    Parts,
    /// The components of income.
    Components,
    /// Flows of money.
    Money,
    /// Progress against the calendar.
    Progress,
    /// The effects of more money.
    Marginal,
    /// Coverage and what it lacks.
    Coverage,
    /// People at risk.
    Risk,
    /// The effect of each change.
    Effects,
}

use Figures as F;

/// The figures that a card is for, and the others that stand on it. Nothing for what would show any figure.
fn figures(card: Card) -> Option<(&'static [Figures], &'static [Figures])> {
    Some(match card {
        Card::Headline => (&[F::Income], &[]),
        Card::Gain => (&[F::Parts], &[F::Income]),
        Card::Gaps => (&[F::Leads], &[F::Income]),
        Card::Targets => (&[F::Growths], &[F::Income]),
        Card::Paths => (&[F::Later], &[F::Income, F::Leads]),
        // Its table begins and ends with the components.
        Card::Steps => (&[F::Parts], &[F::Income, F::Components]),
        Card::Channels => (&[F::Parts], &[F::Income]),
        Card::Shares | Card::Components => (&[F::Components], &[F::Income]),
        Card::Flows => (&[F::Money], &[F::Parts, F::Income, F::Coverage]),
        Card::Progress => (&[F::Progress], &[F::Income, F::Later]),
        Card::Marginal => (&[F::Marginal], &[F::Income, F::Effects]),
        Card::Coverage => (&[F::Coverage], &[]),
        Card::Risk => (&[F::Risk], &[]),
        Card::Years => (
            &[F::Later],
            &[F::Income, F::Leads, F::Growths, F::Coverage, F::Risk],
        ),
        Card::Changes => (&[F::Effects], &[F::Income]),
        Card::Effects => (&[F::Effects], &[F::Income, F::Coverage]),
        Card::LookingBack => (&[], &[]),
        Card::Explanations | Card::Planning | Card::Report | Card::Sources => return None,
    })
}

/// Those cards, and every other that shows a figure that one of them is for.
pub fn with_same_figures(hidden: &BTreeSet<Card>) -> BTreeSet<Card> {
    let of = |card: &Card| figures(*card).map_or(&[][..], |(own, _)| own);
    let kept_back: Vec<Figures> = hidden.iter().flat_map(of).copied().collect();
    let tells = |card: Card| match figures(card) {
        Some((own, others)) => own.iter().chain(others).any(|it| kept_back.contains(it)),
        None => !kept_back.is_empty(),
    };
    let all = Card::NAMES.into_iter().map(|(card, _)| card);
    all.filter(|card| hidden.contains(card) || tells(*card))
        .collect()
}

/// Every card.
pub fn all_cards() -> BTreeSet<Card> {
    Card::NAMES.into_iter().map(|(card, _)| card).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hidden_with(cards: &[Card]) -> BTreeSet<Card> {
        with_same_figures(&cards.iter().copied().collect())
    }

    #[test]
    fn nothing_hidden_hides_nothing() {
        assert_eq!(hidden_with(&[]), BTreeSet::new());
    }

    #[test]
    fn a_hidden_headline_takes_all_incomes_with_it() {
        let hidden = hidden_with(&[Card::Headline]);
        let seen: Vec<&str> = Card::NAMES
            .into_iter()
            .filter(|(card, _)| !hidden.contains(card))
            .map(|(_, name)| name)
            .collect();
        assert_eq!(seen, ["coverage", "risk", "looking-back"]);
    }

    #[test]
    fn a_hidden_card_takes_others_of_the_same_figures_only() {
        let hidden = hidden_with(&[Card::Components]);
        assert!(hidden.contains(&Card::Shares) && hidden.contains(&Card::Steps));
        assert!(!hidden.contains(&Card::Headline));
        assert!(!hidden.contains(&Card::Paths));
        let hidden = hidden_with(&[Card::Coverage]);
        assert!(hidden.contains(&Card::Effects) && hidden.contains(&Card::Flows));
        assert!(!hidden.contains(&Card::Headline));
    }

    #[test]
    fn whatever_figure_is_hidden_the_pages_of_all_figures_are_closed() {
        for (card, name) in Card::NAMES {
            let Some((own, _)) = figures(card) else {
                continue;
            };
            let hidden = hidden_with(&[card]);
            for page in [
                Card::Explanations,
                Card::Planning,
                Card::Report,
                Card::Sources,
            ] {
                assert_eq!(hidden.contains(&page), !own.is_empty(), "{name}");
            }
        }
    }
}
