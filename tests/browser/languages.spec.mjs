// For everyone: phone size, every language, no violation of accessibility rules, no untranslated
// word, nothing wider than the screen.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { broken, headline, headlineAfter, launch, numbers, open, slider, type } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const SIZES = { wide: { width: 1440, height: 900 }, office: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } };
const LANGUAGES = { "zh-Hans": "zh-CN", "zh-Hant": "zh-TW", en: "en-US" };

async function violations(page) {
  const violations = await broken(page);
  return violations.map((violation) => `${violation.id}: ${violation.nodes.slice(0, 3).map((node) => node.html).join(" | ")}`);
}

for (const [tag, locale] of Object.entries(LANGUAGES)) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    test(`no violation and nothing cut off: ${tag}, ${size}`, async () => {
      const page = await open(browser, { locale, viewport });
      assert.equal(await page.getAttribute("html", "lang"), tag);
      await page.getByTestId("example").selectOption("together");
      await page.waitForTimeout(1200);
      if (size === "phone") await page.getByTestId("sheet").click();
      assert.deepEqual(await violations(page), []);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${wide} pixels too wide`);
      assert.deepEqual(page.errors, []);
    });
  }
}

// With assumptions of one's own the tables have a column more.
for (const fragment of ["#v=1&region=zhangjiakou-2021&coverage=0.85&jobs.outward=10000", "#v=1&region=zhangjiakou-2021&coverage=0.85&asset_return=0.12"]) {
  test(`on a wide screen every table of the results has its room: ${fragment}`, async () => {
    for (const locale of ["zh-CN", "zh-TW", "en-US"]) {
      const page = await open(browser, { fragment, locale });
      // What is not seen is laid out only when it comes into sight.
      const sideways = await page.evaluate(async () => {
        const found = [];
        for (const table of document.querySelectorAll(".results .scroller")) {
          table.scrollIntoView();
          await new Promise((seen) => setTimeout(seen, 100));
          if (table.scrollWidth > table.clientWidth) found.push(`${table.getAttribute("aria-label")}: ${table.scrollWidth} in ${table.clientWidth}`);
        }
        return found;
      });
      assert.deepEqual(sideways, [], locale);
      await page.context().close();
    }
  });
}

test("no violation in dialogs, assumptions, refusals and in the dark", async () => {
  const page = await open(browser, { colorScheme: "dark" });
  await type(page, "coverage", "abc");
  assert.deepEqual(await violations(page), []);
  await page.getByTestId("share").click();
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press("Escape");
  await page.getByTestId("library").click();
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press("Escape");
  await page.locator('[data-testid="panel-assumptions"]').click();
  await page.waitForTimeout(300);
  assert.deepEqual(await violations(page), []);
});

test("no Chinese character is left in English but names of terms and the language's own", async () => {
  const page = await open(browser, { locale: "en-US" });
  await page.getByTestId("example").selectOption("together");
  await page.waitForTimeout(800);
  const lines = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (element.closest("#crash, noscript, option[lang], [hidden], svg")) continue;
      const text = walker.currentNode.textContent.trim();
      if (/^[\u4e00-\u9fff，。：；]+$/u.test(text)) found.push(text);
    }
    return found;
  });
  assert.deepEqual(lines, []);
});

test("on a phone results come first and the levers are in a sheet", async () => {
  const page = await open(browser, { viewport: SIZES.phone });
  const box = await page.getByTestId("headline").boundingBox();
  assert.ok(box.y < 400, `the headline is at ${box.y}`);
  assert.equal(await slider(page, "coverage").isVisible(), false);
  const before = await headline(page);
  await page.getByTestId("sheet").click();
  await slider(page, "coverage").press("ArrowRight");
  const moved = await headlineAfter(page, before);
  // The answer stays in sight above the levers.
  const answer = page.getByTestId("sheet-headline");
  assert.ok(await answer.isVisible());
  assert.ok((await answer.innerText()).includes(moved));
  await page.getByTestId("sheet").click();
  assert.equal(await slider(page, "coverage").isVisible(), false);
  await page.getByTestId("sheet").click();
  await slider(page, "coverage").press("Escape");
  await page.waitForFunction(() => document.querySelector('[data-testid="sheet"]').getAttribute("aria-expanded") === "false");
});

test("on a phone the components' last column is read whole", async () => {
  for (const locale of Object.values(LANGUAGES)) {
    const fragment = "#v=1&region=zhangjiakou-2021&coverage=0.85&jobs.outward=10000";
    const page = await open(browser, { locale, viewport: SIZES.phone, fragment });
    const cut = await page.locator(".components-table").evaluate(async (table) => {
      table.scrollIntoView();
      await new Promise((seen) => setTimeout(seen, 300));
      const edge = table.parentElement.getBoundingClientRect().right;
      const last = [...table.querySelectorAll("tr > :last-child")];
      // What is pressed reaches over its cell by design; it may not reach over the table's box.
      return last.filter((cell) => {
        const content = document.createRange();
        content.selectNodeContents(cell);
        return Math.max(cell.getBoundingClientRect().right, content.getBoundingClientRect().right) > edge + 0.5;
      }).map((cell) => cell.innerText);
    });
    assert.deepEqual(cut, [], locale);
    await page.context().close();
  }
});

test("the language is chosen by the browser, switched by hand and kept", async () => {
  const page = await open(browser, { locale: "en-GB" });
  assert.equal(await page.getByTestId("language").inputValue(), "en");
  await page.getByTestId("language").selectOption("zh-Hans");
  await page.waitForFunction(() => document.documentElement.lang === "zh-Hans");
  await page.reload();
  await numbers(page);
  assert.equal(await page.getByTestId("language").inputValue(), "zh-Hans");
});
