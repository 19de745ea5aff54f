// The year sheet: typed into on slow machines and through input methods, totals, growth, pasted blocks, the
// results of each year; on a phone, by keys, and without a violation.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { broken, headlineIs, launch, open } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const PHONE = { width: 390, height: 844 };
// Rows: each level's three cells and their total, totals of categories and of all, coverage, jobs.
const COUNTY = 12;
const COUNTY_TOTAL = 15;
const COVERAGE = 20;
const JOBS = 21;

/** The page at its year sheet. */
async function years(options = {}) {
  const page = await open(browser, options);
  await page.getByTestId("planning").click();
  await page.getByTestId("plan-tab-years").click();
  await page.getByTestId("years-table").waitFor();
  return page;
}

const cell = (page, row, column) => page.locator(`[data-cell="${row}.${column}"]`);
const pen = (page) => page.getByTestId("years-pen");
const faults = (page) => page.getByTestId("years-faults");
const shown = async (page, row, column) => (await cell(page, row, column).innerText()).trim().split("\n")[0];
const amount = (text) => Number(text.replaceAll(",", ""));
const chosen = (page) => page.locator("[data-cell][aria-selected=true]").evaluateAll((cells) => cells.map((each) => each.dataset.cell).join(" "));

/** Waits until a cell shows a text. */
async function shows(page, row, column, text) {
  await page.waitForFunction(
    ([at, text]) => document.querySelector(`[data-cell="${at}"]`).firstChild.textContent.trim() === text,
    [`${row}.${column}`, text],
    { timeout: 20_000 },
  );
}

/** Puts a text on the clipboard and presses what pastes it. */
async function paste(page, text) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.keyboard.press("Control+v");
}

async function violations(page) {
  const violations = await broken(page);
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
}

test("levers are set year by year: typed, filled, pasted, taken back, undone", async () => {
  const page = await years();
  await cell(page, COVERAGE, 2).click();
  await page.keyboard.type("90");
  await page.keyboard.press("Enter");
  await shows(page, COVERAGE, 2, "90");
  assert.equal(await chosen(page), `${JOBS}.2`, "the cursor goes down");
  await page.keyboard.type("700");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Control+r");
  await shows(page, JOBS, 7, "700");
  assert.equal(await shown(page, JOBS, 1), "0", "earlier years stay");
  await page.waitForFunction(() => location.hash.includes("co25=0.9") || location.hash.includes("coverage.2025=0.9"));

  // Escape gives up what is typed; a press on another cell takes it over, once.
  await cell(page, COVERAGE, 5).click();
  await page.keyboard.type("55");
  await page.keyboard.press("Escape");
  assert.equal(await shown(page, COVERAGE, 5), "81", "nothing was taken over");
  assert.equal(await pen(page).inputValue(), "81");
  await page.keyboard.type("77");
  assert.match(await pen(page).getAttribute("aria-label"), /产业帮扶覆盖率（2028 年）/);
  await cell(page, JOBS + 1, 6).click();
  await shows(page, COVERAGE, 5, "77");
  assert.equal(await chosen(page), `${JOBS + 1}.6`);
  await cell(page, COVERAGE, 5).click();
  await page.keyboard.press("Delete");
  await shows(page, COVERAGE, 5, "81");

  // From a spreadsheet and to it.
  await cell(page, COVERAGE, 3).click();
  await paste(page, "82\t83\r\n5\t6\r\n");
  await shows(page, JOBS, 4, "6");
  await cell(page, COVERAGE, 3).click();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Control+c");
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "82\t83");
  await page.keyboard.press("Delete");
  await shows(page, COVERAGE, 4, "81");

  const fragment = await page.evaluate(() => location.hash);
  const other = await open(browser, { fragment });
  await other.getByTestId("inputs-by-year").getByRole("button").click();
  await other.getByTestId("years-table").waitFor();
  await page.getByTestId("plan-close").click();
  await page.getByTestId("inputs-by-year").waitFor();
  await page.keyboard.press("Control+z");
  await page.getByTestId("planning").click();
  await page.getByTestId("plan-tab-years").click();
  await shows(page, COVERAGE, 4, "83");
  await page.getByTestId("years-reset").click();
  await shows(page, JOBS, 7, "0");
  assert.deepEqual([...page.errors, ...other.errors], []);
});

