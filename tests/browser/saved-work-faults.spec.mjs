// Nothing of one's own work vanishes: links of others, drafts, names, corrupt and full and cleared storage, several
// tabs, killed tabs, clocks that are wrong.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { addressHolds, field, headline, headlineAfter, headlineIs, launch, numbers, open, slider, type, url, watched } from "./support.mjs";
import { base64url, entries, file, library, ownWork, tab, THEIRS, works } from "./support-saved-work.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

test("a colleague's link takes no slot from own work, is listed, and offers the own back after a reload, too", async () => {
  const page = await open(browser);
  const mine = await ownWork(page);
  const context = page.context();
  await page.close();

  const theirs = await tab(context, THEIRS);
  await theirs.getByTestId("bring-back").waitFor();
  await theirs.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith("zengshou/seen/")));
  await theirs.reload();
  await numbers(theirs);
  await theirs.getByTestId("bring-back").waitFor();
  assert.equal(await field(theirs, "coverage").inputValue(), "50");
  await theirs.close();

  const visit = await tab(context);
  assert.equal(await headline(visit), mine);
  assert.equal(await field(visit, "jobs.outward").inputValue(), "4,321");
  const dialog = await library(visit);
  await dialog.getByTestId("kept-seen").getByRole("button", { name: /^人均/ }).waitFor();
  assert.equal((await works(visit, 1)).length, 1);
  assert.deepEqual(visit.errors, []);
});

test("thirteen visits without an edit push nobody's work out, and own work is listed by day", async () => {
  const first = await open(browser);
  await type(first, "coverage", "90");
  await addressHolds(first, "coverage=0.9");
  const second = await tab(first.context());
  await type(second, "coverage", "70");
  await addressHolds(second, "coverage=0.7");
  await works(second, 2);
  for (let visit = 0; visit < 13; visit += 1) {
    const page = await watched(first.context());
    await page.goto(url);
    await numbers(page);
    await page.close();
  }
  assert.deepEqual(await works(second, 2), [{ coverage: "0.9" }, { coverage: "0.7" }]);
  const dialog = await library(second);
  const list = dialog.getByTestId("kept-work");
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  await list.getByText(day, { exact: true }).waitFor();
  // What another tab has open can't be deleted from here.
  await list.getByText("另一页面正打开").waitFor();
  assert.equal(await list.getByRole("button", { name: /^删除/ }).count(), 0);
  // The browser frees what a closed page held a moment later.
  const held = () => second.evaluate(async () => (await navigator.locks.query()).held.length);
  const before = await held();
  await first.close();
  await second.waitForFunction(async (before) => (await navigator.locks.query()).held.length < before, before);
  await second.keyboard.press("Escape");
  await library(second);
  await list.getByRole("button", { name: /^给/ }).click();
  await list.getByTestId("row-name").fill("上周的");
  await list.getByRole("button", { name: "确定" }).click();
  await dialog.getByTestId("kept-saved").getByRole("button", { name: "上周的", exact: true }).click();
  await headlineIs(second, "13,862.81");
  await second.getByTestId("bring-back").waitFor();
});

test("own drafts survive any number of links: by notice, by undo, in the list", async () => {
  const page = await open(browser);
  await ownWork(page);
  await page.getByTestId("planning").click();
  await page.getByTestId("compare-name").fill("我的草案");
  await page.getByTestId("compare-add-present").click();
  await page.getByTestId("plan-close").click();
  await page.waitForFunction(() => location.hash.startsWith("#v=4"));
  await page.waitForFunction(() => Object.values(localStorage).some((text) => text.includes("我的草案")));
  const go = (fragment, value) => page.evaluate((fragment) => { location.hash = fragment; }, fragment).then(() => page.waitForFunction((value) => document.querySelector('input[data-input="coverage"]').value === value, value));
  await go(`v=4&tray.1=${base64url("他们的\nco=0.85")}&region=zhangjiakou-2021&coverage=0.5`, "50");
  await go("v=1&region=zhangjiakou-2021&coverage=0.6", "60");
  await go("v=1&region=zhangjiakou-2021&coverage=0.7", "70");
  await page.getByTestId("bring-tray-back").waitFor();
  // In the storage and in the list.
  await page.waitForTimeout(500);
  const kept = (await entries(page, "work")).map(([, text]) => JSON.parse(text));
  assert.ok(kept.some((work) => work.tray?.[0]?.name === "我的草案" && work.values["jobs.outward"] === "4321"), JSON.stringify(kept));
  const dialog = await library(page);
  await dialog.getByTestId("kept-work").getByText("带 1 份比较方案").waitFor();
  assert.match(await dialog.getByTestId("kept-drafts").innerText(), /他们的/);
  await page.keyboard.press("Escape");
  // By undo, to the very drafts.
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("Control+z");
  assert.equal(await field(page, "coverage").inputValue(), "88");
  await library(page);
  assert.match(await dialog.getByTestId("kept-drafts").innerText(), /我的草案/);
  await page.keyboard.press("Escape");
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("Control+y");
  await library(page);
  assert.match(await dialog.getByTestId("kept-drafts").innerText(), /他们的/);
  assert.deepEqual(page.errors, []);
});

