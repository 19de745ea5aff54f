// Planning: the ways to a goal and the best allocation, applied as one step that can be undone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { field, headlineAfter, launch, open, type } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const PLAN = "13,892.27";
const LEVELS = ["central", "provincial", "city", "county"];

/** The page of planning with a tab open. */
async function planning(options, tab) {
  const page = await open(browser, options);
  await page.getByTestId("planning").click();
  await page.getByTestId(`plan-tab-${tab}`).click();
  return page;
}

/** The figures of a line of what stands and what was found. */
const cells = (page, row) => page.getByTestId("alloc-standings").locator("tbody tr").nth(row).locator("td").allInnerTexts();

test("a goal is reached, applied and undone in one step", async () => {
  const page = await planning({}, "goal");
  await page.getByTestId("goal-run").click();
  const ways = page.getByTestId("goal-way");
  await ways.first().waitFor();
  assert.equal(await ways.count(), 3);
  // The way with the fewest changes leads, and no other has fewer.
  assert.equal(await ways.first().getByRole("heading").innerText(), "改动最少");
  const moved = await Promise.all((await ways.all()).map(async (way) => Number((await way.getByTestId("goal-levers-moved").innerText()).match(/改动 (\d+) 项/)[1])));
  assert.equal(Math.min(...moved), moved[0]);
  for (const [index, way] of (await ways.all()).entries()) {
    assert.equal(await way.getByTestId("plan-moves").locator("tbody tr").count(), moved[index]);
  }
  for (const way of await ways.all()) {
    assert.equal(await way.getAttribute("data-reaches"), "true");
    assert.match(await way.getByTestId("plan-goal-then").innerText(), /2024 年.*(刚好达到|超出 0\.\d\d 元)/);
    // No table runs over the border of its card.
    assert.ok(await way.evaluate((card) => card.scrollWidth <= card.clientWidth));
  }
  assert.equal(await page.getByTestId("goal-named").innerText(), "目标：2024 年人均纯收入达到全省脱贫人口水平");
  await ways.first().getByTestId("goal-take").click();
  await ways.first().waitFor({ state: "detached" });
  assert.match(await page.getByTestId("plan-taken").innerText(), /已采用.*14,977\.96 元.*目标 [\d,.]+ 元，(刚好达到|超出)/);
  await page.getByTestId("goal-run").click();
  await page.getByTestId("goal-verdict").filter({ hasText: "已经达到" }).waitFor();
  await page.getByTestId("plan-close").click();
  const taken = await headlineAfter(page, PLAN);
  assert.notEqual(taken, PLAN);
  await page.getByTestId("undo").click();
  assert.equal(await headlineAfter(page, taken), PLAN);
  assert.deepEqual(page.errors, []);
});

test("what can't be reached says how far one gets and what holds it back", async () => {
  const page = await planning({}, "goal");
  await page.getByTestId("goal-benchmark").selectOption({ index: 2 });
  await page.getByTestId("goal-levers").locator("summary").click();
  await page.getByTestId("goal-levers-none").click();
  await page.getByTestId("goal-run").click();
  await page.getByTestId("goal-verdict").filter({ hasText: "没有允许变动" }).waitFor();
  await page.getByTestId("goal-levers-moves-benefit_share").check();
  await page.getByTestId("goal-run").click();
  const way = page.getByTestId("goal-way");
  await way.waitFor();
  assert.equal(await way.getAttribute("data-reaches"), "false");
  assert.match(await way.innerText(), /还差 [\d,.]+ 元/);
  assert.match(await way.innerText(), /卡在这些措施的上下限/);
  await type(page, "goal-levers-least-benefit_share", "90");
  await page.getByTestId("goal-run").click();
  await page.getByTestId("plan-unfit").filter({ hasText: "最低值大于最高值" }).waitFor();
});

test("a goal is sought by keyboard alone", async () => {
  const page = await open(browser);
  await page.getByTestId("planning").focus();
  await page.keyboard.press("Enter");
  await page.getByTestId("plan-tab-goal").focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Home");
  while (await page.evaluate(() => document.activeElement?.dataset.testid) !== "plan-tab-goal") {
    await page.keyboard.press("ArrowRight");
  }
  await page.getByTestId("goal-run").focus();
  await page.keyboard.press("Enter");
  await page.getByTestId("goal-way").first().waitFor();
  const take = page.getByTestId("goal-take").first();
  await take.focus();
  await page.keyboard.press("Space");
  await take.waitFor({ state: "detached" });
});

