// The package of an exercise for learning platforms (ZENGSHOU_SCORM), on a small platform with SCORM 1.2.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import AxeBuilder from "@axe-core/playwright";

import { launch } from "./support.mjs";
import { packageFiles, serve } from "./support-scorm.mjs";

const files = packageFiles();
let browser;
let site;
before(async () => { [browser, site] = [await launch(), await serve(files)]; });
after(async () => {
  await browser.close();
  site.close();
});

/** The platform's page; its lesson is opened and left as a platform does. */
async function platform({ folder = "package", locale = "zh-CN" } = {}) {
  const context = await browser.newContext({ locale, viewport: { width: 1366, height: 900 } });
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) errors.push(message.text()); });
  await page.goto(`${site.address}platform.html`);
  const go = (address) => page.evaluate((address) => new Promise((there) => {
    const frame = document.querySelector("iframe");
    frame.onload = there;
    frame.src = address;
  }), address);
  const lesson = page.frameLocator("iframe");
  return {
    page, errors, lesson,
    exercise: lesson.frameLocator("#exercise"),
    enter: () => go(`${site.address}${folder}/index.html`),
    leave: () => go("about:blank"),
    record: () => page.evaluate(() => window.record),
    /** Waits until the platform has kept a value that fits. */
    kept: (name, pattern) => page.waitForFunction(([name, pattern]) => new RegExp(pattern).test(window.record[name] ?? ""), [name, pattern.source]),
    note: lesson.locator("#note"),
  };
}

/** The stand-in for the exercise. */
async function standIn(before) {
  const there = await platform({ folder: "stand-in" });
  if (before) await there.page.evaluate(before);
  await there.enter();
  const frame = () => there.page.frames().find((frame) => frame.url().includes("/stand-in/zengshou-"));
  await there.page.waitForFunction(() => window.frames[0].frames[0]?.say);
  return { ...there, say: (said) => frame().evaluate((said) => window.say(said), said), frame };
}

test("a learner answers, leaves, comes back where it was, and completes", async () => {
  const { page, errors, exercise, note, enter, leave, record, kept } = await platform();
  await enter();
  await exercise.getByTestId("exercise-step-panel").waitFor({ timeout: 20_000 });
  await kept("cmi.core.lesson_status", /^incomplete$/);
  assert.equal(await exercise.getByTestId("exercise-leave").count(), 0);
  await exercise.getByTestId("exercise-number").fill("400");
  await exercise.getByTestId("exercise-commit").click();
  await exercise.getByTestId("exercise-truth").waitFor();
  await exercise.getByTestId("exercise-forward").click();
  await exercise.getByTestId("exercise-number").fill("150");
  // Left before the platform was asked to keep it.
  await leave();
  const left = await record();
  assert.match(left["cmi.suspend_data"], /^1 1 v=5&check=\w+&x=zjk-gap-1&xr=[\w-]+$/);
  assert.equal(left["cmi.core.exit"], "suspend");
  assert.match(left["cmi.core.session_time"], /^00:00:\d\d$/);
  assert.deepEqual(await page.evaluate(() => window.calls.filter(([name]) => name === "LMSFinish").map((call) => call.at(-1))), ["true"]);

  await enter();
  await exercise.locator("#exercise-step").filter({ hasText: "第 2 步" }).waitFor({ timeout: 20_000 });
  await exercise.getByTestId("exercise-number").fill("150");
  await exercise.getByTestId("exercise-commit").click();
  await exercise.getByTestId("exercise-forward").click();
  await exercise.getByTestId("exercise-try").click();
  await exercise.getByTestId("exercise-forward").click();
  await exercise.getByTestId("exercise-option-1").check();
  await exercise.getByTestId("exercise-why").fill("岗位不多");
  await exercise.getByTestId("exercise-commit").click();
  await exercise.getByTestId("exercise-forward").click();
  await exercise.getByTestId("exercise-forward").click();
  await exercise.getByTestId("exercise-say").fill("算清钱从哪里来");
  assert.equal((await record())["cmi.core.lesson_status"], "incomplete");
  await exercise.getByTestId("exercise-forward").click();
  await exercise.getByTestId("exercise-finish").waitFor();
  await kept("cmi.core.lesson_status", /^completed$/);
  await leave();

  // What is done stays done, and can be looked at.
  await enter();
  await exercise.getByTestId("exercise-lines").filter({ hasText: "算清钱从哪里来" }).waitFor({ timeout: 20_000 });
  await exercise.getByTestId("exercise-restart").click();
  await exercise.getByTestId("exercise-restart-yes").click();
  await kept("cmi.suspend_data", /^0 0 /);
  await leave();
  const last = await record();
  assert.equal(last["cmi.core.lesson_status"], "completed");
  assert.deepEqual(Object.keys(last).filter((name) => /score|student/.test(name)), []);
  const refused = await page.evaluate(() => window.calls.filter(([name]) => name !== "LMSGetValue").filter((call) => call.at(-1) !== "true"));
  assert.deepEqual(refused, [], "the platform took everything");
  assert.equal(await note.count(), 0);
  assert.deepEqual(errors, []);
  await page.context().close();
});

