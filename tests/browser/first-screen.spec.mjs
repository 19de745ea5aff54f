// The first screen of an office: the tool's purpose is seen without scrolling, whatever the numbers; a first visit
// shows once how to begin; groups of levers are a press away.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { broken, field, headline, headlineAfter, headlineIs, launch, numbers, open, slider, type } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const LANGUAGES = { "zh-Hans": "zh-CN", "zh-Hant": "zh-TW", en: "en-US" };
const OFFICE = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };
const PLAN = "13,892.27";
/** Parts that have to be seen at once. */
const FIRST = {
  headline: ".results .headline",
  gaps: ".results .gaps table",
  "the last gap's plot": ".results .gaps tbody tr:last-child .gap-plot",
  chart: ".results .chart .canvas-frame",
  matrix: ".matrix table",
  "name of coverage": "#name-coverage",
  "slider of coverage": "#control-coverage",
};
/** Incomes and funds as nobody has them: what they do to the page matters, not that they make sense. */
const EXTREME = "#v=1&region=zhangjiakou-2021&jobs.outward=100000&pay.outward=999999&funds.central.industry=999999999999&funds.county.other=999999999999&execution=1&coverage=0.98";

/** The boxes of these, in the page's pixels. */
function boxes(page, selectors) {
  return page.evaluate((selectors) => Object.fromEntries(Object.entries(selectors).map(([name, selector]) => {
    const box = document.querySelector(selector)?.getBoundingClientRect();
    return [name, box && { left: box.left, top: box.top, right: box.right, bottom: box.bottom, area: box.width * box.height }];
  })), selectors);
}

async function violations(page) {
  const violations = await broken(page);
  return violations.map((violation) => `${violation.id}: ${violation.nodes.slice(0, 3).map((node) => node.html).join(" | ")}`);
}

for (const [tag, locale] of Object.entries(LANGUAGES)) {
  test(`an office screen shows it all without scrolling: ${tag}`, async () => {
    const page = await open(browser, { locale, viewport: OFFICE });
    await page.locator("#results-charts svg text").first().waitFor();
    for (const example of ["plan", "together"]) {
      if (example !== "plan") await page.getByTestId("example").selectOption(example);
      await page.waitForTimeout(600);
      for (const [name, box] of Object.entries(await boxes(page, FIRST))) {
        assert.ok(box && box.area > 0, `${name} is there`);
        const inside = box.left >= 0 && box.top >= 0 && box.right <= OFFICE.width && box.bottom <= OFFICE.height;
        assert.ok(inside, `${example}: ${name}: ${JSON.stringify(box)}`);
      }
    }
    assert.deepEqual(page.errors, []);
  });

  test(`numbers as nobody has them keep to their places: ${tag}`, async () => {
    for (const viewport of [OFFICE, PHONE]) {
      const page = await open(browser, { locale, viewport, fragment: EXTREME });
      const over = await page.evaluate(() => {
        const found = [];
        // What is written in a box stays within it.
        for (const strong of document.querySelectorAll(".headline .boxed strong, .headline .ledger dd")) {
          const within = strong.closest(".headline-main, .chain, .gains").getBoundingClientRect();
          if (strong.getBoundingClientRect().right > within.right + 1) found.push(`${strong.textContent} leaves its column`);
        }
        for (const row of document.querySelectorAll(".headline .ledger > div")) {
          const [name, number] = [...row.children].map((child) => child.getBoundingClientRect());
          if (name.right > number.left + 1 && name.bottom > number.top + 1) found.push(`${row.textContent} overlaps`);
        }
        for (const row of document.querySelectorAll(".gaps tbody tr")) {
          if (row.scrollWidth > row.clientWidth + 1) found.push(`${row.textContent} is wider than its line`);
        }
        return found;
      });
      assert.deepEqual(over, []);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(sideways <= 0, `${sideways} pixels too wide`);
      if (viewport === PHONE) await page.getByTestId("sheet").click();
      const cut = await page.locator(".matrix input.field").evaluateAll((fields) => fields
        .filter((field) => field.scrollWidth > field.clientWidth)
        .map((field) => `${field.dataset.input}: ${field.value}`));
      assert.deepEqual(cut, [], `${viewport.width}`);
      await page.context().close();
    }
  });

  test(`nothing is wider than a phone: ${tag}`, async () => {
    const page = await open(browser, { locale, viewport: PHONE });
    for (const example of ["plan", "together"]) {
      await page.getByTestId("example").selectOption(example);
      await page.waitForTimeout(400);
      const wide = await page.evaluate(() => [...document.querySelectorAll(".results .card")].filter((card) => card.scrollWidth > card.clientWidth + 1).map((card) => `${card.className}: ${card.scrollWidth} in ${card.clientWidth}`));
      assert.deepEqual(wide, [], example);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
    }
  });
}

test("a first visit is told how to begin, till a lever was moved", async () => {
  const page = await open(browser, { viewport: OFFICE });
  const welcome = page.getByTestId("welcome");
  await welcome.waitFor();
  assert.deepEqual(await violations(page), []);
  const before = await boxes(page, FIRST);
  // It comes back as long as nothing was moved.
  await page.reload();
  await numbers(page);
  await welcome.waitFor();
  await page.getByTestId("welcome-coverage").click();
  await page.waitForFunction(() => document.activeElement?.id === "control-coverage");
  await page.keyboard.press("ArrowRight");
  await headlineAfter(page, PLAN);
  await welcome.waitFor({ state: "detached" });
  // Nothing moved when it went.
  assert.deepEqual(Object.values(await boxes(page, FIRST)).map((box) => box.top), Object.values(before).map((box) => box.top));
  await page.getByTestId("undo").click();
  await headlineIs(page, PLAN);
  assert.equal(await welcome.count(), 0);
  await page.waitForTimeout(500);
  await page.reload();
  await numbers(page);
  assert.equal(await headline(page), PLAN);
  assert.equal(await welcome.count(), 0, "it does not come again");
  assert.deepEqual(page.errors, []);
});

