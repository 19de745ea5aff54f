// Planning: the ways to a goal and the best allocation, applied as one step that can be undone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { field, headlineAfter, launch, open, type } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const PLAN = "13,568.19";
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
  for (const way of await ways.all()) {
    assert.equal(await way.getAttribute("data-reaches"), "true");
    assert.match(await way.getByTestId("plan-goal-then").innerText(), /2024 年.*超出 0\.\d\d 元/);
  }
  await ways.first().getByTestId("goal-take").click();
  await ways.first().waitFor({ state: "detached" });
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
  const [earned, more] = (await cells(page, 2)).map((text) => Number(text.replaceAll(",", "")));
  assert.ok(more > earned, `${more} > ${earned}`);
  assert.ok(await page.getByTestId("alloc-shadows").locator("li").count() > 0);
  await take.click();
  await take.waitFor({ state: "detached" });
  await page.getByTestId("alloc-run").click();
  await page.getByTestId("alloc-verdict").filter({ hasText: "已经最好" }).waitFor();
  await page.getByTestId("plan-close").click();
  const amounts = async (keys) => Promise.all(keys.map(async (key) => Number((await field(page, key).inputValue()).replaceAll(",", ""))));
  assert.deepEqual(await amounts(["total", ...LEVELS.map((level) => `row.${level}`)]), [368_200, 107_300, 190_200, 21_100, 49_600]);
  const [industry] = await amounts(["funds.central.industry"]);
  assert.ok(industry >= 107_300 * 0.6 && industry % 1 === 0, `${industry}`);
  assert.deepEqual(page.errors, []);
});

test("limits that contradict each other are named", async () => {
  const page = await planning({}, "allocation");
  await page.getByTestId("alloc-parts").locator("summary").click();
  // The central money for infrastructure: after the total, four levels, three categories and one cell.
  await page.getByTestId("alloc-hold-9").selectOption({ index: 2 });
  await type(page, "alloc-most-9", "90000");
  await type(page, "alloc-least-9", "80000");
  await page.getByTestId("alloc-run").click();
  const said = page.getByTestId("alloc-contradiction");
  await said.waitFor();
  assert.match(await said.innerText(), /产业的占比要求/);
});
