//! The results that are still asked for: until a prediction is committed no text may name its result.

use super::Exercise;
use super::output::OutputName;
use super::step::{Predict, StepKind};
use super::text::NumberOf;

impl Exercise {
    /// True where a number in a text of a step is the result of a prediction that is still open, or gives it away.
    pub fn gives_away(
        &self,
        at: usize,
        (of, name): (NumberOf, &OutputName),
        is_open: impl Fn(usize) -> bool,
    ) -> bool {
        let own = self.steps.get(at).map_or(&[][..], |step| step.change());
        let is_same = |predict: &Predict| match of {
            NumberOf::Step | NumberOf::Change | NumberOf::Now => predict.change == own,
            NumberOf::Start => predict.change.is_empty(),
            NumberOf::Plan => predict.change.is_empty() && self.start.is_plan(),
        };
        let predictions = self.steps.iter().enumerate().filter_map(|(index, step)| {
            let StepKind::Predict(predict) = &step.kind else {
                return None;
            };
            (predict.output == *name && is_same(predict)).then(|| is_open(index))
        });
        let predictions: Vec<bool> = predictions.collect();
        // Where one of them is committed, the result has been seen with it.
        !predictions.is_empty() && predictions.into_iter().all(|is_open| is_open)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exercise::output::OutputNames;
    use crate::exercise::tests::small;
    use crate::region::tests::region;

    #[test]
    fn only_an_open_predictions_own_result_is_kept_back() {
        let region = region();
        let exercise = small(&region);
        let income = OutputNames::of(&region).find("income.scenario.2023");
        let income = income.expect("an output");
        let given = |at, of, reached: usize| {
            exercise.gives_away(at, (of, &income), |index| index >= reached)
        };
        // The first step asks for the change of income by more coverage.
        assert!(given(0, NumberOf::Step, 0) && given(0, NumberOf::Change, 0));
        assert!(!given(0, NumberOf::Start, 0) && !given(0, NumberOf::Plan, 0));
        // The third step shows the same change; the fourth has none.
        assert!(given(2, NumberOf::Step, 0) && !given(3, NumberOf::Step, 0));
        assert!(!given(0, NumberOf::Step, 1) && !given(2, NumberOf::Change, 1));
        // A question about the start itself.
        let mut about_start = small(&region);
        if let StepKind::Predict(predict) = &mut about_start.steps[0].kind {
            predict.change.clear();
        }
        assert!(about_start.gives_away(0, (NumberOf::Start, &income), |_| true));
        assert!(!about_start.gives_away(0, (NumberOf::Plan, &income), |_| true));
    }
}