test("saving keeps drafts, opening brings them, and nothing is written over unasked or moved by reading", async () => {
  const elsewhere = JSON.stringify({ region: "chengde-2021", region_version: 1, name: "甲", values: { coverage: "0.1" } });
  const newer = file({ coverage: "0.2" }, { weather: "fine" });
  const page = await open(browser);
  await page.evaluate(([elsewhere, newer]) => {
    localStorage.setItem("zengshou/scenario/甲", elsewhere);
    localStorage.setItem("zengshou/scenario/乙", newer);
  }, [elsewhere, newer]);
  await ownWork(page);
  await page.getByTestId("planning").click();
  await page.getByTestId("compare-add-present").click();
  await page.getByTestId("plan-close").click();
  const dialog = await library(page);
  const unreadable = dialog.getByTestId("kept-unreadable");
  assert.match(await unreadable.innerText(), /甲[\s\S]*chengde-2021/);
  assert.match(await unreadable.innerText(), /乙[\s\S]*更新版本/);
  for (const name of ["甲", "乙"]) {
    await page.getByTestId("keep-name").fill(name);
    await page.getByTestId("keep").click();
    await dialog.getByRole("button", { name: `${name} (2)`, exact: true }).waitFor();
  }
  assert.deepEqual(await page.evaluate(() => ["甲", "乙"].map((name) => localStorage.getItem(`zengshou/scenario/${name}`))), [elsewhere, newer]);
  assert.equal(JSON.parse(await page.evaluate(() => localStorage.getItem("zengshou/scenario/甲 (2)"))).tray.length, 1);
  await page.keyboard.press("Escape");
  const other = await tab(page.context(), THEIRS);
  const list = await library(other);
  await list.getByTestId("kept-saved").getByRole("button", { name: "甲 (2)", exact: true }).click();
  await other.waitForFunction(() => location.hash.startsWith("#v=5") && location.hash.includes("tray.1="));
  assert.deepEqual([...page.errors, ...other.errors], []);
});

const CORRUPT = {
  "an empty text": "",
  "spaces": "  ",
  "null": "null",
  "a number": "42",
  "a list": "[]",
  "an empty object": "{}",
  "half a file": '{"region":"zhangjiakou-2021","values":{"coverage":',
  "bytes": "\u0000\u0001\uffff",
  "no values": '{"region":"zhangjiakou-2021"}',
  "a region that is a number": '{"region":7,"values":{}}',
  "values that are a list": '{"region":"zhangjiakou-2021","values":[]}',
  "a field of a newer release": file({}, { weather: "fine" }),
  "brackets without end": "[".repeat(200_000),
};
test("thirteen kinds of corrupt entries are told, listed and left where they are", async () => {
  assert.equal(Object.keys(CORRUPT).length, 13);
  for (const [what, text] of Object.entries(CORRUPT)) {
    const page = await open(browser);
    await page.evaluate(([text, own]) => {
      localStorage.setItem("zengshou/work/n0000000001-20260101-1.1", own);
      localStorage.setItem("zengshou/work/n0000000002-20260102-2.1", text);
      localStorage.setItem("zengshou/scenario/坏", text);
    }, [text, file({ coverage: "0.88" })]);
    const visit = await tab(page.context());
    assert.equal(await field(visit, "coverage").inputValue(), "88", what);
    await visit.locator(".notice.warn").first().waitFor();
    await visit.getByTestId("see-kept").click();
    const unreadable = visit.getByRole("dialog").getByTestId("kept-unreadable");
    assert.equal(await unreadable.getByRole("listitem").count(), 2, what);
    await visit.keyboard.press("Escape");
    await type(visit, "coverage", "91");
    await addressHolds(visit, "coverage=0.91");
    const left = await visit.evaluate(() => [localStorage.getItem("zengshou/work/n0000000002-20260102-2.1"), localStorage.getItem("zengshou/scenario/坏")]);
    assert.deepEqual(left, [text, text], what);
    assert.deepEqual(visit.errors, [], what);
    await page.context().close();
  }
});

