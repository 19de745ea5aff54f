//! The rooms of the sources, and those that each may import.

/// Rooms of `src` that each room may import.
pub const MAY_USE: [(&str, &[&str]); 28] = [
    ("number", &[]),
    ("key", &["number"]),
    ("model", &["number", "key"]),
    ("floating", &["number", "key", "model"]),
    ("sheets", &[]),
    ("households", &[]),
    ("language", &[]),
    ("problem", &["model"]),
    (
        "region",
        &["number", "model", "language", "problem", "sheets"],
    ),
    (
        "form",
        &[
            "number", "language", "problem", "region", "model", "i18n", "sheets", "export",
        ],
    ),
    ("scenario", &["number", "problem", "region", "model"]),
    (
        "link",
        &[
            "number", "language", "problem", "region", "model", "scenario", "sheets",
        ],
    ),
    (
        "analysis",
        &[
            "number",
            "problem",
            "region",
            "model",
            "floating",
            "scenario",
            "households",
        ],
    ),
    (
        "counties",
        &[
            "number", "problem", "region", "model", "scenario", "analysis", "sheets",
        ],
    ),
    (
        "projects",
        &[
            "number", "problem", "region", "model", "scenario", "analysis", "counties", "sheets",
        ],
    ),
    (
        "invented",
        &[
            "number", "language", "region", "model", "counties", "projects", "scenario", "sheets",
            "i18n",
        ],
    ),
    (
        "exercise",
        &[
            "number", "language", "problem", "region", "model", "scenario", "link", "analysis",
        ],
    ),
    ("export", &["number"]),
    (
        "i18n",
        &[
            "number", "language", "problem", "region", "model", "scenario", "analysis", "sheets",
            "exercise", "counties", "projects",
        ],
    ),
    (
        "chart",
        &[
            "number", "language", "problem", "region", "model", "analysis", "i18n", "export",
            "counties", "sheets",
        ],
    ),
    (
        "report",
        &[
            "number", "language", "problem", "region", "model", "scenario", "link", "analysis",
            "i18n", "export", "chart", "exercise", "counties", "sheets", "projects",
        ],
    ),
    (
        "command",
        &[
            "number",
            "language",
            "problem",
            "region",
            "model",
            "scenario",
            "link",
            "analysis",
            "i18n",
            "report",
            "form",
            "sheets",
            "exercise",
            "counties",
            "projects",
            "invented",
            "households",
            "register",
        ],
    ),
    (
        "app",
        &[
            "number",
            "language",
            "problem",
            "region",
            "model",
            "scenario",
            "link",
            "analysis",
            "i18n",
            "export",
            "chart",
            "report",
            "planner",
            "form",
            "intake",
            "sheets",
            "exercise",
            "invented",
            "counties",
            "projects",
            "households",
            "register",
        ],
    ),
    (
        "planner",
        &[
            "number", "problem", "region", "model", "scenario", "analysis", "counties",
        ],
    ),
    (
        "intake",
        &[
            "language", "problem", "region", "model", "i18n", "form", "sheets",
        ],
    ),
    (
        "register",
        &[
            "number",
            "region",
            "model",
            "scenario",
            "analysis",
            "households",
            "sheets",
            "export",
        ],
    ),
    (
        "bin",
        &["command", "app", "report", "form", "intake", "register"],
    ),
    (
        "lib",
        &[
            "analysis", "app", "chart", "command", "export", "form", "i18n", "intake", "language",
            "link", "model", "number", "planner", "problem", "region", "report", "scenario",
            "floating", "exercise", "counties", "projects", "invented", "register",
        ],
    ),
];

/// Rooms of `src/app` that each room there may import. Effects, views and what starts them alone are not pure.
pub const APP_MAY_USE: [(&str, &[&str]); 23] = [
    ("announcement", &[]),
    ("bureau", &[]),
    ("clock", &[]),
    ("crash", &[]),
    ("correction_steps", &["packed"]),
    ("credit", &["state"]),
    (
        "effects",
        &[
            "clock",
            "correction_steps",
            "crash",
            "embedding",
            "intl",
            "packed",
            "planner",
            "presentation",
            "reach",
            "shelf",
            "state",
            "whole",
            "words",
        ],
    ),
    ("embedding", &["state"]),
    ("first", &["clock", "effects"]),
    ("grid", &[]),
    ("households", &[]),
    ("exercise", &["state"]),
    ("intl", &[]),
    ("packed", &[]),
    ("planner", &["clock"]),
    ("presentation", &["announcement", "credit", "state"]),
    ("reach", &[]),
    ("row_window", &[]),
    ("shelf", &[]),
    ("state", &[]),
    (
        "view",
        &[
            "announcement",
            "bureau",
            "clock",
            "crash",
            "credit",
            "effects",
            "exercise",
            "embedding",
            "grid",
            "households",
            "presentation",
            "reach",
            "row_window",
            "shelf",
            "state",
            "words",
        ],
    ),
    ("whole", &[]),
    ("words", &[]),
];

/// Rooms that are crates of their own, each known to others as `zengshou_` and its name.
pub const OWN_CRATES: [&str; 4] = ["model", "floating", "sheets", "households"];
