//! The place among whole numbers at which an answer turns: halving, led by straight lines between its ends.

/// Of so many looks one halves, so that a crooked line takes at most so many times what halving takes.
const LOOKS_A_HALVING: u32 = 3;

/// The least whole number between two at which a function reaches nothing. It falls short at the first, where it
/// is not looked at, and reaches it at the second; `ends` are its values there.
pub(super) fn turning(
    (mut short, mut enough): (u64, u64),
    mut ends: (f64, f64),
    mut look: impl FnMut(u64) -> f64,
) -> u64 {
    let mut looks = 0;
    while enough - short > 1 {
        looks += 1;
        let width = enough - short;
        let is_straight = ends.0 < 0.0 && ends.1 >= 0.0 && looks % LOOKS_A_HALVING != 0;
        let step = match is_straight {
            true => (width as f64 * (ends.0 / (ends.0 - ends.1))).ceil() as u64,
            false => width / 2,
        };
        let middle = short + step.clamp(1, width - 1);
        let found = look(middle);
        if found >= 0.0 {
            (enough, ends.1) = (middle, found);
        } else {
            (short, ends.0) = (middle, found);
        }
    }
    enough
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOST: u64 = 1 << 16;

    fn looks(line: impl Fn(u64) -> f64) -> (u64, u32) {
        let mut looks = 0;
        let found = turning((0, MOST), (line(0), line(MOST)), |at| {
            looks += 1;
            line(at)
        });
        (found, looks)
    }

    #[test]
    fn a_straight_line_takes_two_looks_and_a_crooked_one_few_more_than_halving() {
        for turn in [1, 2, 1000, 30_000, MOST - 1, MOST] {
            let from = turn as f64 - 0.5;
            assert_eq!(looks(|at| at as f64 - from).0, turn);
            assert!(looks(|at| at as f64 - from).1 <= 2);
            let bent = |at: u64| (at as f64).powi(2) - from.powi(2);
            assert_eq!(looks(bent).0, turn);
            assert!(looks(bent).1 <= 24, "{turn}: {}", looks(bent).1);
            let step = |at: u64| if at < turn { -1.0 } else { 1e9 };
            assert_eq!(looks(step).0, turn);
            assert!(looks(step).1 <= 16 * LOOKS_A_HALVING);
        }
    }

    #[test]
    fn ends_that_nobody_knows_are_halved() {
        let found = turning((0, 100), (f64::NAN, f64::NAN), |at| at as f64 - 37.0);
        assert_eq!(found, 37);
        assert_eq!(
            turning((4, 5), (-1.0, 1.0), |_| panic!("nothing between")),
            5
        );
    }
}
