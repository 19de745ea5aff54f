// The workbook's formulas, recomputed by other people's programs: HyperFormula always, LibreOffice
// where it is installed. Every income of every year must be the model's to the fen, and every
// channel and benchmark too.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { HyperFormula } from "hyperformula";

import { sheetsOf, unzip, withoutResults } from "./workbook.mjs";

const { ZENGSHOU_CLI: cli, ZENGSHOU_ROOT: root, SOFFICE: soffice } = process.env;
const REGION = "zhangjiakou-2021";
/** What Excel holds of a text in a cell; the rest it cuts. */
const MOST_IN_CELL = 32_767;
const LINK_LEAD = "This link opens the same scenario with the same figures:";
const region = JSON.parse(readFileSync(join(root, `static/regions/${REGION}.json`), "utf8"));
const folder = mkdtempSync(join(tmpdir(), "zengshou-sheet-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Chance that is the same in every run. */
function chance(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A scenario with a dozen values moved; shares only down, so that wholes are never exceeded. */
function random(seed) {
  const next = chance(seed);
  const keys = Object.keys(region.parameters);
  const values = {};
  for (let count = 0; count < 14; count += 1) {
    const key = keys[Math.floor(next() * keys.length)];
    const { value, unit } = region.parameters[key];
    const factor = unit === "share" ? 0.5 + next() * 0.5 : 0.3 + next() * 1.4;
    // No household is smaller than one person.
    if (key === "household_size") {
      values[key] = (1 + next() * 4).toFixed(2);
      continue;
    }
    if (unit === "flag") values[key] = String(next() < 0.5);
    else if (key.startsWith("jobs.")) values[key] = String(Math.floor(next() * 20_000));
    else if (key === "social") values[key] = String(Math.floor(next() * 1e9));
    else values[key] = String(Number((Number(value) * factor).toFixed(unit === "share" ? 4 : 2)));
  }
  return values;
}

const SCENARIOS = {
  plan: {},
  coverage: { coverage: "0.85" },
  "coverage without the money": { coverage: "1", grants_share: "0.02" },
  "coverage falling": { coverage: "0.6" },
  "first year alone": { repeat: "false", execution: "0.7", "funds.county.industry": "900000000" },
  jobs: { "jobs.outward": "10000", "jobs.welfare": "2500" },
  operation: { operating_rate: "0.9", benefit_share: "0.75" },
  help: { social: "500000000", social_industry: "0.25", relocated_employment: "0.08" },
  "own assumptions": { "growth_near.wage": "0.1", population: "309000", asset_return: "0", "bench.rural_nation.2023": "21000" },
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map((seed) => [`random ${seed}`, random(seed)])),
};

const run = (...words) => execFileSync(cli, ["--regions", join(root, "static/regions"), "--language", "en", ...words]);

/** Makes every scenario's workbook, with what the model says of it. */
const made = new Map();
before(() => {
  for (const [index, [name, values]] of Object.entries(SCENARIOS).entries()) {
    const input = join(folder, `${index}.json`);
    const file = join(folder, `book${index}.xlsx`);
    writeFileSync(input, JSON.stringify({ region: REGION, values }));
    run("report", input, "--form", "excel", "--out", file, "--title", '=cmd|"/c calc"!A1', "--prepared-by", "@SUM(1)");
    made.set(name, { values, file, outcome: JSON.parse(run("project", input)) });
  }
});

/** Half away from zero, as the model rounds; the error of a double is far below it. */
const fen = (number) => {
  assert.equal(typeof number, "number", `${number} is no number`);
  return (Math.sign(number) * Math.round(Math.abs(number) * 100 + 1e-7)) / 100;
};

/** The order in which the sheets list them. */
const CHANNELS = ["industry", "grants", "coverage", "infrastructure", "other", "employment", "relocation", "social", "clawback"];
const BENCHMARKS = ["lifted_province", "lifted_nation", "rural_province", "rural_nation", "lifted_counties"];

/** Holds a workbook's rows, as a program computed them, against the model. */
function agrees(sheets, outcome) {
  const row = (sheet, name, nth = 0) => {
    const found = sheets.get(sheet).filter((cells) => cells?.[0] === name);
    assert.ok(found.length > nth, `${sheet} has no row ${name}`);
    return found.at(nth);
  };
  const head = sheets.get("Result").find((cells) => cells?.[0] === "Item").map(String);
  const channels = sheets.get("Channels").filter((cells) => cells?.[0]).slice(-9);
  for (const [index, year] of outcome.scenario.entries()) {
    const column = head.indexOf(String(year.year));
    assert.equal(fen(row("Result", "Scenario")[column]), Number(year.income), `income ${year.year}`);
    const plan = sheets.get("Result").some((cells) => cells?.[0] === "Plan") ? "Plan" : "Plan (changed assumptions)";
    assert.equal(fen(row("Result", plan)[column]), Number(outcome.plan[index].income), `plan ${year.year}`);
    for (const [place, name] of CHANNELS.entries()) {
      // A channel without effect may give minus zero.
      assert.equal(fen(channels[place][column]) || 0, Number(year.channels[name]), `${name} ${year.year}`);
    }
    const benchmarks = sheets.get("Benchmarks and gaps").filter((cells) => cells?.[0] !== "Item" && typeof cells?.[column] === "number");
    for (const [place, name] of BENCHMARKS.entries()) {
      assert.equal(fen(benchmarks[place][column]), Number(year.benchmarks[name]), `${name} ${year.year}`);
    }
    const lacks = row("Result", "Money lacking")[column];
    // Totals stand in ten thousand yuan.
    assert.equal(fen(lacks * 10_000), Number(year.coverage_missing), `coverage ${year.year}`);
  }
}

/** A workbook in HyperFormula, by its own formulas. */
function load(file) {
  const content = (cell) => {
    if (cell === undefined) return null;
    if (cell.formula !== undefined) return `=${cell.formula}`;
    return cell.text === undefined ? cell.number : `'${cell.text}`;
  };
  const sheets = sheetsOf(readFileSync(file));
  const rows = [...sheets].map(([name, rows]) => [name, [...rows].map((row) => [...(row ?? [])].map(content))]);
  // Rounding to ten digits, as spreadsheets do by habit, would hide what a formula gives.
  const engine = HyperFormula.buildFromSheets(Object.fromEntries(rows), { licenseKey: "gpl-v3", smartRounding: false });
  const read = () => new Map(engine.getSheetNames().map((name) => [name, engine.getSheetValues(engine.getSheetId(name))]));
  return { engine, read };
}

for (const name of Object.keys(SCENARIOS)) {
  test(`HyperFormula agrees to the fen: ${name}`, () => {
    const { file, outcome } = made.get(name);
    const { engine, read } = load(file);
    const sheets = read();
    agrees(sheets, outcome);
    const verdict = sheets.get("Result").find((cells) => cells[0] === "All agree");
    assert.equal(verdict[4], "yes");
    engine.destroy();
  });
}

test("a value put into the scenario's column gives what the model gives for it", () => {
  const { engine, read } = load(made.get("plan").file);
  const inputs = engine.getSheetId("Inputs");
  const keys = engine.getSheetValues(inputs).map((cells) => cells[1]);
  for (const name of ["coverage", "coverage without the money", "first year alone", "help", "own assumptions"]) {
    const { values, outcome } = made.get(name);
    const cells = Object.entries(values).map(([key, text]) => ({ sheet: inputs, row: keys.indexOf(key), col: 3, number: { true: 1, false: 0 }[text] ?? Number(text) / (region.parameters[key].unit === "yuan" ? 10_000 : 1) }));
    const before = cells.map((cell) => engine.getCellSerialized(cell));
    for (const { number, ...cell } of cells) engine.setCellContents(cell, number);
    agrees(read(), outcome);
    cells.forEach((cell, index) => engine.setCellContents(cell, before[index]));
  }
  agrees(read(), made.get("plan").outcome);
  engine.destroy();
});

test("the file holds the results, so that a program that only shows it shows numbers", () => {
  for (const { file, outcome } of made.values()) {
    const known = new Map([...sheetsOf(readFileSync(file))].map(([name, rows]) => [name, [...rows].map((row) => [...(row ?? [])].map((cell) => {
      if (cell === undefined) return null;
      if (cell.text !== undefined) return cell.text;
      if (cell.number !== undefined) return cell.number;
      return cell.result === "" || Number.isNaN(Number(cell.result)) ? cell.result : Number(cell.result);
    }))]));
    agrees(known, outcome);
  }
});

test("the file says what it is, opens on the result and protects what is no input", () => {
  const files = unzip(readFileSync(made.get("plan").file));
  const core = files.get("docProps/core.xml").toString("utf8");
  assert.match(core, /<dc:title>=cmd/);
  assert.match(core, /<dc:creator>Zengshou[^<]*<\/dc:creator>/);
  const sheets = [...files].filter(([name]) => name.startsWith("xl/worksheets/sheet"));
  for (const [name, content] of sheets) assert.match(content.toString("utf8"), /<sheetProtection /, name);
  const [, active] = /activeTab="(\d+)"/.exec(files.get("xl/workbook.xml").toString("utf8"));
  assert.equal([...sheetsOf(readFileSync(made.get("plan").file)).keys()][active], "Result");
});

test("totals of money stand in ten thousand yuan and gaps below nought are behind", () => {
  const sheets = sheetsOf(readFileSync(made.get("plan").file));
  const cell = sheets.get("Inputs").find((cells) => cells?.[1]?.text === "funds.central.industry");
  assert.equal(cell[2].number * 10_000, Number(region.parameters["funds.central.industry"].value));
  const { outcome } = made.get("plan");
  const rows = sheets.get("Benchmarks and gaps");
  const gaps = rows.findIndex((cells) => cells?.[0]?.text?.startsWith("Gaps"));
  const column = rows.find((cells) => cells?.[0]?.text === "Item").findIndex((head) => head?.text === String(outcome.scenario[0].year));
  assert.equal(fen(Number(rows[gaps + 1][column].result)), -Number(outcome.scenario[0].gaps.lifted_province));
});

test("what was typed is a text and no formula", () => {
  const sheets = sheetsOf(readFileSync(made.get("plan").file));
  assert.equal(sheets.get("Inputs")[0][0].text, '=cmd|"/c calc"!A1');
  const texts = sheets.get("Sources").flat().filter((cell) => cell?.text?.includes("@SUM(1)"));
  assert.equal(texts.length, 1);
  for (const rows of sheets.values()) {
    for (const cell of rows.flat()) assert.doesNotMatch(cell?.formula ?? "", /cmd|@|HYPERLINK|WEBSERVICE|\[/i);
  }
});

test("LibreOffice agrees to the fen", { skip: soffice ? false : "LibreOffice is not installed (soffice is not on the PATH): install libreoffice-calc to have the workbook recomputed by it" }, () => {
  const work = join(folder, "office");
  const profile = join(folder, "profile");
  mkdirSync(work);
  mkdirSync(join(profile, "user"), { recursive: true });
  // Recompute on loading, always: by itself it trusts the results that it finds.
  writeFileSync(
    join(profile, "user/registrymodifications.xcu"),
    `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`,
  );
  const files = [...made.values()].map(({ file }, index) => {
    const copy = join(work, `book${index}.xlsx`);
    writeFileSync(copy, withoutResults(readFileSync(file)));
    return copy;
  });
  // Every sheet as values, not as they are shown.
  const form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";
  execFileSync(soffice, [`-env:UserInstallation=${pathToFileURL(profile)}`, "--headless", "--convert-to", form, "--outdir", work, ...files], { stdio: "pipe", timeout: 300_000 });
  const cell = (text) => (text !== "" && Number.isFinite(Number(text)) ? Number(text) : text);
  const rowsOf = (text) => {
    const rows = [[]];
    for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n|$)/g)) {
      rows.at(-1).push(cell(quoted?.replaceAll('""', '"') ?? bare));
      if (end === "\n") rows.push([]);
    }
    return rows;
  };
  for (const [index, { file, outcome }] of [...made.values()].entries()) {
    const names = [...sheetsOf(readFileSync(file)).keys()];
    agrees(new Map(names.map((name) => [name, rowsOf(readFileSync(join(work, `book${index}-${name}.csv`), "utf8"))])), outcome);
  }
});

