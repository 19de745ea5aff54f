//! Reads how many tests ran out of what the runners print.

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
    /// Both counts together.
    pub fn plus(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            skipped: self.skipped + other.skipped,
        }
    }
}

/// The counts in the output of cargo's and wasm-bindgen's runners and of node's.
pub fn count(output: &str) -> Count {
    let mut count = Count::default();
    for line in output.lines() {
        let line = line.trim();
        if let Some(rest) = line.strip_prefix("test result:") {
            count.passed += number_before(rest, " passed");
            count.failed += number_before(rest, " failed");
        } else if let Some(rest) = line
            .strip_prefix("# pass ")
            .or(line.strip_prefix("ℹ pass "))
        {
            count.passed += rest.trim().parse().unwrap_or(0);
        } else if let Some(rest) = line
            .strip_prefix("# fail ")
            .or(line.strip_prefix("ℹ fail "))
        {
            count.failed += rest.trim().parse().unwrap_or(0);
        } else if let Some(rest) = line
            .strip_prefix("# skipped ")
            .or(line.strip_prefix("ℹ skipped "))
        {
            count.skipped += rest.trim().parse().unwrap_or(0);
        }
    }
    count
}

fn number_before(text: &str, word: &str) -> usize {
    text.split(word)
        .next()
        .and_then(|start| start.rsplit(|c: char| !c.is_ascii_digit()).next())
        .and_then(|digits| digits.parse().ok())
        .unwrap_or(0)
}

/// The lines in which a runner sums itself up.
pub fn closing_lines(output: &str) -> Vec<&str> {
    let is_closing = |line: &&str| {
        let line = line.trim_start();
        line.starts_with("test result:")
            || [
                "# tests ",
                "# pass ",
                "# fail ",
                "# skipped ",
                "ℹ tests ",
                "ℹ pass ",
                "ℹ fail ",
                "ℹ skipped ",
            ]
            .iter()
            .any(|start| line.starts_with(start))
    };
    output.lines().filter(is_closing).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_what_the_runners_say() {
        let cargo = "test result: ok. 12 passed; 1 failed; 0 ignored; 0 measured\nother\n\
                     test result: FAILED. 3 passed; 2 failed; 0 ignored";
        assert_eq!(
            count(cargo),
            Count {
                passed: 15,
                failed: 3,
                skipped: 0
            }
        );
        let node = "# tests 9\n# pass 7\n# fail 1\n# skipped 1\n";
        assert_eq!(
            count(node),
            Count {
                passed: 7,
                failed: 1,
                skipped: 1
            }
        );
        assert_eq!(
            count("ℹ pass 4\nℹ fail 0"),
            Count {
                passed: 4,
                failed: 0,
                skipped: 0,
            }
        );
        assert_eq!(closing_lines(node).len(), 4);
    }
}
