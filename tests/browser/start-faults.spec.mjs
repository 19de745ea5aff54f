// Files of the page that are missing, cut off, another's or of another release: reported in words, repaired where
// that is possible, and nothing lost.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";

import { parse } from "acorn";

import { addressHolds, broken, headlineIs, launch, numbers, slider, type } from "./support.mjs";

const TYPES = { html: "text/html", js: "text/javascript", css: "text/css", json: "application/json", svg: "image/svg+xml", wasm: "application/wasm", ftl: "text/plain" };
const LOGIN = "<!DOCTYPE html><html><title>登录</title><body>请先登录</body></html>";
const FRAGMENT = "#v=1&region=zhangjiakou-2021&coverage=0.85";
const files = new Map();
let browser;

before(async () => {
  browser = await launch();
  const folder = process.env.ZENGSHOU_DIST;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    files.set(path.slice(folder.length + 1).replaceAll("\\", "/"), readFileSync(path));
  }
});
after(() => browser.close());

/** The one file whose name begins so. */
const named = (start) => {
  const found = [...files.keys()].filter((name) => new RegExp(`^${start.replaceAll(".", "\\.")}\\.[0-9a-f]{8}\\.`).test(name));
  assert.equal(found.length, 1, `${start}: ${found}`);
  return found[0];
};

/** Faults of a server that does not deliver a file. */
const FAULTS = {
  missing: (answer) => answer.writeHead(404).end("not found"),
  unavailable: (answer) => answer.writeHead(503).end("busy"),
  cut: (answer, name) => {
    const content = files.get(name);
    answer.writeHead(200, { "Content-Type": TYPES[name.split(".").at(-1)], "Cache-Control": "public, max-age=31536000, immutable" });
    answer.end(content.subarray(0, content.length >> 1));
  },
  login: (answer) => answer.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(LOGIN),
};

const packedFiles = new Map();

/** A file's bytes as they travel. */
function packed(content) {
  if (!packedFiles.has(content)) packedFiles.set(content, gzipSync(content, { level: 1 }));
  return packedFiles.get(content);
}

