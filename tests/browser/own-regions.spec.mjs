// Regions of one's own: opened from a file, everything is theirs, work stays with its region, bad files change nothing.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { addressHolds, broken, field, headline, launch, numbers, open, pageRegion, type, watched } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const ID = "own-county-2021";

/** A region's whole file: the page's own under another name, with another value. */
async function ownFile(page, change = () => {}) {
  const region = await pageRegion(page);
  region.id = ID;
  region.name = { "zh-Hans": "青山县", "zh-Hant": "青山縣", en: "Qingshan County" };
  region.parameters["jobs.outward"].value = "100";
  change(region);
  return { name: "青山县.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(region)) };
}

/** Waits until the page stands with the region of that name. */
async function stands(page, name) {
  await page.getByTestId("region").filter({ hasText: name }).waitFor({ timeout: 20_000 });
  await numbers(page);
}

async function openOwn(page, change) {
  const file = await ownFile(page, change);
  await page.getByTestId("region").click();
  await page.getByTestId("open-region").setInputFiles(file);
  await stands(page, "青山县");
}

async function choose(page, name) {
  await page.getByTestId("region").click();
  await page.getByTestId("region-list").getByRole("button", { name, exact: true }).click();
  await stands(page, name);
}

const coverage = (page) => field(page, "coverage").inputValue();
const jobs = (page) => field(page, "jobs.outward").inputValue();

test("a region of one's own takes the place of the example everywhere", async () => {
  const page = await open(browser);
  await openOwn(page);
  assert.equal(await jobs(page), "100");
  assert.match(await page.title(), /^青山县 · /);
  await addressHolds(page, `region=${ID}.`);
  await page.getByTestId("report").click();
  await page.locator("article, main").getByText("青山县").first().waitFor();
  assert.equal(await page.getByText("张家口市脱贫人口").count(), 0);
  await page.keyboard.press("Escape");
  await page.getByTestId("share").click();
  await page.getByTestId("share-own-region").waitFor();
  await page.keyboard.press("Escape");
  await page.getByTestId("region").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByTestId("region-list").getByRole("button", { name: "把“青山县”存为文件" }).click(),
  ]);
  assert.equal(JSON.parse(readFileSync(await download.path(), "utf8")).id, ID);
  assert.deepEqual(page.errors, []);
});

test("an invented city with counties and projects is one press away, and says that it is invented", async () => {
  const page = await open(browser);
  await page.getByTestId("region").click();
  await page.getByTestId("invented-city").click();
  await stands(page, "虚构市（示例）");
  await page.getByTestId("region").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByTestId("region-list").getByRole("button", { name: "把“虚构市（示例）”存为文件" }).click(),
  ]);
  const city = JSON.parse(readFileSync(await download.path(), "utf8"));
  assert.equal(city.projects.rows.length, 2602);
  assert.equal(city.counties.rows.length, 16);
  const county = city.counties.columns.indexOf("name");
  assert.ok(city.counties.rows.every((row) => row[county].startsWith("虚构")));
  assert.deepEqual(page.errors, []);
});

test("each region's work waits for it", async () => {
  const page = await open(browser);
  await type(page, "coverage", "88");
  await addressHolds(page, "coverage=0.88");
  const example = await headline(page);
  await openOwn(page);
  assert.equal(await jobs(page), "100");
  await type(page, "coverage", "75");
  // At once, before the page has come to rest.
  await choose(page, "河北省张家口市");
  assert.equal(await coverage(page), "88");
  assert.equal(await headline(page), example);
  await choose(page, "青山县");
  assert.equal(await coverage(page), "75");
  // Back leads to the other region, and it is that region's page.
  await page.evaluate(() => history.back());
  await stands(page, "河北省张家口市");
  assert.equal(await coverage(page), "88");
  // The other region's work is listed, and opening it goes there.
  await page.getByTestId("library").click();
  await page.getByTestId("kept-elsewhere").getByText("青山县").first().waitFor();
  await page.getByTestId("kept-elsewhere").locator("button.kept-name").first().click();
  await stands(page, "青山县");
  assert.equal(await coverage(page), "75");
  assert.deepEqual(page.errors, []);
});

