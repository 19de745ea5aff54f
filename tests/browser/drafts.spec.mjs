// Planning: where the scenario stands on every tool, drafts that come along with links, what is refused,
// merges decided one by one with their money, single years swept.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";

import { headline, headlineIs, launch, open } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const PLAN = "13,892.27";
const PHONE = { width: 390, height: 844 };

/** The page of planning at one of its tools. */
async function planning(tab, options = {}) {
  const page = await open(browser, options);
  await page.getByTestId("planning").click();
  await page.getByTestId(`plan-tab-${tab}`).click();
  return page;
}

/** Lays the scenario of a link into the tray. */
async function add(page, link) {
  const before = await page.getByTestId("plan-compare-remove").count();
  await page.getByTestId("compare-link").fill(link);
  await page.getByTestId("compare-add-link").click();
  await page.getByTestId("plan-compare-remove").nth(before).waitFor();
}

const row = (page, name) => page.getByTestId("compare-table").locator("tr", { has: page.getByRole("rowheader", { name, exact: true }) });
const drafts = (page) => page.locator("input.compare-name").evaluateAll((inputs) => inputs.map((input) => input.value));
const entry = (text) => Buffer.from(text).toString("base64url");

test("every tool tells where the scenario stands, what a step did, and takes it back", async () => {
  for (const viewport of [undefined, PHONE]) {
    const page = await planning("compare", viewport ? { viewport } : {});
    const income = page.getByTestId("strip-income");
    assert.equal(await income.innerText(), PLAN);
    assert.match(await page.getByTestId("strip-standing").innerText(), /计划原样/);
    assert.equal(await page.getByTestId("strip-changed").innerText(), "");
    await add(page, "#v=1&region=zhangjiakou-2021&coverage=0.9");
    await page.getByTestId("plan-compare-open").click();
    await page.getByTestId("strip-changed").filter({ hasText: "13,892.27 → 13,862.81" }).waitFor();
    assert.match(await page.getByTestId("strip-difference").innerText(), /-29\.46/);
    for (const tab of ["goal", "allocation", "years", "sensitivity", "chance", "sweep", "compare"]) {
      await page.getByTestId(`plan-tab-${tab}`).click();
      assert.equal(await income.innerText(), "13,862.81");
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      const top = await income.evaluate((element) => element.getBoundingClientRect().top);
      assert.ok(top >= 0 && top < 200, `${tab}: ${top}`);
      await page.evaluate(() => scrollTo(0, 0));
    }
    await page.getByTestId("strip-undo").click();
    await income.filter({ hasText: PLAN }).waitFor();
    await page.getByTestId("strip-redo").click();
    await income.filter({ hasText: "13,862.81" }).waitFor();
    await page.getByTestId("strip-share").click();
    assert.match(await page.getByTestId("share-address").inputValue(), /coverage=0\.9|co=0\.9/);
    await page.keyboard.press("Escape");
    await page.getByTestId("share-address").waitFor({ state: "detached" });
    await page.getByTestId("plan-close").click();
    await headlineIs(page, "13,862.81");
    assert.deepEqual(page.errors, []);
  }
});

test("leads have the main screen's sign and word, and pay from outside stands apart", async () => {
  const page = await planning("compare");
  await page.getByTestId("compare-add-known").selectOption("example/jobs");
  const lead = row(page, "比全省脱贫人口（元，负为落后）").locator("td");
  await lead.filter({ hasText: "-189.36 落后" }).first().waitFor();
  assert.match(await lead.nth(0).innerText(), /-325\.44 落后/);
  assert.match(await row(page, "计划外岗位工资（岗位数×年工资）").locator("td").nth(2).innerText(), /4\.20 亿元/);
  assert.match(await row(page, "新增计划内投入").locator("td").nth(2).innerText(), /^0\.00 元/);
  // Levers have their least, mean and greatest too, of what one chooses: at the end, and of more than two.
  const jobs = row(page, "劳务输出新增人数").locator("td");
  const of = async () => (await jobs.allInnerTexts()).slice(3).map((text) => text.replace(/\s/g, ""));
  assert.deepEqual(await of(), ["0人", "3,333.33人", "10,000人"]);
  const places = await page.locator("[data-testid=compare-table] th.spread").evaluateAll((heads) => heads.map((head) => head.getBoundingClientRect().right));
  assert.ok(places.length === 3 && places.every((right) => right < 1440), "they are in view");
  await page.getByTestId("compare-counted").selectOption({ index: 0 });
  await page.locator("[data-testid=compare-table] th.spread").first().waitFor({ state: "detached" });
  assert.deepEqual(await of(), []);
  assert.deepEqual(page.errors, []);
});

