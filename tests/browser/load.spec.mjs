// The page loads whole, from its own server alone, and asks for nothing once it is loaded.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { after, before, test } from "node:test";

import { headlineAfter, launch, numbers, open, slider, type, url } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

test("shows the plan's income and says nothing went wrong", async () => {
  const page = await open(browser);
  assert.equal(await numbers(page), "13,892.27");
  await page.waitForTimeout(1500);
  assert.deepEqual(page.errors, []);
});

test("asks only its own server, and nobody once it is loaded", async () => {
  const page = await open(browser);
  await page.waitForLoadState("networkidle", { timeout: 15_000 });
  const origin = new URL(url).origin;
  for (const request of page.requests) {
    assert.ok(request.startsWith(url) || request.startsWith("data:") || request.startsWith("blob:"), `${request} is not below ${url} (${origin})`);
  }
  const loaded = page.requests.length;
  await slider(page, "coverage").press("ArrowRight");
  await type(page, "jobs.outward", "5000");
  await page.getByTestId("language").selectOption("en");
  await page.getByTestId("share").click();
  await page.keyboard.press("Escape");
  await page.getByTestId("library").click();
  await page.keyboard.press("Escape");
  await page.getByTestId("example").selectOption("together");
  await page.waitForTimeout(1500);
  assert.deepEqual(page.requests.slice(loaded), []);
});

test("can be installed where the connection is secure, and leaves no service worker behind", async () => {
  const page = await open(browser);
  const tools = await page.context().newCDPSession(page);
  const { url: manifest, errors } = await tools.send("Page.getAppManifest");
  assert.match(manifest, /\/manifest\.[0-9a-f]{8}\.json$/);
  assert.deepEqual(errors, []);
  const { installabilityErrors } = await tools.send("Page.getInstallabilityErrors");
  // A page in a private window, as each of these is, is never offered.
  assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito"), []);
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
});

test("works on after the network is gone", async () => {
  const page = await open(browser);
  await page.waitForLoadState("networkidle");
  await page.context().setOffline(true);
  const before = await numbers(page);
  await type(page, "coverage", "85");
  assert.notEqual(await headlineAfter(page, before), before);
});

test("loads no file twice", async () => {
  const page = await open(browser);
  await page.waitForLoadState("networkidle");
  const twice = page.requests.filter((request, index) => page.requests.indexOf(request) !== index);
  assert.deepEqual(twice, []);
});

test("every name but index.html has a hash, and one script is inline, which the policy allows by its hash", () => {
  const files = readdirSync(process.env.ZENGSHOU_DIST, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const plain = files.map((file) => file.name).filter((name) => !/\.[0-9a-f]{8}\.[a-z]+$/.test(name));
  assert.deepEqual(plain, ["index.html"]);
  const page = readFileSync(`${process.env.ZENGSHOU_DIST}/index.html`, "utf8");
  assert.match(page, /Content-Security-Policy/);
  assert.doesNotMatch(page, /unsafe-inline|'unsafe-eval'|<style|\sstyle=|\son\w+=/);
  const scripts = [...page.matchAll(/<script([^>]*)>([^]*?)<\/script>/g)];
  for (const [, attributes, text] of scripts.filter(([, attributes]) => attributes)) {
    assert.match(attributes, /src="\.\/[^"]+" integrity="sha256-/);
    assert.equal(text, "");
  }
  const inside = scripts.filter(([, attributes]) => !attributes);
  assert.equal(inside.length, 1);
  const hash = createHash("sha256").update(inside[0][2]).digest("base64");
  assert.ok(page.includes(`script-src 'self' 'sha256-${hash}' 'wasm-unsafe-eval'`), hash);
  assert.ok(Buffer.byteLength(inside[0][2]) < 6_000, "it stays small");
});

test("a region's data that can't be had is said in words", async () => {
  const context = await browser.newContext({ locale: "zh-CN" });
  const page = await context.newPage();
  await page.route(/regions\//, (route) => route.fulfill({ status: 404, body: "" }));
  await page.goto(url);
  await page.locator("#crash:not([hidden])").waitFor();
  assert.match(await page.locator("#crash-details").innerText(), /404/);
});

test("words that come only at the second asking are no fault", async () => {
  const context = await browser.newContext({ locale: "zh-CN" });
  const page = await context.newPage();
  let asked = 0;
  await page.route(/zh-Hans/, (route) => {
    asked += 1;
    return asked <= 2 ? route.abort() : route.continue();
  });
  await page.goto(url);
  await numbers(page);
  assert.ok(asked >= 3, `${asked} askings`);
  assert.equal(await page.locator("#crash").isHidden(), true);
});

test("words that never come are said not to be a fault of the program", async () => {
  const context = await browser.newContext({ locale: "zh-CN" });
  const page = await context.newPage();
  await page.route(/zh-Hans/, (route) => route.abort());
  await page.goto(url);
  await page.locator("#crash:not([hidden])").waitFor();
  assert.match(await page.locator("#crash-title").innerText(), /页面无法打开/);
  assert.match(await page.locator("#crash-details").innerText(), /检查网络/);
});

test("a region's data without a source is refused in words", async () => {
  const context = await browser.newContext({ locale: "zh-CN" });
  const page = await context.newPage();
  await page.route(/regions\//, async (route) => {
    const answer = await route.fetch();
    const region = await answer.json();
    const source = Object.values(region.parameters).find((parameter) => parameter.status === "source");
    source.sources = [];
    await route.fulfill({ response: answer, json: region });
  });
  await page.goto(url);
  await page.locator("#crash:not([hidden])").waitFor();
  assert.match(await page.locator("#crash-details").innerText(), /来源/);
});