test("dragged and stretched blocks, Tab, cells opened with what stands there", async () => {
  const page = await years();
  await cell(page, JOBS, 1).hover();
  await page.mouse.down();
  await cell(page, JOBS + 1, 2).hover();
  await page.mouse.up();
  assert.equal(await chosen(page), "21.1 21.2 22.1 22.2");
  await cell(page, JOBS + 1, 3).click({ modifiers: ["Shift"] });
  assert.equal(await chosen(page), "21.1 21.2 21.3 22.1 22.2 22.3");
  await page.keyboard.press("Shift+ArrowLeft");
  assert.equal(await chosen(page), "21.1 21.2 22.1 22.2");
  // One value fills all that is chosen; filling to the right stays within it.
  await paste(page, "60");
  await shows(page, JOBS + 1, 2, "60");
  assert.equal(await shown(page, JOBS + 1, 3), "0");
  assert.equal(await chosen(page), "21.1 21.2 22.1 22.2");

  // Enter and F2 keep the value; left as it is, it becomes nobody's own.
  await cell(page, COVERAGE, 3).click();
  for (const key of ["Enter", "F2"]) {
    await page.keyboard.press(key);
    assert.equal(await pen(page).inputValue(), "81");
    await page.keyboard.press("Tab");
    assert.equal(await chosen(page), "20.4");
    assert.ok(!(await cell(page, COVERAGE, 3).getAttribute("class")).includes("own"));
    await page.keyboard.press("Shift+Tab");
    assert.equal(await chosen(page), "20.3");
  }
  // Opened, the caret stands at the end; two presses open it as well.
  await page.keyboard.press("F2");
  await page.keyboard.type(".5");
  await page.keyboard.press("Tab");
  await shows(page, COVERAGE, 3, "81.5");
  await cell(page, COVERAGE, 4).dblclick();
  await page.keyboard.type(".25");
  await cell(page, COVERAGE, 7).click();
  await shows(page, COVERAGE, 4, "81.25");
  await page.keyboard.press("Tab");
  assert.equal(await chosen(page), "21.0", "to the next row");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  assert.notEqual(await page.evaluate(() => document.activeElement.id), "years-pen", "out of the sheet");
  await cell(page, JOBS, 1).click();
  await page.getByTestId("years-clear").click();
  await shows(page, JOBS, 1, "0");
  assert.deepEqual(page.errors, []);
});

for (const rate of [4, 8, 12]) {
  test(`no key is lost with the processor slowed ${rate} times`, async () => {
    const page = await years();
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate });
    // A cell that was pressed, and each that Enter reaches: nothing is waited for between the keys.
    await cell(page, JOBS, 1).click();
    const typed = ["12340", "23451", "34562", "45673", "56784"];
    for (const text of typed) {
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
    }
    for (const [step, text] of typed.entries()) {
      await shows(page, JOBS + step, 1, Number(text).toLocaleString("en-US"));
    }
    // The same by arrows, and opened with what stands there.
    await cell(page, COUNTY, 3).click();
    await page.keyboard.type("12340");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.type("9876");
    await page.keyboard.press("Tab");
    await shows(page, COUNTY, 3, "12,340");
    await shows(page, COUNTY + 1, 3, "9,876");
    await cell(page, COVERAGE, 2).click();
    await page.keyboard.press("F2");
    await page.keyboard.type(".75");
    await page.keyboard.press("Enter");
    await shows(page, COVERAGE, 2, "81.75");
    // The fields of the main screen take keys themselves.
    await page.getByTestId("plan-close").click();
    await page.locator('input[data-input="jobs.outward"]').click();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("12340");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => /jobs\.outward=12340|jo=12340/.test(location.hash), undefined, { timeout: 20_000 });
    assert.deepEqual(page.errors, []);
  });
}

test("input methods type into a cell, and Escape while they compose closes nothing", async () => {
  const page = await years();
  const session = await page.context().newCDPSession(page);
  const process = { key: "Process", code: "Digit8", windowsVirtualKeyCode: 229 };
  await cell(page, COVERAGE, 2).click();
  // Full width, as Windows Pinyin sends it: a key without a name, then the text.
  await session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...process });
  await session.send("Input.insertText", { text: "８" });
  await session.send("Input.dispatchKeyEvent", { type: "keyUp", ...process });
  await session.send("Input.insertText", { text: "５" });
  assert.equal(await pen(page).inputValue(), "８５");
  await page.keyboard.press("Enter");
  await shows(page, COVERAGE, 2, "85");
  // Composed: Escape ends composing alone, the cell stays open.
  const compose = async (text) => {
    await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await page.keyboard.press("Escape");
  };
  await cell(page, COVERAGE, 3).click();
  await compose("９");
  assert.equal(await pen(page).inputValue(), "９", "still typing");
  await session.send("Input.insertText", { text: "９０" });
  await page.keyboard.press("Enter");
  await shows(page, COVERAGE, 3, "90");
  await page.getByTestId("plan-close").click();

  await page.getByTestId("report").click();
  await page.getByTestId("report-table-first").waitFor();
  await page.locator(".report-own input").first().focus();
  await compose("bao");
  await session.send("Input.insertText", { text: "报告" });
  await page.getByTestId("report-table-first").waitFor();
  assert.match(await page.locator(".report-own input").first().inputValue(), /报告/);
  await page.keyboard.press("Escape");
  await page.getByTestId("report-table-first").waitFor({ state: "detached" });

  await page.getByTestId("library").click();
  const name = page.locator("dialog input[type=text]").first();
  await name.focus();
  await compose("fang");
  assert.equal(await page.locator("dialog[open]").count(), 1, "the dialog stays open");
  await session.send("Input.insertText", { text: "方案" });
  await page.keyboard.press("Escape");
  await page.locator("dialog[open]").waitFor({ state: "detached" });
  assert.deepEqual(page.errors, []);
});

