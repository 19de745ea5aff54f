// Exercises as participants do them: from the list and from links, by keys, on a phone, apart from their own work.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { broken, launch, numbers, open, url, watched } from "./support.mjs";


let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** The page of a link to an exercise. */
async function at(fragment, { context, ...more } = {}) {
  const page = await watched(context ?? await browser.newContext({ locale: "zh-CN", viewport: { width: 1366, height: 768 }, ...more }));
  await page.goto(url + fragment);
  await page.locator('[data-testid="exercise-step-panel"], [data-testid="exercise-broken"]').waitFor({ timeout: 20_000 });
  return page;
}

async function isAccessible(page, what) {
  const violations = await broken(page);
  assert.deepEqual(violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.target).join(" ")}`), [], what);
}

test("the list leads to an exercise, and leaving it gives the own work back untouched", async () => {
  const page = await open(browser, { fragment: "#v=3&region=zhangjiakou-2021&coverage=0.9" });
  await page.locator('[data-input="jobs.outward"]').fill("1234");
  await page.keyboard.press("Enter");
  await page.waitForTimeout(700);
  const own = await numbers(page);
  const address = page.url();
  await page.getByTestId("example").selectOption("exercises");
  const list = page.locator(".exercise-list li");
  await list.first().waitFor();
  assert.equal(await list.count(), 6);
  await page.getByTestId("exercise-start-zjk-gap-1").click();
  await page.getByTestId("exercise-step-panel").waitFor({ timeout: 20_000 });
  assert.match(page.url(), /#v=5&check=\w+&x=zjk-gap-1$/);
  // Predict; nothing is told before.
  assert.equal(await page.getByTestId("exercise-forward").count(), 0);
  await page.getByTestId("exercise-number").fill("八");
  await page.keyboard.press("Enter");
  await page.locator("#exercise-fault").waitFor();
  await page.getByTestId("exercise-number").fill("400");
  await page.keyboard.press("Enter");
  await page.getByTestId("exercise-truth").waitFor();
  await page.getByTestId("exercise-forward").click();
  await page.getByTestId("exercise-number").fill("150");
  await page.getByTestId("exercise-commit").click();
  await page.getByTestId("exercise-forward").click();
  // The goal with its state, a limit that breaks, tries and a hint.
  await page.getByTestId("exercise-goal").waitFor();
  await page.locator('[data-input="jobs.outward"]').fill("7000");
  await page.keyboard.press("Enter");
  await page.getByText(/还差 1,000 人/).waitFor();
  assert.equal(await page.getByTestId("exercise-hint").count(), 0);
  await page.getByTestId("exercise-try").click();
  await page.getByTestId("exercise-try").click();
  await page.getByTestId("exercise-hint").waitFor();
  // Read again, everything stands as it was.
  await page.reload();
  await page.getByTestId("exercise-goal").waitFor({ timeout: 20_000 });
  assert.match(await page.locator("#exercise-step").innerText(), /第 3 步/);
  assert.equal(await page.locator('[data-input="jobs.outward"]').inputValue(), "7,000");
  await page.getByTestId("exercise-leave").click();
  assert.equal(await numbers(page), own);
  assert.equal(await page.locator('[data-input="jobs.outward"]').inputValue(), "1,234");
  await page.waitForTimeout(700);
  assert.equal(page.url().split("#")[1], address.split("#")[1]);
  assert.deepEqual(page.errors, []);
});

test("the whole exercise by keys alone, to a result that opens as a link", async () => {
  const page = await at("#v=5&x=zjk-gap-1&g=3", { locale: "en-US" });
  const press = async (id, key = "Enter") => {
    await page.getByTestId(id).focus();
    await page.keyboard.press(key);
  };
  const predict = async (number) => {
    await page.getByTestId("exercise-number").focus();
    await page.keyboard.type(number);
    await page.keyboard.press("Enter");
    await page.getByTestId("exercise-told").waitFor();
    await page.locator("#exercise-step:focus").waitFor();
    await press("exercise-forward");
  };
  assert.equal(await page.getByTestId("exercise-group").inputValue(), "3");
  await isAccessible(page, "a prediction");
  await predict("300");
  await predict("100");
  await press("exercise-try");
  await page.getByTestId("exercise-tried").waitFor();
  await isAccessible(page, "a goal");
  await press("exercise-forward");
  await press("exercise-option-1", "Space");
  await page.getByTestId("exercise-why").focus();
  await page.keyboard.type("Few jobs");
  await press("exercise-commit");
  await page.getByTestId("exercise-told").waitFor();
  await isAccessible(page, "a choice");
  await press("exercise-forward");
  await press("exercise-forward");
  await page.getByTestId("exercise-say").focus();
  await page.keyboard.type("It adds up");
  await press("exercise-forward");
  await page.getByTestId("exercise-finish").waitFor();
  await isAccessible(page, "the end");
  const text = await page.getByTestId("exercise-result-text").inputValue();
  for (const part of ["Group: 3", "predicted 300.00 yuan", "Few jobs", "It adds up"]) assert.ok(text.includes(part), `${part}: ${text}`);
  const link = text.split("\n").at(-1);
  assert.match(link, /#v=5&check=\w+&x=zjk-gap-1&xr=[\w-]+&g=3$/);
  const other = await watched(await browser.newContext({ locale: "zh-CN" }));
  await other.goto(link);
  await other.getByTestId("exercise-finish").waitFor({ timeout: 20_000 });
  assert.match(await other.getByTestId("exercise-lines").innerText(), /预测 300\.00 元/);
  assert.equal(await other.getByTestId("exercise-restart").count(), 0);
  assert.deepEqual([...page.errors, ...other.errors], []);
});

test("a link that is cut, unknown or altered says so and opens no calculator", async () => {
  const whole = await at("#v=5&x=zjk-reading-1&g=1");
  await whole.context().close();
  for (const fragment of ["#v=5&x=nobody-1", "#v=5&x=", "#v=5&g=2", "#v=5&check=abcdef&x=zjk-reading-1"]) {
    const page = await at(fragment);
    await page.getByTestId("exercise-broken").waitFor();
    assert.ok((await page.locator(".exercise-broken li").first().innerText()).length > 10, fragment);
    assert.equal(await page.getByTestId("headline").count(), 0);
    await isAccessible(page, fragment);
    await page.getByTestId("exercise-leave").click();
    await numbers(page);
    await page.context().close();
  }
});

test("a phone shows all of it without scrolling sideways, in every language", async () => {
  for (const [locale, word] of [["zh-CN", "先预测"], ["zh-TW", "先預測"], ["en-US", "Predict first"]]) {
    const page = await at("#v=5&x=zjk-coverage-1&g=2", { locale, viewport: { width: 390, height: 844 } });
    assert.ok((await page.locator("#exercise-step").innerText()).length > 4);
    assert.ok((await page.content()).includes(word) || await page.getByTestId("exercise-step-panel").getAttribute("data-kind") !== "predict", locale);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0, locale);
    await isAccessible(page, locale);
    await page.context().close();
  }
});

test("two groups on one machine have each their own answers", async () => {
  const context = await browser.newContext({ locale: "zh-CN" });
  const first = await at("#v=5&x=zjk-gap-1&g=1", { context });
  await first.getByTestId("exercise-number").fill("10");
  await first.getByTestId("exercise-commit").click();
  await first.getByTestId("exercise-told").waitFor();
  const second = await at("#v=5&x=zjk-gap-1&g=2", { context });
  assert.equal(await second.getByTestId("exercise-told").count(), 0);
  const again = await at("#v=5&x=zjk-gap-1&g=1", { context });
  await again.getByTestId("exercise-told").waitFor();
  assert.deepEqual([...first.errors, ...second.errors, ...again.errors], []);
});

const OWN = {
  exercise: 1, id: "own-1", model: 2, region: "zhangjiakou-2021.2", title: { "zh-Hans": "自编练习" }, open: ["jobs.outward"], hide: ["headline"],
  steps: [
    { kind: "predict", text: { "zh-Hans": "覆盖率85%时增收多少？" }, output: "difference.2023", change: { coverage: "0.85" } },
    { kind: "do", text: { "zh-Hans": "调整。" }, goal: [{ output: "input.jobs.outward", at_least: "500" }] },
  ],
};
const file = (exercise) => ({ name: "e.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(exercise)) });

test("a result of an own exercise opens where it is known, and elsewhere asks for its file", async () => {
  const page = await watched(await browser.newContext({ locale: "zh-CN", viewport: { width: 1366, height: 768 } }));
  await page.goto(url);
  await page.getByTestId("example").selectOption("exercises");
  await page.getByTestId("open-exercise").setInputFiles(file(OWN));
  await page.getByTestId("exercise-number").fill("100");
  await page.getByTestId("exercise-commit").click();
  await page.getByTestId("exercise-forward").click();
  await page.locator('[data-input="jobs.outward"]').fill("700");
  await page.keyboard.press("Enter");
  await page.getByTestId("exercise-try").click();
  await page.locator("[data-testid=exercise-tried].met").waitFor();
  // Moved on, it is the scenario that was checked that counts.
  await page.locator('[data-input="jobs.outward"]').fill("300");
  await page.keyboard.press("Enter");
  await page.locator("[data-testid=exercise-tried].soft").waitFor();
  await page.getByTestId("exercise-forward").click();
  const text = await page.getByTestId("exercise-result-text").inputValue();
  assert.match(text, /第 2 步：达到目标/);
  // The result's text as a file, in the same browser.
  await page.getByTestId("exercise-leave").click();
  await page.getByTestId("share").waitFor();
  await page.getByTestId("example").selectOption("exercises");
  await page.getByTestId("open-exercise").setInputFiles({ name: "r.txt", mimeType: "text/plain", buffer: Buffer.from(text) });
  await page.getByTestId("exercise-finish").waitFor({ timeout: 20_000 });
  assert.match(await page.getByTestId("exercise-lines").innerText(), /预测 100\.00 元/);
  // Elsewhere nobody knows the exercise.
  const other = await watched(await browser.newContext({ locale: "zh-CN" }));
  await other.goto(text.split("\n").at(-1));
  await other.getByTestId("exercise-broken").waitFor({ timeout: 20_000 });
  assert.match(await other.getByTestId("exercise-broken").innerText(), /own-1/);
  await isAccessible(other, "a result without its exercise");
  await other.getByTestId("exercise-wanted").setInputFiles(file({ ...OWN, minutes: 7 }));
  await other.locator(".exercise-broken .refused").waitFor();
  await other.getByTestId("exercise-wanted").setInputFiles(file(OWN));
  await other.getByTestId("exercise-finish").waitFor({ timeout: 20_000 });
  assert.deepEqual([...page.errors, ...other.errors], []);
});

test("an exercise's own page is shown to a room as far as its attempt has come", async () => {
  const page = await at("#v=5&x=zjk-gap-1&g=9", { viewport: { width: 1920, height: 1080 } });
  await page.keyboard.press("F5");
  const stage = page.getByTestId("projected");
  await stage.waitFor();
  assert.equal(await page.getByTestId("projected-number").innerText(), "？");
  assert.equal(await page.getByTestId("present-lesson").count(), 0, "there is no way to other exercises");
  assert.equal(await page.getByTestId("present-slide").locator("option").count(), 1);
  await page.keyboard.press("PageDown");
  await page.getByTestId("present-notice").waitFor();
  assert.equal(await page.getByTestId("projected-number").innerText(), "？", "nothing is revealed before it is predicted");
  await page.getByTestId("present-guess").fill("300");
  await page.getByTestId("present-guess").press("Enter");
  await page.keyboard.press("PageDown");
  await page.getByTestId("present-reveal").waitFor({ state: "detached" });
  assert.match(await page.getByTestId("projected-number").innerText(), /\d/);
  await page.keyboard.press("PageDown");
  await page.locator(".presenter-place").filter({ hasText: /^2 / }).waitFor();
  await isAccessible(page, "an attempt before a room");
  await page.keyboard.press("Escape");
  await stage.waitFor({ state: "detached" });
  assert.match(await page.locator("#exercise-step").innerText(), /第 2 步/);
  assert.deepEqual(page.errors, []);
});
