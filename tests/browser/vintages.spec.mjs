// Earlier versions of a region's data: a link of before shows its numbers, today's are a step away, and back.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { addressHolds, broken, headline, headlineAfter, headlineIs, launch, numbers, type, url, watched } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** A link of the first version, and its headline as it was released. */
const SHARED = "#v=1&model=1&region=zhangjiakou-2021.1&income=13573.12&coverage=0.85";
const THEN = "13,573.12";

/** The page, whose region has had its second release. */
async function open({ fragment = SHARED, locale = "zh-CN", viewport = { width: 1440, height: 900 }, ...rest } = {}) {
  const context = await browser.newContext({ locale, viewport, ...rest });
  const page = await watched(context);
  await page.goto(url + fragment);
  await numbers(page);
  return page;
}

const way = (page) => page.getByTestId("vintage-way");
const line = (page) => page.getByTestId("vintage");

test("a link of before opens as shared, and goes to today's figures and back", async () => {
  const page = await open();
  assert.equal(await headline(page), THEN);
  assert.equal(await page.locator(".notice").count(), 0, "nothing is wrong with it");
  const said = await line(page).innerText();
  assert.match(said, /分享时的第 1 版数据/);
  const today = said.match(/[\d,]+\.\d\d/)[0];
  assert.notEqual(today, THEN);
  assert.match(await page.getByTestId("standing").innerText(), /第 1 版数据/);
  assert.match(await page.getByTestId("foot-data").innerText(), /第 1 版/);
  await addressHolds(page, "region=zhangjiakou-2021.1&");

  // By keyboard: the button stays where the focus is.
  await way(page).focus();
  await page.keyboard.press("Enter");
  await headlineIs(page, today);
  assert.match(await line(page).innerText(), /已改用当前第 \d+ 版数据/);
  assert.ok((await line(page).innerText()).includes(THEN));
  assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), "vintage-way");
  assert.doesNotMatch(await page.getByTestId("standing").innerText(), /版数据/);
  const newest = said.match(/当前第 (\d+) 版/)[1];
  await addressHolds(page, `region=zhangjiakou-2021.${newest}&`);

  await page.keyboard.press("Enter");
  await headlineIs(page, THEN);
  await page.keyboard.press("Control+z");
  await headlineIs(page, today);
  await page.keyboard.press("Control+z");
  await headlineIs(page, THEN);
  assert.match(await line(page).innerText(), /分享时/);

  // An edit stays in the version, and so does the page after a reload.
  await type(page, "jobs.outward", "5000");
  const edited = await headlineAfter(page, THEN);
  await addressHolds(page, "jobs.outward=5000");
  await page.reload();
  await numbers(page);
  assert.equal(await headline(page), edited);
  assert.match(await line(page).innerText(), /第 1 版数据/);
  assert.deepEqual(page.errors, []);
});

test("a page that begins with today's figures says nothing of others", async () => {
  const page = await open({ fragment: "" });
  assert.equal(await line(page).count(), 0);
  assert.match(await page.getByTestId("foot-data").innerText(), /当前版/);
});

test("work that was saved under an earlier version opens with its figures", async () => {
  const page = await open({ fragment: "" });
  await page.evaluate(() => {
    const file = JSON.stringify({ region: "zhangjiakou-2021", region_version: 1, name: "去年的", values: { coverage: "0.85" } });
    localStorage.setItem("zengshou/scenario/去年的", file);
  });
  await page.getByTestId("library").click();
  await page.getByRole("dialog").getByRole("button", { name: "去年的", exact: true }).click();
  await headlineIs(page, THEN);
  assert.match(await line(page).innerText(), /保存时的第 1 版数据/);
});

test("drafts of different versions keep their own numbers, and that is said", async () => {
  const page = await open({ fragment: "" });
  await page.getByTestId("planning").click();
  await page.getByTestId("compare-link").fill(SHARED);
  await page.getByTestId("compare-add-link").click();
  const table = page.getByTestId("compare-table");
  await table.getByText(THEN).first().waitFor();
  assert.match(await page.getByTestId("compare-versions").innerText(), /版本不同/);
  const versions = await table.locator("tr", { hasText: "数据版本" }).locator("td").allInnerTexts();
  assert.equal(versions[2].trim().replace(/\D.*/s, ""), "1", versions.join(" "));
  assert.match(await page.getByTestId("merge-version").innerText(), /第 \d+ 版/);
});

test("a value of before is not given today's source", async () => {
  const page = await open();
  await page.getByTestId("sources").click();
  const row = page.getByTestId("source-coverage_effect");
  await row.waitFor();
  assert.match(await row.innerText(), /第 1 版数据中的数值；当前为 \d+/);
});

for (const [locale, colorScheme, viewport] of [
  ["zh-CN", "light", { width: 1440, height: 900 }],
  ["en-US", "dark", { width: 390, height: 844 }],
]) {
  test(`the line is for everyone: ${locale}, ${colorScheme}, ${viewport.width} pixels`, async () => {
    const page = await open({ locale, colorScheme, viewport });
    const found = [];
    for (const state of ["as shared", "today"]) {
      const violations = await broken(page);
      found.push(...violations.map(({ id, nodes }) => `${state}: ${id}: ${nodes[0].html}`));
      const box = await line(page).boundingBox();
      const number = await page.getByTestId("headline").boundingBox();
      assert.ok(box.y < number.y && number.y - box.y < 260, "it stands where the headline does");
      assert.ok(box.x >= 0 && box.x + box.width <= viewport.width, "nothing is cut off");
      const before = await headline(page);
      await way(page).click();
      await headlineAfter(page, before);
    }
    assert.deepEqual(found, []);
  });
}
