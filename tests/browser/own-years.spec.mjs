// Another city with later years: its own words and years everywhere, nothing of the example, the unknown said as unknown,
// values beside what is plausible named beside themselves.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openAnotherCity } from "./another-city.mjs";
import { addressHolds, broken, field, headline, launch, numbers, open, type } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const FOREIGN = /.*(张家口|張家口|Zhangjiakou|河北|Hebei|衔接|銜接|inking funds|(?<![\d.,])20(1\d|2[0-4])(?![\d.,]\d|\d)).*/;

/** Whatever names the example or its years on the page as it is. */
async function nothingForeign(page, where) {
  const text = await page.evaluate(() => document.body.innerText);
  assert.equal(text.match(FOREIGN)?.[0], undefined, where);
}

async function city(options = {}, years) {
  const page = await open(browser, options);
  await openAnotherCity(page, years);
  await numbers(page);
  return page;
}

async function everyPage(page, words) {
  await nothingForeign(page, "start");
  await page.locator("#inputs-tab-assumptions").click();
  await page.locator("#inputs-panel-assumptions summary").first().waitFor();
  for (const summary of await page.locator("#inputs-panel-assumptions summary").all()) await summary.click();
  await nothingForeign(page, "assumptions");
  const text = await page.evaluate(() => document.body.textContent);
  for (const part of words) assert.ok(text.includes(part), part);
  for (const tab of await page.locator(".chart-tabs [role=tab]").all()) {
    await tab.click();
    await page.waitForTimeout(200);
    await nothingForeign(page, await tab.innerText());
  }
  await page.getByTestId("planning").click();
  for (const tab of await page.locator(".planning-tabs [role=tab]").all()) {
    await tab.click();
    await page.waitForTimeout(600);
    await nothingForeign(page, await tab.innerText());
  }
  await page.getByTestId("plan-close").click();
  await page.getByTestId("sources").click();
  await page.getByTestId("sources-table").waitFor();
  await nothingForeign(page, "sources");
  await page.getByTestId("sources-close").click();
  await page.getByTestId("report").click();
  await page.locator("article table").first().waitFor({ timeout: 20_000 });
  await nothingForeign(page, "report");
}

for (const [locale, viewport, words] of [
  ["zh-CN", { width: 1440, height: 900 }, ["常态化帮扶资金", "2026 年起国家不再统一规定占比", "2025 年工资性收入"]],
  ["en-US", { width: 1440, height: 900 }, ["Regular assistance funds (常态化帮扶资金)", "from 2026 no national share is set", "Wages, 2025"]],
]) {
  test(`every page is the other city's alone: ${locale}`, async () => {
    const page = await city({ locale, viewport });
    await everyPage(page, words);
    assert.deepEqual(page.errors, []);
  });
}

test("what nobody has published is unknown everywhere and never zero", async () => {
  const page = await city();
  await page.getByTestId("gaps-unknown").filter({ hasText: "全国脱贫人口：未知，没有公布数" }).waitFor();
  assert.equal(await page.getByTestId("gap-lifted_nation").count(), 0);
  const second = await page.getByTestId("result-target-second").innerText();
  assert.doesNotMatch(second, /0\.00|✗|✓/);
  assert.equal(second.match(/未知/g).length, 10);
  await page.getByTestId("planning").click();
  await page.locator("#plan-tab-goal, [data-testid=plan-tab-goal]").first().click();
  const options = await page.locator("#plan-panel select option").allInnerTexts();
  assert.ok(options.includes("全省脱贫人口"));
  assert.ok(!options.includes("全国脱贫人口"), options.join());
  await page.getByTestId("plan-close").click();
  await page.getByTestId("report").click();
  await page.getByText("脱贫县农民收入增速高于全国农村居民的年数未知").first().waitFor({ timeout: 20_000 });
  assert.deepEqual(page.errors, []);
});

test("plans of three and of fifteen years, with known years before them, stand", async () => {
  const page = await open(browser);
  for (const years of [[2023, 2026, 2028], [2025, 2026, 2040]]) {
    await openAnotherCity(page, years);
    await numbers(page);
    const shown = (await headline(page)).replace(/\D/g, "");
    assert.ok(Number(shown) > 1_000_000, shown);
    const heads = await page.locator(".targets thead th").allInnerTexts();
    assert.equal(heads[0], String(years[1]));
    assert.equal(heads.length, years[2] - years[1] + 1);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.getByTestId("region").click();
    await page.getByTestId("region-list").getByRole("button", { name: "河北省张家口市", exact: true }).click();
    await page.getByTestId("region").filter({ hasText: "河北省张家口市" }).waitFor({ timeout: 20_000 });
    await numbers(page);
  }
  assert.deepEqual(page.errors, []);
});

