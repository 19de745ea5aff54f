// For everyone: every page and state under the rules of accessibility, the whole job by keys alone,
// magnified, without motion, in colours of the reader's own; Traditional Chinese; a lever's note.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { addressHolds, broken, field, headline, headlineAfter, headlineIs, launch, open, slider, type } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const LANGUAGES = { "zh-Hans": "zh-CN", "zh-Hant": "zh-TW", en: "en-US" };
const PLAN = "13,892.27";
/** A link with a value that is no number: the page reports it. */
const FAULTY = "#v=1&region=zhangjiakou-2021&coverage=abc&execution=0.9";
const CONTROLS = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';

/** Violations of the rules, in a line each. */
async function violations(page, what, part) {
  const violations = await broken(page, part);
  return violations.map(({ id, nodes }) => `${what}: ${id}: ${nodes.slice(0, 3).map((node) => node.html).join(" | ")}`);
}

/**
 * Controls on the screen that are smaller than a finger needs; a label belongs to its control, and a
 * link within a sentence is as high as its line.
 */
function small(page, what) {
  return page.evaluate(([controls, what]) => {
    const found = [];
    for (const element of document.querySelectorAll(controls)) {
      const style = getComputedStyle(element);
      if (element.disabled || element.getClientRects().length === 0 || style.visibility === "hidden" || element.matches(".skip, .unseen") || style.display === "inline") continue;
      const boxes = [element, element.closest("label")].filter(Boolean).map((one) => one.getBoundingClientRect());
      const width = Math.max(...boxes.map((box) => box.width));
      const height = Math.max(...boxes.map((box) => box.height));
      // Rounded, since zoom leaves parts of pixels.
      if (Math.round(width) < 24 || Math.round(height) < 24) found.push(`${what}: ${Math.round(width)} × ${Math.round(height)}: ${element.outerHTML.slice(0, 140)}`);
    }
    return found;
  }, [CONTROLS, what]);
}

const DIALOG = "dialog[open]";

/** The dialogs of the page, each opened by what opens it. */
const DIALOGS = [
  ["share", (page) => page.getByTestId("share").click()],
  ["library", (page) => page.getByTestId("library").click()],
  ["note of a lever", (page) => page.locator('[data-note="coverage"]').click()],
  ["note of the funds", (page) => page.locator('[data-note="funds"]').click()],
];

for (const [tag, locale] of Object.entries(LANGUAGES)) {
  // The palette is the same in every language, so that one is looked at in the dark.
  for (const colorScheme of tag === "zh-Hans" ? ["light", "dark"] : ["light"]) {
    test(`no rule is broken in any state: ${tag}, ${colorScheme}`, async () => {
      const page = await open(browser, { fragment: FAULTY, locale, colorScheme });
      assert.equal(await page.getAttribute("html", "lang"), tag);
      const found = [];
      // What a dialog or a chart leaves as it was is not looked at again.
      const look = async (what, within) => {
        const part = { within, colours: tag === "zh-Hans" };
        found.push(...(await violations(page, what, part)), ...(await small(page, what)));
      };
      await page.getByRole("status").first().waitFor({ state: "attached" });
      await look("a notice");
      for (const [what, show] of DIALOGS) {
        await show(page);
        await page.getByRole("dialog").waitFor();
        await look(what, DIALOG);
        await page.keyboard.press("Escape");
        await page.getByRole("dialog").waitFor({ state: "detached" });
      }
      await page.getByTestId("example").selectOption("together");
      await headlineIs(page, "14,030.30");
      await look("a scenario");
      await type(page, "coverage", "abc");
      await page.getByRole("alert").first().waitFor();
      await look("a refused value");
      await type(page, "funds.central.industry", "-1");
      await look("a refused amount");
      await page.getByTestId("panel-assumptions").click();
      const folded = page.locator("details.group.folded:not([open]) > summary");
      while ((await folded.count()) > 0) await folded.first().click();
      await look("the assumptions");
      // Charts, explanations, sources and the report.
      for (const chart of await page.locator('[data-testid^="chart-tab-"]').all()) {
        await chart.click();
        await page.waitForTimeout(500);
        await look(`the chart ${await chart.getAttribute("data-testid")}`, "#results-charts");
      }
      await page.getByTestId("chart-tab-paths").click();
      await page.getByTestId("chart-errors").click();
      await page.getByTestId("chart-errors-said").waitFor();
      await look("the chart with the band of errors", "#results-charts");
      for (const figure of await page.locator("[data-figure]:visible").first().all()) {
        await figure.click();
        await page.getByRole("dialog").waitFor();
        await look("an explanation", DIALOG);
        await page.keyboard.press("Escape");
        await page.getByRole("dialog").waitFor({ state: "detached" });
      }
      // The report is whole when its draws are there; what comes while it is looked at is judged without its ground.
      for (const [cover, last] of [["sources", "sources-close"], ["report", "report-table-draws"]]) {
        await page.getByTestId(cover).click();
        await page.getByTestId(last).waitFor();
        await look(cover);
        await page.getByTestId(`${cover}-close`).click();
      }
      await page.getByTestId("result-looking-back").click();
      await page.getByTestId("back-close").waitFor();
      await look("looking back");
      await page.getByTestId("back-close").click();
      assert.deepEqual(found, []);
    });
  }

  test(`twice and four times the size lose nothing: ${tag}`, async () => {
    // 1440 × 900, 1366 × 768 and 1280 × 1024, magnified.
    for (const [width, height] of [[720, 450], [683, 384], [320, 256]]) {
      const page = await open(browser, { locale, viewport: { width, height } });
      await page.getByTestId("example").selectOption("together");
      await headlineIs(page, "14,030.30");
      const lost = () => page.evaluate(() => ({
        sideways: document.documentElement.scrollWidth - innerWidth,
        cut: [...document.querySelectorAll(".inputs-content")].map((pane) => pane.scrollWidth - pane.clientWidth),
      }));
      for (const name of ["share", "undo", "language", "example", "library", "sheet"]) {
        assert.ok(await page.getByTestId(name).isVisible(), `${name} at ${width}`);
      }
      assert.equal((await lost()).sideways, 0, `the results at ${width}`);
      await page.getByTestId("sheet").click();
      await slider(page, "coverage").waitFor();
      assert.deepEqual(await lost(), { sideways: 0, cut: [0] }, `the levers at ${width}`);
      await page.locator('[data-note="coverage"]').click();
      const dialog = await page.getByRole("dialog").boundingBox();
      assert.ok(dialog.x >= 0 && dialog.x + dialog.width <= width, `the note at ${width}`);
      await page.context().close();
    }
  });
}

