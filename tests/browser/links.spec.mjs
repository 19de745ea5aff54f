// Links: the address bar, a second tab, Back and Forward, bad links, the reader's own work.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { addressHolds, field, headline, headlineAfter, headlineIs, launch, numbers, open, type, url, watched } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const PLAN = "13,892.27";
const HAND_WRITTEN = "#v=1&model=2&region=zhangjiakou-2021.2&coverage=0.85";

test("the address bar is the link, and a second tab shows the same", async () => {
  const page = await open(browser);
  await type(page, "coverage", "85");
  await type(page, "jobs.outward", "5000");
  await addressHolds(page, "jobs.outward=5000");
  const link = page.url();
  assert.ok(link.length < 250, `${link.length} characters`);
  const other = await open(browser, { fragment: new URL(link).hash });
  assert.equal(await headline(other), await headline(page));
  assert.equal(await field(other, "coverage").inputValue(), "85");
  await page.getByTestId("share").click();
  assert.equal(await page.getByTestId("share-address").inputValue(), link);
  await page.getByRole("img", { name: "二维码" }).waitFor();
});

test("Back and Forward walk through the changes", async () => {
  const page = await open(browser);
  await addressHolds(page, "region=");
  await type(page, "coverage", "85");
  await addressHolds(page, "coverage=0.85");
  const first = await headline(page);
  await type(page, "jobs.outward", "5000");
  await addressHolds(page, "jobs.outward=5000");
  const second = await headline(page);
  await page.goBack();
  await headlineIs(page, first);
  await page.goBack();
  await headlineIs(page, PLAN);
  await page.goForward();
  await headlineIs(page, first);
  await page.goForward();
  await headlineIs(page, second);
});

test("a link shared when the figures were others says so", async () => {
  const page = await open(browser, { fragment: "#v=1&model=2&region=zhangjiakou-2021.2&income=13000.00&coverage=0.85" });
  const said = await page.getByTestId("figures-changed").innerText();
  assert.match(said, /13,000\.00/);
  assert.ok(said.includes(await headline(page)), said);
});

const BAD = {
  "an unknown key": [`${HAND_WRITTEN}&no.such.key=1`, /no\.such\.key/],
  "a value out of range": [`${HAND_WRITTEN}&execution=7`, /execution/],
  "a key twice": [`${HAND_WRITTEN}&coverage=0.9`, /coverage/],
  "a part that is no pair": [`${HAND_WRITTEN}&garbage`, /garbage/],
  "a wrong check": [`${HAND_WRITTEN}&check=zzzz`, /链接/],
  "markup": [`${HAND_WRITTEN}&<img src=x onerror=alert(1)>=1`, /img/],
};
for (const [what, [fragment, said]] of Object.entries(BAD)) {
  test(`${what} is listed, and the rest works`, async () => {
    const page = await open(browser, { fragment });
    const notice = page.getByRole("status").filter({ hasText: said });
    await notice.first().waitFor();
    assert.equal(await field(page, "coverage").inputValue(), "85");
    assert.notEqual(await headline(page), PLAN);
    assert.deepEqual(page.errors, []);
  });
}

test("what is no link at all is said, and the plan stands", async () => {
  for (const fragment of ["#hello", "#v=99&x=1", "#v=1&region=nowhere.1", `#${"x".repeat(1_000_000)}`]) {
    const page = await open(browser, { fragment });
    assert.equal(await headline(page), PLAN);
    await page.locator(".notice").first().waitFor();
    await page.context().close();
  }
});

test("opening a link keeps the reader's own work, one click away", async () => {
  const page = await open(browser);
  await type(page, "coverage", "90");
  const mine = await headlineAfter(page, PLAN);
  await addressHolds(page, "coverage=0.9");
  // A link is opened in the very same tab, as from a bookmark.
  await page.evaluate((fragment) => { location.hash = fragment; }, "v=1&model=2&region=zhangjiakou-2021.2&jobs.outward=20000");
  const theirs = await headlineAfter(page, mine);
  assert.notEqual(theirs, mine);
  await page.getByTestId("bring-back").click();
  await headlineIs(page, mine);
});

test("one step back leads from an opened link to the own work, and takes its offer away", async () => {
  const page = await open(browser);
  await type(page, "coverage", "90");
  const mine = await headlineAfter(page, PLAN);
  await addressHolds(page, "coverage=0.9");
  await page.evaluate((fragment) => { location.hash = fragment; }, "v=1&model=2&region=zhangjiakou-2021.2&jobs.outward=20000");
  await headlineAfter(page, mine);
  await page.getByTestId("bring-back").waitFor();
  // At rest everything is written that will be.
  await page.waitForTimeout(600);
  await page.goBack();
  await headlineIs(page, mine);
  await page.getByTestId("bring-back").waitFor({ state: "detached" });
  assert.deepEqual(page.errors, []);
});

test("the address bar is the link also after one that can't be used", async () => {
  const page = await open(browser);
  await type(page, "coverage", "90");
  const mine = await headlineAfter(page, PLAN);
  await addressHolds(page, "coverage=0.9");
  for (const fragment of ["hello", "v=99&x=1", "v=1&region=nowhere.1"]) {
    await page.evaluate((fragment) => { location.hash = fragment; }, fragment);
    await addressHolds(page, "coverage=0.9");
    assert.equal(await headline(page), mine);
  }
});

test("a long list of faults neither repeats itself nor hides the way back", async () => {
  const page = await open(browser);
  await type(page, "coverage", "90");
  await addressHolds(page, "coverage=0.9");
  await page.evaluate((fragment) => { location.hash = fragment; }, `v=1&region=zhangjiakou-2021.2&jobs.outward=9${"&a=1".repeat(5_000)}`);
  await page.getByTestId("bring-back").waitFor();
  const box = await page.getByTestId("bring-back").boundingBox();
  assert.ok(box.y >= 0 && box.y + box.height <= 900, `the way back is at ${box.y}`);
  const lines = await page.locator(".notice li").allInnerTexts();
  assert.equal(lines.length, new Set(lines).size);
});

test("a link in a new tab of the same browser leaves the first tab's work alone", async () => {
  const page = await open(browser);
  await type(page, "coverage", "90");
  await addressHolds(page, "coverage=0.9");
  const mine = await headline(page);
  const other = await watched(page.context());
  await other.goto(`${url}#v=1&model=2&region=zhangjiakou-2021.2&jobs.outward=20000`);
  await numbers(other);
  await other.getByTestId("bring-back").waitFor();
  await type(other, "jobs.outward", "30000");
  await addressHolds(other, "jobs.outward=30000");
  await page.reload();
  assert.equal(await numbers(page), mine);
});

test("the language is in the link only if asked, and the link brings it", async () => {
  const page = await open(browser);
  await page.getByTestId("language").selectOption("en");
  await page.getByTestId("share").click();
  assert.doesNotMatch(await page.getByTestId("share-address").inputValue(), /lang=/);
  await page.getByRole("checkbox", { name: /language/i }).check();
  await page.waitForFunction(() => document.querySelector('[data-testid="share-address"]').value.includes("lang=en"));
  const link = await page.getByTestId("share-address").inputValue();
  await addressHolds(page, "lang=en");
  const other = await open(browser, { fragment: new URL(link).hash, locale: "zh-CN" });
  assert.equal(await other.getByTestId("language").inputValue(), "en");
});
