// The library of projects: found while typing, chosen, made the scenario's funds, deferred; its figures taken and taken back.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import AxeBuilder from "@axe-core/playwright";

import { headline, launch, numbers, open } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const CITY = "虚构市（示例）";
const part = (page, name) => page.getByTestId(`projects-tab-${name}`).click();
const found = (page, text) => page.getByTestId("projects-found").filter({ hasText: text }).waitFor();

/** The page of projects of the invented city. */
async function projects(page) {
  await page.getByTestId("region").click();
  await page.getByTestId("invented-city").click();
  await page.getByTestId("region").filter({ hasText: CITY }).waitFor({ timeout: 30_000 });
  await numbers(page);
  await page.getByTestId("bureau").click();
  await page.getByTestId("bureau-tab-projects").click();
  await found(page, "2,602");
}

async function axe(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  assert.deepEqual(serious.map(({ id, nodes }) => [id, nodes[0].html]), []);
}

const income = async (page) => (await page.getByTestId("strip-income").innerText()).trim();

test("projects are found while typing, chosen, and become the scenario's funds or slip a year", async () => {
  const page = await open(browser);
  await projects(page);
  const lines = page.locator(".projects-line");
  assert.ok((await lines.count()) < 60, "only the rows in view are in the page");
  await page.getByTestId("projects-search").fill("虚构01县 产业");
  await page.getByTestId("projects-clear").and(page.locator(":enabled")).waitFor();
  await lines.first().filter({ hasText: "虚构01县" }).waitFor();
  await page.getByTestId("projects-sort-planned").click();
  const amounts = await page.locator(".projects-line .of-planned").allInnerTexts();
  const sorted = amounts.map((text) => Number(text.replaceAll(",", "")));
  assert.deepEqual(sorted, [...sorted].sort((one, other) => other - one));

  // By keys alone: the second row is chosen, then all.
  const grid = page.getByTestId("projects-grid");
  await grid.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await page.getByTestId("projects-chosen-sums").filter({ hasText: "已勾选 1 个项目" }).waitFor();
  assert.equal(await lines.nth(1).getAttribute("aria-selected"), "true");
  await axe(page);

  const before = await income(page);
  await page.getByTestId("projects-slip-take").click();
  await page.getByTestId("projects-slip-take").and(page.locator(":disabled")).waitFor();
  const slipped = await income(page);
  assert.notEqual(slipped, before);
  await page.getByTestId("strip-undo").click();
  await page.getByTestId("strip-income").filter({ hasText: before }).waitFor();

  await grid.focus();
  await page.keyboard.press("Control+a");
  await page.getByTestId("projects-matrix-take").click();
  await page.getByTestId("projects-matrix-take").and(page.locator(":disabled")).waitFor();
  await page.getByTestId("strip-undo").click();
  await page.getByTestId("strip-income").filter({ hasText: before }).waitFor();
  assert.deepEqual(page.errors, []);
});

test("figures of the list are taken with their source, stand as taken, and are taken back", async () => {
  const page = await open(browser);
  await projects(page);
  await part(page, "offers");
  const first = page.getByTestId("projects-offer").first();
  await first.getByTestId("projects-offer-effect").filter({ hasText: "→" }).waitFor();
  assert.match(await page.locator(".projects-panel").innerText(), /项目清单（截至 2023-08-31）/);
  await page.getByTestId("projects-take-0").click();
  // The page begins again with the figure, and stands where it stood.
  await first.getByTestId("projects-offer-taken").waitFor({ timeout: 30_000 });
  await page.getByTestId("strip-undo").click();
  await page.getByTestId("projects-take-0").waitFor({ timeout: 30_000 });
  await page.getByTestId("bureau-close").click();
  assert.match(await headline(page), /\d/);
  assert.deepEqual(page.errors, []);
});

test("on a phone every part fits, and edges of sizes are typed", async () => {
  const page = await open(browser, { viewport: { width: 390, height: 844 } });
  await projects(page);
  const fits = async () => assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await fits();
  await axe(page);
  for (const name of ["pace", "offers", "faults", "paper", "money"]) {
    await part(page, name);
    await page.locator(`#projects-panel[aria-labelledby="projects-tab-${name}"] > *`).first().waitFor();
    await fits();
  }
  const last = page.locator("#projects-edge-4");
  await last.fill("2000");
  await last.press("Enter");
  await page.getByTestId("projects-sizes").filter({ hasText: "2,000 及以上" }).waitFor();
  await page.getByTestId("bureau-undo").click();
  await page.getByTestId("projects-sizes").filter({ hasText: "1,000 及以上" }).waitFor();
  await page.getByTestId("projects-day").fill("2023-06-30");
  await page.getByTestId("projects-as-of").filter({ hasText: "2023-06-30" }).waitFor();
  await axe(page);
  assert.deepEqual(page.errors, []);
});