test("a new visit begins with the region chosen last, and shows no number of another", async () => {
  const page = await open(browser);
  await openOwn(page);
  const later = await watched(page.context());
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await later.route(/app_bg.*\.wasm$/, async (route) => { await held; await route.continue(); });
  await later.goto(page.url().split("#")[0]);
  await later.waitForRequest(/app_bg.*\.wasm$/).catch(() => {});
  await later.waitForTimeout(1_500);
  assert.equal(await later.locator("#first-headline").innerText(), "");
  release();
  await stands(later, "青山县");
  assert.equal(await jobs(later), "100");
});

test("planning and the workbook compute with the region on the screen", async () => {
  const page = await open(browser);
  await openOwn(page);
  await type(page, "coverage", "80");
  await page.getByTestId("report").click();
  const [download] = await Promise.all([
    page.waitForEvent("download", { timeout: 60_000 }),
    page.getByTestId("report-excel").click(),
  ]);
  assert.match(download.suggestedFilename(), /\.xlsx$/);
  assert.deepEqual(page.errors, []);
});

test("a bad file is said in the dialog and changes nothing", async () => {
  const page = await open(browser);
  const plan = await headline(page);
  await page.getByTestId("region").click();
  const said = page.getByTestId("regions-said");
  const example = await ownFile(page, (region) => { region.id = "zhangjiakou-2021"; });
  const evil = await ownFile(page, (region) => { region.id = "a&b"; region.name.en = "<img src=x onerror=alert(1)>"; });
  for (const [file, part] of [
    [{ name: "a.json", mimeType: "application/json", buffer: Buffer.from('{"region":') }, "region"],
    [{ name: "b.json", mimeType: "application/json", buffer: Buffer.from("x".repeat(2_000_000)) }, "1024 KB"],
    [example, "本工具自带"],
    [evil, "a&b"],
  ]) {
    await page.getByTestId("open-region").setInputFiles(file);
    await said.filter({ hasText: part }).waitFor();
  }
  assert.equal(await headline(page), plan);
  assert.equal(await page.evaluate(() => Object.keys(localStorage).some((key) => key.startsWith("zengshou/region/"))), false);
});

test("a removed region makes room for the example, and a damaged one is said", async () => {
  const page = await open(browser);
  await openOwn(page);
  const text = await page.evaluate((id) => localStorage.getItem(`zengshou/region/${id}`), ID);
  await page.evaluate(([id, text]) => localStorage.setItem(`zengshou/region/${id}`, text.slice(0, 900)), [ID, text]);
  await page.reload();
  await stands(page, "河北省张家口市");
  await page.getByTestId("refused").first().waitFor();
  await page.evaluate(([id, text]) => localStorage.setItem(`zengshou/region/${id}`, text), [ID, text]);
  await choose(page, "青山县");
  await page.getByTestId("region").click();
  await page.getByTestId("region-list").getByRole("button", { name: "删除“青山县”" }).click();
  await page.getByRole("button", { name: "确认删除" }).click();
  await stands(page, "河北省张家口市");
  assert.equal(await page.evaluate((id) => localStorage.getItem(`zengshou/region/${id}`), ID), null);
});

for (const [locale, colorScheme, viewport] of [
  ["zh-CN", "light", { width: 1366, height: 768 }],
  ["en-US", "dark", { width: 390, height: 844 }],
]) {
  test(`the regions are for everyone: ${locale}, ${viewport.width} pixels`, async () => {
    const page = await open(browser, { locale, colorScheme, viewport });
    const file = await ownFile(page);
    // By keys alone.
    await page.getByTestId("region").focus();
    await page.keyboard.press("Enter");
    await page.getByTestId("open-region").setInputFiles(file);
    await stands(page, locale === "zh-CN" ? "青山县" : "Qingshan County");
    await page.getByTestId("region").click();
    await page.getByTestId("region-list").waitFor();
    await page.getByTestId("open-region").setInputFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from("no") });
    await page.getByTestId("regions-said").filter({ hasText: "JSON" }).waitFor();
    const violations = await broken(page);
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-testid")), "region");
  });
}
