// A training with three groups and no server: the exercise projected, answered on phones, the chat pasted, predictions
// revealed, moves replayed, the record saved, the page loaded again, the record opened again. By keys alone.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";

import { broken, launch, open, url, watched } from "./support.mjs";

const PHONE = { width: 390, height: 844 };
const EXERCISE = "zjk-gap-1";
/** The groups with their predictions and the jobs that they end with. */
const GROUPS = [["1", ["300", "150"], "5000"], ["2", ["420", "90"], "6000"], ["3", ["350", "250"], "5500"]];

let browser;
/** The texts of the groups as one chat, and what the model says to the first prediction. */
let chat;
let truth;

before(async () => {
  browser = await launch();
  const texts = await Promise.all(GROUPS.map(answered));
  truth = texts[0].match(/测算 ([\d.]+) 元/)[1];
  chat = texts.map((text, at) => `张三${at} 10:3${at}\n${text}\n收到，谢谢`).join("\n");
});
after(() => browser.close());

/** Focuses what has that name, and presses a key. */
async function press(page, id, key = "Enter") {
  await page.getByTestId(id).focus();
  await page.keyboard.press(key);
}

/** Types into a field, and presses Enter. */
async function typed(page, id, text) {
  await page.getByTestId(id).focus();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

/** The text that a group sends from its phone at the end. */
async function answered([group, predictions, jobs]) {
  const page = await watched(await browser.newContext({ locale: "zh-CN", viewport: PHONE }));
  await page.goto(`${url}#v=5&x=${EXERCISE}&g=${group}`);
  await page.getByTestId("exercise-step-panel").waitFor({ timeout: 20_000 });
  for (const prediction of predictions) {
    await typed(page, "exercise-number", prediction);
    await page.getByTestId("exercise-told").waitFor();
    await press(page, "exercise-forward");
  }
  const lever = page.locator('[data-input="jobs.outward"]');
  await lever.focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.type(jobs);
  await page.keyboard.press("Enter");
  await press(page, "exercise-try");
  await page.getByTestId("exercise-tried").waitFor();
  await press(page, "exercise-forward");
  await press(page, "exercise-option-1", "Space");
  await page.getByTestId("exercise-why").focus();
  await page.keyboard.type("岗位最难");
  await press(page, "exercise-commit");
  await page.getByTestId("exercise-told").waitFor();
  await press(page, "exercise-forward");
  await press(page, "exercise-forward");
  await page.getByTestId("exercise-say").focus();
  await page.keyboard.type("先算账");
  await press(page, "exercise-forward");
  await page.getByTestId("exercise-finish").waitFor();
  const text = await page.getByTestId("exercise-result-text").inputValue();
  assert.deepEqual(page.errors, []);
  await page.context().close();
  return text;
}

async function violations(page, what) {
  const violations = await broken(page);
  return violations.map(({ id, nodes }) => `${what}: ${id}: ${nodes.slice(0, 3).map((node) => node.html).join(" | ")}`);
}

/** Opens the list of exercises by its entry, the last of the examples. */
async function listed(page) {
  await press(page, "example", "End");
  await page.locator(".exercise-list li").first().waitFor();
}

/** Pastes a chat and reads it: the button follows the field. */
async function pasted(page, text) {
  await page.getByTestId("groups-paste").focus();
  await page.keyboard.insertText(text);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByTestId("groups-list").waitFor();
}

/** The text of a file that a button saves. */
async function saved(page, id) {
  const [file] = await Promise.all([page.waitForEvent("download"), press(page, id)]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8"), path: await file.path() };
}

/** Everything that stands on the page of groups. */
const whole = (page) => page.locator(".groups-page").evaluate((it) => it.outerHTML);

test("a session from the projector to the saved record, by keys alone", async () => {
  const page = await open(browser, { viewport: { width: 1366, height: 768 } });
  // The exercise before the room, in a second window.
  await page.keyboard.press("F5");
  const lesson = page.getByTestId("present-lesson");
  await lesson.locator("option").nth(1).waitFor({ state: "attached" });
  await press(page, "present-lesson", "End");
  await page.getByTestId("presenter-lesson").waitFor();
  const [second] = await Promise.all([page.waitForEvent("popup"), press(page, "present-second")]);
  await second.getByTestId("projected").waitFor({ timeout: 20_000 });
  await Promise.all([second.waitForEvent("close"), second.keyboard.press("Escape").catch(() => {})]);
  await page.getByTestId("presenter").waitFor({ state: "detached" });

  // The way in, and what to do first.
  await listed(page);
  await press(page, `exercise-groups-${EXERCISE}`);
  await page.locator("#groups-title:focus").waitFor();
  await page.getByTestId("groups-empty").waitFor();
  await page.getByTestId("groups-link").waitFor();
  assert.match(await page.getByTestId("groups-link").inputValue(), new RegExp(`^${url}#v=5&check=\\w+&x=${EXERCISE}$`));
  await page.locator(".groups-invite .qr").waitFor();
  const found = await violations(page, "empty");

  // The chat as it is, with a link in it that was cut off.
  const cut = chat.slice(chat.indexOf("#v=5"), chat.indexOf("#v=5") + 60);
  await pasted(page, `${chat}\n王五 10:40\n${url}${cut}`);
  assert.equal(await page.locator("[data-testid=groups-list] > li").count(), 3);
  assert.equal(await page.locator("[data-testid=groups-faults] li").count(), 1);
  await typed(page, "groups-call-line", "第四组 280");
  await page.locator("[data-testid=groups-list] > li").nth(3).waitFor();
  assert.equal(await page.getByTestId("groups-plot").first().getAttribute("data-dots"), "4");
  assert.ok(!(await whole(page)).includes("张三"), "no names of people");

  // Nothing of the result before it is revealed.
  assert.ok(!(await whole(page)).includes(truth));
  assert.equal(await page.getByTestId("groups-outputs-card").count(), 0);
  assert.equal(await page.getByTestId("groups-replay-card").count(), 0);
  found.push(...(await violations(page, "collected")));
  await press(page, "groups-reveal-1");
  await page.getByTestId("groups-truth-line").waitFor({ state: "attached" });
  assert.ok((await page.getByTestId("groups-truth-1").innerText()).includes(truth));
  await press(page, "groups-reveal-all");
  const outputs = page.getByTestId("groups-outputs");
  await outputs.waitFor();

  // Least, mean, most, and how many touched it.
  assert.equal((await page.getByTestId("groups-levers").locator("tbody tr").first().innerText()).replace(/\s+/g, " ").trim(),
    "劳务输出新增人数（人） 0 5,000 5,500 6,000 3 / 3");
  // Ranks only where they are wanted.
  assert.equal(await page.getByTestId("groups-ranking").isChecked(), false);
  const heads = () => outputs.locator("thead").innerText();
  assert.ok(!(await heads()).includes("名次"));
  await press(page, "groups-ranking", "Space");
  await outputs.locator("th", { hasText: "名次" }).waitFor();
  assert.match(await outputs.locator("tbody th").first().innerText(), /第 2 组/);
  await press(page, "groups-ranking", "Space");
  await outputs.locator("th", { hasText: "名次" }).waitFor({ state: "detached" });

  // The moves of the second group.
  await press(page, "groups-replay-group", "ArrowDown");
  await press(page, "groups-replay-forward");
  await page.getByTestId("groups-frame").filter({ hasText: "劳务输出新增人数调整为 6,000" }).waitFor();
  assert.deepEqual(found, []);

  // Files, the page loaded again, the record forgotten and opened from its file.
  const csv = await saved(page, "groups-csv");
  assert.ok(csv.text.startsWith("\u{feff}") && csv.text.includes("练习记录，不作考核依据"), csv.text.slice(0, 200));
  const record = await saved(page, "groups-save");
  assert.match(record.name, /\.json$/);
  assert.ok(record.text.includes("练习记录，不作考核依据") && !record.text.includes("张三"));
  await page.reload();
  await page.locator("#results-changes").waitFor({ state: "attached", timeout: 20_000 });
  await listed(page);
  await press(page, "open-groups");
  await page.getByTestId("groups-outputs").waitFor();
  await press(page, "groups-forget");
  await press(page, "groups-forget-yes");
  await page.getByTestId("groups-empty").waitFor();
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), press(page, "groups-files")]);
  await chooser.setFiles(record.path);
  await page.getByTestId("groups-outputs").waitFor();
  assert.equal((await saved(page, "groups-save")).text, record.text);
  await page.keyboard.press("Escape");
  await page.locator(".groups-page").waitFor({ state: "detached" });
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

for (const [locale, colorScheme, viewport, practice, called] of [
  ["en-US", "dark", PHONE, "A record of practice, no examination.", "Group 4 280"],
  ["zh-TW", "light", { width: 1366, height: 768 }, "練習記錄，不作考核依據", "第四組 280"],
]) {
  test(`the chat finds its exercise by itself: ${locale}, ${colorScheme}, ${viewport.width} pixels`, async () => {
    const page = await open(browser, { locale, colorScheme, viewport });
    await listed(page);
    await press(page, "open-groups");
    await page.locator("#groups-title:focus").waitFor();
    assert.ok((await page.getByTestId("groups-practice").innerText()).includes(practice));
    await pasted(page, chat);
    await typed(page, "groups-call-line", called);
    await page.locator("[data-testid=groups-list] > li").nth(3).waitFor();
    await press(page, "groups-reveal-all");
    await page.getByTestId("groups-truth-line").first().waitFor({ state: "attached" });
    await page.getByTestId("groups-frame").waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
    assert.deepEqual(await violations(page, locale), []);
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });
}
