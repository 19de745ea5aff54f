//! A countdown: minutes that run down to nothing. It knows no clock; each action brings the time, in milliseconds.

/// The most minutes of a countdown.
pub const MOST_MINUTES: u32 = 180;
/// The minutes of a new countdown.
const USUAL_MINUTES: u32 = 5;

/// A countdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Countdown {
    minutes: u32,
    left_ms: u64,
    /// The time of its end while it runs.
    ends: Option<u64>,
    is_begun: bool,
}

/// An action on a countdown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountdownAction {
    /// It was set to that many minutes.
    Set(u32),
    /// It starts, or goes on.
    Start(u64),
    /// It waits.
    Pause(u64),
    /// It goes back to where it was set.
    Reset,
    /// It is that time.
    Tick(u64),
}

/// The way a countdown stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CountdownPhase {
    /// It was not started.
    Set,
    /// It runs.
    Running,
    /// It waits.
    Paused,
    /// The time is up.
    Over,
}

impl Default for Countdown {
    fn default() -> Self {
        Self::of(USUAL_MINUTES)
    }
}

impl Countdown {
    fn of(minutes: u32) -> Self {
        let minutes = minutes.clamp(1, MOST_MINUTES);
        Self {
            minutes,
            left_ms: u64::from(minutes) * 60_000,
            ends: None,
            is_begun: false,
        }
    }

    /// The minutes that it was set to.
    pub fn minutes(&self) -> u32 {
        self.minutes
    }

    /// The way it stands.
    pub fn phase(&self) -> CountdownPhase {
        match (self.is_begun, self.ends, self.left_ms) {
            (false, ..) => CountdownPhase::Set,
            (true, Some(_), _) => CountdownPhase::Running,
            (true, None, 0) => CountdownPhase::Over,
            (true, None, _) => CountdownPhase::Paused,
        }
    }

    /// The time left, as people read it: seconds that have begun count.
    pub fn text(&self) -> String {
        let seconds = self.left_ms.div_ceil(1000);
        format!("{}:{:02}", seconds / 60, seconds % 60)
    }

    /// The countdown after an action.
    #[must_use]
    pub fn apply(&self, action: CountdownAction) -> Self {
        match action {
            CountdownAction::Set(minutes) => Self::of(minutes),
            CountdownAction::Reset => Self::of(self.minutes),
            CountdownAction::Start(now) => {
                let left_ms = match self.left_ms {
                    0 => u64::from(self.minutes) * 60_000,
                    left => left,
                };
                Self {
                    left_ms,
                    ends: Some(now + left_ms),
                    is_begun: true,
                    ..*self
                }
            }
            CountdownAction::Pause(now) => Self {
                ends: None,
                ..self.apply(CountdownAction::Tick(now))
            },
            CountdownAction::Tick(now) => {
                let Some(ends) = self.ends else {
                    return self.clone();
                };
                let left_ms = ends.saturating_sub(now);
                Self {
                    left_ms,
                    ends: self.ends.filter(|_| left_ms > 0),
                    ..*self
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_run_down_to_the_end_and_no_further() {
        let set = Countdown::default().apply(CountdownAction::Set(2));
        assert_eq!(
            (set.text(), set.phase()),
            ("2:00".into(), CountdownPhase::Set)
        );
        let running = set.apply(CountdownAction::Start(1_000));
        let later = running.apply(CountdownAction::Tick(1_001));
        assert_eq!(later.text(), "2:00");
        let later = later.apply(CountdownAction::Tick(62_500));
        assert_eq!(
            (later.text(), later.phase()),
            ("0:59".into(), CountdownPhase::Running)
        );
        let over = later.apply(CountdownAction::Tick(500_000));
        assert_eq!(
            (over.text(), over.phase()),
            ("0:00".into(), CountdownPhase::Over)
        );
        assert_eq!(over.apply(CountdownAction::Tick(600_000)), over);
        let again = over.apply(CountdownAction::Start(700_000));
        assert_eq!(
            (again.text(), again.phase()),
            ("2:00".into(), CountdownPhase::Running)
        );
    }

    #[test]
    fn what_is_paused_keeps_its_time_and_what_is_reset_its_minutes() {
        let running = Countdown::default()
            .apply(CountdownAction::Set(3))
            .apply(CountdownAction::Start(0));
        let paused = running.apply(CountdownAction::Pause(60_000));
        assert_eq!(
            (paused.text(), paused.phase()),
            ("2:00".into(), CountdownPhase::Paused)
        );
        let waiting = paused.apply(CountdownAction::Tick(900_000));
        assert_eq!(waiting.text(), "2:00");
        let on = waiting.apply(CountdownAction::Start(1_000_000));
        assert_eq!(on.apply(CountdownAction::Tick(1_060_000)).text(), "1:00");
        let reset = on.apply(CountdownAction::Reset);
        assert_eq!(
            (reset.text(), reset.phase()),
            ("3:00".into(), CountdownPhase::Set)
        );
    }

    #[test]
    fn minutes_nobody_has_are_kept_within_bounds() {
        for (set, held) in [(0, 1), (1, 1), (180, 180), (u32::MAX, 180)] {
            assert_eq!(
                Countdown::default()
                    .apply(CountdownAction::Set(set))
                    .minutes(),
                held
            );
        }
    }
}