test("without a platform it is a plain exercise, which says that nothing is reported", async () => {
  const page = await (await browser.newContext({ locale: "en-US", viewport: { width: 390, height: 844 } })).newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(`${site.address}package/index.html`);
  const exercise = page.frameLocator("#exercise");
  await exercise.getByTestId("exercise-leave").waitFor({ timeout: 20_000 });
  await page.locator("#note").filter({ hasText: /没有找到学习平台[^]*No learning platform was found/ }).waitFor();
  assert.equal(await page.title(), await page.locator("#exercise").getAttribute("title"));
  const { violations } = await new AxeBuilder({ page }).exclude("#exercise").withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
  assert.deepEqual(violations.map(({ id }) => id), []);
  assert.deepEqual(errors, []);
  await page.context().close();
});

test("answers that the platform cannot hold are told, and the last that fit are kept", async () => {
  const { page, say, note, record, kept, leave } = await standIn();
  const fits = `1 1 ${"a".repeat(4092)}`;
  await say({ type: "attempt", attempt: fits });
  await kept("cmi.suspend_data", /^1 1 a{4092}$/);
  await say({ type: "attempt", attempt: `${fits}b` });
  await note.filter({ hasText: /4,096 个字符[^]*4,096 characters/ }).waitFor();
  await say({ type: "result", link: "v=5" });
  await kept("cmi.core.lesson_status", /^completed$/);
  assert.equal((await record())["cmi.suspend_data"], fits);
  // What fits again is told no more, also where it is just what was kept.
  await say({ type: "attempt", attempt: fits });
  await note.filter({ hasText: /^$/ }).waitFor({ state: "attached" });
  await say({ type: "attempt", attempt: "2 2 b" });
  await note.filter({ hasText: /^$/ }).waitFor({ state: "attached" });
  await leave();
  assert.equal((await record())["cmi.suspend_data"], "2 2 b");
  await page.context().close();
});

test("what the platform refuses is told in its own words until it takes it", async () => {
  const { page, say, note, kept } = await standIn();
  await page.evaluate(() => { window.refuses = "LMSCommit"; });
  await say({ type: "attempt", attempt: "1 1 a" });
  await note.filter({ hasText: /没有存下进度[^]*did not keep your progress[^]*101 General exception/ }).waitFor();
  await page.evaluate(() => { window.refuses = ""; });
  await say({ type: "attempt", attempt: "1 1 b" });
  await note.filter({ hasText: /^$/ }).waitFor({ state: "attached" });
  await kept("cmi.suspend_data", /^1 1 b$/);
  await page.context().close();
});

test("a platform that opens no session, or throws, leaves a plain exercise", async () => {
  for (const before of [() => { window.refuses = "LMSInitialize"; }, () => { window.API.LMSInitialize = () => { throw new Error("offline"); }; }]) {
    const { page, errors, note, frame } = await standIn(before);
    await note.filter({ hasText: /did not keep your progress/ }).waitFor();
    assert.doesNotMatch(frame().url(), /embed/);
    assert.deepEqual(errors, []);
    await page.context().close();
  }
});

test("earlier progress is given to the exercise, and what is only looked at is not recorded", async () => {
  const { page, say, frame, note, leave, record } = await standIn(() => {
    Object.assign(window.record, { "cmi.core.lesson_mode": "review", "cmi.core.lesson_status": "completed", "cmi.suspend_data": "3 4 v=5" });
  });
  await frame().waitForFunction(() => window.heard?.length);
  assert.deepEqual(await frame().evaluate(() => window.heard), [{ zengshou: 1, type: "set", attempt: "3 4 v=5" }]);
  await say({ type: "attempt", attempt: null, refused: ["另一个练习"] });
  await note.filter({ hasText: /上次的进度用不上[^]*另一个练习/ }).waitFor();
  await say({ type: "attempt", attempt: "0 0 v=5", refused: [] });
  await note.filter({ hasText: /^$/ }).waitFor({ state: "attached" });
  await leave();
  assert.equal((await record())["cmi.suspend_data"], "3 4 v=5");
  assert.deepEqual(await page.evaluate(() => window.calls.map(([name]) => name).filter((name) => /Set|Commit/.test(name))), []);
  await page.context().close();
});

test("the manifest is one of SCORM 1.2 and names every file", async () => {
  const page = await browser.newPage();
  const told = await page.evaluate((text) => {
    const root = new DOMParser().parseFromString(text, "application/xml").documentElement;
    const all = (name) => [...root.getElementsByTagNameNS("http://www.imsproject.org/xsd/imscp_rootv1p1p2", name)];
    const [resource] = all("resource");
    return {
      root: root.nodeName,
      schema: [...all("schema"), ...all("schemaversion")].map((one) => one.textContent),
      titles: all("title").map((one) => one.textContent),
      item: all("item").map((one) => one.getAttribute("identifierref")),
      resource: [resource.getAttribute("identifier"), resource.getAttributeNS("http://www.adlnet.org/xsd/adlcp_rootv1p2", "scormtype"), resource.getAttribute("href")],
      files: all("file").map((one) => one.getAttribute("href")),
    };
  }, files.get("imsmanifest.xml").toString());
  assert.deepEqual({ ...told, titles: [], files: [] }, { root: "manifest", schema: ["ADL SCORM", "1.2"], titles: [], item: ["resource"], resource: ["resource", "sco", "index.html"], files: [] });
  assert.deepEqual(told.files.sort(), [...files.keys()].filter((name) => name !== "imsmanifest.xml").sort());
  assert.match(told.titles.join(), /综合：资金不增/);
  await page.close();
});