test("without a difference nothing is drawn, and the note speaks of what is drawn", async () => {
  const page = await planning("compare");
  await page.getByTestId("compare-nothing").waitFor();
  await page.getByTestId("plan-compare-incomes").click();
  const note = page.locator(".planning-chart", { hasText: "虚线" });
  await note.waitFor();
  await page.getByTestId("plan-compare-differences").click();
  await page.getByTestId("compare-add-known").selectOption("example/jobs");
  await page.locator(".planning-chart", { hasText: "零线即“原计划”" }).waitFor();
  assert.equal(await note.count(), 0);
  assert.deepEqual(page.errors, []);
});

test("a link brings its drafts along as far as there is room, and its figures are compared", async () => {
  const page = await planning("compare");
  const tray = ["乙\nco=0.85", "丙\nco=0.86", "丁\nco=0.87"].map((text, index) => `tray.${index + 1}=${entry(text)}`).join("&");
  const link = `#v=4&draw.seed=9&${tray}&region=zhangjiakou-2021&income=13000&coverage=0.9`;
  await add(page, link);
  assert.deepEqual(await drafts(page), ["链接方案", "乙", "丙", "丁"]);
  const said = page.getByTestId("drafts-added");
  await said.filter({ hasText: "3 份" }).waitFor();
  assert.match(await said.innerText(), /随机种子没有采用/);
  assert.match(await page.getByTestId("figures-changed").innerText(), /13,000\.00 元.*13,862\.81 元/);
  await add(page, "#v=1&region=zhangjiakou-2021&coverage=0.88");
  await add(page, link);
  assert.equal((await drafts(page)).length, 8);
  await said.filter({ hasText: "没有放入：丁" }).waitFor();
  assert.deepEqual(page.errors, []);
});

test("what is refused is said to be refused, in the reader's language", async () => {
  const page = await planning("compare");
  const refused = page.getByTestId("refused").last();
  for (const [link, part] of [["hello", "不是方案链接"], ["#v=9&region=zhangjiakou-2021", "第 9 版编码"], ["#v=1&region=elsewhere&coverage=0.9", "elsewhere"]]) {
    await page.getByTestId("compare-link").fill(link);
    await page.getByTestId("compare-add-link").click();
    await refused.filter({ hasText: part }).waitFor();
    assert.match(await refused.innerText(), /链接没有采用，方案没有改动/);
  }
  for (const [text, part] of [["hello", "第 1 行第 1 列起不是合法的 JSON"], ['{"values":{"coverage":"0.85"}}', "第 1 行第 30 列：缺少字段“region”"]]) {
    await page.getByTestId("compare-file").setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from(text) });
    await refused.filter({ hasText: part }).waitFor();
    assert.match(await refused.innerText(), /文件没有采用，方案没有改动/);
  }
  assert.equal(await page.locator(".notices").getByText("其余已采用").count(), 0);
  assert.deepEqual(await drafts(page), []);
  assert.deepEqual(page.errors, []);
});

