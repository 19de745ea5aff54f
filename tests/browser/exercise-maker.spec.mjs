// An exercise made from the scenario on the screen: ticked, written, saved, passed on; on a phone, by keyboard, for everyone.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";

import AxeBuilder from "@axe-core/playwright";

import { launch, open } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const SCENARIO = "#v=1&model=2&region=zhangjiakou-2021.2&coverage=0.85";
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Opens the form by keyboard. */
async function maker(page) {
  await page.getByTestId("share").click();
  const button = page.getByTestId("make-exercise");
  await button.focus();
  await page.keyboard.press("Enter");
  await page.locator(".exercise-maker").waitFor();
}

async function save(page, id) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId(id).click()]);
  return [download.suggestedFilename(), await readFile(await download.path(), "utf8")];
}

test("a scenario becomes an exercise by pointing, and is saved, linked and printed", async () => {
  const page = await open(browser, { fragment: SCENARIO, locale: "zh-CN" });
  await maker(page);
  // Nothing is written yet: what is missing stands at its step, and nothing can be passed on.
  assert.equal(await page.locator(".maker-step").count(), 2);
  assert.ok(await page.locator(".maker-step").first().locator(".maker-faults").isVisible());
  assert.equal(await page.getByTestId("maker-save").count(), 0);
  // The lever that the scenario changes is open already.
  assert.match(await page.getByTestId("maker-open").innerText(), /已选 1 项/);
  await page.getByTestId("maker-open").locator("summary").click();
  assert.ok(await page.getByTestId("maker-open-coverage").isChecked());
  await page.getByTestId("maker-open-jobs.outward").check();
  await page.getByTestId("maker-name").fill("覆盖率的代价");
  await page.locator(".maker-step textarea").first().fill("覆盖率提高到85%，2023年增收多少元？");
  await page.getByTestId("maker-within-1").fill("不是数");
  assert.equal(await page.locator(".maker-step").first().locator(".maker-faults li").count(), 1);
  await page.getByTestId("maker-within-1").fill("5");
  await page.locator(".maker-step").nth(1).locator("textarea").first().fill("请看增收渠道。");
  await page.getByTestId("maker-add").click();
  await page.getByTestId("maker-kind-3").selectOption("do");
  await page.getByTestId("maker-output-3").selectOption("difference.2024");
  await page.locator(".maker-step").nth(2).locator("textarea").first().fill("使2024年增收100元。");
  await page.getByTestId("maker-goal-3").fill("100");
  await page.locator(".maker-notes summary").click();
  await page.locator(".maker-notes textarea").first().fill("只给教员看的目的");

  const [name, text] = await save(page, "maker-save");
  assert.equal(name, "覆盖率的代价.json");
  const exercise = JSON.parse(text);
  assert.deepEqual(exercise.open.sort(), ["coverage", "jobs.outward"]);
  assert.deepEqual(exercise.steps.map(({ kind }) => kind), ["predict", "show", "do"]);
  assert.deepEqual(exercise.steps[0].change, { coverage: "0.85" });
  assert.deepEqual(exercise.steps[2].goal, [{ output: "difference.2024", at_least: "100" }]);
  assert.equal(exercise.notes.aim["zh-Hans"], "只给教员看的目的");

  const link = await page.getByTestId("maker-link").inputValue();
  assert.match(link, /#v=5&check=[0-9a-z]+&x=own-[0-9a-f]{8}&xf=/);
  assert.equal(await page.getByTestId("maker-try").getAttribute("href"), link);
  await page.getByTestId("maker-handout").click();
  const [handout, paper] = await save(page, "paper-markdown");
  assert.match(handout, /学员讲义.*\.md$/);
  assert.ok(paper.includes("增收多少元？") && !paper.includes("只给教员看的目的"), paper);
  await page.getByTestId("paper-maker-paper-notes").click();
  await page.locator(".report-paper").filter({ hasText: "只给教员看的目的" }).waitFor();
  const [, notes] = await save(page, "paper-markdown");
  assert.ok(notes.includes("只给教员看的目的") && notes.includes("-13.80 元"), notes);
  await page.keyboard.press("Escape");
  await page.locator(".exercise-maker").waitFor();

  // Closed and opened again, the draft is as it was.
  await page.keyboard.press("Escape");
  await maker(page);
  assert.equal(await page.getByTestId("maker-name").inputValue(), "覆盖率的代价");
  assert.equal(await page.locator(".maker-step").count(), 3);
  assert.deepEqual(page.errors, []);
});

test("the form is for everyone, on a phone too", async () => {
  for (const [locale, colorScheme, viewport] of [
    ["zh-CN", "light", { width: 1366, height: 768 }],
    ["en-US", "dark", { width: 390, height: 844 }],
  ]) {
    const page = await open(browser, { fragment: SCENARIO, locale, colorScheme, viewport });
    await maker(page);
    for (const id of ["maker-open", "maker-hide"]) await page.getByTestId(id).locator("summary").click();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0, locale);
    const body = page.locator(".modal-body");
    assert.equal(await body.evaluate((it) => it.scrollWidth - it.clientWidth), 0, locale);
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
    await page.context().close();
  }
});
