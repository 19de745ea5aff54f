// Levers: typed, dragged, by keyboard alone; undone, reverted, refused.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { addressHolds, field, headline, headlineAfter, headlineIs, launch, open, slider, type } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const PLAN = "13,892.27";

test("a typed value moves the headline, undo brings it back, redo does it again", async () => {
  const page = await open(browser);
  await type(page, "coverage", "85");
  const moved = await headlineAfter(page, PLAN);
  await page.getByTestId("undo").click();
  await headlineIs(page, PLAN);
  await page.getByTestId("redo").click();
  await headlineIs(page, moved);
  // By keyboard, with the focus outside a text that is being typed.
  await slider(page, "coverage").focus();
  await page.keyboard.press("Control+z");
  await headlineIs(page, PLAN);
  await page.keyboard.press("Control+Shift+z");
  await headlineIs(page, moved);
  assert.deepEqual(page.errors, []);
});

test("a dragged slider moves the headline at once and is one step to take back", async () => {
  const page = await open(browser);
  const lever = slider(page, "coverage");
  await lever.scrollIntoViewIfNeeded();
  const box = await lever.boundingBox();
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.81, y);
  await page.mouse.down();
  const seen = new Set();
  for (let step = 1; step <= 8; step += 1) {
    await page.mouse.move(box.x + box.width * (0.81 + step * 0.02), y);
    seen.add(await headline(page));
  }
  await page.mouse.up();
  assert.ok(seen.size > 3, `the headline followed the lever: ${[...seen]}`);
  await page.getByTestId("undo").click();
  await headlineIs(page, PLAN);
});

test("the whole job by keyboard alone", async () => {
  const page = await open(browser);
  // Tab to the coverage slider as a reader without a mouse does.
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement?.dataset?.key === "coverage")) break;
  }
  assert.ok(await page.evaluate(() => document.activeElement?.dataset?.key === "coverage"), "Tab reaches the slider");
  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press("ArrowRight");
  await addressHolds(page, "coverage=0.85");
  const moved = await headlineAfter(page, PLAN);
  await page.keyboard.press("Control+z");
  await headlineIs(page, PLAN);
  await page.keyboard.press("Control+y");
  await headlineIs(page, moved);
});

test("what can't be read or allowed is said, and the typed text stays", async () => {
  const page = await open(browser);
  await type(page, "coverage", "abc");
  const alert = page.getByRole("alert").filter({ hasText: "abc" });
  await alert.waitFor();
  assert.equal(await field(page, "coverage").inputValue(), "abc");
  assert.equal(await headline(page), PLAN);
  await type(page, "coverage", "150");
  await page.getByRole("alert").filter({ hasText: "100" }).first().waitFor();
  assert.equal(await headline(page), PLAN);
  await type(page, "coverage", "９０％");
  await addressHolds(page, "coverage=0.9");
});

test("a change that does nothing says why", async () => {
  const page = await open(browser);
  await type(page, "social_industry", "20");
  await page.getByText("社会帮扶", { exact: false }).first().waitFor();
  await page.waitForFunction(() => /(不起作用|没有影响|没有作用|无影响|未改变|没有变化|不会改变|没有产生)/.test(document.body.innerText), undefined, { timeout: 5_000 });
});

test("coverage that can't be paid for says at the lever how far it gets", async () => {
  const page = await open(browser, { fragment: "#v=1&region=zhangjiakou-2021&coverage_cost=20000&coverage=0.98" });
  const short = await page.getByTestId("coverage-short").innerText();
  assert.match(short, /2023/);
  assert.match(short, /83\.12%/);
  await type(page, "grants_share", "0");
  await page.getByText("没有到户奖补，扩大覆盖没有资金来源", { exact: false }).first().waitFor({ timeout: 5_000 });
});

test("a fraction typed for per cent is asked about", async () => {
  const page = await open(browser);
  await type(page, "coverage", "0.85");
  const said = await page.getByTestId("meant-coverage").innerText();
  assert.match(said, /0\.85%/);
  assert.match(said, /85/);
  await type(page, "coverage", "85");
  await page.getByTestId("meant-coverage").waitFor({ state: "detached" });
});

test("the funds matrix keeps its margins, locks hold, and an impossible change says why", async () => {
  const page = await open(browser);
  await type(page, "row.central", "120,000");
  await page.waitForFunction(() => document.querySelector('[data-input="total"]').value === "380,900");
  const number = async (key) => Number((await field(page, key).inputValue()).replaceAll(",", ""));
  const cells = await Promise.all(["industry", "infrastructure", "other"].map((category) => number(`funds.central.${category}`)));
  assert.equal(cells.reduce((sum, cell) => sum + cell, 0), 120000);
  assert.equal(await number("total"), 380900);
  const total = page.locator('[data-lock="total"]');
  await field(page, "total").hover();
  await total.click();
  assert.equal(await total.getAttribute("aria-pressed"), "true");
  await type(page, "funds.central.industry", "80,000");
  await page.waitForFunction(() => document.querySelector('[data-input="funds.central.industry"]').value === "80,000");
  assert.equal(await number("total"), 380900);
  await type(page, "funds.central.industry", "999,999");
  await page.getByRole("alert").first().waitFor();
  assert.equal(await number("total"), 380900);
  assert.deepEqual(page.errors, []);
});

test("examples are named while one is on them", async () => {
  const page = await open(browser);
  const example = page.getByTestId("example");
  assert.equal(await example.inputValue(), "plan");
  for (const name of ["coverage", "shift", "jobs", "operation", "together"]) {
    const before = await headline(page);
    await example.selectOption(name);
    await headlineAfter(page, before);
    assert.equal(await example.inputValue(), name);
  }
  await type(page, "jobs.startup", "10");
  await page.waitForFunction(() => document.querySelector('[data-testid="example"]').value === "");
});