test("the whole job is done by keys: open, lever, result, undo, share, close", async () => {
  const page = await open(browser);
  const focused = (selector) => page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, selector);
  /** Presses Tab until the focus is there. */
  const tabTo = async (selector, back = false) => {
    for (let presses = 0; presses < 250; presses += 1) {
      if (await focused(selector)) return;
      await page.keyboard.press(back ? "Shift+Tab" : "Tab");
    }
    assert.fail(`no key leads to ${selector}`);
  };
  await tabTo('input[data-key="coverage"][type=range]');
  for (let step = 0; step < 4; step += 1) await page.keyboard.press("ArrowRight");
  const moved = await headlineAfter(page, PLAN);
  await addressHolds(page, "coverage=");
  // The result is a jump away, and what is announced holds the new number.
  await page.waitForFunction(
    (moved) => [...document.querySelectorAll('[role="status"], [aria-live]')].some((one) => one.textContent.includes(moved)),
    moved,
    { timeout: 5_000 },
  );
  await page.keyboard.press("Control+z");
  await headlineIs(page, PLAN);
  await page.keyboard.press("Control+y");
  await headlineIs(page, moved);
  await tabTo('[data-testid="undo"]', true);
  await page.keyboard.press("Enter");
  await headlineIs(page, PLAN);
  await page.keyboard.press("Control+Shift+z");
  await headlineIs(page, moved);
  // A typed number, too.
  await tabTo('input[data-input="execution"]');
  await page.keyboard.press("Control+a");
  await page.keyboard.type("97");
  await page.keyboard.press("Enter");
  const both = await headlineAfter(page, moved);
  await tabTo('[data-testid="share"]', true);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await tabTo('[data-testid="share-address"]');
  const address = await page.getByTestId("share-address").inputValue();
  assert.ok(address.includes("execution=0.97"), address);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  assert.ok(await focused('[data-testid="share"]'), "the focus is back where it came from");
  const other = await open(browser, { fragment: address.slice(address.indexOf("#")) });
  assert.equal(await headline(other), both);
  assert.deepEqual(page.errors, []);
});

test("the focus can be seen on everything that takes it", async () => {
  // The palette is the same in every language, so that one is looked at in the dark.
  for (const colorScheme of ["light", "dark"]) {
    const page = await open(browser, { colorScheme });
    await page.getByTestId("example").selectOption("together");
    await headlineIs(page, "14,030.30");
    await page.evaluate(() => document.activeElement.blur());
    const unseen = new Set();
    let stops = 0;
    for (let presses = 0; presses < 400; presses += 1) {
      await page.keyboard.press("Tab");
      const now = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return null;
        const style = getComputedStyle(element);
        const box = element.getBoundingClientRect();
        const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
        const onScreen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
        return { name: element.outerHTML.slice(0, 120), ring, onScreen };
      });
      if (now === null) break;
      if (!now.ring || !now.onScreen) unseen.add(`${JSON.stringify(now)}`);
      stops += 1;
    }
    assert.ok(stops > 60, `the focus went to ${stops} places`);
    assert.deepEqual([...unseen], [], colorScheme);
  }
});

