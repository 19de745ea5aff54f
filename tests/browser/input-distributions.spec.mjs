// Uncertain inputs in full: one set of ranges for bars and draws, the published total kept, faults named with the
// way to their row, only drivers that stand out, and all of it readable on a telephone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { addressHolds, launch, open } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const PHONE = { width: 390, height: 844 };

async function tool(name, { example, ...options } = {}) {
  const page = await open(browser, options);
  if (example) await page.getByTestId("example").selectOption(example);
  await page.getByTestId("planning").click();
  await page.getByTestId(`plan-tab-${name}`).click();
  return page;
}

const put = async (field, text) => {
  await field.fill(text);
  await field.press("Enter");
};
const end = (page, which, key) => page.locator(`[data-input="range.${which}.${key}"]`);
const said = (page, card) => page.locator(`[data-testid=${card}] .canvas`).getAttribute("aria-label");

async function assumptions(page) {
  const levers = await said(page, "tornado");
  await page.getByTestId("plan-tornado-assumptions").click();
  await page.waitForFunction((levers) => document.querySelector("[data-testid=tornado] .canvas").getAttribute("aria-label") !== levers, levers);
}

async function bars(page) {
  await page.getByTestId("tornado").getByText("数据表").click();
  return page.getByTestId("tornado").locator("table tbody tr").allInnerTexts();
}

test("a component of the known income moves the others, so that its bar is small and says so", async () => {
  const page = await tool("sensitivity");
  await page.getByTestId("tornado").locator(".canvas").waitFor();
  await assumptions(page);
  const rows = await bars(page);
  assert.match(rows[0], /^2022 年收入增速/);
  const wage = rows.find((row) => row.startsWith("2021 年工资性收入（合计不变）"));
  assert.ok(wage, rows.join("\n"));
  assert.ok((wage.match(/[+-][\d,.]+/g) ?? []).every((amount) => Math.abs(Number(amount.replaceAll(",", ""))) < 60), wage);
  assert.deepEqual(page.errors, []);
});

test("bars go over the ranges that the draws were given, and say how many are drawn", async () => {
  const page = await tool("sensitivity", { example: "together" });
  await page.getByTestId("tornado").locator(".canvas").waitFor();
  await assumptions(page);
  assert.match(await said(page, "tornado"), /图中只画影响最大的 14 项；其余 \d+ 项见表格/);
  await page.getByTestId("plan-tab-chance").click();
  await page.getByTestId("chance-ranges-open").click();
  await put(end(page, "most", "growth_near.wage"), "20");
  await addressHolds(page, "draw.");
  await page.getByTestId("plan-tab-sensitivity").click();
  await page.getByTestId("tornado").locator(".canvas").waitFor();
  await page.waitForTimeout(500);
  const row = (await bars(page)).find((row) => row.startsWith("工资性收入近期增速"));
  assert.match(row, /20%/);
  assert.deepEqual(page.errors, []);
});

test("a range of one's own that no longer holds the value is widened and named, with the way to its row", async () => {
  const page = await tool("chance");
  await page.getByTestId("chance-goals").waitFor();
  await page.getByTestId("chance-ranges-open").click();
  await put(end(page, "most", "asset_return"), "12");
  await addressHolds(page, "draw.");
  await page.getByTestId("chance-ranges-open").click();
  await page.getByTestId("plan-close").click();
  await page.getByTestId("sources").click();
  await put(page.locator('[data-input="sources.asset_return"]'), "14");
  await page.getByTestId("sources-close").click();
  await page.getByTestId("planning").click();
  await page.getByTestId("plan-tab-chance").click();
  const notice = page.getByTestId("chance-widened");
  await notice.getByText("自定 4%—12%，现用 14%，按 4%—14% 抽样").waitFor();
  await page.getByTestId("chance-fan").locator(".canvas").waitFor();
  assert.equal(await page.getByTestId("plan-refused").count(), 0);
  await page.getByTestId("range-of-asset_return").click();
  await page.waitForFunction(() => document.activeElement?.dataset.input === "range.least.asset_return");
  // The user's own ends are shown there to be corrected.
  assert.equal(await end(page, "most", "asset_return").inputValue(), "12");
  await put(end(page, "most", "asset_return"), "15");
  await notice.waitFor({ state: "detached" });
  assert.deepEqual(page.errors, []);
});

test("each fault of a range has its own sentence, and a new one takes the old one's place", async () => {
  const page = await tool("chance");
  await page.getByTestId("chance-goals").waitFor();
  await page.getByTestId("chance-ranges-open").click();
  const alert = page.locator("[data-testid=chance-ranges] [role=alert]");
  const least = end(page, "least", "asset_return");
  await put(least, "20");
  await alert.filter({ hasText: "上下颠倒" }).waitFor();
  await put(least, "11");
  await alert.filter({ hasText: "不包含现用的数值 10%" }).waitFor();
  await put(least, "很多");
  await alert.filter({ hasText: "“很多”不是数字" }).waitFor();
  assert.equal(await alert.count(), 1);
  assert.equal(await least.getAttribute("aria-invalid"), "true");
  assert.equal(await end(page, "most", "asset_return").getAttribute("aria-invalid"), null);
  await put(least, "5");
  await alert.waitFor({ state: "detached" });
  assert.deepEqual(page.errors, []);
});

