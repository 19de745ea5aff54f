// The report: it says what the screen says, prints as paper, is taken along in three forms, and
// nothing that is typed into it does harm.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { broken, headline, headlineAfter, launch, open, type } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const PLAN = "13,892.27";
const HOSTILE = `=HYPERLINK("http://x")|<img src=x onerror=alert(1)>\u202e\`a\`${"好".repeat(10_000)}`;

/** A page with an example's report open. */
async function report(options = {}, example = "together") {
  const page = await open(browser, options);
  await page.getByTestId("example").selectOption(example);
  if (example !== "plan") await headlineAfter(page, PLAN);
  // The chart's library brings the codes to be photographed.
  await page.waitForFunction(() => globalThis.zengshouQrRows);
  page.income = await headline(page);
  await page.getByTestId("report").click();
  await page.getByTestId("report-table-first").waitFor();
  return page;
}

const cells = (page, table) =>
  page.getByTestId(`report-table-${table}`).locator("tbody tr").evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.innerText)));

const amount = (text) => Number(text.replaceAll(",", "").replace("+", "").replace("−", "-"));
const fen = (text) => Math.round(amount(text) * 100);

async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId(button).click()]);
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
}

test("the report says what the screen says, and its sums agree to the fen", async () => {
  const page = await report();
  const first = await cells(page, "first");
  assert.equal(first.at(-1)[1], page.income);
  const channels = await cells(page, "channels");
  for (const column of [1, 2, 3]) {
    const parts = channels.slice(0, -1).reduce((sum, row) => sum + fen(row[column]), 0);
    assert.equal(parts, fen(channels.at(-1)[column]));
  }
  const years = await cells(page, "years");
  assert.equal(years.length, 8);
  assert.equal(years[0][2], page.income);
  for (const row of await cells(page, "components")) {
    assert.equal(row.slice(1, -1).reduce((sum, text) => sum + fen(text), 0), fen(row.at(-1)));
  }
  await page.getByText(`2023 年为 ${page.income} 元`).waitFor();
  await page.getByTestId("report-table-draws").waitFor();
  const draws = await cells(page, "draws");
  assert.equal(draws.length, 8);
  const [year, low, middle, high, single] = draws[0];
  assert.equal(year, "2023");
  assert.ok(amount(low) < amount(middle) && amount(middle) < amount(high));
  assert.equal(amount(single), Math.round(amount(page.income)));
  await page.getByText("统计上报的误差没有计入").waitFor();
  const link = await page.getByTestId("report-link").getAttribute("href");
  assert.ok(link.endsWith(await page.evaluate(() => location.hash)), link);
  assert.equal(await page.locator(".report-link svg.qr").count(), 1);
  assert.deepEqual(page.errors, []);
});

test("what assumptions do is apart from what policy does", async () => {
  const page = await open(browser);
  await page.locator('[data-testid="panel-assumptions"]').click();
  await page.evaluate(() => { for (const details of document.querySelectorAll("details")) details.open = true; });
  await type(page, "growth_near.wage", "13");
  await headlineAfter(page, PLAN);
  await page.getByTestId("report").click();
  const [published, assumed, policy, scenario] = await cells(page, "first");
  assert.equal(published[1], PLAN);
  assert.ok(amount(assumed[1]) > 0);
  assert.equal(policy[1], "0.00");
  assert.equal(fen(published[1]) + fen(assumed[1]), fen(scenario[1]));
  assert.equal(await page.getByTestId("report-table-levers").count(), 0);
  assert.equal((await cells(page, "assumptions")).length, 1);
});

test("it covers the page, keeps the focus and gives it back", async () => {
  const page = await report();
  assert.equal(await page.getByTestId("headline").isVisible(), false);
  assert.equal(await page.evaluate(() => document.activeElement.id), "report-title");
  await page.keyboard.press("Escape");
  await page.getByTestId("headline").waitFor();
  assert.equal(await page.locator(".report-page").count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), "report");
  assert.equal(await headline(page), page.income);
  assert.deepEqual(page.errors, []);
});

