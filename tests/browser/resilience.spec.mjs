// Faults with nothing lost: a worker that is killed while it works, hostile texts in every field and
// file, Back and Forward faster than the page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { inflateRawSync } from "node:zlib";

import { addressHolds, field, headline, headlineAfter, headlineIs, launch, numbers, open, type, watched } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const PLAN = "13,892.27";

/** Texts that want to be something else than text. */
const HOSTILE = {
  markup: '<img src=x onerror="globalThis.harmed=1"><script>globalThis.harmed=1</script>',
  closing: '</title></svg></text></p>"\'><img src=x>',
  formula: '=HYPERLINK("http://x","y")',
  plus: "+1+cmd|' /C calc'!A0",
  turned: "\u202egnp.\u2066exe\u2069",
  invisible: "\u200b\u00ad\u061c\u180e\u{e0041}",
  prototype: "__proto__",
  constructor: "constructor",
  template: "{{7*7}} ${7*7} { $name } {a|b}",
  long: "长".repeat(10_000),
};
/** Texts that must not be seen of any of them. */
const HIDDEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\u{e0041}/u;

/** Nothing ran, nothing was taken for markup, nothing hides, nothing is wider than the page. */
async function unharmed(page, what) {
  const found = await page.evaluate(() => ({
    harmed: globalThis.harmed,
    images: [...document.querySelectorAll("img[src='x']")].length,
    polluted: ({}).harmed,
    text: document.body.innerText,
    wide: document.documentElement.scrollWidth - innerWidth,
  }));
  assert.equal(found.harmed ?? found.polluted, undefined, what);
  assert.equal(found.images, 0, what);
  assert.ok(!HIDDEN.test(found.text), `${what}: ${JSON.stringify(found.text.match(HIDDEN)?.[0])} is shown`);
  assert.ok(found.wide <= 0, `${what}: ${found.wide} pixels too wide`);
  assert.deepEqual(page.errors, [], what);
}

/** Puts a text into a field as a program would, past its own bound. */
async function put(input, text) {
  await input.evaluate((input, text) => {
    input.removeAttribute("maxlength");
    input.focus();
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), "value").set.call(input, text);
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }, text);
  await input.press("Enter");
}

async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId(button).click()]);
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
}

/** Every text within a workbook. */
function textsOf(zip) {
  const end = zip.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  let at = zip.readUInt32LE(end + 16);
  let all = "";
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [method, packed] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = zip.subarray(start, start + packed);
    all += (method === 8 ? inflateRawSync(content) : content).toString("utf8");
    at += 46 + name + extra + comment;
  }
  return all;
}

/** A page of planning whose worker is at a long question. */
async function asking(options) {
  const page = await open(browser, options);
  await page.getByTestId("example").selectOption("together");
  await headlineAfter(page, PLAN);
  page.before = await headline(page);
  await page.getByTestId("planning").click();
  await page.getByTestId("plan-tab-chance").click();
  await page.getByTestId("chance-fan").waitFor();
  return page;
}

test("a worker killed in the middle of a question is replaced, and the question is answered", async () => {
  const page = await asking();
  // So many draws take a while, also on a fast machine.
  const most = await page.getByTestId("chance-draws").locator("option").last().getAttribute("value");
  await page.getByTestId("chance-draws").selectOption(most);
  await page.getByTestId("chance-goals").waitFor();
  await page.getByTestId("chance-again").click();
  await page.getByTestId("plan-running").waitFor();
  await Promise.all(page.workers().map((worker) => worker.evaluate(() => self.close()).catch(() => undefined)));
  await page.getByTestId("plan-running").waitFor({ state: "detached", timeout: 60_000 });
  assert.equal(await page.getByTestId("plan-failed").count(), 0);
  await page.getByTestId("plan-took").waitFor();
  await page.getByTestId("plan-close").click();
  assert.equal(await headline(page), page.before);
  assert.deepEqual(page.errors, []);
});