test("growths go together as far as one says, which travels, counts once and moves the band", async () => {
  const page = await tool("chance");
  await page.getByTestId("chance-goals").waitFor();
  const together = (percent) => put(page.locator("#chance-together"), percent);
  const note = (page, text) => page.getByTestId("chance-together-note").getByText(text).waitFor();
  await together("0");
  const drivers = page.getByTestId("chance-drivers");
  const shared = drivers.locator("tbody th", { hasText: "增速同涨同落（共有部分）" });
  await note(page, "增速也不同涨同落");
  await shared.waitFor({ state: "detached" });
  const apart = await said(page, "chance-fan");
  await together("80");
  await note(page, "按 80% 的程度同涨同落");
  await shared.waitFor();
  assert.match((await drivers.locator("tbody tr").allInnerTexts())[0], /共有部分/);
  assert.equal(await page.getByTestId("chance-drivers-shared").count(), 1);
  const width = (text) => {
    const [low, high] = text.match(/落在 ([\d,]+) 元至 ([\d,]+) 元/).slice(1).map((amount) => Number(amount.replaceAll(",", "")));
    return high - low;
  };
  const much = await said(page, "chance-fan");
  assert.ok(width(much) > 1.2 * width(apart), `${much} / ${apart}`);
  assert.match(await page.getByTestId("chance-skew").innerText(), /2030 年抽样的中间值[比与]单一测算/);
  // It is a value like others, and the link holds it.
  await together("60");
  await note(page, "按 60%");
  await page.waitForFunction(() => /(growth_together|tg)=0\.6/.test(location.hash));
  const other = await open(browser, { fragment: await page.evaluate(() => location.hash) });
  await other.getByTestId("planning").click();
  await other.getByTestId("plan-tab-chance").click();
  await note(other, "按 60%");
  const text = await page.locator("#plan-panel").innerText();
  assert.doesNotMatch(text, /概率|可能性|把握/);
  assert.match(text, /在所列区间下的抽样中/);
  // What is no share is refused in words.
  await together("120");
  await page.locator("#chance-together-fault").waitFor();
  assert.deepEqual([...page.errors, ...other.errors], []);
});

test("only what can touch a result and stands out from the luck of the draw is said to drive it", async () => {
  const page = await tool("chance");
  const drivers = page.getByTestId("chance-drivers");
  await drivers.getByText("绝对值达到 0.04").waitFor();
  const rows = await drivers.locator("tbody tr").allInnerTexts();
  // A figure that also stands in for a benchmark's is named with it.
  const own = rows.map((row) => row.replace(/（与.*为同一个数）/, ""));
  assert.ok(rows.length > 0 && own.every((row) => !row.includes("全省") && !row.includes("全国")), rows.join("\n"));
  await page.getByTestId("plan-measure-difference").click();
  await drivers.getByText("差额在每次抽样中都是零").waitFor();
  assert.equal(await drivers.locator("tbody tr").count(), 0);
});

test("draws that were called off leave no fan of other draws behind", async () => {
  const page = await tool("chance");
  await page.getByTestId("chance-goals").waitFor();
  await page.getByTestId("chance-draws").selectOption("50000");
  await page.getByTestId("plan-stop").click();
  await page.getByTestId("plan-stopped").waitFor();
  assert.equal(await page.getByTestId("chance-fan").count(), 0);
  await page.getByTestId("plan-again").click();
  await page.getByTestId("chance-fan").waitFor({ timeout: 30_000 });
});

test("the fan has its scale to itself until rural residents are asked for", async () => {
  const page = await tool("chance");
  const legend = page.locator("[data-testid=chance-fan] .canvas text");
  await legend.filter({ hasText: "全省脱贫人口" }).waitFor();
  assert.equal(await legend.filter({ hasText: "农村居民" }).count(), 0);
  await page.getByTestId("chance-rural").click();
  await legend.filter({ hasText: "全省农村居民" }).waitFor();
  assert.equal(await page.getByTestId("chance-rural").getAttribute("aria-pressed"), "true");
});

for (const locale of ["zh-CN", "en-US"]) {
  test(`on a telephone tables and charts can be read: ${locale}`, async () => {
    const page = await tool("chance", { viewport: PHONE, locale });
    const goal = page.locator("[data-testid=chance-goals] tbody th").first();
    await goal.waitFor();
    assert.ok((await goal.boundingBox()).width >= 120, "a goal is no column of single letters");
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.getByTestId("plan-tab-sensitivity").click();
    await page.getByTestId("tornado").locator(".canvas svg").waitFor();
    await assumptions(page);
    const texts = async (card) => page.locator(`[data-testid=${card}] .canvas text`).allTextContents();
    await page.locator("[data-testid=map] .canvas text").filter({ hasText: /^1\d,\d{3}$/ }).first().waitFor();
    for (const card of ["tornado", "map"]) {
      const cut = (await texts(card)).filter((text) => text.includes("…") || text.includes("..."));
      assert.deepEqual(cut, [], card);
    }
    // Every label of a line lies within the frame, off its edges.
    const strays = await page.evaluate(() => {
      const canvas = document.querySelector("[data-testid=map] .canvas");
      const { left, right } = canvas.getBoundingClientRect();
      const labels = [...canvas.querySelectorAll("text")].filter((text) => /^1\d,\d{3}$/.test(text.textContent));
      return labels.map((text) => text.getBoundingClientRect()).filter((box) => box.left < left || box.right > right).length;
    });
    assert.equal(strays, 0);
    assert.deepEqual(page.errors, []);
  });
}
