// Every number shows where it comes from: by pointer and by keyboard, down to a source and to an assumption,
// copied, in both languages.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { addressHolds, broken, headline, headlineAfter, launch, open, type } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const named = (page, name) => page.locator(`button[data-figure="${name}"]`).first();
const source = (page, text) => page.getByTestId("explain-source").filter({ hasText: text }).first();
const name = async (page) => (await page.getByTestId("explain-name").innerText()).trim();

async function goTo(page, text) {
  const before = await name(page);
  await source(page, text).click();
  await page.waitForFunction((before) => document.querySelector('[data-testid="explain-name"]').innerText.trim() !== before, before);
}

async function violations(page) {
  const violations = await broken(page);
  return violations.map((violation) => `${violation.id}: ${violation.nodes.slice(0, 3).map((node) => node.html).join(" | ")}`);
}

for (const [locale, words] of Object.entries({
  "zh-CN": { operating: "生产经营性收入", planned: "计划轨道", growth: "增速", far: "远期", base: "2021", source: "公布", assumption: "假设" },
  "en-US": { operating: "Own production", planned: "Planned path", growth: "Planned growth", far: "later", base: "2021", source: "published", assumption: "assumption" },
})) {
  test(`the headline is followed down to a source and to an assumption: ${locale}`, async () => {
    const page = await open(browser, { locale });
    await page.getByTestId("headline").click();
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    assert.ok((await page.getByTestId("explain-value").innerText()).includes(await headline(page)));
    assert.deepEqual(await violations(page), []);
    await goTo(page, words.operating);
    await goTo(page, words.planned);
    await goTo(page, words.planned);
    // The known year's operating income is published, with its citation.
    await page.getByTestId("explain-source").filter({ has: page.locator(".status.source") }).first().click();
    await page.getByTestId("explain-evidence").waitFor();
    assert.match(await page.getByTestId("explain-value").innerText(), /1,506/);
    assert.ok(await page.locator(".explain .status.source").count() > 0);
    assert.ok((await page.getByTestId("explain-evidence").innerText()).length > 60);
    assert.deepEqual(await violations(page), []);
    // Back to the planned path, and from there to an assumption with its range.
    await page.getByTestId("explain-back").click();
    await page.getByTestId("explain-back").click();
    await goTo(page, words.growth);
    await page.getByTestId("explain-source").filter({ has: page.locator(".status.assumption") }).first().click();
    await page.getByTestId("explain-evidence").waitFor();
    assert.ok(await page.locator(".explain .status.assumption").count() > 0);
    // The trail leads back to the figure itself.
    await dialog.getByRole("navigation").getByRole("button").first().click();
    assert.ok((await page.getByTestId("explain-value").innerText()).includes(await headline(page)));
    assert.deepEqual(page.errors, []);
  });
}

test("by keyboard alone, and the focus comes back to the number", async () => {
  const page = await open(browser);
  const button = named(page, "lead.lifted_province.2023");
  await button.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  const first = await name(page);
  await source(page, "人均").focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction((first) => document.querySelector('[data-testid="explain-name"]').innerText.trim() !== first, first);
  // The reader goes on from the heading of what was opened.
  assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), "explain-name");
  await page.keyboard.press("Escape");
  await page.getByTestId("explain").waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement.dataset.figure), "lead.lifted_province.2023");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: "关闭" }).click();
  await page.getByTestId("explain").waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement.dataset.figure), "lead.lifted_province.2023");
});

test("the whole explanation is copied as text", async () => {
  const page = await open(browser, { permissions: ["clipboard-read", "clipboard-write"] });
  await type(page, "coverage", "100");
  await addressHolds(page, "coverage=1");
  await named(page, "coverage.2023").click();
  assert.match(await page.getByTestId("explain-note").innerText(), /不足以支付/);
  await page.getByTestId("explain-copy").click();
  await page.getByText("已复制。").waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  for (const part of ["达到的产业帮扶覆盖率", "到户奖补", "[假设]", "依据"]) assert.ok(text.includes(part), part);
  assert.ok(text.split("\n").length > 40);
});