test("where every worker dies the reader is told within a minute, and can ask again", async () => {
  const page = await asking({
    // Workers that end as soon as they have something to do, while the test says so.
    before: () => {
      const Usual = globalThis.Worker;
      globalThis.Worker = class extends Usual {
        postMessage(...message) {
          if (globalThis.killsWorkers) this.terminate();
          super.postMessage(...message);
        }
      };
    },
  });
  await page.getByTestId("chance-goals").waitFor();
  await page.evaluate(() => { globalThis.killsWorkers = true; });
  await page.getByTestId("chance-again").click();
  await page.getByTestId("plan-failed").waitFor({ timeout: 60_000 });
  await page.evaluate(() => { globalThis.killsWorkers = false; });
  await page.getByTestId("plan-again").click();
  await page.getByTestId("plan-failed").waitFor({ state: "detached", timeout: 60_000 });
  await page.getByTestId("plan-took").waitFor({ timeout: 60_000 });
  await page.getByTestId("plan-close").click();
  assert.equal(await headline(page), page.before);
  assert.deepEqual(page.errors, []);
});

test("every field of the page takes any text for what it is", async () => {
  const page = await open(browser);
  await page.getByTestId("panel-assumptions").click();
  const folded = page.locator("details.group.folded:not([open]) > summary");
  while ((await folded.count()) > 0) await folded.first().click();
  await page.getByTestId("panel-levers").click();
  let filled = 0;
  for (const panel of ["levers", "assumptions"]) {
    await page.getByTestId(`panel-${panel}`).click();
    const keys = await page.locator("input[data-input]:visible").evaluateAll((inputs) => inputs.map((input) => input.dataset.input));
    for (const [at, key] of keys.entries()) {
      // Each field gets three of the texts, so that all of them reach every group.
      const texts = Object.values(HOSTILE);
      for (const text of [0, 3, 7].map((step) => texts[(at + step) % texts.length])) {
        await put(field(page, key).first(), text);
        filled += 1;
      }
    }
  }
  assert.ok(filled > 100, `${filled} texts`);
  await unharmed(page, "fields");
  // What was refused changed nothing.
  assert.equal(await headline(page), PLAN);
});

test("hostile names of scenarios and drafts stay names, in lists, files, links and reports", async () => {
  const page = await open(browser);
  await type(page, "coverage", "88");
  const mine = await headlineAfter(page, PLAN);
  for (const text of Object.values(HOSTILE)) {
    await page.getByTestId("library").click();
    await put(page.getByTestId("keep-name"), text);
    await page.getByTestId("keep").click().catch(() => undefined);
    await page.keyboard.press("Escape");
  }
  await page.getByTestId("library").click();
  await unharmed(page, "kept scenarios");
  const names = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("zengshou/scenario/")));
  assert.ok(names.every((name) => !HIDDEN.test(name) && name.length < 120), JSON.stringify(names));
  assert.ok(names.some((name) => name.endsWith("/__proto__")), "a name as any other");
  await page.getByRole("dialog").getByRole("button", { name: "__proto__", exact: true }).click();
  await headlineIs(page, mine);

  await page.getByTestId("planning").click();
  await page.getByTestId("plan-tab-compare").click();
  for (const text of Object.values(HOSTILE).slice(0, 8)) {
    await put(page.getByTestId("compare-name"), text);
  }
  await page.getByTestId("compare-table").waitFor();
  await unharmed(page, "drafts");
  const table = (await saved(page, "compare-csv")).content.toString("utf8");
  assert.ok(!/(^|[,"\n])[=@]/m.test(table.replaceAll('"\'=', "")), table.slice(0, 400));
  await page.getByTestId("plan-tab-chance").click();
  await page.getByTestId("chance-goals").waitFor({ timeout: 60_000 });
  await unharmed(page, "draws of drafts");
  await page.getByTestId("plan-close").click();

  // All of it travels and arrives as names.
  await addressHolds(page, "tray.");
  const other = await open(browser, { fragment: new URL(page.url()).hash });
  assert.equal(await headline(other), mine);
  await other.getByTestId("planning").click();
  await other.getByTestId("plan-tab-compare").click();
  await other.getByTestId("compare-table").waitFor();
  await unharmed(other, "drafts that came along");
});

