// Work is not lost: reload, names, files, two tabs, blocked and full storage, a crash.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { addressHolds, field, headline, headlineAfter, headlineIs, launch, numbers, open, type, url, watched } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const PLAN = "13,892.27";

test("a reload and a new visit bring the work back", async () => {
  const page = await open(browser);
  await type(page, "coverage", "88");
  await addressHolds(page, "coverage=0.88");
  const mine = await headline(page);
  await page.reload();
  assert.equal(await numbers(page), mine);
  const later = await watched(page.context());
  await later.goto(url);
  await numbers(later);
  await headlineIs(later, mine);
});

test("scenarios are kept under names, opened and deleted", async () => {
  const page = await open(browser);
  await type(page, "coverage", "88");
  const mine = await headlineAfter(page, PLAN);
  await page.getByTestId("library").click();
  await page.getByTestId("keep-name").fill("草案 <b>一</b>");
  await page.getByTestId("keep").click();
  await page.getByRole("dialog").getByRole("button", { name: "草案 <b>一</b>", exact: true }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByTestId("example").selectOption("plan");
  await headlineIs(page, PLAN);
  await page.getByTestId("library").click();
  await page.getByRole("dialog").getByRole("button", { name: "草案 <b>一</b>", exact: true }).click();
  await headlineIs(page, mine);
  await page.getByTestId("library").click();
  await page.getByRole("button", { name: "删除“草案 <b>一</b>”" }).click();
  await page.getByRole("button", { name: "确认删除" }).click();
  await page.getByText("还没有保存的方案").waitFor();
  assert.deepEqual(page.errors, []);
});

test("a scenario is saved to a file and opened from it", async () => {
  const page = await open(browser);
  await type(page, "coverage", "88");
  await type(page, "jobs.outward", "1234");
  await addressHolds(page, "1234");
  const mine = await headline(page);
  await page.getByTestId("library").click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("save-file").click()]);
  const path = await download.path();
  const saved = JSON.parse(readFileSync(path, "utf8"));
  assert.equal(saved.region, "zhangjiakou-2021");
  assert.deepEqual(saved.values, { coverage: "0.88", "jobs.outward": "1234" });
  const other = await open(browser);
  await other.getByTestId("library").click();
  await other.getByTestId("open-file").setInputFiles(path);
  await headlineIs(other, mine);
});

test("a broken file is said in words and changes nothing", async () => {
  const page = await open(browser);
  for (const [name, text] of [["a.json", '{"region":'], ["b.json", '{"region":"nowhere","values":{}}'], ["c.json", "x".repeat(2_000_000)]]) {
    await page.getByTestId("library").click();
    await page.getByTestId("open-file").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
    await page.locator(".notice").first().waitFor();
    assert.equal(await headline(page), PLAN);
  }
});

test("two tabs do not write over one another", async () => {
  const first = await open(browser);
  await type(first, "coverage", "88");
  await addressHolds(first, "coverage=0.88");
  const second = await watched(first.context());
  await second.goto(url);
  await numbers(second);
  await type(second, "coverage", "70");
  await addressHolds(second, "coverage=0.7");
  const slots = await first.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith("zengshou/work/")).map(([, text]) => JSON.parse(text).values.coverage));
  assert.deepEqual(slots.sort(), ["0.7", "0.88"]);
});

test("blocked storage is said once, and everything else works", async () => {
  const page = await open(browser, {
    before: () => {
      const refuse = { get() { throw new DOMException("blocked", "SecurityError"); } };
      Object.defineProperty(window, "localStorage", refuse);
      Object.defineProperty(window, "sessionStorage", refuse);
    },
  });
  await type(page, "coverage", "88");
  const mine = await headlineAfter(page, PLAN);
  await page.getByText("浏览器不允许保存数据").waitFor();
  await addressHolds(page, "coverage=0.88");
  assert.equal(await page.getByText("浏览器不允许保存数据").count(), 1);
  assert.equal(await headline(page), mine);
});

test("full storage is said, and everything else works", async () => {
  const page = await open(browser, {
    before: () => {
      Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
    },
  });
  await type(page, "coverage", "88");
  await page.getByText("浏览器存储空间已满").waitFor();
  await addressHolds(page, "coverage=0.88");
});

test("damaged storage is said, and everything else works", async () => {
  const page = await open(browser, { before: () => { localStorage.setItem("zengshou/work/0000000000001-000000001", "{broken"); } });
  await page.locator(".notice").first().waitFor();
  assert.equal(await headline(page), PLAN);
  await type(page, "coverage", "88");
  await addressHolds(page, "coverage=0.88");
});

test("a crash of the program shows the last state as a link", async () => {
  const page = await open(browser);
  await type(page, "coverage", "88");
  await addressHolds(page, "coverage=0.88");
  await page.evaluate(() => {
    const error = new WebAssembly.RuntimeError("unreachable");
    window.dispatchEvent(new ErrorEvent("error", { error, message: "unreachable" }));
  });
  await page.locator("#crash:not([hidden])").waitFor();
  const link = await page.locator("#crash-link").getAttribute("href");
  assert.match(link, /coverage=0\.88/);
  assert.equal(await field(page, "coverage").count(), 1);
});