test("nothing moves for those who asked for no motion", async () => {
  const page = await open(browser, { reducedMotion: "reduce" });
  await page.getByTestId("example").selectOption("together");
  await headlineIs(page, "14,030.30");
  const moving = await page.evaluate(() => [...document.querySelectorAll("*")].filter((element) => {
    const style = getComputedStyle(element);
    const takes = (times) => times.split(",").some((time) => parseFloat(time) > 0);
    return takes(style.transitionDuration) || (style.animationName !== "none" && takes(style.animationDuration)) || style.scrollBehavior === "smooth";
  }).map((element) => element.outerHTML.slice(0, 120)));
  assert.deepEqual(moving, []);
  assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
});

test("colours of the reader's own hide neither the slider nor its marks", async () => {
  // The palette is the same in every language, so that one is looked at in the dark.
  for (const colorScheme of ["light", "dark"]) {
    const page = await open(browser, { forcedColors: "active", colorScheme });
    await type(page, "coverage", "70");
    await headlineAfter(page, PLAN);
    const alike = await page.evaluate(() => {
      const scale = document.querySelector('input[data-key="coverage"][type=range]').closest(".slider");
      const ground = getComputedStyle(document.documentElement).backgroundColor;
      const canvas = document.createElement("div");
      canvas.style.backgroundColor = "Canvas";
      document.body.append(canvas);
      const paper = getComputedStyle(canvas).backgroundColor;
      canvas.remove();
      const marks = { ".scale-way": "fill", ".scale-moved": "fill", ".scale-plan": "stroke" };
      return Object.entries(marks).filter(([selector, property]) => {
        const mark = scale.querySelector(selector);
        const colour = mark && getComputedStyle(mark)[property];
        return !colour || colour === "none" || colour === paper || colour === ground;
      }).map(([selector]) => selector);
    });
    assert.deepEqual(alike, [], colorScheme);
    const swatches = await page.evaluate(() => [...document.querySelectorAll(".results .swatch")].filter((swatch) => {
      const style = getComputedStyle(swatch);
      return style.backgroundImage === "none" && ["rgba(0, 0, 0, 0)", "transparent"].includes(style.backgroundColor);
    }).length);
    assert.equal(swatches, 0, colorScheme);
  }
});

test("Traditional Chinese is spoken to those who ask for it, in the page, its link and its data", async () => {
  for (const locale of ["zh-TW", "zh-HK", "zh-MO", "zh-Hant-CN"]) {
    const page = await open(browser, { locale });
    assert.equal(await page.getAttribute("html", "lang"), "zh-Hant", locale);
    await page.context().close();
  }
  const page = await open(browser, { locale: "en-US" });
  await page.getByTestId("language").selectOption("zh-Hant");
  await page.waitForFunction(() => document.documentElement.lang === "zh-Hant");
  assert.equal(await page.getByTestId("language").locator("option:checked").innerText(), "繁體中文");
  await page.getByTestId("share").click();
  await page.getByRole("checkbox", { name: "連結帶上介面語言" }).check();
  await page.waitForFunction(() => document.querySelector('[data-testid="share-address"]').value.includes("lang=zh-Hant"));
  const address = await page.getByTestId("share-address").inputValue();
  const other = await open(browser, { locale: "zh-CN", fragment: address.slice(address.indexOf("#")) });
  await other.waitForFunction(() => document.documentElement.lang === "zh-Hant");
  assert.ok((await other.locator("header.head").innerText()).includes("張家口"));
  // Characters that only Simplified Chinese has, on the whole page except in the names of languages.
  await other.getByTestId("panel-assumptions").click();
  const left = await other.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent;
      if (walker.currentNode.parentElement.closest("#crash, noscript, option[lang]")) continue;
      if (/[资业县贫计这们对应无产发变动据额数单开关项级东车长门问间农户务观]/u.test(text)) found.push(text);
    }
    return found;
  });
  assert.deepEqual(left, []);
});

test("each lever's note is one click away, holds its numbers and gives the focus back", async () => {
  for (const [locale, name, sentence] of [
    ["zh-CN", "产业帮扶覆盖率：说明", "5,000 元/户"],
    ["zh-TW", "產業幫扶覆蓋率：說明", "5,000 元/戶"],
    ["en-US", "About: Industry-support coverage", "5,000 yuan a household"],
  ]) {
    const page = await open(browser, { locale });
    // Every lever has one, the funds one for all cells.
    const levers = await page.locator(".inputs-panel:not([hidden]) .lever:not(.steer)").count();
    assert.equal(await page.locator("[data-note]").count(), levers + 1);
    const button = page.getByRole("button", { name, exact: true });
    await button.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name, exact: true });
    await dialog.waitFor();
    assert.ok((await dialog.innerText()).includes(sentence), await dialog.innerText());
    assert.equal(await dialog.locator("h3").count(), 6);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    assert.ok(await button.evaluate((element) => element === document.activeElement), "Escape");
    await button.click();
    await dialog.locator(".modal-head button").click();
    await dialog.waitFor({ state: "detached" });
    assert.ok(await button.evaluate((element) => element === document.activeElement), "the cross");
    assert.equal(await field(page, "coverage").inputValue(), "81");
    assert.deepEqual(page.errors, []);
  }
});
