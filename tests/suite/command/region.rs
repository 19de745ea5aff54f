//! Regions of files on the command line.

use super::*;

#[test]
fn a_region_of_a_file_is_computed_and_no_other() {
    let texts = ["zh-Hans", "zh-Hant", "en"].map(|tag| {
        let file = format!("static/regions/zhangjiakou-2021/{tag}.json");
        (tag, std::fs::read_to_string(file).expect("texts"))
    });
    let numbers = std::fs::read_to_string("static/regions/zhangjiakou-2021.json").expect("numbers");
    let whole = zengshou::region::texts::merge(&numbers, &texts).expect("a whole file");
    let mut own: Value = serde_json::from_str(&whole).expect("JSON");
    own["id"] = "our-county".into();
    let folder = std::env::temp_dir().join(format!("zengshou-region-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("ours.json");
    std::fs::write(&file, own.to_string()).expect("a file");
    let file = file.to_str().expect("a plain path");

    let scenario = FILE.replace("zhangjiakou-2021", "our-county");
    let json = printed(&["project", "--region", file, "-"], &scenario);
    let json: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["region"], "our-county");
    // The link of it goes back to the same file, and only with the region.
    let link = printed(&["link", "--region", file, "-"], &scenario);
    let read = printed(&["read", "--region", file, link.trim()], "");
    assert!(read.contains("our-county"), "{read}");
    // A scenario of another region is refused, not computed with either of the two.
    for command in ["project", "report", "link"] {
        let said = refused(&[command, "--region", file, "-"], FILE.as_bytes());
        assert!(said[0].contains("zhangjiakou-2021"), "{said:?}");
    }
    let other = printed(&["link", "-"], FILE);
    let said = refused(&["project", "--region", file, other.trim()], b"");
    assert!(said[0].contains("zhangjiakou-2021"), "{said:?}");
    // A file that holds no region is named with its name.
    let scenario_file = folder.join("scenario.json");
    std::fs::write(&scenario_file, FILE).expect("a file");
    let named = scenario_file.to_str().expect("a plain path");
    let said = refused(&["project", "--region", named, "-"], FILE.as_bytes());
    assert!(said[0].starts_with(named), "{said:?}");
    // A bare word is the name of a region, even where a folder is called so.
    let said = refused(&["project", "--region", "static", "-"], FILE.as_bytes());
    let unknown = refused(
        &["project", "--region", "no-such-region", "-"],
        FILE.as_bytes(),
    );
    assert_eq!(said[0], unknown[0].replace("no-such-region", "static"));
    std::fs::remove_dir_all(&folder).expect("it can go");
}

/// A value beside its plausible range is computed with, and named on standard error.
#[test]
fn a_projection_names_values_beside_what_is_plausible() {
    let file = |wages: &str| {
        let values = format!(r#"{{"income0.wage":"{wages}"}}"#);
        format!(r#"{{"region":"zhangjiakou-2021","values":{values}}}"#)
    };
    for command in ["project", "report"] {
        let output = run(&[command, "-"], file("9900").as_bytes());
        assert!(output.status.success());
        let said = text(&output.stderr);
        for part in ["income0.wage", "Wages, 2021", "9,900.00", "6,540.00"] {
            assert!(said.contains(part), "{part}: {said}");
        }
        assert!(!output.stdout.is_empty());
        let output = run(&[command, "-"], file("7500").as_bytes());
        assert_eq!(text(&output.stderr), "");
    }
}
