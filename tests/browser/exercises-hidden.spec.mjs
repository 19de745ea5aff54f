// What an exercise hides is nowhere: one test for each way that a number could leave the state.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";

import { launch, open, url, watched } from "./support.mjs";

let browser;
/** Every way to write the numbers that are hidden: those of the start, the plan and the changed scenario. */
let hidden;
before(async () => {
  browser = await launch();
  // The plain calculator says which numbers they are.
  const plain = async (fragment) => {
    const page = await open(browser, { fragment, locale: "en-US" });
    const texts = await Promise.all(["headline", "difference", "plan-income"].map((id) => page.getByTestId(id).innerText()));
    await page.context().close();
    return texts.map((text) => text.trim().replace("+", ""));
  };
  const found = [...await plain("#v=3&region=zhangjiakou-2021&jobs.workshop=5000"), ...await plain("#v=3&region=zhangjiakou-2021&jobs.workshop=5000&jobs.outward=4321")];
  hidden = [...new Set(found)].flatMap((text) => [text, text.replaceAll(",", "")]);
  assert.ok(hidden.length >= 8, String(hidden));
});
after(() => browser.close());

const text = (en) => ({ "zh-Hans": en, en });
const EXERCISE = {
  exercise: 1, id: "hidden-1", model: 2, region: "zhangjiakou-2021.2", title: text("Hidden"),
  start: { values: { "jobs.workshop": "5000" } }, open: ["jobs.outward"], hide: ["headline", "paths"],
  steps: [
    { kind: "do", text: text("Send people out."), goal: [{ output: "input.jobs.outward", at_least: "4321" }] },
    { kind: "show", text: text("Now see."), change: { "jobs.outward": "4321" }, outputs: ["income.scenario.2023"], reveal: ["headline", "paths"] },
  ],
};

