//! Groups that are too small to be shown, also by subtraction.

/// The fewest households that a group may show.
pub const FEWEST: u64 = 10;

/// The counts, of parts of wholes whose sums are shown, that must not be: those of one to nine households, those that leave so few
/// of their whole, and further ones as long as a sum less the others would show a small number.
pub fn hidden(counts: &[u64], wholes: &[u64]) -> Vec<bool> {
    let is_small = |count: u64| (1..FEWEST).contains(&count);
    let mut hidden: Vec<bool> = counts
        .iter()
        .zip(wholes)
        .map(|(count, whole)| is_small(*count) || is_small(whole.saturating_sub(*count)))
        .collect();
    loop {
        let of = |value: &[u64]| -> u64 {
            value
                .iter()
                .zip(&hidden)
                .filter(|(_, hidden)| **hidden)
                .map(|(count, _)| *count)
                .sum()
        };
        let number = hidden.iter().filter(|hidden| **hidden).count();
        let (count, rest) = (of(counts), of(wholes) - of(counts).min(of(wholes)));
        let is_told = number == 1 || is_small(count) || is_small(rest);
        if number == 0 || !is_told || number == hidden.len() {
            return hidden;
        }
        // The next in size hides least.
        let open = (0..hidden.len()).filter(|at| !hidden[*at]);
        let next = open.min_by_key(|at| (counts[*at] == 0, counts[*at]));
        match next {
            Some(next) => hidden[next] = true,
            None => return hidden,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_groups_are_hidden_and_never_alone() {
        for (counts, expected) in [
            (&[100, 200, 300][..], &[false, false, false][..]),
            // One alone would be the whole less the others.
            (&[100, 5, 300], &[true, true, false]),
            // Two that are five together would be seen as five.
            (&[100, 3, 2], &[true, true, true]),
            (&[6, 100, 7], &[true, false, true]),
            (&[5, 0, 40], &[true, false, true]),
            (&[0, 0, 40], &[false, false, false]),
        ] {
            assert_eq!(hidden(counts, counts), expected, "{counts:?}");
        }
        // All but three of a group are under the line.
        assert_eq!(hidden(&[97, 50, 60], &[100, 100, 100]), [true, true, false]);
        assert_eq!(hidden(&[4], &[100]), [true]);
    }
}