test("of what can't be read the day, the region, the name and the version are listed", async () => {
  const page = await open(browser);
  await page.evaluate(() => {
    const put = (key, value) => localStorage.setItem(`zengshou/${key}`, JSON.stringify(value));
    put("work/n0000000001-20260103-1.1", { region: "chengde-2021", region_version: 3, name: "承德的方案", values: {} });
    put("scenario/以后的", { region: "zhangjiakou-2021", region_version: 9, name: "以后的", values: {}, colours: [] });
  });
  const visit = await tab(page.context());
  await library(visit);
  const rows = visit.getByTestId("kept-unreadable").getByRole("listitem");
  const texts = await rows.allInnerTexts();
  const has = (...parts) => assert.ok(texts.some((text) => parts.every((part) => text.includes(part))), `${parts}: ${texts}`);
  has("承德的方案", "2026-01-03", "地区 chengde-2021", "第 3 版");
  has("以后的", "地区 zhangjiakou-2021", "第 9 版", "可能由更新版本的程序写入");
  assert.deepEqual(visit.errors, []);
});

test("with the storage full nothing of other tabs goes, and that is said", async () => {
  const page = await open(browser);
  await ownWork(page);
  await page.evaluate(() => {
    localStorage.setItem("filled", "");
    for (let size = 1 << 22; size >= 1; size = Math.floor(size / 2)) {
      try {
        for (;;) localStorage.setItem("filled", localStorage.getItem("filled") + "x".repeat(size));
      } catch { /* as far as it goes */ }
    }
  });
  const before = await entries(page, "work");
  const other = await tab(page.context(), THEIRS);
  await type(other, "coverage", "55");
  await addressHolds(other, "coverage=0.55");
  await other.getByText("浏览器存储空间已满").waitFor();
  assert.deepEqual(await entries(page, "work"), before);
  assert.equal(await field(other, "coverage").inputValue(), "55");
  // Once there is room, the next change is kept.
  await other.evaluate(() => localStorage.removeItem("filled"));
  await type(other, "coverage", "56");
  await works(other, 2);
  assert.deepEqual(other.errors, []);
});

test("a storage that is cleared under the page is written again", async () => {
  const page = await open(browser);
  const mine = await ownWork(page);
  await page.evaluate(() => localStorage.clear());
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent("pagehide")));
  await works(page, 1);
  const later = await tab(page.context());
  assert.equal(await headline(later), mine);
});

test("a tab that is killed in the middle of a drag loses nothing from before it", async () => {
  const page = await open(browser);
  const mine = await ownWork(page);
  const handle = slider(page, "coverage");
  await handle.scrollIntoViewIfNeeded();
  const box = await handle.boundingBox();
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2, { steps: 5 });
  await headlineAfter(page, mine);
  const context = page.context();
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  session.send("Page.crash").catch(() => {});
  await crashed;
  const later = await tab(context);
  const found = await works(later, 1);
  assert.equal(found[0]["jobs.outward"], "4321");
  assert.equal(await field(later, "jobs.outward").inputValue(), "4,321");
  await page.close();
});

test("a clock that stood a year ahead or back in 2009 decides nothing", async () => {
  const page = await open(browser);
  const context = page.context();
  await page.close();
  let last;
  for (const [year, coverage] of [[2027, "71"], [2026, "72"], [2009, "73"], [2026, "74"]]) {
    const visit = await watched(context);
    await visit.addInitScript((away) => {
      const Real = Date;
      window.Date = class extends Real {
        constructor(...parts) {
          if (parts.length) super(...parts);
          else super(Real.now() + away);
        }
        static now() { return Real.now() + away; }
      };
    }, new Date(`${year}-11-29T08:00:00Z`) - Date.now());
    await visit.goto(url);
    await numbers(visit);
    if (last) assert.equal(await field(visit, "coverage").inputValue(), last);
    await type(visit, "coverage", coverage);
    await addressHolds(visit, `coverage=0.${coverage}`);
    await visit.waitForFunction((value) => Object.values(localStorage).some((text) => text.includes(value)), `0.${coverage}`);
    last = coverage;
    await visit.close();
  }
  const visit = await tab(context);
  assert.equal(await field(visit, "coverage").inputValue(), last);
});

test("work of earlier releases is opened, and comes before what is kept now", async () => {
  const page = await open(browser);
  await page.evaluate(([old, ahead]) => {
    localStorage.setItem("zengshou/work/1700000000000-000000001", old);
    localStorage.setItem("zengshou/work/1900000000000-000000002", ahead);
  }, [file({ coverage: "0.8" }), file({ coverage: "0.87" })]);
  const first = await tab(page.context());
  assert.equal(await field(first, "coverage").inputValue(), "87");
  await type(first, "coverage", "60");
  await addressHolds(first, "coverage=0.6");
  await first.close();
  const second = await tab(page.context());
  assert.equal(await field(second, "coverage").inputValue(), "60");
});
