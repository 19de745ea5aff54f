// The report's figures are the screen's charts: the same values, as still pictures, light, within the
// page's policy; where the chart library can't be had, text and tables stand.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { headlineAfter, launch, numbers, open, url } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const PLAN = "13,892.27";
const CHARTS = { steps: "waterfall", paths: "paths", shares: "components", flows: "flows", progress: "progress", marginal: "marginal" };

/** Keeps what the page hands to the chart library: what was drawn on the screen last, and every figure. */
function keeping() {
  const kept = { figures: {} };
  globalThis.kept = kept;
  let library;
  Object.defineProperty(globalThis, "zengshouCharts", {
    get: () => library,
    set: (given) => {
      library = {
        ...given,
        draw: (element, json, isLarge) => {
          kept.screen = JSON.parse(json);
          return given.draw(element, json, isLarge);
        },
        figure: (element, json) => {
          kept.figures[/of-(\w+)/.exec(element.className)[1]] = JSON.parse(json);
          return given.figure(element, json);
        },
      };
    },
  });
}

const drawings = (page) => page.locator(".report-drawing svg");

async function openReport(page) {
  await page.getByTestId("report").click();
  await page.getByTestId("report-table-first").waitFor();
  await page.waitForFunction(() => document.querySelectorAll(".report-drawing svg").length === 6);
}

/** Names and values of the series, without how they look. */
const values = ({ option }) => option.series.map(({ type, name, stack, data, links }) => ({
  type, name, stack,
  data: data.map((item) => (item && typeof item === "object" ? [item.name, item.value, item.text] : item)),
  links: links?.map(({ source, target, value }) => [source, target, value]),
}));

for (const locale of ["zh-CN", "en-US"]) {
  test(`every figure has the values of the screen's chart: ${locale}`, async () => {
    const page = await open(browser, { locale, before: keeping });
    await page.getByTestId("example").selectOption("together");
    await headlineAfter(page, PLAN);
    await openReport(page);
    const figures = await page.evaluate(() => globalThis.kept.figures);
    assert.deepEqual(Object.keys(figures).sort(), Object.values(CHARTS).sort());
    for (const drawing of await page.locator(".report-drawing").all()) {
      const name = await drawing.getAttribute("class");
      assert.equal(await drawing.getAttribute("role"), "img");
      assert.ok((await drawing.getAttribute("aria-label")).length > 20, name);
      // A drawing that is made again for another width is empty for a moment.
      await drawing.locator("svg text").nth(5).waitFor({ state: "attached" });
      await drawing.locator("svg [ecmeta_series_index]").nth(3).waitFor({ state: "attached" });
      assert.equal(await drawing.locator("svg style").count(), 0, name);
    }
    const ids = await drawings(page).locator("[id]").evaluateAll((parts) => parts.map((part) => part.id));
    assert.equal(new Set(ids).size, ids.length);

    await page.getByTestId("report-close").click();
    for (const [tab, name] of Object.entries(CHARTS)) {
      await page.getByTestId(`chart-tab-${tab}`).click();
      await shows(page, (screen) => {
        if (name !== "marginal") return assert.deepEqual(values(figures[name]), screen, name);
        // The report sets the sum of all years below each place's first year.
        const years = values(figures.marginal).map((series) => ({ ...series, data: series.data.filter((_, index) => index % 2 === 0) }));
        for (const series of screen) {
          assert.deepEqual(years.find(({ name }) => name === series.name), series, series.name);
        }
      });
    }
    assert.deepEqual(page.errors, []);
  });
}

/** Waits until the chart on the screen passes: it is drawn again when what it shows has been computed. */
async function shows(page, check) {
  for (const end = Date.now() + 20_000; ; await page.waitForTimeout(50)) {
    try {
      return check(values(await page.evaluate(() => globalThis.kept.screen)));
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

test("figures are light in the dark, fit the paper when printed, and come back", async () => {
  const page = await open(browser, { colorScheme: "dark" });
  await openReport(page);
  const inks = await page.waitForFunction(() => {
    const texts = [...document.querySelectorAll(".report-drawing")].map((place) => [...place.querySelectorAll("svg text")]);
    return texts.every((texts) => texts.length > 0) && [...new Set(texts.flat().map((text) => text.getAttribute("fill")))].sort();
  });
  assert.deepEqual(await inks.jsonValue(), ["#000000", "#333333"]);
  const widths = () => drawings(page).evaluateAll((all) => [...new Set(all.map((svg) => svg.viewBox.baseVal.width))]);
  // Drawn anew when what came later made room for a scroll bar: each has the width of its place.
  const fits = () => page.waitForFunction(() => [...document.querySelectorAll(".report-drawing")].every(
    (place) => place.querySelector("svg")?.viewBox.baseVal.width === place.clientWidth));
  await fits();
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.deepEqual(await widths(), [624]);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await fits();
  assert.deepEqual(page.errors, []);
});

test("on a phone figures have their narrow form, which follows the width", async () => {
  const page = await open(browser, { viewport: { width: 390, height: 844 } });
  await openReport(page);
  const width = () => drawings(page).first().evaluate((svg) => svg.viewBox.baseVal.width);
  assert.ok(await width() < 390);
  await page.setViewportSize({ width: 1000, height: 800 });
  await page.waitForFunction(() => document.querySelector(".report-drawing svg").viewBox.baseVal.width > 560);
  assert.deepEqual(page.errors, []);
});

test("without the chart library the report says so, and its text and tables stand", async () => {
  const context = await browser.newContext({ locale: "zh-CN" });
  const page = await context.newPage();
  await page.route(/charts[^/]*\.js$/, (route) => route.abort());
  await page.goto(url);
  await numbers(page);
  await page.getByTestId("report").click();
  await page.getByTestId("report-figure-failed").nth(5).waitFor();
  assert.equal(await page.locator(".report-drawing:visible").count(), 0);
  assert.equal(await page.locator(".report-paper figcaption").count(), 6);
  assert.ok(await page.getByTestId("report-table-channels").isVisible());
});