test("the best allocation keeps the total to the fen and can be applied", async () => {
  const page = await planning({}, "allocation");
  await page.getByTestId("alloc-run").click();
  const take = page.getByTestId("alloc-take");
  await take.waitFor();
  const [money, best] = await cells(page, 0);
  assert.equal(money, best);
  const [market, more] = (await cells(page, 1)).map((text) => Number(text.replaceAll(",", "")));
  assert.ok(more > market, `${more} > ${market}`);
  assert.ok(await page.getByTestId("alloc-shadows").locator("li").count() > 0);
  // It is a step from the plan, and says where it ends and what it hangs on.
  assert.match(await page.getByTestId("alloc-at-limits").innerText(), /基础设施的下限/);
  await page.locator("[data-testid=alloc-turns], [data-testid=alloc-firm]").waitFor();
  await take.click();
  await take.waitFor({ state: "detached" });
  await page.getByTestId("plan-taken").filter({ hasText: "已采用" }).waitFor();
  await page.getByTestId("alloc-run").click();
  await page.getByTestId("alloc-verdict").filter({ hasText: "已经最好" }).waitFor();
  await page.getByTestId("plan-close").click();
  const amounts = async (keys) => Promise.all(keys.map(async (key) => Number((await field(page, key).inputValue()).replaceAll(",", ""))));
  assert.deepEqual(await amounts(["total", ...LEVELS.map((level) => `row.${level}`)]), [368_200, 107_300, 190_200, 21_100, 49_600]);
  const [industry] = await amounts(["funds.central.industry"]);
  assert.ok(industry >= 107_300 * 0.6 && industry % 1 === 0, `${industry}`);
  const [roads] = await amounts(["funds.provincial.infrastructure"]);
  assert.equal(roads, Math.ceil(51_668 * 0.8), "no less than four fifths of the plan");
  assert.deepEqual(page.errors, []);
});

test("the downside is looked at in a fixed sample, and a yuan is followed over a lifetime when asked for", async () => {
  const page = await planning({}, "allocation");
  await page.getByTestId("alloc-downside").check();
  await page.getByTestId("alloc-run").click();
  await page.getByTestId("alloc-tenth").filter({ hasText: /抽样 300 次，比较了 \d+ 种分法/ }).waitFor();
  await page.getByTestId("lifetime").locator("summary").click();
  await page.getByTestId("lifetime-run").click();
  const table = page.getByTestId("lifetime-table");
  await table.waitFor();
  assert.deepEqual(await table.locator("thead th").allInnerTexts(), ["用途", "到 2030 年", "到 2030 年，折现", "到 2060 年", "到 2060 年，折现"]);
  const row = async (name) => (await table.locator("tr").filter({ hasText: name }).first().locator("td").allInnerTexts()).map(Number);
  const cash = await row("到户奖补（现金）");
  assert.equal(cash[0], cash[2], "cash ends with its year");
  const assets = await row("产业资产");
  assert.ok(assets[2] > assets[0], "assets go on");
  assert.deepEqual(page.errors, []);
});

test("other spending is not raised above the plan unless it may be, and a single year can be asked for", async () => {
  const page = await planning({}, "allocation");
  const named = page.getByTestId("goal-named");
  await page.getByTestId("alloc-run").click();
  await named.filter({ hasText: "2023—2030 年市场性收入折现合计最多" }).waitFor();
  await page.getByTestId("alloc-kind").selectOption({ index: 2 });
  const raised = async () => {
    await page.getByTestId("alloc-run").click();
    await named.filter({ hasText: "2030 年人均纯收入最多" }).waitFor();
    const moves = page.getByTestId("plan-moves").locator("tbody tr").filter({ hasText: "其他" });
    const texts = await moves.allInnerTexts();
    return texts.some((text) => /\+/.test(text));
  };
  assert.equal(await raised(), false);
  await page.getByTestId("alloc-other").check();
  assert.equal(await raised(), true);
  assert.deepEqual(page.errors, []);
});

test("more jobs than there is labour are said to be too many, and goal seek asks for no more", async () => {
  const page = await open(browser);
  await type(page, "jobs.outward", "15000");
  const fault = page.getByTestId("fault-employment");
  assert.equal(await fault.count(), 0, "there are as many people as jobs");
  await type(page, "jobs.relief", "5001");
  await fault.filter({ hasText: "2023 年各批岗位合计 20,001 个，超过可转移的富余劳动力 20,000 人" }).waitFor();
  await page.locator("#inputs-tab-assumptions").click();
  await page.getByTestId("group-jobs").locator("summary").click();
  await type(page, "idle_labour", "30000");
  await page.locator("#inputs-tab-levers").click();
  await fault.waitFor({ state: "detached" });
  assert.deepEqual(page.errors, []);
});

