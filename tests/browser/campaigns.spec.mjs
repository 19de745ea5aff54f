// Guarantees and campaigns: the money that has to come first and where the funds are below it, and the pace that a goal needs.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import AxeBuilder from "@axe-core/playwright";

import { launch, numbers, open } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** The page of counties of the invented city. */
async function bureau() {
  const page = await open(browser);
  await page.getByTestId("region").click();
  await page.getByTestId("invented-city").click();
  await page.getByTestId("region").filter({ hasText: "虚构市" }).waitFor({ timeout: 20_000 });
  await numbers(page);
  await page.getByTestId("bureau").click();
  return page;
}

/** Types into a field that takes over when it is left. */
async function put(page, id, text) {
  await page.getByTestId(id).fill(text);
  await page.getByTestId(id).press("Tab");
}

async function clean(page) {
  const found = await new AxeBuilder({ page }).include(".bureau-page").analyze();
  const grave = found.violations.filter((own) => ["serious", "critical"].includes(own.impact));
  assert.deepEqual(grave.map((own) => `${own.id}: ${own.nodes[0].html}`), []);
}

test("what guarantees need first is a floor of the funds, at the matrix and in the best allocation", async () => {
  const page = await bureau();
  await page.getByTestId("bureau-tab-guarantees").click();
  const totals = page.getByTestId("guarantee-totals");
  await put(page, "guarantee-water-found", "120");
  await put(page, "guarantee-water-solved", "100");
  // The cost is unknown, so the money is: not nothing.
  await totals.getByText("须先安排的资金：未知").waitFor();
  await put(page, "guarantee-water-cost", "3");
  await totals.getByText("须先安排的资金：60 万元").waitFor();
  await page.getByTestId("floor-kept").waitFor();
  await page.getByTestId("guarantee-water-add").selectOption({ index: 1 });
  await put(page, "guarantee-water-1-found", "130");
  await page.getByTestId("guarantee-faults").getByText("合计 130").waitFor();
  await page.getByTestId("bureau-undo").click();
  await page.getByTestId("guarantee-faults").waitFor({ state: "detached" });
  await put(page, "guarantee-housing-found", "多");
  await page.locator("#guarantee-housing-found-fault").waitFor();
  await put(page, "guarantee-housing-found", "900000");
  await put(page, "guarantee-housing-solved", "0");
  await put(page, "guarantee-housing-cost", "3");
  await page.getByTestId("guarantee-housing-from").selectOption("infrastructure");
  await page.getByTestId("floor-cut").first().waitFor();
  await clean(page);
  await page.getByTestId("bureau-close").click();
  await page.getByTestId("floor-cut-infrastructure").waitFor();
  // It is kept with the region and holds after a new start.
  await page.reload();
  await page.getByTestId("floor-cut-infrastructure").waitFor({ timeout: 20_000 });
  await page.getByTestId("planning").click();
  await page.getByTestId("plan-tab-allocation").click();
  await page.getByTestId("alloc-floor").getByText("基础设施不少于").waitFor();
  await page.getByTestId("alloc-run").click();
  await page.getByTestId("alloc-contradiction").getByText("保住“两不愁三保障”").first().waitFor({ timeout: 20_000 });
  assert.deepEqual(page.errors, []);
});

test("a campaign says what is done, what is short and what a day has to bring", async () => {
  const page = await bureau();
  await page.getByTestId("bureau-tab-campaigns").click();
  await page.getByTestId("campaign-add").click();
  await page.getByTestId("campaign-first-1").fill("2026-07-01");
  await page.getByTestId("campaign-last-1").fill("2026-10-08");
  await put(page, "campaign-1-start", "0");
  await put(page, "campaign-1-goal", "3000");
  const enter = async (day, value) => {
    await page.getByTestId("campaign-1-day").fill(day);
    await put(page, "campaign-1-value", value);
    await page.getByTestId("campaign-1-enter").click();
  };
  await enter("2026-07-20", "500");
  await page.getByTestId("campaign-1-pace").getByText("每天 32（剩 80 天）").waitFor();
  await enter("2026-07-21", "400");
  await page.getByTestId("campaign-faults").getByText("400 低于之前的 500").waitFor();
  await page.getByTestId("campaign-last-1").fill("2026-06-01");
  await page.getByTestId("campaign-faults").getByText("早于第一天").waitFor();
  await page.getByTestId("bureau-undo").click();
  await page.getByTestId("campaign-1-pace").waitFor();
  await clean(page);
  await page.setViewportSize({ width: 390, height: 844 });
  // Once the chart has its new size, nothing is wider than the page.
  await page.waitForFunction(() => document.documentElement.scrollWidth <= innerWidth);
  await page.getByTestId("bureau-tab-notice").click();
  await page.getByText("每天 32（剩 80 天）").first().waitFor();
  assert.deepEqual(page.errors, []);
});
