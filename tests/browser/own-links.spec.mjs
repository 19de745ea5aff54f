// A region of one's own in a link and in a scenario file, and corrections of a region's figures.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import AxeBuilder from "@axe-core/playwright";

import { addressHolds, field, headline, launch, numbers, open, type, watched } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const GOLDEN = JSON.parse(readFileSync(`${process.env.ZENGSHOU_ROOT}/tests/links/own-region.json`, "utf8"));
const LINK = GOLDEN.link.replace(/^#/, "");

/** Waits until the page stands with the region of that name. */
async function stands(page, name) {
  await page.getByTestId("region").filter({ hasText: name }).waitFor({ timeout: 20_000 });
  await numbers(page);
}

test("a link carries its region to whoever opens it", async () => {
  const page = await watched(await browser.newContext({ locale: "zh-CN" }));
  await page.goto(`${process.env.ZENGSHOU_URL}#${LINK}`);
  await stands(page, "蔚县");
  assert.equal(await headline(page), "18,671.64");
  assert.equal(await field(page, "coverage").inputValue(), "95");
  // Nothing of the example's place is on the screen.
  assert.doesNotMatch(await page.locator("body").innerText(), /张家口/);
  await page.getByTestId("share").click();
  await page.getByTestId("share-own-region").filter({ hasText: "对方打开就能用" }).waitFor();
  const address = await page.getByTestId("share-address").inputValue();
  assert.ok(address.includes("v=6&") && address.length < 800, address);
  await page.locator("svg.qr").waitFor();
  // A code of version 25 has 117 modules along a side, and its margin of four.
  const [, , side] = (await page.locator("svg.qr").getAttribute("viewBox")).split(" ").map(Number);
  assert.ok(side <= 117 + 8, `${side} modules`);
  await page.keyboard.press("Escape");
  // Work goes on in it, and another visit from the address shows the same.
  await type(page, "coverage", "96");
  await addressHolds(page, "co=0.96");
  const [shown, link] = [await headline(page), page.url()];
  const other = await watched(await browser.newContext({ locale: "zh-CN" }));
  await other.goto(link);
  await stands(other, "蔚县");
  assert.equal(await headline(other), shown);
  assert.deepEqual([...page.errors, ...other.errors], []);
});

test("a link that was changed on its way says so and shows no other region's numbers as its own", async () => {
  const page = await watched(await browser.newContext({ locale: "zh-CN" }));
  await page.goto(`${process.env.ZENGSHOU_URL}#${LINK.replace("~po_42000", "~po_43000")}`);
  await stands(page, "张家口");
  await page.getByText("链接没有采用").waitFor();
  await page.getByText("链接不完整或被改动过").waitFor();
  assert.equal(await headline(page), "13,892.27");
});

test("a scenario file holds the region, and opens where nobody knows it", async () => {
  const page = await watched(await browser.newContext({ locale: "zh-CN" }));
  await page.goto(`${process.env.ZENGSHOU_URL}#${LINK}`);
  await stands(page, "蔚县");
  await page.getByTestId("library").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByTestId("save-file").click(),
  ]);
  const file = readFileSync(await download.path());
  assert.equal(JSON.parse(file).own_region["zengshou-region"], 1);
  const other = await open(browser);
  await other.getByTestId("library").click();
  await other.getByTestId("open-file").setInputFiles({
    name: "蔚县.json", mimeType: "application/json", buffer: file,
  });
  await stands(other, "蔚县");
  assert.equal(await headline(other), "18,671.64");
  assert.deepEqual([...page.errors, ...other.errors], []);
});