/** The exercise in a new profile, opened as a file. */
async function exercise(more = {}, file = EXERCISE) {
  const context = await browser.newContext({ locale: "en-US", viewport: { width: 1366, height: 768 }, ...more });
  const page = await watched(context);
  await page.goto(url);
  await page.getByTestId("example").selectOption("exercises");
  await page.getByTestId("open-exercise").setInputFiles({ name: "e.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(file)) });
  await page.getByTestId("exercise-goal").waitFor({ timeout: 20_000 });
  return page;
}

/** Moves the open lever, so that a result stands that nobody has seen, and waits until all has followed. */
async function moved(page) {
  await page.locator('[data-input="jobs.outward"]').fill("4321");
  await page.keyboard.press("Enter");
  await page.locator('[data-testid="exercise-goal"][data-met="true"]').waitFor();
  await page.waitForTimeout(1_200);
}

function isFree(content, where) {
  for (const number of hidden) {
    // A figure of nothing says nothing.
    if (/^0?\.?0*$/.test(number)) continue;
    const at = content.indexOf(number);
    assert.equal(at, -1, `${where}: …${content.slice(Math.max(0, at - 80), at + 40)}…`);
  }
}

/** The whole document, with what fields hold and no attribute left out. */
const documentOf = (page) => page.evaluate(() => {
  const fields = [...document.querySelectorAll("input, textarea, select")].map((field) => field.value);
  return `${document.title}\n${document.documentElement.outerHTML}\n${fields.join("\n")}`;
});

test("not in the document, whatever was moved, nor in its live regions", async () => {
  const page = await exercise();
  isFree(await documentOf(page), "at the start");
  await moved(page);
  isFree(await documentOf(page), "moved");
  await page.getByTestId("exercise-try").click();
  await page.waitForTimeout(900);
  isFree(await documentOf(page), "tried");
  assert.equal(await page.getByTestId("headline").count(), 0);
  assert.equal(await page.getByTestId("announced").count(), 0);
  assert.deepEqual(page.errors, []);
});

test("not in the title, the address bar or its history", async () => {
  const page = await exercise();
  const address = page.url();
  await moved(page);
  assert.equal(page.url(), address);
  assert.doesNotMatch(page.url(), /income|jobs\.outward/);
  isFree(await page.title(), "title");
  isFree(decodeURIComponent(page.url()), "address");
});

test("not in what the browser stores", async () => {
  const page = await exercise();
  await moved(page);
  const stored = await page.evaluate(() => [localStorage, sessionStorage].map((it) => JSON.stringify({ ...it })).join("\n"));
  assert.match(stored, /attempt/);
  isFree(stored, "storage");
});

test("not in an explanation: no figure opens one", async () => {
  const page = await exercise();
  await moved(page);
  const figures = page.locator("button[data-figure]");
  assert.ok(await figures.count() > 0, "some figures can be seen");
  for (let at = 0; at < Math.min(6, await figures.count()); at += 1) {
    await figures.nth(at).click();
    assert.equal(await page.locator("dialog[open]").count(), 0);
  }
  await page.getByText("formulas are closed").waitFor();
  isFree(await documentOf(page), "explanations");
});

test("not in planning, report, sources or the page that looks back, which do not open", async () => {
  const page = await exercise();
  await moved(page);
  for (const id of ["exercise-plan-open", "exercise-report", "exercise-sources", "planning", "report", "sources", "share", "library"]) {
    assert.equal(await page.getByTestId(id).count(), 0, id);
  }
  const tools = page.locator("button[data-tool], button[data-looking-back]");
  for (const tool of await tools.all()) {
    if (!await tool.isVisible()) continue;
    await tool.click();
    assert.equal(await page.locator(".cover, .planning, .report-page").count(), 0);
  }
  isFree(await documentOf(page), "tools");
});

test("not in charts, their tables or what they save", async () => {
  const page = await exercise();
  await moved(page);
  // The charts of incomes are not among the tabs; those that are left are walked through, with their tables and files.
  assert.equal(await page.locator("#chart-tab-paths").count(), 0);
  for (const tab of await page.locator('[role="tab"][id^="chart-tab-"]').all()) {
    await tab.click();
    await page.waitForTimeout(500);
    isFree(await documentOf(page), await tab.innerText());
  }
  // Nor is there any other way to a table of incomes.
  for (const card of ["channels", "components", "years", "changes"]) {
    assert.equal(await page.locator(`#results-${card}`).count(), 0, card);
  }
});

test("not in the tables of the charts that are left where only some cards are hidden", async () => {
  // The components of income, which a chart, its table and a card have; the plain calculator says which numbers they are.
  const plain = await open(browser, { fragment: "#v=3&region=zhangjiakou-2021&jobs.workshop=5000", locale: "en-US" });
  const cells = async (page, name) => {
    await page.locator(`#chart-tab-${name}`).click();
    const table = page.locator(`#chart-table-${name}`);
    await table.waitFor({ state: "attached" });
    const button = page.getByTestId("chart-table");
    if (await button.getAttribute("aria-expanded") !== "true") await button.click();
    await table.locator("td").first().waitFor();
    return (await table.locator("td").allInnerTexts()).map((cell) => cell.trim()).filter((cell) => /[1-9][\d,]*\.\d/.test(cell));
  };
  // Its sums are the incomes, which are not hidden.
  const sums = await cells(plain, "paths");
  const components = (await cells(plain, "shares")).filter((cell) => !sums.includes(cell));
  await plain.context().close();
  assert.ok(components.length > 10, String(components));
  const partly = structuredClone(EXERCISE);
  partly.id = "hidden-3";
  partly.hide = ["components"];
  const page = await exercise({}, partly);
  await page.locator('[role="tab"][id^="chart-tab-"]').first().waitFor();
  assert.equal(await page.locator("#chart-tab-shares").count(), 0);
  const tabs = await page.locator('[role="tab"][id^="chart-tab-"]').all();
  assert.ok(tabs.length >= 3, `${tabs.length} charts are left`);
  for (const tab of tabs) {
    const name = (await tab.getAttribute("id")).replace("chart-tab-", "");
    const shown = await cells(page, name);
    assert.deepEqual(shown.filter((cell) => components.includes(cell)), [], name);
  }
  assert.deepEqual(page.errors, []);
});

test("not in the result that is handed in", async () => {
  const page = await exercise();
  await moved(page);
  await page.getByTestId("exercise-try").click();
  // A result can be asked for at the end only; what hides on is made by an exercise that reveals nothing.
  const stored = await page.evaluate(() => Object.entries(localStorage).find(([key]) => key.includes("attempt/"))[1]);
  const link = stored.split("\n")[1];
  assert.match(link, /&xr=/);
  isFree(Buffer.from(/&xr=([\w-]+)/.exec(link)[1], "base64url").toString("latin1"), "packed");
  const other = structuredClone(EXERCISE);
  other.id = "hidden-2";
  other.steps[1] = { kind: "say", text: text("Say it.") };
  await page.getByTestId("exercise-leave").click();
  await page.getByTestId("share").waitFor();
  await page.getByTestId("example").selectOption("exercises");
  await page.getByTestId("open-exercise").setInputFiles({ name: "e.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(other)) });
  await page.getByTestId("exercise-goal").waitFor({ timeout: 20_000 });
  await moved(page);
  await page.getByTestId("exercise-try").click();
  await page.getByTestId("exercise-forward").click();
  await page.getByTestId("exercise-say").fill("Done");
  await page.getByTestId("exercise-forward").click();
  await page.getByTestId("exercise-finish").waitFor();
  await page.waitForTimeout(900);
  isFree(await documentOf(page), "the end");
  const coming = page.waitForEvent("download");
  await page.getByTestId("exercise-save").click();
  isFree(await readFile(await (await coming).path(), "utf8"), "file");
});

test("not in the first numbers, which an exercise has none of", async () => {
  const page = await exercise();
  const address = page.url();
  const other = await watched(await browser.newContext({ locale: "en-US" }));
  // The whole program is held back, so that what stands first can be read.
  let go;
  const held = new Promise((done) => { go = done; });
  await other.route(/\/app_bg\.[0-9a-f]+\.wasm/, async (route) => { await held; await route.continue(); });
  await other.goto(address, { waitUntil: "commit" });
  await other.locator("#first-headline").waitFor({ state: "attached" });
  await other.waitForTimeout(2_500);
  assert.equal((await other.locator("#first-headline").innerText()).trim(), "");
  isFree(await documentOf(other), "first numbers");
  go();
  await other.getByTestId("exercise-goal").waitFor({ timeout: 20_000 });
  isFree(await documentOf(other), "after them");
});

test("neither on paper nor when the page is read again", async () => {
  const page = await exercise();
  await moved(page);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.waitForTimeout(400);
  isFree(await documentOf(page), "paper");
  await page.emulateMedia({ media: "screen" });
  await page.reload();
  await page.getByTestId("exercise-goal").waitFor({ timeout: 20_000 });
  await page.waitForTimeout(900);
  isFree(await documentOf(page), "read again");
  assert.equal(await page.locator('[data-input="jobs.outward"]').inputValue(), "4,321");
});

test("but there at once where a step reveals it", async () => {
  const page = await exercise();
  await moved(page);
  await page.getByTestId("exercise-try").click();
  await page.getByTestId("exercise-forward").click();
  const shown = (await page.getByTestId("headline").innerText()).trim();
  assert.ok(hidden.includes(shown), `${shown} is among ${hidden}`);
  await page.locator("#chart-tab-paths").waitFor();
  await page.getByTestId("exercise-plan-open").waitFor();
});