test("on paper there is the report alone, black on white also in the dark", async () => {
  const page = await report({ colorScheme: "dark" });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const seen = await page.evaluate(() => {
    const style = (selector) => getComputedStyle(document.querySelector(selector));
    return {
      tools: style(".report-tools").display,
      page: style("main.page").display,
      paper: style(".report-paper").backgroundColor,
      ink: style(".report-paper").color,
      body: style("body").backgroundColor,
      head: style(".report-paper thead").display,
      row: style(".report-paper tbody tr").breakInside,
      figure: style(".report-paper figure").breakInside,
      title: style(".report-paper h3").breakAfter,
      leads: style(".report-section > p:has(+ figure)").breakAfter,
      // The channels' table and its waterfall: neither stands alone, nor does a figure leave its words.
      together: style(".report-together:has(.report-table, figure, figcaption)").breakInside,
      apart: document.querySelectorAll(".report-section > .report-table + figure").length,
    };
  });
  assert.deepEqual(seen, {
    tools: "none",
    page: "none",
    paper: "rgb(255, 255, 255)",
    ink: "rgb(0, 0, 0)",
    body: "rgb(255, 255, 255)",
    head: "table-header-group",
    row: "avoid",
    figure: "avoid",
    title: "avoid",
    leads: "avoid",
    together: "avoid",
    apart: 0,
  });
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
  assert.ok(pages >= 5 && pages <= 20, `${pages} pages`);
  assert.match(pdf.toString("latin1"), /MediaBox\s*\[\s*0 0 59[45]/);
});

test("the report draws all six charts and says a word on each", async () => {
  const page = await report();
  assert.equal(await page.locator(".report-drawing").count(), 6);
  for (const said of ["可能结转", "纵轴不从零开始", "口径不同", "多投 1 万元"]) {
    assert.ok(await page.locator(".report-paper").filter({ hasText: said }).count(), said);
  }
  // Figures are plain shapes: each has its words.
  for (const drawing of await page.locator(".report-drawing").all()) {
    assert.ok((await drawing.getAttribute("aria-label")).length > 20);
  }
});

test("Latin texts are set in a Latin font", async () => {
  const page = await report({ locale: "en-US" });
  const fonts = await page.locator(".report-paper").evaluate((paper) => getComputedStyle(paper).fontFamily);
  assert.doesNotMatch(fonts, /CJK|Song|SimSun/);
});

test("printing the ordinary page leaves the levers out", async () => {
  const page = await open(browser);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".inputs-pane").isVisible(), false);
  assert.equal(await page.getByTestId("share").isVisible(), false);
  assert.equal(await page.getByTestId("headline").isVisible(), true);
});