test("five per cent less a year for the county is one total and one fill, and each year's result stands below", async () => {
  const page = await years();
  const foot = (line, column) => page.locator(`[data-testid=years-foot] tr:nth-child(${line}) td`).nth(column);
  const before = amount(await shown(page, COUNTY_TOTAL, 0));
  const last = await foot(1, 7).innerText();
  await cell(page, COUNTY_TOTAL, 0).click();
  await page.keyboard.type("-5%");
  await page.keyboard.press("Enter");
  const first = before * 0.95;
  await shows(page, COUNTY_TOTAL, 0, first.toLocaleString("en-US"));
  await cell(page, COUNTY_TOTAL, 0).click();
  await page.getByTestId("years-grow").click();
  let wanted = first;
  for (let column = 1; column < 8; column += 1) {
    wanted = Math.round(wanted * 0.95);
    await shows(page, COUNTY_TOTAL, column, wanted.toLocaleString("en-US"));
    const cells = await Promise.all([0, 1, 2].map(async (row) => amount(await shown(page, COUNTY + row, column))));
    assert.equal(Math.round(cells.reduce((sum, each) => sum + each) * 100), wanted * 100, "cells add up");
  }
  await page.getByTestId("years-said").filter({ hasText: "-5%" }).waitFor();
  assert.notEqual(await foot(1, 7).innerText(), last, "the last year's income follows");
  assert.match(await foot(2, 7).innerText(), /^-/);
  const gap = await foot(3, 7).innerText();
  await page.getByTestId("years-gap").selectOption({ index: 1 });
  await page.waitForFunction((before) => document.querySelector("[data-testid=years-foot] tr:nth-child(3) td:last-child").innerText !== before, gap);
  // It is one step each.
  await page.getByTestId("strip-undo").click();
  await shows(page, COUNTY_TOTAL, 1, first.toLocaleString("en-US"));
  await page.getByTestId("strip-undo").click();
  await shows(page, COUNTY_TOTAL, 0, before.toLocaleString("en-US"));
  // Locks hold, and the reason stands at the cell.
  await cell(page, COUNTY_TOTAL, 2).click();
  await page.getByTestId("years-lock").click();
  await cell(page, COUNTY_TOTAL, 2).click();
  await page.keyboard.type("100");
  await page.keyboard.press("Enter");
  await faults(page).filter({ hasText: "已锁定" }).waitFor();
  assert.equal(await pen(page).inputValue(), "100", "it stays to be mended");
  const [at, bubble] = [await cell(page, COUNTY_TOTAL, 2).boundingBox(), await faults(page).boundingBox()];
  assert.ok(Math.abs(bubble.y - at.y) < 120 && Math.abs(bubble.x - at.x) < 400, "told at the cell");
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press("Escape");
  assert.deepEqual(page.errors, []);
});

