//! Published series: a known value of the year, else last year's value grown.

/// How a series comes by the value of a year; the number is a place among the values.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    /// It is known.
    Known(usize),
    /// It grows from the year before.
    Grows(usize),
}

/// A series as its steps.
#[derive(Clone, Debug, Default)]
pub struct Series {
    /// From the first year on.
    pub steps: Vec<Step>,
    /// So many years are walked through before the first that is told.
    pub before: usize,
}

impl Series {
    /// Walks through the years.
    pub fn walk(&self, values: &[f64], out: &mut Vec<f64>) {
        out.clear();
        let mut value = 0.0;
        for (index, step) in self.steps.iter().enumerate() {
            value = match *step {
                Step::Known(place) => values[place],
                Step::Grows(place) => value * (1.0 + values[place]),
            };
            if index >= self.before {
                out.push(value);
            }
        }
    }
}