test("a moved lever keeps every number pressable and what it says current", async () => {
  const page = await open(browser);
  const before = await headline(page);
  await type(page, "jobs.outward", "10000");
  const after = await headlineAfter(page, before);
  await page.waitForTimeout(400);
  await named(page, "channel.employment.2023").click();
  const shown = await named(page, "channel.employment.2023").innerText();
  assert.ok((await page.getByTestId("explain-value").innerText()).includes(shown.trim()));
  await page.keyboard.press("Escape");
  await page.getByTestId("headline").click();
  assert.ok((await page.getByTestId("explain-value").innerText()).includes(after));
});

test("every number on the page can be explained", async () => {
  const page = await open(browser);
  await page.getByTestId("example").selectOption("together");
  await page.waitForTimeout(600);
  const figures = await page.evaluate(() => [...new Set([...document.querySelectorAll("button[data-figure]")].map((button) => button.dataset.figure))]);
  assert.ok(figures.length > 120, `${figures.length} figures`);
  for (const figure of figures) {
    await page.evaluate((figure) => document.querySelector(`button[data-figure="${figure}"]`).click(), figure);
    await page.getByRole("dialog").waitFor();
    assert.ok((await page.getByTestId("explain-value").innerText()).length > 0, figure);
    await page.keyboard.press("Escape");
    await page.getByTestId("explain").waitFor({ state: "detached" });
  }
  assert.deepEqual(page.errors, []);
});

const value = (page) => page.getByTestId("explain-value").innerText();
const plain = (text) => text.replace(/[^\d.-]/g, "");

test("every figure on the screen has an explanation with the value that is shown", async () => {
  const page = await open(browser);
  await page.getByTestId("example").selectOption("together");
  await page.waitForTimeout(500);
  const figures = await page.locator("button[data-figure]").evaluateAll((buttons) =>
    buttons.map((button) => [button.dataset.figure, button.innerText.trim()]),
  );
  assert.ok(figures.length > 60, `only ${figures.length} figures can be asked`);
  const unlike = [];
  for (const [index, [figure, text]] of figures.entries()) {
    // Each kind once is enough for the eye; the host's tests walk all of them.
    if (figures.findIndex(([other]) => other.split(".")[0] === figure.split(".")[0]) !== index) continue;
    await page.locator(`button[data-figure="${figure}"]`).first().click();
    const told = plain(await value(page)).replace("-", "");
    // What is shown may be a sentence with the figure in it, or the figure in another unit.
    const numbers = text.match(/[\d,]+(\.\d+)?/g)?.map((number) => number.replaceAll(",", "")) ?? [];
    if (numbers.length === 1 && Number(numbers[0]) !== 0 && Number(numbers[0]) !== Number(told) && !text.includes("亿")) unlike.push(`${figure}: ${text} is told as ${told}`);
    await page.keyboard.press("Escape");
    await page.getByTestId("explain").waitFor({ state: "detached" });
  }
  assert.deepEqual(unlike, []);
  assert.deepEqual(page.errors, []);
});

test("estimates and growth are told as they are shown, with formula and numbers", async () => {
  const page = await open(browser);
  for (const [figure, words, numbers, exact] of [
    ["risk.people.scenario.2023", "脱贫人口 × 返贫风险人口占比", "500,000 × ", "显示时四舍五入到十人"],
    ["risk.shortfall.2023", "÷ Φ(", " × Φ(", "显示时四舍五入到元"],
    ["needed_growth.lifted_province", "× (1 + 年均增速)⁸ ≥", "不够。", null],
    ["average_growth", "× (1 + 年均增速)⁸ ≥", "不够。", null],
  ]) {
    const shown = (await named(page, figure).innerText()).trim();
    await named(page, figure).click();
    assert.ok((await value(page)).includes(shown), `${figure}: ${shown} is told as ${await value(page)}`);
    assert.ok((await page.getByTestId("explain-words").innerText()).includes(words), figure);
    assert.ok((await page.getByTestId("explain-numbers").innerText()).includes(numbers), figure);
    assert.ok(await page.getByTestId("explain-numbers").getByRole("button").count() >= 2, figure);
    const told = page.locator(".explain .exact");
    assert.equal(await told.count(), exact ? 1 : 0, figure);
    if (exact) assert.ok((await told.innerText()).includes(exact), figure);
    await page.keyboard.press("Escape");
    await page.getByTestId("explain").waitFor({ state: "detached" });
  }
  await named(page, "margin.first.2023").click();
  assert.match(await value(page), /个百分点/);
  assert.deepEqual(page.errors, []);
});

