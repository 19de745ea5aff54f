// What others do to the page: a browser that translates it, a finger that scrolls over a slider, a printer
// in a dark room, a page that holds it in a frame.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";

import { headlineIs, launch, numbers, open, slider, url } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** The work of Chrome's translator: each text gives way to one in two elements `font`. */
function translate() {
  const walker = document.createTreeWalker(document.getElementById("app"), NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) if (walker.currentNode.nodeValue.trim()) texts.push(walker.currentNode);
  for (const text of texts) {
    if (text.parentElement.closest("svg, option")) continue;
    const outer = document.createElement("font");
    const inner = outer.appendChild(document.createElement("font"));
    inner.textContent = `⟦${text.nodeValue}⟧`;
    text.parentNode.replaceChild(outer, text);
  }
  document.documentElement.classList.add("translated-ltr");
}

/** The work of some extensions: another text in the place of the page's. */
function replaceTexts() {
  for (const element of document.querySelectorAll("#app strong.number, #app h2")) {
    if (element.firstChild) element.replaceChild(document.createTextNode("⟦⟧"), element.firstChild);
  }
}

test("the page says that it is not to be translated", async () => {
  const page = await open(browser);
  assert.equal(await page.locator("html").getAttribute("translate"), "no");
  assert.equal(await page.locator('meta[name="google"]').getAttribute("content"), "notranslate");
});

for (const [name, hand] of Object.entries({ translate, replaceTexts })) {
  test(`a page whose texts were replaced (${name}) draws itself again, and its levers go on`, async () => {
    const page = await open(browser);
    await slider(page, "coverage").press("ArrowRight");
    const before = await numbers(page);
    await page.evaluate(hand);
    await page.waitForFunction(() => !document.querySelector("#app font") && !document.getElementById("app").innerText.includes("⟦"));
    assert.equal(await numbers(page), before);
    await page.locator(".notice", { hasText: "请对本页关闭翻译" }).waitFor();
    await slider(page, "coverage").press("End");
    await page.waitForFunction((before) => document.querySelector('[data-testid="headline"]').innerText.trim() !== before, before);
    // A change while the translator is at work does no harm either.
    await page.evaluate(hand);
    await slider(page, "coverage").press("Home");
    await page.keyboard.press("Control+z");
    await page.waitForFunction(() => !document.querySelector("#app font"));
    const shown = await numbers(page);
    const fresh = await open(browser, { fragment: await page.evaluate(() => new Promise((done) => setTimeout(() => done(location.hash), 600))) });
    assert.equal(await numbers(fresh), shown);
    assert.equal(await page.locator("#crash").isHidden(), true);
    assert.deepEqual(page.errors, []);
  });
}

test("who translates again and again does not keep the page drawing for ever, and its changes are still seen", async () => {
  const page = await open(browser);
  const hand = setInterval(() => page.evaluate(translate).catch(() => {}), 400);
  await page.waitForTimeout(4_000);
  await page.evaluate(() => {
    globalThis.drawn = 0;
    new MutationObserver((records) => {
      if (records.some((record) => [...record.addedNodes].some((node) => node.nodeName === "HEADER"))) globalThis.drawn += 1;
    }).observe(document.getElementById("app"), { childList: true });
  });
  await page.waitForTimeout(2_000);
  assert.equal(await page.evaluate(() => globalThis.drawn), 0);
  await slider(page, "coverage").press("End");
  await page.waitForFunction(() => globalThis.drawn > 0, undefined, { timeout: 5_000 });
  clearInterval(hand);
  await page.waitForTimeout(500);
  await slider(page, "coverage").press("Home");
  await page.waitForFunction(() => !document.querySelector("#app font"), undefined, { timeout: 5_000 });
  assert.equal(await page.locator("#crash").isHidden(), true);
});

/** A phone with a slider in the middle of its screen, and a finger. */
async function phone() {
  const page = await open(browser, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const toggle = page.locator(".sheet-toggle");
  if (await toggle.isVisible()) await toggle.tap();
  const lever = slider(page, "jobs.outward");
  await lever.evaluate((element) => element.scrollIntoView({ block: "center" }));
  await page.waitForTimeout(400);
  const session = await page.context().newCDPSession(page);
  const touch = (type, x, y) => session.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x, y }] });
  const drag = async (from, to, steps = 12) => {
    await touch("touchStart", ...from);
    for (let step = 1; step <= steps; step += 1) {
      await touch("touchMove", from[0] + ((to[0] - from[0]) * step) / steps, from[1] + ((to[1] - from[1]) * step) / steps);
      await page.waitForTimeout(16);
    }
    await touch("touchEnd");
    await page.waitForTimeout(500);
  };
  const box = await lever.boundingBox();
  const state = () => lever.evaluate((element) => ({ value: Number(element.value), most: Number(element.max), top: element.getBoundingClientRect().top }));
  return { page, lever, box, drag, touch, state, middle: box.y + box.height / 2 };
}

test("on a phone a scroll that begins on a slider never moves it", async () => {
  const { page, lever, box, drag, state } = await phone();
  const before = await state();
  let scrolled = 0;
  const income = await numbers(page);
  // From several places of the track, up and down, straight and as slanted as thumbs are.
  for (const [part, up, slant] of [[0.5, 200, 0], [0.8, -200, 0], [0.3, 220, 25], [0.9, -180, -30], [0.02, 200, 10]]) {
    const x = box.x + box.width * part;
    await lever.evaluate((element) => element.scrollIntoView({ block: "center" }));
    await page.waitForTimeout(300);
    const { top } = await state();
    const y = top + box.height / 2;
    await drag([x, y], [x + slant, y - up]);
    const now = await state();
    assert.equal(now.value, before.value, `moved by a scroll from ${part}`);
    // Near an end of the levers there is no way left in one direction.
    scrolled += now.top === top ? 0 : 1;
  }
  assert.ok(scrolled >= 3, `${scrolled} of the fingers scrolled`);
  assert.equal(await numbers(page), income);
});