test("an example and the sources are a press away from the first visit; a link is none", async () => {
  const page = await open(browser);
  await page.getByTestId("welcome-example").click();
  await headlineIs(page, "14,030.30");
  assert.equal(await page.getByTestId("welcome").count(), 0);
  const other = await open(browser);
  await other.getByTestId("welcome-sources").click();
  await other.getByTestId("sources-close").click();
  await other.getByTestId("welcome").waitFor();
  const linked = await open(browser, { fragment: "#v=1&region=zhangjiakou-2021&coverage=0.85" });
  assert.equal(await linked.getByTestId("welcome").count(), 0);
});

test("where nothing may be kept, a first visit is told how to begin all the same", async () => {
  const blocked = () => {
    const refuse = { get() { throw new DOMException("blocked", "SecurityError"); } };
    Object.defineProperty(window, "localStorage", refuse);
    Object.defineProperty(window, "sessionStorage", refuse);
  };
  const page = await open(browser, { before: blocked });
  await page.getByTestId("welcome").waitFor();
  await type(page, "coverage", "85");
  await headlineAfter(page, PLAN);
  await page.getByTestId("undo").click();
  await headlineIs(page, PLAN);
  assert.equal(await page.getByTestId("welcome").count(), 0);
});

test("groups of levers are a press away, by key as well, and say what was changed", async () => {
  const page = await open(browser, { viewport: OFFICE });
  const focused = (selector) => page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, selector);
  let presses = 0;
  while (!(await focused('[data-testid="jump-coverage"]')) && presses < 40) {
    await page.keyboard.press("Tab");
    presses += 1;
  }
  assert.ok(presses < 25, `${presses} presses of Tab`);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.id === "control-coverage");
  await page.keyboard.press("ArrowRight");
  await headlineAfter(page, PLAN);
  await page.locator('[data-testid="jump-coverage"] .count').filter({ hasText: "1" }).waitFor();
  for (const group of ["spending", "operation", "employment", "relocation", "social", "funds"]) {
    await page.getByTestId(`jump-${group}`).click();
    const head = await page.locator(`#group-${group}`).boundingBox();
    const list = await page.locator(".jump").boundingBox();
    assert.ok(head.y >= list.y + list.height - 1 && head.y < OFFICE.height - 40, `${group} is in sight: ${head.y}`);
    assert.ok(await page.evaluate((group) => document.getElementById(`group-${group}`).closest(".group").contains(document.activeElement), group), group);
  }
  // On a phone the list leads within the sheet.
  const phone = await open(browser, { viewport: PHONE });
  await phone.getByTestId("welcome-coverage").click();
  await phone.waitForFunction(() => document.activeElement?.id === "control-coverage");
  assert.ok(await slider(phone, "coverage").isVisible());
  await phone.getByTestId("jump-social").click();
  const head = await phone.locator("#group-social").boundingBox();
  assert.ok(head.y > 0 && head.y < PHONE.height, `${head.y}`);
});

test("a lock is seen in its cell where it holds or can be set, and takes no line of its own", async () => {
  const page = await open(browser, { viewport: OFFICE });
  const seen = () => page.locator(".lock").evaluateAll((locks) => locks.filter((lock) => getComputedStyle(lock).visibility === "visible").map((lock) => lock.dataset.lock));
  await page.mouse.move(900, 300);
  assert.deepEqual(await seen(), ["funds.central.industry"], "that of the cell in hand");
  await field(page, "total").hover();
  await page.locator('[data-lock="total"]').click();
  await page.mouse.move(900, 300);
  await field(page, "row.city").focus();
  assert.deepEqual((await seen()).sort(), ["row.city", "total"]);
  const [cell, input] = [await page.locator(".cell", { has: field(page, "total") }).boundingBox(), await field(page, "total").boundingBox()];
  assert.ok(cell.height - input.height < 6, `${cell.height}, ${input.height}`);
});

test("no page writes a switch as a number, a key within a sentence or ranges in two ways", async () => {
  for (const [locale, switched] of [["zh-CN", "否—是"], ["en-US", "no–yes"]]) {
    const page = await open(browser, { locale });
    await page.getByTestId("sources").click();
    await page.getByTestId("sources-close").waitFor();
    const text = await page.evaluate(() => {
      // Keys stand in a column of their own.
      for (const code of document.querySelectorAll("code")) code.remove();
      return document.body.innerText;
    });
    assert.ok(text.includes(switched), `a switch goes from ${switched}`);
    assert.doesNotMatch(text, /0[—–](是|yes)/);
    assert.doesNotMatch(text, /\b(coverage0|funds\.[a-z]+\.[a-z]+)\b/);
    assert.doesNotMatch(text, /[～]|higher-than/i);
    await page.context().close();
  }
});

test("the two tests take a line each, with a mark a year that tells its figure", async () => {
  const page = await open(browser, { locale: "en-US" });
  const card = page.locator(".results .targets");
  assert.equal(await card.locator("tbody tr").count(), 2);
  const heights = await card.locator("tbody tr").evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
  assert.ok(heights.every((height) => height < 34), `${heights}`);
  assert.match(await card.locator("h2").innerText(), /faster-than/);
  const marks = card.locator("tbody tr").first().locator("td");
  assert.equal(await marks.count(), (await card.locator("thead th").count()));
  assert.match(await marks.first().innerText(), /^[✓✗≈]\s*(met|missed|too close to call)\s*[+-]?\d/);
  await marks.first().locator("button").click();
  await page.getByRole("dialog").waitFor();
});
