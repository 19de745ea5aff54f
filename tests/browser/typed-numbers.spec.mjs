// What is typed: computed, refused in words, taken with a question; money moved; what levers move and cost.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { addressHolds, field, headline, headlineIs, launch, open, slider, type } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const PLAN = "13,892.27";
const CELL = "funds.central.infrastructure";

test("money computes what is typed, and shows the result before it is taken", async () => {
  const page = await open(browser);
  const cell = field(page, CELL);
  const coming = page.locator(`[data-coming="${CELL}"]`);
  for (const [typed, shown, taken] of [
    ["29148-10000", "= 19,148 万元", "19,148"],
    ["-5%", "= 18,190.6 万元", "18,190.6"],
    ["（2+3）×1,000", "= 5,000 万元", "5,000"],
    ["1.2億元", "= 12,000 万元", "12,000"],
    ["\u202d5000\u202c", "", "5,000"],
  ]) {
    await cell.fill(typed);
    assert.equal((await coming.textContent()).trim(), shown, typed);
    await cell.press("Enter");
    await page.waitForFunction(([key, value]) => document.querySelector(`[data-input="${key}"]`).value === value, [CELL, taken]);
  }
  for (const [typed, said] of [
    ["=B10*0.95", /单元格/],
    ["5000 12", /空格/],
    ["1,5", /逗号/],
    ["5/0", /零/],
  ]) {
    await type(page, CELL, typed);
    const alert = page.getByRole("alert").filter({ hasText: typed });
    await alert.waitFor();
    assert.match(await alert.innerText(), said);
    assert.match(await alert.innerText(), /51668-10000/, "what can be typed is shown");
    await cell.press("Escape");
  }
  assert.deepEqual(page.errors, []);
});

test("shares are not computed, and digits are never glued", async () => {
  const page = await open(browser);
  await type(page, "coverage", "8+5");
  const alert = page.getByRole("alert").filter({ hasText: "8+5" });
  await alert.waitFor();
  assert.match(await alert.innerText(), /百分比不做运算/);
  assert.equal(await headline(page), PLAN);
  await type(page, "coverage", "85.");
  await addressHolds(page, "coverage=0.85");
});

test("a fraction typed for per cent is one press from what was meant", async () => {
  const page = await open(browser);
  await type(page, "coverage", "0.85");
  await page.getByTestId("meant-take-coverage").click();
  await addressHolds(page, "coverage=0.85");
  await page.getByTestId("meant-coverage").waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement?.dataset?.input), "coverage");
});

test("planning, the year sheet, sources and the chart ask alike whether a fraction was meant", async () => {
  const page = await open(browser);
  const asked = async (input, meant, typed, shown) => {
    await input.fill(typed);
    await input.press("Enter");
    assert.match(await page.getByTestId(`meant-${meant}`).innerText(), /是指 .*% 吗/);
    await page.getByTestId(`meant-take-${meant}`).click();
    await page.getByTestId(`meant-${meant}`).waitFor({ state: "detached" });
    await page.waitForFunction(([name, shown]) => document.querySelector(`[data-input="${name}"]`)?.value === shown, [await input.getAttribute("data-input"), shown]);
  };
  await page.getByTestId("chart-tab-progress").click();
  await asked(field(page, "progress-target"), "progress-target", "0.9", "90");
  // What can't be read says so in words, at the field.
  const target = field(page, "progress-target");
  await target.fill("2000");
  await target.press("Enter");
  await page.locator(`#${await target.getAttribute("aria-describedby")}`).filter({ hasText: "100%" }).waitFor();
  await page.getByTestId("planning").click();
  await page.getByTestId("plan-tab-goal").click();
  await page.getByTestId("goal-kind").selectOption({ index: 1 });
  await asked(field(page, "goal-share"), "goal-share", "0.8", "80");
  await page.getByTestId("plan-tab-sweep").click();
  await asked(field(page, "sweep-first-to"), "sweep-first-to", "0.95", "95");
  assert.deepEqual(page.errors, []);
});

test("money moves from cell to cell in one step, with the row's total locked", async () => {
  const page = await open(browser);
  const value = async (key) => Number((await field(page, key).inputValue()).replaceAll(",", ""));
  const before = await value(CELL);
  const industry = await value("funds.central.industry");
  await field(page, "row.central").focus();
  await page.keyboard.press("l");
  await page.getByTestId("transfer").locator("summary").click();
  await field(page, "transfer-amount").fill("1.2亿");
  await page.getByTestId("transfer-move").click();
  await page.getByTestId("transfer-done").filter({ hasText: "12,000" }).waitFor();
  assert.equal(await value(CELL), before - 12_000);
  assert.equal(await value("funds.central.industry"), industry + 12_000);
  await page.getByTestId("undo").click();
  await headlineIs(page, PLAN);
  assert.equal(await value(CELL), before);
  // The destination of a locked total's rest is named.
  await type(page, CELL, "+10%");
  const carried = page.getByTestId("matrix-carried");
  await carried.filter({ hasText: "锁定" }).waitFor();
  assert.match(await carried.innerText(), /来自/);
  assert.deepEqual(page.errors, []);
});

test("Tab goes from cell to cell, L locks, and undo unlocks", async () => {
  const page = await open(browser);
  await field(page, "funds.central.industry").focus();
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.input), CELL);
  await page.keyboard.press("l");
  const lock = page.locator(`[data-lock="${CELL}"]`);
  await page.waitForFunction((key) => document.querySelector(`[data-lock="${key}"]`).getAttribute("aria-pressed") === "true", CELL);
  await page.getByTestId("undo").click();
  assert.equal(await lock.getAttribute("aria-pressed"), "false");
});

test("a drag of the grand total and back leaves every cell as it was", async () => {
  const page = await open(browser);
  await field(page, "total").focus();
  const cells = () => page.evaluate(() => [...document.querySelectorAll(".matrix [data-input]")].map((input) => input.value));
  const begun = await cells();
  const lever = slider(page, "funds");
  const start = await lever.inputValue();
  const move = (value) => lever.evaluate((input, wanted) => {
    input.value = wanted;
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }, value);
  for (const part of [0.9, 0.5, 0.02, 0.5]) await move(String(Math.round(Number(start) * part)));
  assert.notDeepEqual(await cells(), begun);
  await move(start);
  await headlineIs(page, PLAN);
  await page.waitForFunction((wanted) => JSON.stringify([...document.querySelectorAll(".matrix [data-input]")].map((input) => input.value)) === wanted, JSON.stringify(begun));
});

test("each changed lever says what it moves and costs", async () => {
  const page = await open(browser);
  await type(page, "coverage", "85");
  const line = page.getByTestId("stake-coverage");
  await line.waitFor();
  const said = await line.innerText();
  assert.match(said, /生产经营性收入/);
  assert.match(said, /2023 年 [+]/);
  assert.match(said, /2030 年/);
  assert.match(said, /低保金核减/);
  assert.match(said, /50%/);
  assert.match(said, /到户奖补.*万元/);
  await type(page, "row.city", "30000");
  assert.match(await page.getByTestId("stake-funds").innerText(), /资金 2023 年 [+]/);
  assert.deepEqual(page.errors, []);
});
