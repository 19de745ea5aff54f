// Counties of an invented city: the league by keys, a weight and its way back, money divided and taken over, the notice, settings saved
// and opened again; for everyone, and on a phone.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";

import { broken, launch, numbers, open } from "./support.mjs";

const PHONE = { width: 390, height: 844 };

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** Focuses what has that name, and presses a key. */
async function press(page, id, key = "Enter") {
  await page.getByTestId(id).focus();
  await page.keyboard.press(key);
}

/** Types a setting in the place of what is there. */
async function typed(page, id, text) {
  await page.getByTestId(id).focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

/** A page with the invented city and its counties. */
async function counties(options) {
  const page = await open(browser, options);
  await page.getByTestId("region").click();
  await page.getByTestId("invented-city").click();
  await page.getByTestId("bureau").waitFor({ timeout: 20_000 });
  await numbers(page);
  await press(page, "bureau");
  await page.locator("#bureau-title:focus").waitFor();
  return page;
}

async function violations(page, what) {
  const violations = await broken(page);
  return violations.map(({ id, nodes }) => `${what}: ${id}: ${nodes.slice(0, 3).map((node) => node.html).join(" | ")}`);
}

/** The names of the league's counties, from the top. */
const order = (page) => page.locator("[data-testid=league] tbody th").allInnerTexts();

/** Goes to a part of the page. */
async function tab(page, name) {
  await page.getByTestId(`bureau-tab-${name}`).click();
  await page.locator(`#bureau-panel[aria-labelledby=bureau-tab-${name}]`).waitFor();
}

/** The text of a file that a button saves. */
async function saved(page, id) {
  const [file] = await Promise.all([page.waitForEvent("download"), press(page, id)]);
  return { name: file.suggestedFilename(), path: await file.path(), bytes: await readFile(await file.path()) };
}

test("league, division, notice and settings of an invented city, by keys alone", async () => {
  const page = await counties({ viewport: { width: 1366, height: 768 } });
  const first = await order(page);
  assert.equal(first.length, 16);
  const found = await violations(page, "league");
  // By growth, and the other way round.
  await press(page, "league-by-growth");
  await page.locator("th[aria-sort=ascending]", { hasText: "收入增速" }).waitFor();
  const best = await order(page);
  await press(page, "league-by-growth");
  await page.locator("th[aria-sort=descending]", { hasText: "收入增速" }).waitFor();
  assert.deepEqual((await order(page)).reverse().slice(0, 1), best.slice(0, 1));
  await press(page, "league-by-rank");

  // What a file could not hold is refused in words; another weight moves the ranks, and Ctrl+Z brings them back.
  await typed(page, "weights.growth", "2000");
  await page.getByTestId("bureau-refused").locator("p").waitFor();
  await typed(page, "weights.growth", "900");
  await page.getByTestId("bureau-refused").locator("p").waitFor({ state: "detached" });
  await page.waitForFunction((first) => document.querySelector("[data-testid=league] tbody th").innerText !== first, best.at(0) === first.at(0) ? "" : first.at(0));
  assert.equal((await order(page))[0], best[0]);
  await page.keyboard.press("Control+z");
  await page.waitForFunction((first) => document.querySelector("[data-testid=league] tbody th").innerText === first, first[0]);
  assert.deepEqual(await order(page), first);
  await press(page, "bureau-redo");
  await page.locator("[data-testid=bureau-redo]:disabled").waitFor();

  // Money: refused where floors are above it, else exact, and taken over as a step.
  await tab(page, "division");
  await page.getByTestId("division-none").waitFor();
  await typed(page, "division.amount", "30000");
  await page.getByTestId("division-sum").filter({ hasText: "3" }).waitFor();
  await page.getByTestId("division-assumed").waitFor();
  await typed(page, "division.floor", "2000");
  await page.getByTestId("division-refused").waitFor();
  await page.keyboard.press("Control+z");
  await page.getByTestId("division-sum").waitFor();
  const amounts = await page.locator("[data-testid=division-result-table] td strong").allInnerTexts();
  assert.equal(amounts.map((text) => Number(text.replaceAll(",", ""))).reduce((sum, amount) => sum + amount), 30_000);
  // The effects come from the worker: the first plan year, then the last.
  await page.locator("[data-testid=division-result-table] tbody tr:first-child td:nth-child(15)").filter({ hasText: /\d/ }).waitFor({ timeout: 20_000 });
  await press(page, "division-take");
  await page.locator("[data-testid=division-take]:disabled").waitFor();
  found.push(...(await violations(page, "division")));
  const book = await saved(page, "bureau-excel");
  assert.match(book.name, /\.xlsx$/);
  assert.equal(book.bytes.subarray(0, 2).toString(), "PK");

  // Incomes with the money taken over, against the city and the rest.
  await tab(page, "incomes");
  await page.getByTestId("incomes-taken").waitFor();
  await page.locator("[data-testid=incomes-against] tbody tr:nth-child(3)").waitFor({ timeout: 20_000 });
  assert.equal(await page.locator("[data-testid=county-incomes] tbody tr").count(), 16);
  await page.locator("[data-testid=county-dots] .canvas svg").waitFor({ timeout: 20_000 });
  found.push(...(await violations(page, "incomes")));

  await tab(page, "notice");
  await page.locator(".report-paper", { hasText: "县区工作进度通报" }).waitFor();
  found.push(...(await violations(page, "notice")));
  assert.deepEqual(found, []);

  // The settings as a file, which the page opens again over the usual ones.
  const settings = await saved(page, "bureau-settings-save");
  const read = JSON.parse(settings.bytes.toString());
  assert.equal(read.weights.growth, "900");
  assert.equal(read.division.amount, "300000000");
  assert.equal(Object.keys(read.division.taken).length, 16);
  await page.keyboard.press("Escape");
  await page.locator(".bureau-page").waitFor({ state: "detached" });
  await page.evaluate(() => localStorage.removeItem("zengshou/bureau/invented-1"));
  await page.reload();
  await numbers(page);
  await press(page, "bureau");
  await page.locator("#bureau-title:focus").waitFor();
  assert.equal(await page.getByTestId("weights.growth").inputValue(), "15");
  await page.getByTestId("bureau-settings-open").setInputFiles(settings.path);
  await page.waitForFunction(() => document.querySelector('[data-testid="weights.growth"]').value === "900");
  await page.locator("[data-testid=bureau-undo]:enabled").waitFor();
  // They are kept: the next visit finds them.
  await page.reload();
  await numbers(page);
  await press(page, "bureau");
  assert.equal(await page.getByTestId("weights.growth").inputValue(), "900");
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("in English on a phone in the dark, nothing is wider than the screen", async () => {
  const page = await counties({ locale: "en-US", colorScheme: "dark", viewport: PHONE });
  const found = [];
  for (const name of ["league", "incomes", "division", "notice", "projects"]) {
    await tab(page, name);
    if (name === "incomes") await page.getByTestId("county-incomes").waitFor({ timeout: 20_000 });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0, name);
    found.push(...(await violations(page, name)));
  }
  assert.deepEqual(found, []);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("a region without tables is told how to get one", async () => {
  const page = await open(browser);
  await press(page, "foot-bureau");
  await page.getByTestId("bureau-none").waitFor();
  assert.equal(await page.getByTestId("bureau").count(), 0);
  await press(page, "bureau-regions");
  await page.getByTestId("invented-city").waitFor();
  assert.deepEqual(page.errors, []);
  await page.context().close();
});
