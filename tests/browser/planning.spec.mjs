// Planning: drafts side by side and merged, what a result hangs on, a map, how sure one is, tables of
// values; a worker that dies; what travels in the link.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { broken, headline, headlineIs, launch, open } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const TOGETHER = "14,030.30";

/** The page of planning at one of its tools, with all examples together on the screen. */
async function planning(tab, options = {}) {
  const page = await open(browser, options);
  await page.getByTestId("example").selectOption("together");
  await headlineIs(page, TOGETHER);
  await page.getByTestId("planning").click();
  await page.getByTestId(`plan-tab-${tab}`).click();
  return page;
}

const row = (page, name) => page.getByTestId("compare-table").locator("tr", { has: page.getByRole("rowheader", { name, exact: true }) });

test("drafts stand side by side, travel in the link, and open as they are", async () => {
  const page = await planning("compare");
  for (const example of ["coverage", "jobs", "shift"]) {
    await page.getByTestId("compare-add-known").selectOption(`example/${example}`);
  }
  await page.getByTestId("compare-name").fill('第三稿 <img src=x onerror="fail()">');
  await page.getByTestId("compare-add-present").click();
  const incomes = row(page, "方案收入（元）");
  await incomes.getByText("13,878.46").first().waitFor();
  const cells = await incomes.locator("td").allInnerTexts();
  assert.deepEqual(cells.map((cell) => cell.match(/[\d,.]+/)[0]), [
    "13,892.27", TOGETHER, "13,878.46", "14,028.35", "13,900.29", TOGETHER, "13,878.46", "13,959.99", TOGETHER,
  ]);
  // What was taken out can be put back.
  await page.getByRole("button", { name: "移出“新增 1 万个外出务工岗位”" }).click();
  await incomes.getByText("14,028.35").first().waitFor({ state: "detached" });
  await page.getByTestId("compare-bring-back").click();
  await incomes.getByText("14,028.35").first().waitFor();
  assert.equal(await page.getByTestId("compare-bring-back").count(), 0);
  // It is back in its place, the second, so that moved once it is the first.
  await page.getByRole("button", { name: "把“新增 1 万个外出务工岗位”左移" }).click();
  await page.getByRole("button", { name: "把“新增 1 万个外出务工岗位”左移" }).waitFor({ state: "detached" });
  await page.getByRole("button", { name: "把“覆盖率提高 4 个百分点”左移" }).click();
  await page.getByRole("button", { name: "把“覆盖率提高 4 个百分点”左移" }).waitFor({ state: "detached" });
  await page.getByRole("button", { name: "以“覆盖率提高 4 个百分点”为比较基准" }).click();
  await row(page, "比基准（元）").getByText("+13.80").first().waitFor();
  assert.equal(await page.locator("img").count(), 0, "a name is no markup");
  await page.waitForFunction(() => location.hash.includes("tray.4=") && location.hash.includes("tray.reference=1"));
  const fragment = await page.evaluate(() => location.hash);
  assert.ok(fragment.length < 1000, `${fragment.length} characters`);

  const other = await open(browser, { fragment });
  assert.equal(await headline(other), TOGETHER);
  await other.getByTestId("planning").click();
  const same = row(other, "比基准（元）");
  await same.getByText("+13.80").first().waitFor();
  await other.getByRole("button", { name: "打开“新增 1 万个外出务工岗位”" }).click();
  await other.getByTestId("plan-close").click();
  await headlineIs(other, "14,028.35");
  await other.keyboard.press("Control+z");
  await headlineIs(other, TOGETHER);
  assert.deepEqual([...page.errors, ...other.errors], []);
});

test("what is pasted is read or told, and a link's tray puts the reader's own aside", async () => {
  const page = await planning("compare");
  await page.getByTestId("compare-link").fill("https://example.org/#v=1&region=zhangjiakou-2021&coverage=0.9&nokey=1");
  await page.getByTestId("compare-add-link").click();
  await page.locator(".notice.warn", { hasText: "nokey" }).waitFor();
  await page.getByTestId("compare-link").fill("no link");
  await page.getByTestId("compare-add-link").click();
  assert.equal(await page.getByTestId("compare-link").inputValue(), "no link", "what was typed stays");
  await row(page, "方案收入（元）").getByText("13,862.81").first().waitFor();
  const entry = Buffer.from("乙\nco=0.85").toString("base64url");
  await page.evaluate((entry) => { location.hash = `v=4&tray.1=${entry}&region=zhangjiakou-2021&coverage=0.85`; }, entry);
  await page.getByTestId("bring-tray-back").click();
  await row(page, "方案收入（元）").getByText("13,862.81").first().waitFor();
  assert.deepEqual(page.errors, []);
});

