// What is opened over own work, and told of it: pasted links, comparing, going back, notices, names of senders,
// plain http.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { addressHolds, broken, field, headline, headlineAfter, headlineIs, launch, numbers, open, type, url, watched } from "./support.mjs";
import { file, library, ownWork, tab, THEIRS, works } from "./support-saved-work.mjs";

const HOST = "zengshou.test";
let browser;
before(async () => { browser = await launch(`--host-resolver-rules=MAP ${HOST} 127.0.0.1`); });
after(() => browser.close());

test("a link that is pasted anywhere on the page is opened, and own work kept", async () => {
  const page = await open(browser);
  const mine = await ownWork(page);
  const paste = (target, text) => page.evaluate(([target, text]) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    document.querySelector(target).dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, [target, text]);
  // Not where a field takes it, nor where it is no link.
  await paste('input[data-input="coverage"]', THEIRS);
  await paste("main", "今天天气很好");
  assert.equal(await headline(page), mine);
  await paste("main", THEIRS);
  await headlineAfter(page, mine);
  assert.equal(await field(page, "coverage").inputValue(), "50");
  await page.getByTestId("bring-back").click();
  await headlineIs(page, mine);
  assert.deepEqual(page.errors, []);
});

test("an opened link is compared with the own work in one step", async () => {
  const page = await open(browser);
  await ownWork(page);
  await page.evaluate((fragment) => { location.hash = fragment; }, THEIRS.slice(1));
  await page.getByTestId("compare-mine").click();
  await page.getByTestId("compare-table").waitFor();
  assert.deepEqual(await page.locator("input.compare-name").evaluateAll((inputs) => inputs.map((input) => input.value)), ["我的方案"]);
  await page.getByTestId("bring-back").waitFor();
  // The notice stands above the page and hides nothing of it.
  const notice = await page.locator(".notices").boundingBox();
  const tools = await page.locator(".report-tools").boundingBox();
  assert.ok(notice.y + notice.height <= tools.y + 1, `${notice.y + notice.height} over ${tools.y}`);
  assert.deepEqual(page.errors, []);
});

test("a notice has a row of its own: it covers nothing of the page, and the page is lower by it", async () => {
  for (const viewport of [{ width: 1366, height: 768 }, { width: 390, height: 844 }]) {
    const page = await open(browser);
    await ownWork(page);
    // On a phone the levers wait behind a button; what is looked at here comes after them.
    await page.setViewportSize(viewport);
    await page.evaluate((fragment) => { location.hash = fragment; }, THEIRS.slice(1));
    await page.getByTestId("bring-back").waitFor();
    const [head, notices, results] = await Promise.all([".head", ".notices", "#results"].map((part) => page.locator(part).boundingBox()));
    assert.ok(notices.y >= head.y + head.height - 1, "below the head");
    assert.ok(results.y >= notices.y + notices.height - 1, "above the results");
    // Nothing of the page is pushed beyond the window of an office.
    if (viewport.width > 1000) assert.equal(await page.evaluate(() => document.documentElement.scrollHeight > innerHeight), false);
    await page.locator(".notice").getByRole("button", { name: "关闭" }).click();
    await page.locator(".notice").waitFor({ state: "detached" });
    await page.waitForFunction(() => {
      const [head, results] = [".head", "#results"].map((part) => document.querySelector(part).getBoundingClientRect());
      return results.top - head.bottom < 2;
    });
    assert.deepEqual(page.errors, []);
  }
});

test("a step back over an opened link brings the own work's name back", async () => {
  const page = await open(browser);
  await type(page, "coverage", "88");
  await library(page);
  await page.getByTestId("keep-name").fill("我的方案");
  await page.getByTestId("keep").click();
  await page.keyboard.press("Escape");
  const named = page.getByTestId("library").filter({ hasText: "我的方案" });
  await named.waitFor();
  await page.evaluate((fragment) => { location.hash = fragment; }, THEIRS.slice(1));
  await page.getByTestId("library").filter({ hasText: "未命名方案" }).waitFor();
  await page.getByTestId("undo").click();
  await named.waitFor();
  await page.getByTestId("redo").click();
  await named.waitFor({ state: "detached" });
  assert.deepEqual(page.errors, []);
});

test("that something was saved leaves by itself, but not while it is looked at", async () => {
  const page = await open(browser);
  await type(page, "coverage", "88");
  await library(page);
  await page.getByTestId("keep-name").fill("甲");
  await page.getByTestId("keep").click();
  const notice = page.locator(".notice", { hasText: "已保存" });
  await notice.waitFor();
  await page.keyboard.press("Escape");
  await notice.hover();
  await page.waitForTimeout(7_000);
  assert.equal(await notice.count(), 1);
  await page.mouse.move(10, 300);
  await notice.waitFor({ state: "detached", timeout: 9_000 });
});