test("Markdown and CSV hold the same figures and are what they should be", async () => {
  const page = await report();
  const markdown = await saved(page, "report-markdown");
  assert.match(markdown.name, /\.md$/);
  const text = markdown.content.toString("utf8");
  assert.match(text, /^# 关于河北省张家口市/);
  assert.ok(text.includes(`| ${page.income} |`) || text.includes(`| **${page.income}** |`));
  const csv = await saved(page, "report-csv");
  assert.match(csv.name, /\.csv$/);
  const rows = csv.content.toString("utf8");
  assert.equal(rows.codePointAt(0), 0xfeff);
  assert.ok(rows.includes(`,${page.income.replaceAll(",", "")}`));
  assert.ok(rows.includes("\r\n"));
});

test("the workbook is made by a program of its own, asked for only then, and asks for nothing else", async () => {
  const page = await report();
  const before = page.requests.length;
  assert.ok(!page.requests.some((address) => /\/workbook/.test(address)), "loaded too early");
  const { name, content } = await saved(page, "report-excel");
  assert.match(name, /\.xlsx$/);
  assert.equal(content.subarray(0, 2).toString(), "PK");
  assert.ok(content.length > 20_000);
  // The report's own draws, worked out beside it, may start their worker at the same time.
  const isOther = (address) => address.startsWith("blob:") || /\/(planner|worker)[._]/.test(address);
  const requested = () => page.requests.slice(before).filter((address) => !isOther(address));
  const asked = requested();
  const names = asked.map((address) => address.split("/").at(-1).replace(/\.[0-9a-f]{8}/, ""));
  // Each is read to be held against its sum before it is run, and run from what was read.
  assert.deepEqual([...new Set(names)].sort(), ["workbook-loader.js", "workbook.js", "workbook_bg.wasm"]);
  // A second one asks for nothing.
  const again = await saved(page, "report-excel");
  assert.equal(again.content.length, content.length);
  assert.equal(requested().length, asked.length);
  assert.deepEqual(page.errors, []);
});

test("without its program there is no workbook, and the page says so", async () => {
  const page = await open(browser);
  await page.route(/workbook\.[0-9a-f]+\.js/, (route) => route.abort());
  await page.getByTestId("report").click();
  await page.getByTestId("report-excel").click();
  await page.getByTestId("report-said").filter({ hasText: "CSV" }).waitFor();
  assert.equal(await page.getByTestId("report-excel").isEnabled(), true);
});

test("a hostile title is a text everywhere", async () => {
  const page = await report();
  await page.getByTestId("report-own-title").evaluate((input, text) => {
    input.removeAttribute("maxlength");
    input.value = text;
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }, HOSTILE);
  await page.getByTestId("report-own-name").fill("@SUM(1+1)");
  const title = page.locator("#report-title");
  await title.filter({ hasText: "HYPERLINK" }).waitFor();
  const shown = await title.innerText();
  assert.ok([...shown].length <= 80, `${shown.length} characters`);
  assert.ok(!shown.includes("\u202e"));
  assert.equal(await page.locator("#report-title img").count(), 0);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${wide} pixels too wide`);
  const csv = (await saved(page, "report-csv")).content.toString("utf8");
  assert.ok(csv.startsWith('\ufeff"\'=HYPERLINK'), csv.slice(0, 40));
  const markdown = (await saved(page, "report-markdown")).content.toString("utf8");
  assert.ok(markdown.startsWith("# \\=HYPERLINK"), markdown.slice(0, 40));
  assert.ok(markdown.includes("\\<img"));
  await saved(page, "report-excel");
  assert.ok(!(await page.evaluate(() => location.href)).includes("HYPERLINK"));
  assert.deepEqual(page.errors, []);
});

for (const [tag, locale] of Object.entries({ "zh-Hans": "zh-CN", en: "en-US" })) {
  for (const [size, viewport] of Object.entries({ office: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } })) {
    test(`no violation and nothing cut off in the report: ${tag}, ${size}`, async () => {
      const page = await report({ locale, viewport });
      await page.getByTestId("report-table-draws").waitFor();
      const violations = await broken(page);
      assert.deepEqual(violations.map((violation) => `${violation.id}: ${violation.nodes.slice(0, 3).map((node) => node.html).join(" | ")}`), []);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${wide} pixels too wide`);
      if (size === "office") {
        const beyond = await page.locator(".report-paper table").evaluateAll((tables) => tables
          .filter((table) => table.getBoundingClientRect().right > table.closest(".report-section").getBoundingClientRect().right + 1)
          .map((table) => table.dataset.testid));
        assert.deepEqual(beyond, []);
      }
      if (tag === "en") {
        const lines = await page.locator(".report-paper").evaluate((paper) => paper.innerText.split("\n").filter((line) => /^[\u4e00-\u9fff，。：；]+$/u.test(line.trim())));
        assert.deepEqual(lines, []);
      }
      assert.deepEqual(page.errors, []);
    });
  }
}