test("what a change alone moves can be pressed in the list of changes", async () => {
  const page = await open(browser);
  await page.getByTestId("example").selectOption("operation");
  const part = named(page, "contribution.difference.benefit_share");
  await part.waitFor({ timeout: 5_000 });
  const shown = (await part.innerText()).trim();
  await part.click();
  assert.ok((await value(page)).includes(shown));
  assert.match(await name(page), /联农带农|收益分配/);
  assert.equal(await page.getByTestId("explain-source").count(), 2);
  assert.deepEqual(await violations(page), []);
});

test("the dialog is no second head of the page, and its cross is large enough for a finger", async () => {
  const page = await open(browser);
  await page.getByTestId("headline").click();
  await page.getByRole("dialog").waitFor();
  assert.equal(await page.locator("dialog header").count(), 0);
  const box = await page.getByRole("dialog").getByRole("button", { name: "关闭" }).boundingBox();
  assert.ok(box.width >= 44 && box.height >= 44, JSON.stringify(box));
});

test("numbers under the charts can be pressed, and have the focus back afterwards", async () => {
  const page = await open(browser, { fragment: "#v=1&region=zhangjiakou-2021&coverage=0.85" });
  const charts = page.locator("#results-charts");
  const pressed = async (within, figure) => {
    const button = within.locator(`table button[data-figure="${figure}"]`).first();
    const shown = (await button.innerText()).trim();
    await button.click();
    assert.ok((await value(page)).includes(shown), `${figure}: ${shown} is told as ${await value(page)}`);
    await page.keyboard.press("Escape");
    await page.getByTestId("explain").waitFor({ state: "detached" });
    assert.equal(await button.evaluate((node) => document.activeElement === node), true, figure);
  };
  await charts.getByTestId("chart-table").click();
  for (const figure of ["income.scenario.2024", "income.published.2024", "benchmark.rural_nation.2030", "income.base"]) {
    await pressed(charts, figure);
  }
  await page.getByTestId("chart-tab-steps").click();
  await charts.getByTestId("chart-table").click();
  await pressed(charts, "channel.coverage.2023");
  assert.deepEqual(page.errors, []);
});

test("numbers of drafts side by side tell of their own draft", async () => {
  const page = await open(browser, { fragment: "#v=1&region=zhangjiakou-2021&coverage=0.85" });
  await page.getByTestId("planning").click();
  const strip = page.getByTestId("strip-income");
  const present = (await strip.innerText()).trim();
  await strip.getByRole("button").click();
  assert.ok((await value(page)).includes(present));
  await page.keyboard.press("Escape");
  await page.getByTestId("explain").waitFor({ state: "detached" });
  const told = [];
  for (const column of [0, 1]) {
    const button = page.locator(`[data-testid="compare-table"] button[data-figure="income.scenario.2023"][data-column="${column}"]`);
    const shown = (await button.innerText()).trim();
    await button.click();
    assert.ok((await value(page)).includes(shown), `${shown} is told as ${await value(page)}`);
    const title = (await page.getByRole("dialog").getByRole("heading").first().innerText()).trim();
    assert.match(title, /（.+）/);
    told.push(`${title} ${shown}`);
    await page.keyboard.press("Escape");
    await page.getByTestId("explain").waitFor({ state: "detached" });
  }
  assert.notEqual(told[0], told[1]);
  assert.ok(told[1].endsWith(present));
  assert.deepEqual(page.errors, []);
});
