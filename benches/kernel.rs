//! The projection alone, called many times, for the benchmark in a browser.

fn main() {}

#[cfg(target_arch = "wasm32")]
mod kernel {
    use std::cell::RefCell;

    use rust_decimal::Decimal;
    use wasm_bindgen::prelude::wasm_bindgen;
    use zengshou::model;
    use zengshou::region::Region;
    use zengshou::region::key::Fixed;
    use zengshou::region::parse::parse_region;
    use zengshou::scenario::{Resolved, file};

    thread_local! {
        static PREPARED: RefCell<Option<(Region, Resolved)>> = const { RefCell::new(None) };
    }

    /// Reads a region and a scenario file; returns what is wrong, or nothing.
    #[wasm_bindgen]
    pub fn prepare(region: &str, scenario: &str) -> String {
        let region = match parse_region(region) {
            Ok(region) => region,
            Err(problems) => return format!("{problems:?}"),
        };
        match file::read(&region, scenario) {
            Ok(read) if read.problems.is_empty() => {
                let resolved = read.scenario.resolve(&region);
                PREPARED.with(|prepared| *prepared.borrow_mut() = Some((region, resolved)));
                String::new()
            }
            Ok(read) => format!("{:?}", read.problems),
            Err(problem) => format!("{problem:?}"),
        }
    }

    /// Projects plan and scenario that many times, the first time as they were read and then with
    /// slightly other levers; returns the income of the first plan year of the last time.
    #[wasm_bindgen]
    pub fn project(rounds: u32) -> String {
        PREPARED.with(|prepared| {
            let mut prepared = prepared.borrow_mut();
            let Some((region, resolved)) = prepared.as_mut() else {
                return String::new();
            };
            let jobs = resolved.scenario.fixed(Fixed::JobsOutward);
            let mut last = None;
            for round in 0..rounds {
                let varied = jobs + Decimal::from(round % 100);
                resolved.scenario.set(Fixed::JobsOutward.into(), varied);
                let outcome = model::project(region.years, &resolved.plan, &resolved.scenario);
                last = std::hint::black_box(outcome.scenario.first().map(|year| year.income));
            }
            resolved.scenario.set(Fixed::JobsOutward.into(), jobs);
            last.map_or_else(String::new, |income| income.to_string())
        })
    }
}
