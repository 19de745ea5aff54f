// Benchmarks that nobody knows yet: said once, never a zero; entered on the page, judged in three ways,
// and taken back.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { addressHolds, broken, field, launch, open } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const CITY = "bench.rural_city.2022";

async function violations(page, what) {
  const violations = await broken(page);
  return violations.map(({ id, nodes }) => `${what}: ${id}: ${nodes.slice(0, 3).map((node) => node.html).join(" | ")}`);
}

/** Opens the group of the benchmarks among the assumptions. */
async function benchmarks(page) {
  await page.locator("#inputs-tab-assumptions").click();
  await page.getByTestId("group-benchmarks").locator("summary").click();
  await page.getByTestId("add-figure-form-inputs").waitFor();
}

const words = (page, id) => page.getByTestId(id).innerText();

test("a figure of the city is unknown until it is entered, and unknown again when it is taken back", async () => {
  const page = await open(browser);
  await page.getByTestId("gaps-unknown").filter({ hasText: "本市农村居民：未知，未填本市数据" }).waitFor();
  assert.equal(await page.getByTestId("gap-rural_city").count(), 0);
  assert.match(await words(page, "targets-against"), /以全省农村居民代替.*不说明本市情况/s);
  await benchmarks(page);
  const row = page.getByTestId(`series-${CITY}`);
  assert.match(await row.innerText(), /未知/);
  assert.equal(await field(page, CITY).inputValue(), "");
  assert.equal(await field(page, CITY).getAttribute("placeholder"), "未知");
  await field(page, CITY).fill("16000");
  await field(page, CITY).press("Enter");
  await addressHolds(page, "16000");
  await page.getByTestId("gap-rural_city").waitFor();
  assert.equal(await page.getByTestId("gaps-unknown").count(), 0);
  assert.match(await words(page, "targets-against"), /与本市农村居民比/);
  assert.match(await words(page, "result-target-first"), /高于本市农村居民/);
  assert.match(await page.getByTestId(`change-${CITY}`).textContent(), /未知/);
  await row.locator("[data-revert]").click();
  await page.getByTestId("gaps-unknown").waitFor();
  assert.equal(await field(page, CITY).inputValue(), "");
  assert.deepEqual(page.errors, []);
});

test("a margin below the close call is a verdict of its own, told by shape and word", async () => {
  const page = await open(browser, { fragment: "#v=1&region=zhangjiakou-2021.1&bench.rural_city.2022=16000&bench.rural_city.2023=17440&close_call=0.005" });
  const first = page.getByTestId("result-target-first").locator("td").first();
  await first.filter({ hasText: "≈" }).waitFor();
  assert.match(await first.innerText(), /难以判定/);
  assert.match(await words(page, "targets-against"), /相差不到 0\.50%/);
  const marks = await page.getByTestId("result-target-second").locator("td .mark").allInnerTexts();
  assert.ok(marks.includes("✓"), marks.join());
  assert.deepEqual(page.errors, []);
});

test("any benchmark's later figure is added; a number that can't be is refused in words", async () => {
  const page = await open(browser, { locale: "en-US" });
  await benchmarks(page);
  const form = page.getByTestId("add-figure-form-inputs");
  await form.getByTestId("add-figure-series-inputs").selectOption({ label: "Rural residents, nation" });
  await form.getByTestId("add-figure-year-inputs").selectOption("2026");
  const value = form.locator("input");
  await value.fill("much");
  await form.getByRole("button").click();
  await form.getByRole("alert").waitFor();
  assert.equal(await value.getAttribute("aria-invalid"), "true");
  await value.fill("25800");
  await value.press("Enter");
  await form.getByTestId("add-figure-done-inputs").filter({ hasText: "2026" }).waitFor();
  await addressHolds(page, "25800");
  await page.getByTestId("series-bench.rural_nation.2026").waitFor();
  await page.getByTestId("sources").click();
  await page.getByTestId("source-bench.rural_nation.2026").waitFor();
  assert.match(await page.getByTestId("source-bench.lifted_counties_city.2021").innerText(), /unknown/);
  const city = page.locator('[data-input="sources.bench.lifted_counties_city.2021"]');
  await city.fill("13000");
  await city.press("Enter");
  await addressHolds(page, "13000");
  assert.deepEqual(page.errors, []);
});

test("the rule on central funds is unknown until their division is the user's own", async () => {
  const page = await open(browser);
  const rule = page.getByTestId("central-industry");
  await rule.filter({ hasText: "未知" }).waitFor();
  assert.match(await rule.innerText(), /各类分配为假定/);
  await page.goto(`${page.url().split("#")[0]}#v=1&region=zhangjiakou-2021.1&funds.central.industry=500000000`);
  await rule.filter({ hasText: "未达到" }).waitFor();
  assert.deepEqual(page.errors, []);
});

for (const [locale, colorScheme, viewport] of [
  ["zh-CN", "light", { width: 1366, height: 768 }],
  ["en-US", "dark", { width: 390, height: 844 }],
]) {
  test(`unknown and entered figures break no rule of accessibility: ${locale}, ${viewport.width} pixels`, async () => {
    const page = await open(browser, { locale, colorScheme, viewport, fragment: "#v=1&region=zhangjiakou-2021.1&bench.rural_city.2022=16000&bench.rural_city.2023=17440&close_call=0.005" });
    if (viewport.width < 500) await page.getByTestId("sheet").click();
    await benchmarks(page);
    const form = page.getByTestId("add-figure-form-inputs");
    await form.locator("input").fill("much");
    await form.getByRole("button").click();
    await form.getByRole("alert").waitFor();
    assert.deepEqual(await violations(page, "the benchmarks"), []);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${wide} pixels too wide`);
  });
}