test("two drafts are merged, their conflicts decided one by one", async () => {
  const page = await planning("compare");
  await page.getByTestId("compare-link").fill("#v=1&region=zhangjiakou-2021&coverage=0.9&execution=0.9");
  await page.getByTestId("compare-add-link").click();
  await page.getByTestId("merge-coverage-second").check();
  const said = page.getByTestId("merge-said");
  await said.getByText("其中 1 项两份不同").waitFor();
  const income = (await said.innerText()).match(/([\d,]+\.\d\d) 元/)[1];
  await page.getByTestId("merge-take").click();
  await page.getByTestId("plan-close").click();
  await headlineIs(page, income);
  await page.waitForFunction(() => /co=0\.9(&|$)/.test(location.hash) && /ex=0\.9(&|$)/.test(location.hash));
  await page.keyboard.press("Control+z");
  await headlineIs(page, TOGETHER);
  assert.deepEqual(page.errors, []);
});

test("a result's bars and map: other steps, other ends, a place chosen by pointer or keys and taken", async () => {
  const page = await planning("sensitivity");
  const description = page.locator('[data-testid=tornado] .canvas');
  await description.waitFor();
  const ofLevers = await description.getAttribute("aria-label");
  assert.match(ofLevers, /现为 14,030\.30 元/);
  await page.getByTestId("plan-tornado-assumptions").click();
  await page.waitForFunction((before) => document.querySelector("[data-testid=tornado] .canvas").getAttribute("aria-label") !== before, ofLevers);
  const canvas = page.locator("[data-testid=map] .canvas");
  await canvas.locator("svg").waitFor();
  const box = await canvas.boundingBox();
  await canvas.click({ position: { x: box.width * 0.6, y: box.height * 0.5 } });
  await page.locator('[data-testid=map-take]:enabled').waitFor();
  const pointed = await page.getByTestId("map-said").innerText();
  const jobs = page.locator('[data-input="map-y"]');
  await jobs.fill("12345");
  await jobs.press("Enter");
  await page.waitForFunction((before) => document.querySelector("[data-testid=map-said]").innerText !== before, pointed);
  const income = (await page.getByTestId("map-said").innerText()).match(/收入 ([\d,.]+) 元/)[1];
  await page.getByTestId("map-take").click();
  await page.getByTestId("plan-close").click();
  await headlineIs(page, income);
  assert.deepEqual(page.errors, []);
});

test("chance: the same seed brings the same, its range and seed travel, a range upside down is told", async () => {
  const page = await planning("chance");
  await page.getByTestId("chance-goals").waitFor();
  const fan = () => page.locator('[data-testid=chance-fan] .canvas').getAttribute("aria-label");
  const first = await fan();
  await page.getByTestId("chance-again").click();
  await page.waitForFunction((before) => document.querySelector("[data-testid=chance-fan] .canvas").getAttribute("aria-label") !== before, first);
  await page.getByTestId("chance-ranges-open").click();
  const least = page.locator('[data-input="range.least.asset_return"]');
  await least.fill("20");
  await least.press("Enter");
  await page.locator("[data-testid=chance-ranges] [role=alert]").waitFor();
  await least.fill("9");
  await least.press("Enter");
  await page.getByTestId("range-shape-asset_return").selectOption("uniform");
  await page.waitForFunction(() => location.hash.includes("draw.seed=2") && /uniform_0\.09_0\.15/.test(location.hash));
  await page.waitForTimeout(800);
  const here = await fan();
  const other = await open(browser, { fragment: await page.evaluate(() => location.hash) });
  await other.getByTestId("planning").click();
  await other.getByTestId("plan-tab-chance").click();
  await other.locator(`[data-testid=chance-fan] .canvas[aria-label="${here}"]`).waitFor();
  assert.deepEqual([...page.errors, ...other.errors], []);
});