test("a value beside its plausible range says so beside itself and stands in nobody's way", async () => {
  const page = await open(browser);
  await page.locator("#inputs-tab-assumptions").click();
  await page.getByTestId("group-baseline").locator("summary").click();
  const before = await headline(page);
  await type(page, "income0.wage", "9900");
  await addressHolds(page, "income0.wage=9900");
  const remark = page.getByTestId("unlikely-income0.wage");
  await remark.filter({ hasText: "9,900.00 元在合理区间 6,540" }).waitFor();
  const described = await field(page, "income0.wage").getAttribute("aria-describedby");
  assert.ok(described.split(" ").includes(await remark.getAttribute("id")), described);
  assert.notEqual(await headline(page), before);
  const violations = await broken(page);
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
  await page.getByTestId("sources").click();
  const row = page.getByTestId("source-income0.wage");
  await row.getByTestId("unlikely-income0.wage").waitFor();
  const ofSources = await row.locator("input.field").getAttribute("aria-describedby");
  assert.ok(ofSources.includes("sources-unlikely-income0-wage"), ofSources);
  await page.getByTestId("sources-close").click();
  await type(page, "income0.wage", "7000");
  await remark.waitFor({ state: "detached" });
  assert.deepEqual(page.errors, []);
});

test("funds, jobs, coverage and cells of years say so too, and the headline counts them", async () => {
  const page = await open(browser);
  const count = page.getByTestId("unlikely-count");
  assert.equal(await count.count(), 0);
  // All of the central money for industry, 107,300, is plausible; ten times of what is planned is not.
  await type(page, "funds.central.industry", "107300");
  await addressHolds(page, "funds.central.industry");
  assert.equal(await count.count(), 0);
  await type(page, "funds.central.industry", "686780");
  const remark = page.getByTestId("unlikely-funds.central.industry");
  await remark.filter({ hasText: "686,780 万元在合理区间 0—150,220 万元之外" }).waitFor();
  assert.equal(await field(page, "funds.central.industry").getAttribute("aria-describedby"), await remark.getAttribute("id"));
  await type(page, "jobs.outward", "70000");
  await page.getByTestId("unlikely-jobs.outward").filter({ hasText: "60,000 人之外" }).waitFor();
  await type(page, "coverage", "50");
  await page.getByTestId("unlikely-coverage").waitFor();
  await count.filter({ hasText: "3 个数值在合理区间之外" }).waitFor();
  // From the top, so that nothing lies half beneath the tabs.
  await page.locator(".inputs-pane").evaluate((pane) => pane.scrollTo(0, 0));
  const violations = await broken(page);
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
  // The cell of coverage in the first year, and a later one that is typed there.
  await page.getByTestId("planning").click();
  await page.getByTestId("plan-tab-years").click();
  const cell = (column) => page.locator(`[data-cell="20.${column}"]`);
  await cell(0).and(page.locator(".unlikely")).waitFor();
  await cell(2).click();
  await page.keyboard.type("55");
  await page.keyboard.press("Enter");
  await cell(2).and(page.locator(".unlikely")).waitFor();
  await cell(2).click();
  await page.getByTestId("years-coming").filter({ hasText: "55%在合理区间" }).waitFor();
  await cell(2).click();
  await page.keyboard.type("90");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => !document.querySelector('[data-cell="20.2"]').classList.contains("unlikely"));
  assert.deepEqual(page.errors, []);
});

test("the head has room for an unnamed scenario in English at 1440 pixels", async () => {
  for (const width of [1366, 1440, 1536, 1920]) {
    const page = await open(browser, { locale: "en-US", viewport: { width, height: 900 } });
    const name = page.locator(".scenario-name-text");
    assert.equal(await name.innerText(), "Unnamed scenario");
    assert.ok(await name.evaluate((text) => text.scrollWidth <= text.clientWidth), `${width}`);
    await page.context().close();
  }
});