test("own values become the region's, and the step can be taken back and done again", async () => {
  const page = await open(browser);
  await type(page, "coverage", "85");
  await page.getByTestId("sources").click();
  const execution = page.getByTestId("source-execution").locator("input").first();
  await execution.fill("90");
  await execution.press("Enter");
  await page.getByTestId("sources-correct").click();
  const row = page.getByTestId("correct-execution");
  await row.waitFor();
  // A lever of the scenario that the plan keeps from the base year is no figure of its own.
  assert.equal(await page.getByTestId("correct-coverage").count(), 0);
  await row.locator("input[type=checkbox]").check();
  await row.locator("select").selectOption("source");
  await row.locator("input[type=text]").fill("市财政局 2023 年决算");
  const axe = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(axe.violations.map((it) => it.id), []);
  const before = await headline(page);
  assert.equal(before, "13,845.12");
  await page.getByTestId("correct-confirm").click();
  await page.waitForURL(/o\.years=2021_2023_2030/);
  await stands(page, "张家口");
  // What the plan has too is no effect of the scenario: the coverage alone is left of it.
  assert.equal(await headline(page), "13,878.46");
  assert.equal(await field(page, "coverage").inputValue(), "85");
  await page.getByTestId("sources").click();
  const status = page.getByTestId("source-execution");
  await status.getByText("市财政局 2023 年决算").waitFor();
  assert.match(await status.innerText(), /公布/);
  await page.getByTestId("last-correction").getByText("第 2 版").waitFor();
  // Taken back and done again like every other step, across the new starts of the page.
  await page.getByTestId("sources-close").click();
  const [undo, redo] = [page.getByTestId("undo"), page.getByTestId("redo")];
  assert.equal(await undo.getAttribute("title"), "撤销：更正地区数据（1 项）");
  assert.ok(await redo.isDisabled());
  await type(page, "coverage", "86");
  assert.equal(await undo.getAttribute("title"), "撤销（Ctrl+Z）");
  await page.keyboard.press("Control+z");
  await page.waitForFunction(() => document.querySelector('[data-testid="undo"]').title.includes("更正"));
  assert.equal(await field(page, "coverage").inputValue(), "85");
  await page.keyboard.press("Control+z");
  await page.waitForURL(/region=zhangjiakou-2021\.2/);
  await stands(page, "张家口");
  assert.equal(await headline(page), before);
  assert.equal(await undo.getAttribute("title"), "撤销（Ctrl+Z）");
  assert.equal(await redo.getAttribute("aria-label"), "重做：更正地区数据（1 项）");
  await page.getByTestId("sources").click();
  assert.equal(await page.getByTestId("source-execution").getByText("市财政局").count(), 0);
  assert.equal(await page.getByTestId("last-correction").count(), 0);
  await page.locator(".sources-page").getByTestId("redo").click();
  await page.waitForURL(/o\.years=2021_2023_2030/);
  await stands(page, "张家口");
  assert.equal(await headline(page), "13,878.46");
  // A second correction is a second step, and jobs of the plan can be corrected too.
  await type(page, "jobs.outward", "5000");
  await page.getByTestId("sources").click();
  await page.getByTestId("sources-correct").click();
  const jobs = page.getByTestId("correct-jobs.outward");
  assert.ok(!await jobs.locator("input[type=checkbox]").isChecked(), "a lever may be a wish");
  await jobs.locator("input[type=checkbox]").check();
  await page.getByTestId("correct-confirm").click();
  await page.waitForURL(/region=[^&]*\.3/);
  await stands(page, "张家口");
  assert.equal(await headline(page), "13,878.46");
  assert.equal(await field(page, "jobs.outward").inputValue(), "5,000");
  await undo.click();
  await page.waitForURL(/region=[^&]*\.2&/);
  await stands(page, "张家口");
  await page.keyboard.press("Control+z");
  await page.waitForURL(/region=zhangjiakou-2021\.2/);
  await stands(page, "张家口");
  assert.equal(await headline(page), before);
  // A new step takes the place of what was taken back: nothing leads past it.
  assert.ok(await redo.isEnabled());
  await type(page, "coverage", "88");
  await page.waitForFunction(() => document.querySelector('[data-testid="redo"]').disabled);
  await page.keyboard.press("Control+y");
  assert.equal(await field(page, "coverage").inputValue(), "88");
  assert.match(page.url(), /region=zhangjiakou-2021\.2/);
  // Where it is undone itself, the one to do again is that step.
  await page.keyboard.press("Control+z");
  await page.waitForFunction(() => document.querySelector('[data-testid="redo"]').title === "重做（Ctrl+Y）");
  assert.equal(await field(page, "coverage").inputValue(), "85");
  assert.deepEqual(page.errors, []);
});