test("a link that outgrows a cell stands in several, which make the whole link again", () => {
  const input = join(folder, "long.json");
  const file = join(folder, "long.xlsx");
  const csv = join(folder, "long.csv");
  // A note of the greatest length on every value.
  const notes = Object.fromEntries(Object.keys(region.parameters).map((key, index) => [key, `${index}`.padEnd(600, "记=").slice(0, 200)]));
  writeFileSync(input, JSON.stringify({ region: REGION, values: { coverage: "0.85" }, notes }));
  const link = run("link", input, "--base", "https://example.org/zengshou/").toString().trim();
  assert.ok(link.length > 2 * MOST_IN_CELL, `${link.length}`);
  run("report", input, "--base", "https://example.org/zengshou/", "--form", "excel", "--out", file);
  const [texts] = [...sheetsOf(readFileSync(file)).values()].map((rows) => [...rows].map((row) => row?.[0]?.text)).filter((texts) => texts.includes(LINK_LEAD));
  for (const text of texts) assert.ok((text ?? "").length <= MOST_IN_CELL, `${text?.length} characters in a cell`);
  const at = texts.indexOf(LINK_LEAD);
  const count = Number(/the next (\d+) cells/.exec(texts[at + 1])[1]);
  assert.ok(count > 2);
  assert.equal(texts.slice(at + 2, at + 2 + count).join(""), link);
  // The same in CSV; nothing there is taken for a formula either.
  run("report", input, "--base", "https://example.org/zengshou/", "--form", "csv", "--out", csv);
  const lines = readFileSync(csv, "utf8").split("\r\n");
  const first = lines.findIndex((line) => line.includes(`the next ${count} cells`));
  assert.equal(lines.slice(first + 1, first + 1 + count).map((line) => line.replace(/^"(.*)"$/, "$1")).join(""), link);
  // And what was put together is opened as the scenario that it was.
  const again = JSON.parse(run("read", link));
  assert.deepEqual([again.values, again.notes], [{ coverage: "0.85" }, notes]);
});
