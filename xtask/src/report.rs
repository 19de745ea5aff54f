//! Reports of the tests' parts: counts, the runners' own summaries, and the time of each test.

use std::cmp::Reverse;
use std::ops::AddAssign;

/// The number of the slowest tests that are listed.
const SLOWEST: usize = 10;

/// Tests that passed, failed and were left out.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Count {
    /// Tests that passed.
    pub passed: usize,
    /// Tests that failed.
    pub failed: usize,
    /// Tests that were left out, since what they need is not there.
    pub skipped: usize,
}

impl Count {
    /// Tests of any outcome.
    pub fn all(self) -> usize {
        self.passed + self.failed + self.skipped
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

/// The name of a test and the seconds that it took.
#[derive(Clone, Debug, PartialEq)]
pub struct Timed {
    /// Its name, as it is asked for by `--filter`.
    pub name: String,
    /// Its duration by the runner's clock.
    pub seconds: f64,
}

/// The report of a part.
#[derive(Debug)]
pub struct Report {
    /// Its tests by outcome.
    pub count: Count,
    /// Those of its tests whose runner measures them.
    pub timed: Vec<Timed>,
    /// The runners' own summaries.
    pub summary: Vec<String>,
    /// True where everything was as it should be.
    pub succeeded: bool,
}

impl Report {
    /// The report of a part that has not begun.
    pub fn empty() -> Self {
        Self {
            count: Count::default(),
            timed: Vec::new(),
            summary: Vec::new(),
            succeeded: true,
        }
    }

    /// The report of a command that holds no tests.
    pub fn of_check(succeeded: bool) -> Self {
        Self {
            succeeded,
            ..Self::empty()
        }
    }

    /// This report with another one's tests behind its own.
    pub fn and(mut self, other: Self) -> Self {
        self.count += other.count;
        self.timed.extend(other.timed);
        self.summary.extend(other.summary);
        self.succeeded &= other.succeeded;
        self
    }
}

/// A part that ran.
pub struct Ran {
    /// The part's name.
    pub part: String,
    /// Its seconds by the clock on the wall.
    pub seconds: f64,
    /// Its report.
    pub report: Report,
}

/// The closing lines of all parts: what took long, then each runner's own summary, then the sums.
pub fn closing(parts: &[Ran]) -> String {
    let mut text = String::new();
    let mut line = |words: &str| {
        text.push_str(words);
        text.push('\n');
    };
    line("\nTime by part:");
    for ran in parts {
        line(&format!("  {:>6.1} s  {}", ran.seconds, ran.part));
    }
    let slowest = slowest(parts);
    if !slowest.is_empty() {
        line("\nThe slowest tests:");
    }
    for (part, test) in slowest {
        line(&format!("  {:>6.1} s  {part}: {}", test.seconds, test.name));
    }
    line("\nWhat the runners say:");
    let mut total = Count::default();
    for ran in parts {
        for summary in &ran.report.summary {
            line(&format!("  {}: {summary}", ran.part));
        }
        total += ran.report.count;
    }
    let Count {
        passed,
        failed,
        skipped,
    } = total;
    line(&format!(
        "{passed} passed, {failed} failed, {skipped} skipped"
    ));
    text
}

fn slowest(parts: &[Ran]) -> Vec<(&str, &Timed)> {
    let mut tests: Vec<(&str, &Timed)> = parts
        .iter()
        .flat_map(|ran| ran.report.timed.iter().map(|test| (&*ran.part, test)))
        .collect();
    tests.sort_by_key(|(_, test)| Reverse((test.seconds * 1000.0) as u64));
    tests.truncate(SLOWEST);
    tests
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ran(part: &str, seconds: &[f64]) -> Ran {
        let timed = seconds.iter().map(|seconds| Timed {
            name: format!("takes {seconds}"),
            seconds: *seconds,
        });
        Ran {
            part: part.to_owned(),
            seconds: seconds.iter().sum(),
            report: Report {
                count: Count {
                    passed: seconds.len(),
                    ..Count::default()
                },
                timed: timed.collect(),
                summary: vec![format!("# pass {}", seconds.len())],
                succeeded: true,
            },
        }
    }

    #[test]
    fn the_slowest_ten_of_all_parts_are_told_slowest_first() {
        let seconds: Vec<f64> = (0..9).map(f64::from).collect();
        let text = closing(&[ran("Host", &seconds), ran("Browser", &[4.5, 100.0, 0.25])]);
        let told: Vec<&str> = text
            .lines()
            .filter(|line| line.contains("takes"))
            .map(str::trim)
            .collect();
        assert_eq!(told.len(), SLOWEST, "{text}");
        assert_eq!(told[0], "100.0 s  Browser: takes 100");
        assert_eq!(told[1], "8.0 s  Host: takes 8");
        assert_eq!(told[5], "4.5 s  Browser: takes 4.5");
    }

    #[test]
    fn the_last_lines_are_the_runners_own_summaries_and_their_sums() {
        let text = closing(&[ran("Host", &[1.0]), ran("Sheet", &[1.0, 2.0])]);
        let last: Vec<&str> = text.lines().rev().take(3).collect();
        assert_eq!(
            last,
            [
                "3 passed, 0 failed, 0 skipped",
                "  Sheet: # pass 2",
                "  Host: # pass 1"
            ]
        );
    }

    #[test]
    fn a_fault_of_either_report_is_kept() {
        let both = Report::empty().and(Report::of_check(false));
        assert!(!both.succeeded);
        assert_eq!(both.count.all(), 0);
    }
}
