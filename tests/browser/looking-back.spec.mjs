// The page that looks back: opened, read, joined by one’s own figures, on a phone and on paper.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, open } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

test("the headline's line leads to the rules, and Escape back to it", async () => {
  const page = await open(browser, { locale: "en-US" });
  const link = page.getByTestId("result-looking-back");
  await link.focus();
  await page.keyboard.press("Enter");
  await page.locator("#back-title:focus").waitFor();
  assert.equal(await page.title(), await page.locator("#back-title").innerText());
  assert.ok(await page.locator(".back-desk").getByText("it is no forecast").isVisible());
  // The lifted counties' growth alone leads the nation's lifted population 4.48 and 5.89 % too low.
  const follows = page.locator('.back-trial[data-rule="follows"]').first();
  assert.match(await follows.innerText(), /2 tries: 2 too low, 0 too high/);
  const shown = await follows.getByTestId("looking-back-next").locator("tbody tr").allInnerTexts();
  assert.deepEqual(shown.map((row) => row.split("\t").at(-1)), ["-4.48%", "-5.89%"]);
  await page.keyboard.press("Escape");
  await page.locator("#back-title").waitFor({ state: "detached" });
  await page.locator('[data-testid="result-looking-back"]:focus').waitFor();
  assert.deepEqual(page.errors, []);
});

test("a figure of one's own joins once its source is given", async () => {
  const page = await open(browser, { fragment: "#v=3&region=zhangjiakou-2021&growth_known.2022=0.12", locale: "zh-CN" });
  await page.getByTestId("foot-looking-back").click();
  const own = page.locator(".back-trial", { hasText: "本地脱贫人口" });
  await page.locator("#back-title").waitFor();
  assert.equal(await own.count(), 0);
  await page.getByTestId("back-sources").click();
  const source = page.locator('[data-own-source="growth_known.2022"]');
  await source.fill("市统计局年报");
  await source.press("Enter");
  await page.getByTestId("sources-close").click();
  await page.getByTestId("foot-looking-back").click();
  await own.first().waitFor();
  assert.match(await own.last().innerText(), /只有一次可比：2022/);
  assert.deepEqual(page.errors, []);
});

test("a phone shows all of it without scrolling sideways, and paper without its buttons", async () => {
  for (const locale of ["zh-CN", "en-US"]) {
    const page = await open(browser, { locale, viewport: { width: 390, height: 844 } });
    await page.getByTestId("result-looking-back").click();
    await page.locator("#back-title").waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0, locale);
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.getByTestId("back-close").isVisible(), false);
    assert.ok(await page.locator(".back-trial").first().isVisible());
    await page.context().close();
  }
});