test("on a phone a tap on the track and a drag of the thumb move a slider", async () => {
  const { page, box, drag, touch, state, middle } = await phone();
  const income = await numbers(page);
  await touch("touchStart", box.x + box.width * 0.5, middle);
  await touch("touchEnd");
  await page.waitForTimeout(500);
  const tapped = await state();
  assert.ok(Math.abs(tapped.value / tapped.most - 0.5) < 0.05, `a tap in the middle: ${tapped.value} of ${tapped.most}`);
  await drag([box.x + box.width * 0.5, middle], [box.x + box.width * 0.8, middle + 3]);
  const dragged = await state();
  assert.ok(dragged.value > tapped.value && Math.abs(dragged.value / dragged.most - 0.8) < 0.08, `dragged: ${dragged.value} of ${dragged.most}`);
  assert.equal(dragged.top, tapped.top, "and nothing scrolls");
  assert.notEqual(await numbers(page), income);
});

test("printed from a dark, wide screen the page is light, and its chart fits the paper", async () => {
  const page = await open(browser, { viewport: { width: 1920, height: 1080 }, colorScheme: "dark", fragment: "#v=1&region=zhangjiakou-2021&coverage=0.85" });
  const canvas = page.locator(".canvas").first();
  await canvas.locator("svg text").first().waitFor();
  const drawn = () => canvas.locator("svg").evaluate((svg) => ({
    width: Number(svg.getAttribute("width")),
    colours: [...new Set([...svg.querySelectorAll("[fill], [stroke]")].flatMap((mark) => [mark.getAttribute("fill"), mark.getAttribute("stroke")]))].filter((colour) => colour && colour !== "none").sort(),
    years: [...svg.querySelectorAll("text")].map((text) => text.textContent).filter((text) => /^20\d\d$/.test(text)),
    right: Math.max(...[...svg.querySelectorAll("text")].map((text) => text.getBoundingClientRect().right)) - svg.getBoundingClientRect().left,
  }));
  const onScreen = await drawn();
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  const onPaper = await drawn();
  // 174 mm are between the margins of A4.
  assert.ok(onPaper.width <= (174 / 25.4) * 96, `${onPaper.width} px`);
  assert.ok(onPaper.right <= onPaper.width + 1, `texts to ${onPaper.right} px`);
  assert.equal(onPaper.years[0], onScreen.years[0]);
  assert.equal(onPaper.years.at(-1), onScreen.years.at(-1));
  assert.ok(onScreen.colours.includes("#57c79f"), String(onScreen.colours));
  // The same chart on a light screen has the same colours, except that paper's ink is black.
  assert.ok(onPaper.colours.includes("#0b6b4f") && onPaper.colours.includes("#a8331f"), String(onPaper.colours));
  for (const dark of ["#57c79f", "#8fb8f5", "#eaf1ee", "#35433d", "#b1c0b9"]) {
    assert.ok(!onPaper.colours.includes(dark), `${dark} on paper`);
  }
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.deepEqual(await drawn(), onScreen);
  assert.deepEqual(page.errors, []);
});

for (const locale of ["zh-CN", "en", "zh-TW"]) {
  test(`no table of the results is wider than the paper, and no two numbers touch: ${locale}`, async () => {
    const page = await open(browser, { locale, viewport: { width: 1366, height: 768 } });
    await page.emulateMedia({ media: "print" });
    // 174 mm are between the margins of A4.
    await page.setViewportSize({ width: Math.floor((174 / 25.4) * 96), height: 1000 });
    const tables = await page.evaluate(() => [...document.querySelectorAll(".results .scroller table")].map((table) => {
      const card = table.closest(".card").getBoundingClientRect();
      const text = (cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return range.getBoundingClientRect();
      };
      const rows = [...table.querySelectorAll("tbody tr")].map((row) => [...row.cells].filter((cell) => cell.textContent.trim()).map(text));
      const gaps = rows.flatMap((cells) => cells.slice(1).map((cell, at) => cell.left - cells[at].right));
      return { over: Math.max(...rows.flat().map((cell) => cell.right)) - card.right, gap: Math.min(...gaps) };
    }));
    assert.ok(tables.length >= 2, `${tables.length} tables`);
    for (const { over, gap } of tables) {
      assert.ok(over <= 0, `${over} px beyond the card`);
      assert.ok(gap >= 3, `${gap} px between numbers`);
    }
    assert.deepEqual(page.errors, []);
  });
}

test("a page of another site can't hold it in a frame", async (t) => {
  const foreign = createServer((request, answer) => answer.writeHead(200, { "Content-Type": "text/html" }).end(`<iframe src="${url}"></iframe>`));
  await new Promise((ready) => foreign.listen(0, "127.0.0.1", ready));
  t.after(() => foreign.close());
  const page = await (await browser.newContext()).newPage();
  await page.goto(`http://127.0.0.1:${foreign.address().port}/`);
  await page.waitForTimeout(1_500);
  assert.equal(await page.frames()[1]?.locator("#app").count().catch(() => 0), 0);
  await headlineIs(await open(browser), "13,892.27");
});
