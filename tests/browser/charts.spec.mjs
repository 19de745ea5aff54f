// Charts: each with its table, its downloads and its words; one that can't be drawn leaves its numbers.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { broken, field, headline, headlineAfter, launch, numbers, open, slider, type, url } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const TABS = ["paths", "steps", "shares", "flows", "progress", "marginal"];

/** Opens a chart and waits until it is drawn. */
async function openChart(page, name) {
  await page.getByTestId(`chart-tab-${name}`).click();
  await page.locator(`.canvas-${name} .canvas svg path`).first().waitFor({ state: "attached" });
}

/** The text of a download. */
async function download(page, id) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByTestId(id).click()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** The cells of the open table, row by row. */
const cells = (page) => page.locator("#chart-panel tbody tr").evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.innerText)));

test("every chart is drawn, described, tabulated and without a fault", async () => {
  const page = await open(browser);
  await page.getByTestId("example").selectOption("together");
  for (const name of TABS) {
    await openChart(page, name);
    const canvas = page.getByRole("img", { name: /\d/ }).and(page.locator(`.canvas-${name} .canvas`));
    assert.equal(await canvas.count(), 1, `${name} has no description`);
    await page.getByTestId("chart-table").click();
    assert.ok((await cells(page)).length > 3, `${name} has no table`);
    const violations = await broken(page, { within: "#results-charts" });
    assert.deepEqual(violations.map((violation) => `${name}: ${violation.id} ${violation.nodes[0].html}`), []);
  }
  assert.deepEqual(page.errors, []);
});

test("tabs are chosen by keyboard", async () => {
  const page = await open(browser);
  const chosen = (name) => page.locator(`[data-testid="chart-tab-${name}"][aria-selected="true"]`).waitFor();
  await page.getByTestId("chart-tab-paths").press("ArrowRight");
  await chosen("steps");
  await page.keyboard.press("End");
  await chosen("marginal");
  await page.keyboard.press("ArrowRight");
  await chosen("paths");
});

test("the gap follows the chosen benchmark", async () => {
  const page = await open(browser);
  const before = await page.getByTestId("chart-gap").innerText();
  await page.getByTestId("chart-benchmark").selectOption({ index: 3 });
  const after = await page.getByTestId("chart-gap").innerText();
  assert.notEqual(after, before);
  assert.match(after, /全省农村居民/);
  await page.getByTestId("chart-benchmark").selectOption({ index: 0 });
  assert.equal(await page.getByTestId("chart-gap").count(), 0);
});

test("errors of the past are laid on the scenario's line, said and tabulated", async () => {
  const page = await open(browser);
  await openChart(page, "paths");
  const button = page.getByTestId("chart-errors");
  assert.equal(await button.getAttribute("aria-pressed"), "false");
  await button.press("Enter");
  const said = await page.getByTestId("chart-errors-said").innerText();
  assert.match(said, /误差带：.*不是概率/);
  assert.equal(await button.getAttribute("aria-pressed"), "true");
  await page.locator(".canvas-paths .canvas[aria-label*='误差带']").waitFor();
  await page.getByTestId("chart-table").click();
  const number = (text) => Number(text.replaceAll(",", ""));
  const heads = await page.locator("#chart-panel thead th").allInnerTexts();
  const low = heads.indexOf("误差带下沿");
  const rows = await cells(page);
  // No width in the known year, open from then on, nothing where no year can be held against it.
  assert.equal(rows[0][low], rows[0][low + 1]);
  for (const row of rows.slice(1, 6)) assert.ok(number(row[low]) < number(row[low + 1]), row.join(" "));
  assert.equal(rows.at(-1)[low], "");
  await button.press("Enter");
  assert.equal(await page.getByTestId("chart-errors-said").count(), 0);
  assert.deepEqual(page.errors, []);
});

test("the waterfall's table closes from plan to scenario, in any year", async () => {
  const page = await open(browser);
  await page.getByTestId("example").selectOption("together");
  await openChart(page, "steps");
  await page.getByTestId("chart-table").click();
  const number = (text) => Number(text.replaceAll(",", "").replace("−", "-"));
  for (const step of [0, 7]) {
    await page.getByTestId("chart-year").selectOption({ index: step });
    const sums = (await cells(page)).map((row) => number(row.at(-1)));
    const scenario = sums.pop();
    const reached = sums.reduce((sum, amount) => sum + amount, 0);
    assert.ok(Math.abs(reached - scenario) < 0.001, `${reached} is not ${scenario}`);
  }
});

test("charts follow a lever", async () => {
  const page = await open(browser);
  await openChart(page, "shares");
  const drawn = () => page.locator(".canvas-shares .canvas svg").innerHTML();
  const before = await drawn();
  const shown = await headline(page);
  await type(page, "jobs.outward", "100000");
  await headlineAfter(page, shown);
  await page.waitForFunction((before) => document.querySelector(".canvas-shares .canvas svg").innerHTML !== before, before);
});

test("shares of components add up to the whole", async () => {
  const page = await open(browser);
  await openChart(page, "shares");
  await page.getByTestId("chart-in-share").click();
  await page.getByTestId("chart-table").click();
  for (const [, ...shares] of await cells(page)) {
    const plan = shares.slice(0, 4).map(Number).reduce((sum, share) => sum + share, 0);
    assert.ok(Math.abs(plan - 100) <= 0.02, `${plan} is not 100`);
  }
});