test("a merge tells its money, asks what can't stand together, and is taken when all is decided", async () => {
  const page = await planning("compare");
  await add(page, "#v=1&region=zhangjiakou-2021&funds.central.infrastructure=191480000&funds.central.industry=786780000");
  await add(page, "#v=1&region=zhangjiakou-2021&funds.central.infrastructure=191480000&funds.central.other=194740000");
  const sides = async (first, second) => {
    await page.getByTestId("merge-first").selectOption({ index: first });
    await page.getByTestId("merge-second").selectOption({ index: second });
  };
  await sides(1, 2);
  const total = await page.getByTestId("merge-money").locator("tr").nth(1).locator("td").allInnerTexts();
  assert.deepEqual(total, ["107,300 万元", "107,300 万元", "117,300 万元"]);
  await page.getByTestId("merge-money-warning").filter({ hasText: "与两份都不同" }).waitFor();
  assert.ok(await page.getByTestId("merge-take").isEnabled(), "it is warned of, not forbidden");

  await add(page, "#v=1&region=zhangjiakou-2021&coverage=0.9&split_wage=0.7&repeat=false");
  await add(page, "#v=1&region=zhangjiakou-2021&coverage.2025=0.85&split_operating=0.6&funds.city.other.2025=0");
  await sides(3, 4);
  const open = page.getByTestId("merge-open");
  await open.filter({ hasText: "3 处" }).waitFor();
  assert.ok(await page.getByTestId("merge-take").isDisabled());
  await page.getByTestId("merge-coverage-both").check();
  await open.filter({ hasText: "2 处" }).waitFor();
  await page.getByTestId("merge-split_wage-second").check();
  await page.getByTestId("merge-repeat-first").check();
  await open.filter({ hasText: /^$/ }).waitFor({ state: "attached" });
  await page.getByTestId("merge-take").click();
  await page.waitForFunction(() => ["co=0.9", "co25=0.85", "re=false"].every((part) => location.hash.includes(part)) || ["coverage=0.9", "coverage.2025=0.85", "repeat=false"].every((part) => location.hash.includes(part)));
  await page.getByTestId("strip-changed").filter({ hasText: "可撤销" }).waitFor();
  await page.getByTestId("strip-undo").click();
  await page.getByTestId("strip-income").filter({ hasText: PLAN }).waitFor();
  assert.deepEqual(page.errors, []);
});

test("single years are swept, columns have names of their own, and faults say what they are", async () => {
  const page = await planning("sweep");
  await page.getByTestId("sweep-first-year").selectOption("coverage.2025");
  await page.getByText("从（%）").first().waitFor();
  await page.getByTestId("sweep-run").click();
  await page.getByTestId("sweep-table").locator("th", { hasText: "2025 年产业帮扶覆盖率" }).waitFor();
  await page.getByTestId("sweep-table").locator("td", { hasText: "-325.44 落后" }).first().waitFor();
  const download = page.waitForEvent("download");
  await page.getByTestId("sweep-csv").click();
  const csv = await readFile(await (await download).path(), "utf8");
  const heads = csv.replace(/^\ufeff/, "").split(/\r?\n/)[0].split(",");
  assert.equal(new Set(heads).size, heads.length, "no two columns have one name");
  assert.ok(heads.includes("coverage.2025") && heads.includes("coverage.2025 (reached)"));
  assert.ok(heads.includes("gap.lifted_province.2023 (benchmark - income)"));
  const faults = page.getByTestId("sweep-faults");
  await page.getByTestId("sweep-second").selectOption("coverage");
  await page.getByTestId("sweep-second-year").selectOption("coverage.2025");
  await page.getByTestId("sweep-run").click();
  await faults.filter({ hasText: "两个数是同一个" }).waitFor();
  const steps = page.locator('[data-input="sweep-first-steps"]');
  await steps.fill("20000");
  await steps.press("Enter");
  await page.getByTestId("sweep-run").click();
  await faults.filter({ hasText: "步数应为 1 至 9999 的整数" }).waitFor();
  assert.deepEqual(page.errors, []);
});
