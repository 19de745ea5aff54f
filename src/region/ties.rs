//! Values that are one figure in two places: `"same_as": "growth_known.2022"` on a parameter. They are
//! drawn once, so that what is unknown of the figure is unknown in both places alike.

use std::collections::BTreeMap;

use super::key::Key;
use super::{EvidencedValue, Status};
use crate::problem::Fault;

/// The faults of all ties, each with its place in the file.
pub fn faults(parameters: &BTreeMap<Key, EvidencedValue>) -> Vec<(String, Fault)> {
    let tied = parameters
        .iter()
        .filter_map(|(key, figure)| Some((*key, figure, figure.same_as?)));
    tied.filter_map(|(key, figure, other)| {
        let fault = fault((key, figure), (other, parameters.get(&other)))?;
        Some((format!("parameters.{key}.same_as"), fault))
    })
    .collect()
}

fn fault(
    (key, figure): (Key, &EvidencedValue),
    (other, its): (Key, Option<&EvidencedValue>),
) -> Option<Fault> {
    let Some(its) = its else {
        return Some(Fault::UnknownKey);
    };
    if key == other || its.same_as.is_some() {
        return Some(Fault::TieGoesOn);
    }
    // What was published for itself is no other figure, and what is decided is not drawn.
    if figure.status == Status::Source || key.is_lever() || other.is_lever() {
        return Some(Fault::CannotBeTied);
    }
    let is_same = figure.unit == its.unit && figure.value == its.value && figure.range == its.range;
    (!is_same).then(|| Fault::MustEqual(other.to_string()))
}

#[cfg(test)]
mod tests {
    use super::super::parse::parse_region;
    use super::super::tests::region_file;
    use super::*;

    const TIED: &str = "bench_growth.lifted_province.2022";

    /// The shipped region after changes of parameters, as `(key, field, value)`.
    fn read(
        changes: &[(&str, &str, serde_json::Value)],
    ) -> Result<super::super::Region, Vec<String>> {
        let mut file: serde_json::Value = serde_json::from_str(&region_file()).expect("JSON");
        for (key, field, value) in changes {
            file["parameters"][key][field] = value.clone();
        }
        parse_region(&file.to_string()).map_err(|problems| {
            let said = problems.iter();
            said.map(|problem| format!("{}: {:?}", problem.place, problem.fault))
                .collect()
        })
    }

    fn refused(changes: &[(&str, &str, serde_json::Value)]) -> Vec<String> {
        read(changes).err().unwrap_or_default()
    }

    #[test]
    fn a_tie_is_kept_with_its_value() {
        let region = read(&[(TIED, "same_as", "growth_known.2022".into())]).expect("in order");
        let key = Key::parse(TIED).expect("a key");
        assert_eq!(
            region.parameters[&key].same_as,
            Key::parse("growth_known.2022")
        );
    }

    #[test]
    fn ties_that_can_not_hold_are_refused_with_their_place() {
        let place = format!("parameters.{TIED}.same_as");
        let tied = |other: &str| (TIED, "same_as", other.into());
        for (other, fault) in [
            ("nokey", "UnknownKey"),
            ("bench_growth.lifted_province.2029", "UnknownKey"),
            (TIED, "TieGoesOn"),
            ("growth_far.wage", "MustEqual(\"growth_far.wage\")"),
            ("execution", "CannotBeTied"),
        ] {
            assert_eq!(
                refused(&[tied(other)]),
                [format!("{place}: {fault}")],
                "{other}"
            );
        }
        // A chain, and a circle of two.
        let chain = [
            tied("growth_known.2022"),
            (
                "bench_growth.lifted_nation.2023",
                "same_as",
                "bench_growth.lifted_province.2023".into(),
            ),
            (
                "bench_growth.lifted_province.2023",
                "same_as",
                "bench_growth.lifted_nation.2023".into(),
            ),
        ];
        let said = refused(&chain);
        assert_eq!(said.len(), 2, "{said:?}");
        assert!(
            said.iter().all(|said| said.ends_with("TieGoesOn")),
            "{said:?}"
        );
        // Drawn once, they can't have two ranges.
        let ranges = [
            tied("growth_known.2022"),
            (TIED, "range", serde_json::json!(["0.1", "0.169"])),
        ];
        assert_eq!(
            refused(&ranges),
            [format!("{place}: MustEqual(\"growth_known.2022\")")]
        );
        // A published value is what it is.
        let source = [tied("growth_known.2022"), (TIED, "status", "source".into())];
        let stands_in = format!("parameters.{TIED}: StandInAsSource");
        let mut said = refused(&source);
        said.sort_unstable();
        assert_eq!(said, [format!("{place}: CannotBeTied"), stands_in]);
        let mut file: serde_json::Value = serde_json::from_str(&region_file()).expect("JSON");
        let figures = file["figures"].as_object_mut().expect("figures");
        let (name, figure) = figures.iter_mut().next().expect("one");
        figure["same_as"] = "coverage0".into();
        let place = format!("figures.{name}");
        let problems = parse_region(&file.to_string()).expect_err("figures are not drawn");
        assert_eq!(
            problems,
            [crate::problem::Problem::new(&place, Fault::CannotBeTied)]
        );
    }
}