/** A server of the page with the headers of docs/serving.md, whose files can fail. */
async function serve(t) {
  const site = { files: new Map(files), faults: new Map(), asked: [], caching: {} };
  const server = createServer((request, answer) => {
    const name = request.url.split("?")[0].slice(1) || "index.html";
    site.asked.push(name);
    const fault = site.faults.get(name);
    if (fault) return fault(answer, name);
    const content = site.files.get(name);
    if (!content) return answer.writeHead(404).end("not found");
    const isIndex = name === "index.html";
    // As every server of a release does; the browser keeps no copy of a file that is too large.
    const isPacked = name.endsWith(".wasm");
    answer.writeHead(200, {
      ...(isPacked && { "Content-Encoding": "gzip" }),
      "Content-Type": `${TYPES[name.split(".").at(-1)]}; charset=utf-8`,
      "Cache-Control": isIndex ? (site.caching.index ?? "no-cache") : (site.caching.rest ?? "public, max-age=31536000, immutable"),
      ETag: `"${content.length}-${content.subarray(-40).toString("hex")}"`,
    });
    answer.end(isPacked ? packed(content) : content);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  site.url = `http://127.0.0.1:${server.address().port}/`;
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return site;
}

async function tab(options = {}) {
  const context = await browser.newContext({ locale: "zh-CN", ...options });
  return context.newPage();
}

/** The message in the place of the page: not called a fault of the program, with the link and a way on. */
async function told(page, seconds = 12) {
  await page.locator("#crash:not([hidden])").waitFor({ timeout: seconds * 1000 });
  assert.match(await page.locator("#crash-title").innerText(), /页面无法打开 · The page can’t be opened/);
  assert.equal(await page.locator("#crash-report").isVisible(), false);
  assert.equal(await page.locator("#crash-again").isVisible(), true);
  assert.match(await page.locator("#crash-files").innerText(), /Ctrl\+F5[^]*管理员[^]*Ctrl\+F5[^]*whoever runs the site/);
  assert.equal(await page.locator("#crash-link").getAttribute("href"), await page.locator("#crash-link").innerText());
  assert.ok((await page.locator("#crash-link").innerText()).startsWith(page.url().split("#")[0]));
  return page.locator("#crash-details").innerText();
}

const START = ["boot", "first", "first_bg", "style", "locales/zh-Hans", "regions/zhangjiakou-2021", "regions/zhangjiakou-2021.texts", "app", "app_bg", "locales/zh-Hans.later"];
const SAID = { missing: /404/, unavailable: /503/, cut: /不完整或被改动|cut off/, login: /别的网页|another web page/ };

for (const [fault, answer] of Object.entries(FAULTS)) {
  test(`a file of the start that is ${fault} is named within seconds, with the link kept`, async (t) => {
    for (const start of START) {
      const site = await serve(t);
      const name = named(start);
      site.faults.set(name, answer);
      const page = await tab();
      await page.goto(site.url + FRAGMENT);
      await told(page);
      const details = page.locator("#crash-details");
      await details.filter({ hasText: name.split("/").at(-1) }).waitFor({ timeout: 15_000 }).catch(async () => assert.fail(`${name}: ${await details.innerText()}`));
      await details.filter({ hasText: SAID[fault] }).waitFor({ timeout: 5_000 }).catch(async () => assert.fail(`${name}: ${await details.innerText()}`));
      assert.match(page.url(), /coverage=0\.85$/);
      assert.match(await page.locator("#crash-link").innerText(), /coverage=0\.85$/);
      await page.context().close();
    }
  });
}

test("the message can be read by everyone, and its button opens the page once the files are there", async (t) => {
  const site = await serve(t);
  site.faults.set(named("boot"), FAULTS.missing);
  const page = await tab({ viewport: { width: 390, height: 844 } });
  await page.goto(site.url + FRAGMENT);
  await told(page);
  const violations = await broken(page);
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`), []);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
  site.faults.clear();
  await page.locator("#crash-again").click();
  assert.equal(await numbers(page), "13,878.46");
  assert.equal(await page.locator("#crash").isHidden(), true);
});

test("a file that was cut off on its way and kept by the browser is fetched anew by itself", async (t) => {
  for (const start of ["boot", "first_bg", "locales/zh-Hans", "app_bg"]) {
    const site = await serve(t);
    const name = named(start);
    let times = 0;
    site.faults.set(name, (answer) => {
      times += 1;
      if (times === 1) return FAULTS.cut(answer, name);
      site.faults.delete(name);
      return answer.writeHead(200, { "Content-Type": TYPES[name.split(".").at(-1)], "Cache-Control": "public, max-age=31536000, immutable" }).end(files.get(name));
    });
    const page = await tab();
    await page.goto(site.url + FRAGMENT);
    assert.equal(await numbers(page), "13,878.46", name);
    await page.context().close();
  }
});

test("an old page that the browser kept, all of whose files are gone, gives way to the new one", async (t) => {
  const site = await serve(t);
  site.caching = { index: "public, max-age=3600", rest: "no-store" };
  const page = await tab();
  await page.goto(site.url);
  await numbers(page);
  // The next release: another name for the script that starts it, and the old names gone.
  const boot = named("boot");
  const content = Buffer.concat([files.get(boot), Buffer.from("\n// the next release\n")]);
  const { crc32 } = await import("node:zlib");
  const { createHash } = await import("node:crypto");
  const next = `boot.${crc32(content).toString(16).padStart(8, "0")}.js`;
  const hash = (bytes) => `sha256-${createHash("sha256").update(bytes).digest("base64")}`;
  site.files.delete(boot);
  site.files.set(next, content);
  const index = files.get("index.html").toString().replaceAll(boot, next).replace(hash(files.get(boot)), hash(content));
  site.files.set("index.html", Buffer.from(index));
  await page.goto("about:blank");
  await page.goto(site.url + FRAGMENT);
  assert.equal(await numbers(page), "13,878.46");
  assert.ok(site.asked.includes(boot) && site.asked.includes(next), "the old page was asked for first");
  // The reverse: the new page lies there, its files do not yet.
  site.files.delete(next);
  await page.goto("about:blank");
  await page.goto(site.url + FRAGMENT);
  assert.match(await told(page), /404/);
});

test("files that never come are told of as late, and forgotten when they come", async (t) => {
  const site = await serve(t);
  const name = named("first_bg");
  const waiting = [];
  site.faults.set(name, (answer) => waiting.push(answer));
  const page = await tab();
  await page.goto(site.url, { waitUntil: "commit" });
  await told(page, 25);
  await page.locator("#crash-details").filter({ hasText: /first_bg.*几秒内没有到/ }).waitFor({ timeout: 15_000 });
  site.faults.clear();
  for (const answer of waiting) answer.writeHead(200, { "Content-Type": "application/wasm" }).end(files.get(name));
  await numbers(page);
  await page.locator("#crash").waitFor({ state: "hidden", timeout: 5_000 });
});

test("a page that is itself cut off says so", async (t) => {
  const site = await serve(t);
  const index = files.get("index.html");
  const end = index.indexOf("<title>");
  site.faults.set("index.html", (answer) => answer.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-cache" }).end(index.subarray(0, end)));
  const page = await tab();
  await page.goto(site.url);
  await page.getByText("页面无法打开").waitFor({ timeout: 10_000 });
  assert.match(await page.locator("body").innerText(), /index\.html：不完整 · cut off/);
});

test("in a frame without same-origin rights the page says what to do, and so does a browser without what it needs", async (t) => {
  const site = await serve(t);
  site.files.set("frame.html", Buffer.from(`<!doctype html><iframe sandbox="allow-scripts" src="index.html${FRAGMENT}" width="900" height="700"></iframe>`));
  const page = await tab();
  await page.goto(`${site.url}frame.html`);
  const framed = page.frameLocator("iframe").locator("#crash-details");
  await framed.filter({ hasText: /没有同源权限[^]*allow-same-origin[^]*without same-origin rights[^]*allow-same-origin/ }).waitFor({ timeout: 5_000 });
  assert.match(await page.frameLocator("iframe").locator("#crash-link").innerText(), /coverage=0\.85$/);
  await page.context().close();
  const lacks = [
    () => { delete window.WebAssembly; },
    () => { WebAssembly.Module = function Module() { throw new WebAssembly.CompileError("no such type"); }; },
    () => { delete HTMLScriptElement.prototype.noModule; },
    () => { delete window.Promise; delete window.fetch; delete window.structuredClone; },
  ];
  for (const lack of lacks) {
    const old = await tab();
    await old.addInitScript(lack);
    await old.goto(site.url + FRAGMENT);
    await old.locator("#crash-details").filter({ hasText: /浏览器太旧[^]*极速模式[^]*too old[^]*Firefox 113/ }).waitFor({ timeout: 5_000 });
    assert.equal(await old.locator("#crash-files").isVisible(), false);
    await old.context().close();
  }
});

test("what the page itself says can be read by the browsers of ten years ago", () => {
  const [, start] = String(files.get("index.html")).match(/<script>([^]*?)<\/script>/);
  parse(start, { ecmaVersion: 5 });
});

test("without scripts the page says what it needs and what to try", async (t) => {
  const site = await serve(t);
  const page = await tab({ javaScriptEnabled: false });
  await page.goto(site.url);
  assert.match(await page.locator("body").innerText(), /需要启用 JavaScript[^]*needs JavaScript/);
});

test("a language that can't be had leaves the one shown chosen, says so, and can be chosen again", async (t) => {
  for (const answer of Object.values(FAULTS)) {
    const site = await serve(t);
    const name = named("locales/en.later");
    site.faults.set(name, answer);
    const page = await tab();
    await page.goto(site.url);
    await numbers(page);
    await page.getByTestId("language").selectOption("en");
    await page.locator(".notice", { hasText: "该语言的文字无法载入" }).waitFor({ timeout: 15_000 });
    assert.equal(await page.getByTestId("language").inputValue(), "zh-Hans");
    assert.equal(await page.locator("html").getAttribute("lang"), "zh-Hans");
    site.faults.clear();
    await page.getByTestId("language").selectOption("en");
    await page.getByText("Share", { exact: true }).waitFor({ timeout: 15_000 });
    assert.doesNotMatch(await page.locator("#app").innerText(), /\b[a-z]+-[a-z]+-[a-z]+\b(?<!year-by-year|per-capita-income)/, "no raw identifiers");
    await page.context().close();
  }
});

test("a link that asks for a language that can't be had opens in the other, and says so", async (t) => {
  const site = await serve(t);
  const page = await tab();
  site.faults.set(named("locales/en"), FAULTS.missing);
  await page.goto(site.url);
  await numbers(page);
  await page.evaluate(() => { location.hash = "v=1&region=zhangjiakou-2021&coverage=0.85&lang=en"; });
  await page.locator(".notice", { hasText: "该语言的文字无法载入" }).waitFor({ timeout: 15_000 });
  assert.equal(await page.getByTestId("language").inputValue(), "zh-Hans");
  await headlineIs(page, "13,878.46");
});

test("a planning file that is missing, cut off or another's is told at once, and planning goes on when it is there", async (t) => {
  for (const [start, fault] of [["worker", "missing"], ["planner", "login"], ["planner_bg", "missing"], ["planner_bg", "cut"]]) {
    const site = await serve(t);
    const name = named(start);
    site.faults.set(name, FAULTS[fault]);
    const page = await tab();
    await page.goto(site.url + FRAGMENT);
    await numbers(page);
    await page.getByTestId("planning").click();
    await page.getByTestId("plan-tab-sensitivity").click();
    const missing = page.getByTestId("plan-missing").first();
    await missing.waitFor({ timeout: fault === "missing" ? 5_000 : 10_000 });
    assert.ok((await missing.innerText()).includes(name), await missing.innerText());
    site.faults.clear();
    await page.getByTestId("plan-again").first().click();
    await page.getByTestId("plan-took").first().waitFor({ timeout: 30_000 });
    await page.context().close();
  }
});

test("charts, workbook and later style that do not come are said, and come when they can", async (t) => {
  const site = await serve(t);
  const [charts, workbook, style] = ["charts", "workbook_bg", "later"].map(named);
  for (const name of [charts, workbook, style]) site.faults.set(name, FAULTS.cut);
  const page = await tab();
  await page.goto(site.url + FRAGMENT);
  await numbers(page);
  await page.getByTestId("chart-failed").first().waitFor({ timeout: 15_000 });
  await page.locator(".notice", { hasText: "样式文件未能载入" }).waitFor({ timeout: 15_000 });
  await page.getByTestId("report").click();
  await page.getByTestId("report-excel").click();
  await page.getByTestId("report-said").filter({ hasText: "未能载入" }).waitFor({ timeout: 15_000 });
  site.faults.clear();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("report-excel").click()]);
  assert.match(download.suggestedFilename(), /\.xlsx$/);

  // What comes whole at the second asking is as if nothing had been.
  const once = await serve(t);
  for (const name of [charts, style]) {
    once.faults.set(name, (answer) => {
      once.faults.delete(name);
      FAULTS.cut(answer, name);
    });
  }
  const other = await tab();
  await other.goto(once.url + FRAGMENT);
  await numbers(other);
  await other.locator(".canvas svg").first().waitFor({ timeout: 15_000 });
  await other.waitForFunction(() => document.querySelector("link[data-later]").sheet, undefined, { timeout: 15_000 });
  assert.equal(await other.locator(".notice", { hasText: "样式" }).count(), 0);
});

test("from the second visit on the browser's own copies do where they may: going back without a network", async (t) => {
  const site = await serve(t);
  const page = await tab();
  await page.goto(site.url + FRAGMENT);
  await numbers(page);
  await page.waitForLoadState("networkidle");
  const asked = site.asked.length;
  await page.goto("about:blank");
  await page.goto(site.url + FRAGMENT);
  await numbers(page);
  await page.waitForLoadState("networkidle");
  assert.deepEqual(site.asked.slice(asked).filter((name) => !/^(icon|manifest)\./.test(name)), ["index.html"], "a second visit asks for the page alone");
  await page.goto("about:blank");
  await page.context().setOffline(true);
  await page.goBack();
  assert.equal(await numbers(page), "13,878.46");
});

test("a fragment of a million characters is refused in words, and the page stands", async (t) => {
  const site = await serve(t);
  for (const fragment of ["x".repeat(1_000_000), `v=1&region=zhangjiakou-2021&coverage=0.85&${"a=1&".repeat(250_000)}`]) {
    const page = await tab();
    await page.goto(`${site.url}#${fragment}`);
    await numbers(page);
    await page.locator(".notice").first().waitFor();
    const longest = await page.locator(".notice").evaluateAll((notices) => Math.max(...notices.map((notice) => notice.innerText.length)));
    assert.ok(longest < 4_000, `a notice of ${longest} characters`);
    await page.context().close();
  }
});

test("going back and forward as fast as one can ends where it should", async (t) => {
  const site = await serve(t);
  const page = await tab();
  await page.goto(site.url);
  const values = [await numbers(page)];
  for (let step = 0; step < 6; step += 1) {
    const before = await page.evaluate(() => location.hash);
    await type(page, "jobs.outward", String(4_000 + step * 500));
    await page.waitForFunction((before) => location.hash !== before, before);
    values.push(await numbers(page));
  }
  await page.evaluate(() => {
    for (const step of [-1, -1, -1, 1, -1, -1, 1, 1, 1, -1, 1, 1]) history.go(step);
  });
  await page.waitForTimeout(1500);
  const there = await page.evaluate(() => location.hash);
  const shown = await numbers(page);
  assert.ok(values.includes(shown), shown);
  const fresh = await tab();
  await fresh.goto(site.url + there);
  assert.equal(await numbers(fresh), shown);
  await slider(page, "coverage").press("Home");
  await addressHolds(page, "coverage=");
  assert.equal(await page.locator("#crash").isHidden(), true);
});