test("a pasted block that does not fit is shown first; heads, names and totals are recognized", async () => {
  const page = await years();
  // A change that went well, whose news must be gone beside a refusal.
  await cell(page, COVERAGE, 0).click();
  await page.keyboard.type("85");
  await page.keyboard.press("Enter");
  await page.getByTestId("strip-changed").filter({ hasText: /\d/ }).waitFor();
  await cell(page, COVERAGE, 3).click();
  await page.keyboard.type("abc");
  await page.keyboard.press("Enter");
  await faults(page).filter({ hasText: "产业帮扶覆盖率（2026 年）" }).waitFor();
  // The old news is gone, as soon as the page has followed.
  await page.getByTestId("strip-changed").filter({ hasText: /^$/ }).waitFor({ state: "attached" });
  await page.keyboard.press("Escape");

  await cell(page, COVERAGE, 3).click();
  await paste(page, "82\tx\n5\t6");
  await page.getByTestId("paste-refused").filter({ hasText: "产业帮扶覆盖率（2027 年）" }).waitFor();
  assert.deepEqual(await violations(page), []);
  assert.equal(await shown(page, JOBS, 3), "0", "nothing is taken yet");
  await page.getByTestId("paste-cancel").click();
  assert.equal(await shown(page, COVERAGE, 3), "85");
  assert.equal(await page.evaluate(() => document.activeElement.id), "years-pen", "the focus is back");
  await paste(page, "82\tx\n5\t6");
  await page.getByTestId("paste-take").click();
  await shows(page, COVERAGE, 3, "82");
  await shows(page, JOBS, 4, "6");

  // A budget's table: years, levels and categories, a total that agrees; no matter where the cursor is.
  await cell(page, JOBS, 0).click();
  await paste(page, "级次\t类别\t2025年\t2026年\n县级\t产业\t5,000\t5,100\n\t基础设施\t200\t210\n\t其他\t30\t40\n\t小计\t5,230\t5,350");
  await shows(page, COUNTY, 2, "5,000");
  await shows(page, COUNTY + 2, 3, "40");
  const said = page.getByTestId("years-said");
  await said.filter({ hasText: "2 个合计与各格之和相符" }).waitFor();
  await said.filter({ hasText: "按表头年份对列" }).waitFor();
  // Twelve rows without totals are not put into the sheet's totals unseen.
  await cell(page, 0, 4).click();
  await paste(page, Array.from({ length: 12 }, (_, row) => (row + 1) * 100).join("\n"));
  await page.getByText("已跳过表中的合计").waitFor();
  await page.getByTestId("paste-take").click();
  await shows(page, COUNTY + 2, 4, "1,200");
  await shows(page, COUNTY_TOTAL, 4, "3,300");
  assert.deepEqual(page.errors, []);
});

test("by keys: Tab passes the sheet, groups are jumped to, a link skips to it", async () => {
  const page = await years({ viewport: { width: 1366, height: 768 } });
  await page.locator("#plan-panel").focus();
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "years-pen");
  await page.keyboard.press("PageDown");
  assert.equal(await chosen(page), "4.0");
  await page.keyboard.press("Control+End");
  assert.equal(await chosen(page), "25.7");
  // The cell with the focus is beside head and results, not below them.
  for (const key of ["Control+Home", "Control+End"]) {
    await page.keyboard.press(key);
    const seen = await page.evaluate(() => {
      const field = document.getElementById("years-pen").getBoundingClientRect();
      const table = document.querySelector(".years-table");
      const head = table.tHead.getBoundingClientRect();
      const foot = table.tFoot.getBoundingClientRect();
      return field.top >= head.bottom - 1 && field.bottom <= foot.top + 1;
    });
    assert.ok(seen, key);
  }
  await page.getByTestId("years-jump-20").click();
  assert.equal(await chosen(page), "20.7");
  assert.equal(await page.evaluate(() => document.activeElement.id), "years-pen");
  // Who comes by Tab and does nothing goes on by Tab.
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.id), "years-pen");
  await page.keyboard.press("Tab");
  assert.notEqual(await page.evaluate(() => document.activeElement.id), "years-pen");
  assert.match(await page.getByTestId("years-spoken").innerText(), /产业帮扶覆盖率（2030 年）：81%/);
  assert.deepEqual(page.errors, []);
});

test("a finger opens a cell with one tap and is told what it can do; whole columns are seen", async () => {
  const page = await years({ viewport: PHONE, hasTouch: true, isMobile: true });
  assert.ok(await page.getByText("点一格即可修改").isVisible());
  assert.equal(await page.getByText("Ctrl+R").isVisible(), false);
  await cell(page, COVERAGE, 1).scrollIntoViewIfNeeded();
  await cell(page, COVERAGE, 1).tap();
  assert.equal(await pen(page).inputValue(), "81");
  await pen(page).fill("84");
  await page.getByTestId("years-fill").tap();
  await shows(page, COVERAGE, 7, "84");
  // At rest no column is cut in two: its edge is the sheet's edge.
  const cut = await page.evaluate(async () => {
    const scroller = document.querySelector(".years-scroller");
    const found = [];
    for (const left of [0, 130, 10_000]) {
      scroller.scrollTo(left, 0);
      await new Promise((done) => setTimeout(done, 400));
      const box = scroller.getBoundingClientRect();
      const names = document.querySelector(".years-table th").getBoundingClientRect().right;
      for (const cell of document.querySelectorAll('[data-cell^="20."]')) {
        const { left, right } = cell.getBoundingClientRect();
        const isCut = (left < box.right - 3 && right > box.right + 3) || (left < names - 3 && right > names + 3);
        if (isCut) found.push(`${cell.dataset.cell} at ${Math.round(left)}–${Math.round(right)}`);
      }
    }
    return found;
  });
  assert.deepEqual(cut, []);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${wide} pixels too wide`);
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(page.errors, []);
});