test("flows that fall are said in words and stand in the table", async () => {
  const page = await open(browser);
  await type(page, "coverage", "70");
  await openChart(page, "flows");
  await page.getByText("图中未画").waitFor();
  await page.getByTestId("chart-table").click();
  const undrawn = (await cells(page)).filter((row) => row.at(-1) === "未画");
  assert.ok(undrawn.some((row) => row[0].includes("产业帮扶覆盖")));
});

test("no month is invented: without one both ends are shown, with one the lever can be set", async () => {
  const page = await open(browser);
  await openChart(page, "progress");
  const said = page.getByTestId("progress-said");
  assert.match(await said.innerText(), /60\.84%/);
  assert.match(await said.innerText(), /100\.00%/);
  assert.equal(await page.getByTestId("progress-use").count(), 0);
  await page.getByTestId("progress-month").selectOption({ index: 8 });
  assert.match(await said.innerText(), /91\.25%/);
  await field(page, "progress-target").fill("2000");
  await field(page, "progress-target").press("Enter");
  await page.getByRole("alert").filter({ hasText: "100%" }).waitFor();
  const before = await headline(page);
  await page.getByTestId("progress-use").click();
  await headlineAfter(page, before);
  assert.equal(await field(page, "execution").inputValue(), "91.25");
});

test("10,000 yuan more of social help bring 9,000 in the year", async () => {
  const page = await open(browser);
  await openChart(page, "marginal");
  await page.getByTestId("chart-table").click();
  const rows = await cells(page);
  assert.equal(rows.length, 32);
  const social = rows.find(([name, year]) => name.startsWith("社会帮扶") && year === "2023");
  // Income, market income and public work of the year's own effect, then the same in all.
  assert.deepEqual(social.slice(-6, -3), ["+9,000.00", "0.00", "0.00"]);
});

test("a chart is saved as table and as picture", async () => {
  const page = await open(browser);
  for (const name of ["paths", "flows"]) {
    await openChart(page, name);
    const csv = await download(page, "chart-csv");
    assert.match(csv.name, /\.csv$/);
    const text = csv.bytes.toString("utf8");
    assert.equal(text.charCodeAt(0), 0xfeff);
    assert.ok(text.endsWith("\r\n"));
    const svg = (await download(page, "chart-svg")).bytes.toString("utf8");
    assert.match(svg, /^<svg[^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assert.match(svg, /<title>[^<]+<\/title><desc>[^<]+<\/desc>/);
    // It says by itself of what it is and what must be known to read it.
    for (const said of ["河北省张家口市 · 计划原样", "年公布数据", name === "paths" ? "（口径不同）" : "单位在项目类别处改变"]) {
      assert.ok(svg.includes(said), `${name}: ${said}`);
      assert.ok(text.includes(said), `${name}: ${said}`);
    }
    // A page without the policy of this one, which would refuse the picture's own styles.
    const blank = await page.context().newPage();
    const parsed = await blank.evaluate((svg) => new DOMParser().parseFromString(svg, "image/svg+xml").querySelector("parsererror")?.textContent, svg);
    assert.equal(parsed, undefined);
    const png = (await download(page, "chart-png")).bytes;
    assert.deepEqual([...png.subarray(1, 4)], [...Buffer.from("PNG")]);
    assert.equal(png.readUInt32BE(16), 2560);
  }
  assert.deepEqual(page.errors, []);
});

test("the large view fills the screen and closes", async () => {
  const page = await open(browser);
  for (const name of ["shares", "flows"]) {
    await openChart(page, name);
    await page.getByTestId("chart-large").click();
    const dialog = page.getByRole("dialog");
    await dialog.locator(".canvas-large svg path").first().waitFor({ state: "attached" });
    await dialog.getByText("河北省张家口市 · 计划原样").waitFor();
    const box = await dialog.boundingBox();
    assert.ok(box.width > 1350 && box.height > 800, `${box.width} by ${box.height}`);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    assert.equal(await page.getByTestId("chart-failed").count(), 0);
  }
  assert.deepEqual(page.errors, []);
});

test("what the pointer is told is text alone", async () => {
  const page = await open(browser);
  for (const name of ["paths", "steps", "shares", "progress"]) {
    await openChart(page, name);
    const box = await page.locator(`.canvas-${name} .canvas`).boundingBox();
    await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.55);
    await page.mouse.move(box.x + box.width * 0.61, box.y + box.height * 0.56);
    await page.locator(`.canvas-${name} .chart-tip-content`).filter({ hasText: /\d/ }).waitFor();
  }
  assert.deepEqual(page.errors, []);
});

test("charts that can't be loaded leave the tables and say so", async () => {
  const context = await browser.newContext({ locale: "zh-CN" });
  const page = await context.newPage();
  await page.route(/charts[^/]*\.js$/, (route) => route.abort());
  await page.goto(url);
  await numbers(page);
  for (const name of TABS) {
    await page.getByTestId(`chart-tab-${name}`).click();
    await page.getByTestId("chart-failed").waitFor();
    assert.ok((await cells(page)).length > 3, `${name} has no table`);
  }
  const shown = await headline(page);
  await slider(page, "coverage").press("ArrowRight");
  await headlineAfter(page, shown);
});
