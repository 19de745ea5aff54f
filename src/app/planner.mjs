// Starts the program that answers the long questions of planning, in a worker of its own.
// The names below are replaced by the build: they carry a hash of their content.
import("./planner.js").then(({ default: init }) => init({ module_or_path: "./planner_bg.wasm" }));