test("drafts of the tray meet the scenario's worlds", async () => {
  const page = await planning("compare");
  for (const example of ["coverage", "together"]) {
    await page.getByTestId("compare-add-known").selectOption(`example/${example}`);
  }
  await page.getByTestId("plan-tab-chance").click();
  const drafts = page.getByTestId("chance-drafts");
  await drafts.waitFor();
  const cells = async (name) => (await drafts.locator("tbody tr", { hasText: name }).locator("td").allInnerTexts());
  const present = await cells("当前方案");
  const same = await cells("以上合在一起");
  assert.deepEqual(same.slice(0, 3), present.slice(0, 3), "the same levers, the same worlds");
  assert.deepEqual(same.slice(3, 5), ["0", "0%"]);
  const less = await cells("覆盖率提高");
  assert.equal(less[4], "0%", "it never brings more");
  assert.match(less[3], /^-[\d,]+$/);
  assert.deepEqual(page.errors, []);
});

test("a worker that dies is replaced and asked once more", async () => {
  const page = await planning("chance");
  await page.getByTestId("chance-goals").waitFor();
  const [worker] = page.workers();
  await worker.evaluate(() => self.close());
  const before = await page.locator("[data-testid=chance-fan] .canvas").getAttribute("aria-label");
  await page.getByTestId("chance-again").click();
  await page.getByTestId("plan-running").waitFor();
  await page.waitForFunction((before) => document.querySelector("[data-testid=chance-fan] .canvas").getAttribute("aria-label") !== before, before, { timeout: 30_000 });
  assert.deepEqual(page.errors, []);
});

test("without a worker the reader is told, and nothing is lost", async () => {
  const page = await open(browser);
  await page.getByTestId("example").selectOption("together");
  await headlineIs(page, TOGETHER);
  await page.evaluate(() => document.querySelector("meta[name=planner]").remove());
  await page.getByTestId("planning").click();
  await page.getByTestId("plan-tab-sweep").click();
  await page.getByTestId("sweep-run").click();
  await page.getByTestId("plan-missing").waitFor();
  await page.getByTestId("plan-close").click();
  assert.equal(await headline(page), TOGETHER);
  assert.deepEqual(page.errors, []);
});

test("a table of values is computed, saved, and refused where it can not stand", async () => {
  const page = await planning("sweep");
  await page.getByTestId("sweep-run").click();
  await page.getByTestId("sweep-table").waitFor();
  assert.equal(await page.locator("[data-testid=sweep-table] tbody tr").count(), 6);
  const download = page.waitForEvent("download");
  await page.getByTestId("sweep-csv").click();
  assert.match((await download).suggestedFilename(), /\.csv$/);
  await page.getByTestId("sweep-first").selectOption("split_wage");
  await page.getByTestId("sweep-second").selectOption("split_operating");
  const ends = page.locator('[data-input="sweep-first-to"]');
  await ends.fill("100");
  await ends.press("Enter");
  await page.getByTestId("sweep-run").click();
  await page.getByTestId("sweep-faults").waitFor();
  assert.deepEqual(page.errors, []);
});

test("the tools of planning can be used by keys and break no rule", async () => {
  for (const [locale, colorScheme, viewport] of [["zh-CN", "light", undefined], ["en-US", "dark", { width: 390, height: 844 }]]) {
    const page = await open(browser, { locale, colorScheme, ...(viewport ? { viewport } : {}) });
    await page.getByTestId("planning").focus();
    await page.keyboard.press("Enter");
    // The page gives its title the focus first.
    await page.waitForFunction(() => document.activeElement.id === "plan-title");
    const tabs = page.getByRole("tablist").first();
    await tabs.getByRole("tab", { selected: true }).focus();
    const seen = new Set();
    for (let press = 0; press < 12; press += 1) {
      const id = await page.evaluate(() => document.activeElement.id);
      if (seen.has(id)) break;
      seen.add(id);
      await page.waitForTimeout(600);
      const violations = await broken(page);
      assert.deepEqual(violations.map(({ id: rule, nodes }) => `${id}: ${rule}: ${nodes[0].html}`), []);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${id} is ${wide} pixels too wide`);
      await page.keyboard.press("ArrowRight");
    }
    assert.ok(seen.size >= 4, [...seen].join(" "));
    await page.getByTestId("plan-close").focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), "planning", "the focus is back");
    assert.deepEqual(page.errors, []);
  }
});