test("on plain http, without a secure context, copying and tabs work as ever", async () => {
  const address = url.replace("127.0.0.1", HOST);
  assert.notEqual(address, url);
  const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1440, height: 900 } });
  const page = await watched(context);
  await page.goto(address);
  await numbers(page);
  assert.deepEqual(await page.evaluate(() => [isSecureContext, typeof navigator.clipboard, typeof navigator.locks, typeof navigator.share]), [false, "undefined", "undefined", "undefined"]);
  await ownWork(page);
  await page.evaluate(() => document.addEventListener("copy", () => { window.copied = String(document.activeElement.value); }));
  const copied = async (click) => {
    await page.evaluate(() => { window.copied = null; });
    await click();
    await page.waitForFunction(() => window.copied !== null);
    return page.evaluate(() => window.copied);
  };
  await page.getByTestId("share").click();
  assert.equal(await page.getByTestId("share-local").count(), 0);
  assert.equal(await copied(() => page.getByTestId("share-copy").click()), page.url());
  await page.getByText("已复制。").waitFor();
  assert.equal(await copied(() => page.getByTestId("share-copy-text").click()), new URL(page.url()).hash);
  assert.equal(await page.getByRole("button", { name: "系统分享…" }).count(), 0);
  await page.keyboard.press("Escape");
  await page.locator('button[data-figure="income.scenario.2023"]').first().click();
  assert.match(await copied(() => page.getByTestId("explain-copy").click()), /人均/);
  await page.keyboard.press("Escape");
  // Without locks an open tab's slot is found by asking: it stays, and one that is closed gives its place.
  const other = await watched(context);
  await other.goto(address);
  await numbers(other);
  await type(other, "coverage", "70");
  await works(other, 2);
  await other.waitForTimeout(1_500);
  await works(other, 2);
  await page.close();
  await other.reload();
  await numbers(other);
  await type(other, "coverage", "71");
  await addressHolds(other, "coverage=0.71");
  await other.waitForTimeout(1_500);
  assert.deepEqual((await works(other, 2)).map((values) => values.coverage), ["0.88", "0.71"]);
  assert.deepEqual([...page.errors, ...other.errors], []);
});

test("a link of this machine alone says so, and the text beside it can be pasted", async () => {
  const page = await open(browser);
  await type(page, "coverage", "88");
  await addressHolds(page, "coverage=0.88");
  await page.getByTestId("share").click();
  assert.match(await page.getByTestId("share-local").innerText(), /127\.0\.0\.1.*只在本机/);
  assert.equal(await page.getByTestId("share-text").inputValue(), new URL(page.url()).hash);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("dialog").getByTestId("save-file").click()]);
  assert.match(download.suggestedFilename(), /\.json$/);
});

test("the name travels with the link and the file, and is shown as the sender's", async () => {
  const page = await open(browser);
  await type(page, "coverage", "88");
  await library(page);
  await page.getByTestId("keep-name").fill("县里的方案");
  await page.getByTestId("keep").click();
  await page.keyboard.press("Escape");
  await addressHolds(page, "v=5");
  const other = await open(browser, { fragment: new URL(page.url()).hash });
  await other.getByTestId("library").filter({ hasText: "县里的方案（对方所起的名称，此处未保存）" }).waitFor();
  await other.getByTestId("report").click();
  await other.locator(".cover-page").getByText("县里的方案").first().waitFor();
  await other.getByTestId("report-close").click();
  // Once it is changed it is no longer what the sender called so.
  await type(other, "coverage", "89");
  await other.getByTestId("library").filter({ hasText: "未命名方案" }).waitFor();
  await page.reload();
  await numbers(page);
  await page.getByTestId("library").filter({ hasText: /^县里的方案▾$/ }).waitFor();
  assert.deepEqual([...page.errors, ...other.errors], []);
});

test("lists, notices and the share dialog are for everyone", async () => {
  for (const [locale, viewport] of [["zh-CN", { width: 1366, height: 768 }], ["en-US", { width: 390, height: 844 }]]) {
    const page = await open(browser, { locale, viewport });
    await page.evaluate(([work, elsewhere]) => {
      localStorage.setItem("zengshou/work/n0000000001-20260103-1.1", work);
      localStorage.setItem("zengshou/work/n0000000002-20260104-2.1", "{broken");
      localStorage.setItem("zengshou/scenario/甲", work);
      localStorage.setItem("zengshou/scenario/乙", elsewhere);
    }, [file({ coverage: "0.88" }, { tray: [{ name: "一", values: {} }] }), JSON.stringify({ region: "chengde-2021", values: {} })]);
    const visit = await tab(page.context(), THEIRS);
    const check = async (what) => {
      const violations = await broken(visit);
      assert.deepEqual(violations.map((violation) => [what, violation.id, violation.nodes[0].html]), []);
      const wide = await visit.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${what}: ${wide} too wide`);
    };
    await visit.getByTestId("compare-mine").waitFor();
    await check("notices");
    const dialog = await library(visit);
    await dialog.getByTestId("kept-work").getByRole("button").nth(1).click();
    await visit.getByTestId("row-name").waitFor();
    await check("library");
    await visit.keyboard.press("Escape");
    await visit.getByTestId("share").click();
    await check("share");
    await visit.keyboard.press("Escape");
    await visit.getByTestId("compare-mine").click();
    await visit.getByTestId("compare-table").waitFor();
    await check("compare");
    assert.deepEqual(visit.errors, []);
  }
});
