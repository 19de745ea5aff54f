// The page inside a page of another origin: the example of the documentation, its messages, what it may not see.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { broken, launch, open, url } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const TYPES = { html: "text/html", js: "text/javascript", css: "text/css", json: "application/json", wasm: "application/wasm", svg: "image/svg+xml" };
const EXAMPLE = readFileSync(join(process.env.ZENGSHOU_ROOT, "docs/embedding.html"));

/** Serves what `content` gives for a path, on a port of its own: an origin of its own. */
async function serve(t, content) {
  const server = createServer((request, answer) => {
    const name = decodeURIComponent(request.url.split("?")[0]).slice(1) || "index.html";
    const found = content(name);
    if (!found) return answer.writeHead(404).end();
    answer.writeHead(200, { "Content-Type": `${TYPES[name.split(".").at(-1)] ?? "text/plain"}; charset=utf-8` });
    answer.end(found);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${server.address().port}/`;
}

const files = new Set(readdirSync(process.env.ZENGSHOU_DIST, { recursive: true }).filter((name) => statSync(join(process.env.ZENGSHOU_DIST, name)).isFile()));
const page = (name) => files.has(name) && readFileSync(join(process.env.ZENGSHOU_DIST, name));

/** The example with the calculator in it; `host` may be another page than the example. */
async function embedded(t, { viewport = { width: 1280, height: 900 }, locale = "zh-CN", host = EXAMPLE, context } = {}) {
  const calculator = await serve(t, page);
  const around = await serve(t, (name) => name === "index.html" && host);
  const own = context ?? (await browser.newContext({ viewport, locale }));
  const tab = await own.newPage();
  await tab.goto(`${around}?calculator=${encodeURIComponent(calculator)}`);
  const frame = tab.frameLocator("iframe");
  await frame.getByTestId("embed-whole").waitFor({ timeout: 20_000 });
  await frame.getByTestId("headline").filter({ hasText: /\d/ }).waitFor();
  return { tab, frame, calculator, context: own };
}

const headline = (frame) => frame.getByTestId("headline").innerText();

test("an embedded page says its state, takes values from the page around, and resets", async (t) => {
  const { tab, frame } = await embedded(t);
  await tab.locator("#said").filter({ hasText: "2023: 13892.27 → 13892.27" }).waitFor();
  await tab.locator("#set").click();
  await tab.locator("#said").filter({ hasText: "→ 13878.46" }).waitFor();
  assert.equal(await headline(frame), "13,878.46");
  assert.match(await tab.locator("iframe").getAttribute("data-link"), /coverage=0\.85$/);
  await tab.locator("#wrong").click();
  await tab.locator("#said").filter({ hasText: /13878\.46 .*coverage/ }).waitFor();
  assert.equal(await headline(frame), "13,878.46");
  await tab.locator("#reset").click();
  await tab.locator("#said").filter({ hasText: "→ 13892.27" }).waitFor();
  // What came from outside is a step like any other.
  await frame.getByTestId("undo").click();
  await tab.locator("#said").filter({ hasText: "→ 13878.46" }).waitFor();
  await tab.context().close();
});

test("a lever moved inside is told outside, and the shared link has nothing of the frame", async (t) => {
  const { tab, frame, calculator } = await embedded(t);
  await frame.locator("input[data-input='coverage']").fill("90");
  await frame.locator("input[data-input='coverage']").press("Enter");
  await tab.locator("#said").filter({ hasNotText: "→ 13892.27" }).waitFor();
  const whole = await frame.getByTestId("embed-whole").getAttribute("href");
  assert.ok(whole.startsWith(`${calculator}#v=`), whole);
  assert.doesNotMatch(whole, /embed/);
  assert.doesNotMatch(await tab.locator("iframe").getAttribute("data-link"), /embed/);
  await tab.context().close();
});

test("the frame is as high as its content and comes to rest", async (t) => {
  for (const viewport of [{ width: 1280, height: 900 }, { width: 390, height: 844 }]) {
    const { tab, frame } = await embedded(t, { viewport });
    const height = () => tab.locator("iframe").evaluate((it) => it.clientHeight);
    await tab.waitForTimeout(1_500);
    const rested = await height();
    await tab.waitForTimeout(1_000);
    assert.equal(await height(), rested, "no loop of heights");
    const inside = await frame.locator("html").evaluate((it) => [it.scrollHeight, it.scrollWidth, it.clientWidth]);
    assert.ok(inside[0] <= rested + 1, `${inside[0]} in ${rested}`);
    assert.ok(inside[1] <= inside[2], "nothing is cut at the side");
    await tab.context().close();
  }
});

test("an embedded page sees nothing that is kept here, and keeps nothing", async (t) => {
  const calculator = await serve(t, page);
  const context = await browser.newContext({ locale: "zh-CN" });
  const own = await context.newPage();
  await own.goto(`${calculator}#v=1&model=2&coverage=0.9&region=zhangjiakou-2021.2`);
  await own.getByTestId("share").waitFor({ timeout: 20_000 });
  await own.locator("input[data-input='coverage']").fill("95");
  await own.locator("input[data-input='coverage']").press("Enter");
  await own.waitForFunction(() => Object.keys(localStorage).some((key) => (localStorage.getItem(key) ?? "").includes("0.95")));
  const kept = await own.evaluate(() => JSON.stringify(localStorage));
  // The page around is of the calculator's own origin here, so that nothing but the program itself keeps them apart.
  const tab = await context.newPage();
  await tab.route(`${calculator}around.html*`, (route) => route.fulfill({ body: EXAMPLE, contentType: "text/html" }));
  await tab.goto(`${calculator}around.html?calculator=${encodeURIComponent(calculator)}`);
  await tab.locator("#said").filter({ hasText: "→ 13892.27" }).waitFor({ timeout: 20_000 });
  await tab.locator("#set").click();
  await tab.locator("#said").filter({ hasText: "→ 13878.46" }).waitFor();
  await tab.waitForTimeout(1_000);
  assert.equal(await own.evaluate(() => JSON.stringify(localStorage)), kept);
  await context.close();
});

test("without a named origin only the page's being there and its height are told, and nothing is heard", async (t) => {
  const host = Buffer.from(EXAMPLE.toString().replace(`wanted.hash = "embed=1&embed_origin=" + encodeURIComponent(location.origin)`, `wanted.hash = "embed=1"`)
    .replace("if (message.type === \"height\")", "(globalThis.heard ??= new Set()).add(message.type); if (message.type === \"height\")"));
  const { tab, frame } = await embedded(t, { host });
  await tab.locator("#set").click();
  await tab.waitForTimeout(1_000);
  assert.equal(await headline(frame), "13,892.27");
  assert.deepEqual(await tab.evaluate(() => [...globalThis.heard].sort()), ["height", "ready"]);
  await tab.context().close();
});

test("another origin than the named one hears nothing and is not heard", async (t) => {
  const host = Buffer.from(EXAMPLE.toString().replace("encodeURIComponent(location.origin)", `"https%3A%2F%2Felsewhere.example"`));
  const { tab, frame } = await embedded(t, { host });
  await tab.locator("#set").click();
  await tab.waitForTimeout(1_000);
  assert.equal(await headline(frame), "13,892.27");
  assert.equal(await tab.locator("#said").innerText(), "");
  await tab.context().close();
});

test("a page that is on its own with embed=1 talks to nobody", async () => {
  const context = await browser.newContext({ locale: "zh-CN" });
  const tab = await context.newPage();
  await tab.addInitScript(() => addEventListener("message", (event) => (globalThis.heard ??= []).push(event.data)));
  await tab.goto(`${url}#embed=1&embed_origin=${encodeURIComponent(new URL(url).origin)}`);
  await tab.getByTestId("embed-whole").waitFor({ timeout: 20_000 });
  await tab.waitForTimeout(500);
  assert.equal(await tab.evaluate(() => globalThis.heard), undefined);
  await context.close();
});

test("storage that is forbidden, as in other sites' frames, is no fault of an embedded page", async (t) => {
  const context = await browser.newContext({ locale: "zh-CN" });
  await context.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(globalThis, name, { get() { throw new DOMException("no storage", "SecurityError"); } });
    }
  });
  const { tab, frame } = await embedded(t, { context });
  await tab.locator("#set").click();
  await tab.locator("#said").filter({ hasText: "→ 13878.46" }).waitFor();
  assert.equal(await frame.locator(".notice").count(), 0);
  await context.close();
});

for (const locale of ["zh-CN", "zh-TW", "en-US"]) {
  test(`an embedded page breaks no rule of accessibility: ${locale}`, async () => {
    const context = await browser.newContext({ locale, viewport: { width: 390, height: 844 } });
    const tab = await context.newPage();
    await tab.goto(`${url}#embed=1`);
    await tab.getByTestId("embed-whole").waitFor({ timeout: 20_000 });
    await tab.waitForTimeout(1_000);
    const violations = await broken(tab);
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`), []);
    await context.close();
  });
}

test("a link without the frame's part is the usual page", async () => {
  const tab = await open(browser, { fragment: "#v=1&model=2&coverage=0.85&region=zhangjiakou-2021.2" });
  assert.equal(await tab.locator("[data-embedded]").count(), 0);
  await tab.context().close();
});