test("limits that contradict each other are named, with those that are enough to give way", async () => {
  const page = await planning({}, "allocation");
  await page.getByTestId("alloc-parts").locator("summary").click();
  await page.getByTestId("alloc-hold-funds.central.infrastructure").selectOption({ index: 3 });
  await type(page, "alloc-most-funds.central.infrastructure", "90000");
  await type(page, "alloc-least-funds.central.infrastructure", "80000");
  await page.getByTestId("alloc-run").click();
  const said = page.getByTestId("alloc-contradiction");
  await said.waitFor();
  assert.match(await said.innerText(), /产业的占比要求/);
  await page.getByTestId("alloc-hold-funds.central.infrastructure").selectOption({ index: 0 });
  await page.getByTestId("alloc-hold-total").selectOption({ index: 2 });
  await type(page, "alloc-most-total", "100000");
  await page.getByTestId("alloc-run").click();
  await said.filter({ hasText: "资金总量的上限 100,000 万元：只放宽到 368,200 万元" }).waitFor();
  assert.match(await said.innerText(), /与之矛盾的：.*级合计的下限 [\d,]+ 万元。只放宽其中一条还不够/);
});

test("what is typed wrongly into a limit stays there with what is wrong", async () => {
  const page = await planning({}, "allocation");
  await page.getByTestId("alloc-parts").locator("summary").click();
  await page.getByTestId("alloc-hold-total").selectOption({ index: 2 });
  for (const [typed, fault] of [["abc", "abc"], ["-100", "资金不能是负数"]]) {
    await type(page, "alloc-least-total", typed);
    await page.locator("#alloc-least-total-fault").filter({ hasText: fault }).waitFor();
    assert.equal(await field(page, "alloc-least-total").inputValue(), typed);
  }
  await type(page, "alloc-least-total", "400000");
  await page.locator("#alloc-least-total-fault").waitFor({ state: "detached" });
  await page.getByText("最低值大于最高值").waitFor();
});

test("the least money is sought for any goal, and what holds it back is named", async () => {
  const page = await planning({}, "allocation");
  await page.getByTestId("alloc-kind").selectOption({ index: 3 });
  await page.getByTestId("alloc-run").click();
  const verdict = page.getByTestId("alloc-verdict");
  await verdict.filter({ hasText: /达不到目标.*还差 [\d,.]+ 元/ }).waitFor();
  await page.getByTestId("alloc-held").waitFor();
  await page.getByTestId("alloc-goal-kind").selectOption({ index: 1 });
  await type(page, "alloc-share", "5");
  await page.getByTestId("alloc-run").click();
  await page.getByTestId("goal-named").filter({ hasText: "差距缩小 5%" }).waitFor();
  await verdict.filter({ hasText: "找到更好的分法" }).waitFor();
  await page.getByTestId("alloc-goal-kind").selectOption({ index: 2 });
  await page.getByTestId("alloc-run").click();
  await page.getByTestId("goal-named").filter({ hasText: "两个高于" }).waitFor();
  await verdict.waitFor();
  assert.deepEqual(page.errors, []);
});

test("money of single years is said to stay", async () => {
  const fragment = "#v=1&region=zhangjiakou-2021&funds.county.other.2025=50000000";
  const page = await planning({ fragment }, "allocation");
  await page.getByTestId("alloc-untouched").filter({ hasText: "2025" }).waitFor();
  await page.getByTestId("alloc-run").click();
  await page.getByTestId("alloc-standings").filter({ hasText: "单独设定的年份除外" }).waitFor();
});

test("where benchmarks alone fail the second higher-than, no limit is blamed", async () => {
  const fragment = "#v=1&region=zhangjiakou-2021&bench_growth.rural_nation=0.08&close_call=0";
  const page = await planning({ fragment }, "goal");
  await page.getByTestId("goal-kind").selectOption({ index: 2 });
  await page.getByTestId("goal-run").click();
  await page.getByTestId("goal-second").waitFor();
  const verdict = await page.getByTestId("goal-verdict").innerText();
  assert.match(verdict, /第二个“高于”达不到.*第一个“高于”已经每年成立/);
  assert.doesNotMatch(verdict, /上下限/);
});