test("hostile notes and titles are text in report, chart, picture and workbook", async () => {
  const page = await open(browser);
  const values = { coverage: "0.88", "jobs.outward": "4321", execution: "0.9", social: "1000000" };
  const texts = Object.values(HOSTILE);
  const notes = Object.fromEntries(Object.keys(values).map((key, at) => [key, texts[at]]));
  const tray = texts.slice(0, 8).map((name, at) => ({ name, values: { coverage: `0.8${at}` }, notes: { coverage: texts[(at + 4) % texts.length] } }));
  const text = JSON.stringify({ region: "zhangjiakou-2021", name: HOSTILE.markup, values, notes, tray });
  await page.getByTestId("library").click();
  await page.getByTestId("open-file").setInputFiles({ name: '"><img src=x>.json', mimeType: "application/json", buffer: Buffer.from(text) });
  await headlineAfter(page, PLAN);
  await unharmed(page, "an opened file");
  for (const name of ["paths", "steps", "shares"]) {
    await page.getByTestId(`chart-tab-${name}`).click();
    const canvas = page.locator(`.canvas-${name} .canvas`);
    await canvas.locator("svg path, canvas").first().waitFor({ state: "attached" });
    await canvas.scrollIntoViewIfNeeded();
    const box = await canvas.boundingBox();
    await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.55);
    await page.mouse.move(box.x + box.width * 0.61, box.y + box.height * 0.56);
    await page.locator(`.canvas-${name} .chart-tip-content`).filter({ hasText: /\d/ }).waitFor();
  }
  await unharmed(page, "charts and what the pointer is told");
  const svg = (await saved(page, "chart-svg")).content.toString("utf8");
  assert.ok(!/<img|<script|onerror="/.test(svg) && !HIDDEN.test(svg), "the picture");
  await page.getByTestId("sources").click();
  await page.getByTestId("sources-close").waitFor();
  await unharmed(page, "sources");
  await page.getByTestId("sources-close").click();

  await page.getByTestId("report").click();
  await page.getByTestId("report-table-first").waitFor();
  for (const text of texts) {
    await put(page.getByTestId("report-own-title"), text);
    await put(page.getByTestId("report-own-name"), text);
  }
  await unharmed(page, "the report");
  const markdown = (await saved(page, "report-markdown")).content.toString("utf8");
  // What stands between backticks is text, too.
  const bare = markdown.replaceAll(/(`+)(?:(?!\1).)*\1/g, "");
  assert.ok(!/(^|[^\\])<(img|script)/.test(bare) && !HIDDEN.test(markdown), "Markdown");
  const csv = (await saved(page, "report-csv")).content.toString("utf8").slice(1);
  const starts = csv.split(/[,\r\n]+/).filter((cell) => /^"?[=@]/.test(cell) || /^"?\+1\+cmd/.test(cell));
  assert.deepEqual(starts, [], "CSV");
  assert.ok(!HIDDEN.test(csv), "CSV");
  const book = textsOf((await saved(page, "report-excel")).content);
  assert.ok(book.includes("&lt;img src=x"), "the workbook holds the note");
  assert.ok(!/<img|<script|<f>[^<]*(HYPERLINK|cmd\|)/.test(book) && !HIDDEN.test(book), "the workbook");
  assert.deepEqual(page.errors, []);
});

test("Back and Forward, faster than the page, leave address and page the same", async () => {
  const page = await open(browser);
  await addressHolds(page, "region=");
  for (const [tens, pause] of [[2, 0], [4, 5], [6, 30]]) {
    // More entries than steps back, in case the browser takes those forward for nothing.
    for (let step = 1; step <= 12; step += 1) {
      const percent = step < 10 ? tens * 10 + step : tens * 10 + step + 1;
      await type(page, "coverage", String(percent));
      await addressHolds(page, `coverage=0.${percent}`);
    }
    await page.evaluate(async (pause) => {
      for (let step = 0; step < 20; step += 1) {
        history.go([-1, -1, 1, -1, 1, 1][step % 6]);
        if (pause > 0) await new Promise((done) => setTimeout(done, pause));
      }
    }, pause);
    await page.waitForTimeout(1_500);
    const address = new URL(page.url()).hash;
    const typed = await field(page, "coverage").inputValue();
    const inAddress = /coverage=0\.(\d+)/.exec(address)?.[1] ?? "81";
    assert.equal(typed, inAddress, `pause ${pause}`);
    const fresh = await watched(await browser.newContext({ locale: "zh-CN" }));
    await fresh.goto(page.url());
    assert.equal(await numbers(fresh), await headline(page), `pause ${pause}`);
    await fresh.context().close();
  }
  // What is typed after all of that is a step of its own.
  const before = await headline(page);
  await type(page, "coverage", "88");
  await addressHolds(page, "coverage=0.88");
  await page.goBack();
  await headlineIs(page, before);
  assert.deepEqual(page.errors, []);
});
