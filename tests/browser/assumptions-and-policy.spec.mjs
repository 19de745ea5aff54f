// What assumptions do and what policy does stand apart wherever a difference is shown, and nothing of
// it stands there while nobody has assumptions of their own.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { addressHolds, headlineAfter, launch, open, type } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const PLAN = "13,892.27";
const OWN = "#v=1&region=zhangjiakou-2021.2&coverage=0.85&jobs.outward=5000&growth_near.wage=0.1";

const fen = (text) => Math.round(Number(text.replaceAll(",", "").replace("+", "").replace("−", "-")) * 100);
const texts = (locator) => locator.evaluateAll((cells) => cells.map((cell) => cell.textContent.trim()));

test("without assumptions of one's own nothing is kept apart", async () => {
  const page = await open(browser);
  await type(page, "coverage", "85");
  await headlineAfter(page, PLAN);
  for (const name of ["gap-apart", "channels-assumed", "risk-apart", "changes-assumed"]) {
    assert.equal(await page.getByTestId(name).count(), 0, name);
  }
  assert.equal(await page.locator("#results-components thead th").count(), 4);
  await page.getByTestId("changes-policy").waitFor();
});

test("gaps, components, channels, years and changes keep both apart, and the sums agree", async () => {
  const page = await open(browser, { fragment: OWN });
  const assumed = await page.getByTestId("assumption-effect").innerText();
  const policy = await page.getByTestId("policy-effect").innerText();
  assert.notEqual(fen(assumed), 0);
  for (const name of ["gap-apart", "changes-assumed", "channels-assumed"]) {
    assert.ok((await page.getByTestId(name).textContent()).includes(assumed), name);
  }
  for (const name of ["gap-apart", "changes-policy"]) {
    assert.ok((await page.getByTestId(name).textContent()).includes(policy), name);
  }
  await page.getByTestId("risk-apart").waitFor();

  const components = page.locator("#results-components");
  assert.deepEqual(await texts(components.locator("thead th")), ["收入类别", "计划（原有假设）", "假设变动的影响", "政策效果", "方案"]);
  assert.deepEqual((await texts(components.locator("tfoot td"))).slice(1, 3), [assumed, policy]);
  for (let column = 0; column < 4; column += 1) {
    const amounts = (await texts(components.locator(`tbody td:nth-of-type(${column + 1})`))).map(fen);
    const sum = fen((await texts(components.locator("tfoot td")))[column]);
    assert.equal(amounts.reduce((all, amount) => all + amount, 0), sum, `column ${column}`);
  }

  const years = page.locator("#results-years");
  const first = await texts(years.locator("tbody tr").first().locator("td"));
  assert.deepEqual([first[1], first[4]], [assumed, policy]);
});

test("waterfall, components and what is announced keep both apart", async () => {
  const page = await open(browser, { fragment: OWN });
  const assumed = await page.getByTestId("assumption-effect").innerText();
  await page.getByTestId("chart-tab-steps").click();
  await page.getByTestId("chart-table").click();
  const rows = page.locator("#chart-panel tbody tr");
  assert.deepEqual(await texts(rows.nth(0).locator("th")), ["计划（原有假设）"]);
  assert.deepEqual(await texts(rows.nth(1).locator("th")), ["假设变动的影响"]);
  assert.equal((await texts(rows.nth(1).locator("td"))).at(-1), assumed);
  await page.getByTestId("chart-tab-shares").click();
  await page.getByText("每年三条").waitFor();
  await type(page, "coverage", "83");
  await page.getByTestId("announced").filter({ hasText: `假设变动的影响 ${assumed} 元，政策效果 ` }).waitFor();
});

test("each change tells what it moves alone, and the parts come to the whole", async () => {
  const page = await open(browser, { fragment: OWN });
  const amounts = async (name) => {
    const line = page.getByTestId(name);
    // It comes when the page has rested.
    await line.waitFor();
    return (await texts(line.locator(".number"))).map(fen);
  };
  const [coverage] = await amounts("each-coverage");
  const [jobs] = await amounts("each-jobs.outward");
  const [parts, interplay, rounding = 0] = await amounts("together-policy");
  assert.equal(coverage + jobs, parts);
  assert.equal(parts + interplay + rounding, fen(await page.getByTestId("policy-effect").innerText()));
  // The wage's growth moves the plan; what jobs bring in the first year it leaves.
  const [plan, policy] = await amounts("each-growth_near.wage");
  assert.equal(plan, fen(await page.getByTestId("assumption-effect").innerText()));
  assert.equal(policy, undefined);
  assert.equal(await page.getByTestId("together-assumed").count(), 0, "one alone adds up to itself");

  // Taken back, it takes just that along.
  const before = fen(await page.getByTestId("headline").innerText());
  await page.getByTestId("change-jobs.outward").getByRole("button", { name: "撤回" }).click();
  await page.getByTestId("each-jobs.outward").waitFor({ state: "detached" });
  const after = fen(await page.getByTestId("headline").innerText());
  assert.ok(Math.abs(before - after - jobs) <= 1, `${before} ${after} ${jobs}`);
  assert.equal(await page.getByTestId("together-policy").count(), 0);
});

test("a question on the page opens the tool that answers it", async () => {
  const page = await open(browser);
  for (const tool of ["goal", "chance", "allocation"]) {
    await page.locator(`[data-tool="${tool}"]`).click();
    await page.locator(`[data-testid="plan-tab-${tool}"][aria-selected="true"]`).waitFor();
    await page.getByTestId("plan-close").click();
    await page.getByTestId("plan-close").waitFor({ state: "detached" });
    assert.equal(await page.evaluate(() => document.activeElement.dataset.tool), tool, "the focus is back");
  }
  assert.deepEqual(page.errors, []);
});

test("a benchmark of one's own moves its own gap alone", async () => {
  const page = await open(browser, { fragment: "#v=1&region=zhangjiakou-2021.2&coverage=0.85&bench_growth.lifted_province.2023=0.1" });
  assert.equal(await page.getByTestId("gap-apart").count(), 0);
  const assumed = (name) => page.getByTestId(`gap-apart-${name}`).locator(".number").first().textContent();
  assert.notEqual(fen(await assumed("lifted_province")), 0);
  assert.equal(fen(await assumed("lifted_nation")), 0);
});

test("each of these numbers tells where it comes from", async () => {
  const page = await open(browser, { fragment: OWN });
  for (const name of ["component_assumption.wage.2023", "component.wage.published.2023", "channel_share.clawback.transfer.2023", "input.coverage_province"]) {
    const figure = page.locator(`[data-figure="${name}"]`).first();
    const shown = (await figure.innerText()).replace(/^[+−-]/, "");
    await figure.click();
    const told = page.getByTestId("explain");
    await told.waitFor();
    assert.ok((await told.innerText()).includes(shown.replace(/(\.00)?%/, "")), `${name}: ${shown}`);
    await page.keyboard.press("Escape");
    await told.waitFor({ state: "detached" });
  }
});

test("the list of changes says where a value comes from", async () => {
  const page = await open(browser);
  await page.getByTestId("sources").click();
  const put = async (field, text) => { await field.fill(text); await field.press("Enter"); };
  await put(page.locator('[data-input="sources.coverage"]'), "85");
  await put(page.locator('[data-own-source="coverage"]'), "市农业农村局 <b>台账</b>");
  await addressHolds(page, "note.");
  await page.getByTestId("sources-close").click();
  await page.getByTestId("change-note-coverage").filter({ hasText: "来源：市农业农村局 <b>台账</b>" }).waitFor();
  assert.deepEqual(page.errors, []);
});
