// An exercise made from the scenario on the screen: ticked, written, saved, passed on; on a phone, by keyboard, for everyone.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";

import { broken, launch, open } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const SCENARIO = "#v=1&model=2&region=zhangjiakou-2021.2&coverage=0.85";

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
  // Nothing is written yet and nothing is red: what is missing is said when it is asked for, or was left.
  assert.equal(await page.locator(".maker-step").count(), 2);
  assert.equal(await page.locator(".maker-faults").count(), 0);
  assert.equal(await page.getByTestId("maker-save").count(), 0);
  await page.getByTestId("maker-name").focus();
  await page.getByTestId("maker-minutes").focus();
  await page.locator(".maker-faults").waitFor();
  await page.getByTestId("maker-check").click();
  assert.equal(await page.locator(".maker-step .maker-faults").count(), 2);
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
  await page.getByTestId("maker-goal-output-3").selectOption("difference.2024");
  await page.locator(".maker-step").nth(2).locator("textarea").first().fill("使2024年增收100元。");
  await page.getByTestId("maker-goal-3").fill("100");
  // A second goal, a limit of the step and a second output.
  await page.getByTestId("maker-more-goals-3").click();
  await page.getByTestId("maker-goal-output-3-2").selectOption("coverage.2024");
  await page.getByTestId("maker-goal-end-3-2").selectOption("least-start");
  await page.getByTestId("maker-more-limits-3").click();
  await page.getByTestId("maker-limit-output-3").selectOption("funds.total");
  await page.getByTestId("maker-limit-end-3").selectOption("most-plan");
  await page.getByTestId("maker-more-outputs-2").click();
  await page.getByTestId("maker-output-2-2").selectOption("income.scenario.2024");
  await page.locator(".maker-notes summary").click();
  await page.locator(".maker-notes textarea").first().fill("只给教员看的目的");

  const [name, text] = await save(page, "maker-save");
  assert.equal(name, "覆盖率的代价.json");
  const exercise = JSON.parse(text);
  assert.deepEqual(exercise.open.sort(), ["coverage", "jobs.outward"]);
  assert.deepEqual(exercise.steps.map(({ kind }) => kind), ["predict", "show", "do"]);
  assert.deepEqual(exercise.steps[0].change, { coverage: "0.85" });
  assert.deepEqual(exercise.steps[1].outputs, ["difference.2023", "income.scenario.2024"]);
  assert.deepEqual(exercise.steps[2].goal, [{ output: "difference.2024", at_least: "100" }, { output: "coverage.2024", at_least: "start" }]);
  assert.deepEqual(exercise.steps[2].limits, [{ output: "funds.total", at_most: "plan" }]);
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

test("the file of an exercise is opened, changed and saved with all that was in it", async () => {
  const text = (zh, en) => (en ? { "zh-Hans": zh, en } : { "zh-Hans": zh });
  const exercise = {
    exercise: 1, id: "mine-1", model: 2, region: "zhangjiakou-2021.2", title: text("我的练习", "Mine"), minutes: 30,
    start: { values: { "jobs.workshop": "5000" } }, open: ["jobs.outward"], hide: ["headline", "paths"],
    limits: [{ output: "funds.total", at_most: "plan" }, { output: "coverage_missing.2023", at_most: "start" }],
    steps: [
      { kind: "predict", text: text("{start:income.scenario.2023}之后？", "After {start:income.scenario.2023}?"), output: "income.scenario.2023",
        change: { coverage: "0.9" }, ask: "number", of: "change", within: "20", feedback: text("您预测{answer}。") },
      { kind: "show", text: text("看。"), change: { coverage: "0.9" }, outputs: ["difference.2023", "coverage.2023"], reveal: ["headline"] },
      { kind: "do", text: text("做。"), goal: [{ output: "coverage.2023", at_least: "0.5", at_most: "0.9" }, { output: "difference.2023", at_least: "100" }],
        limits: [{ output: "input.coverage_cost", at_most: "start" }], hints: [{ after: 3, text: text("提示", "Hint") }] },
      { kind: "choose", text: text("选。"), options: [{ text: text("甲"), change: { "jobs.outward": "1000" }, feedback: text("好") }, { text: text("乙") }],
        best: { output: "difference.2023", is: "least" }, why: true },
    ],
  };
  const page = await open(browser, { fragment: SCENARIO, locale: "zh-CN" });
  await maker(page);
  await page.getByTestId("maker-open-file").setInputFiles({ name: "e.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(exercise)) });
  for (const remark of ["其他语言", "花括号"]) await page.getByTestId("maker-remarks").getByText(remark).waitFor();
  assert.equal(await page.getByTestId("maker-name").inputValue(), exercise.title["zh-Hans"]);
  assert.equal(await page.locator(".maker-step").count(), exercise.steps.length);
  await page.getByTestId("maker-minutes").fill("33");
  const [, saved] = await save(page, "maker-save");
  assert.deepEqual(JSON.parse(saved), { ...exercise, minutes: 33 });
  // What is no exercise is refused with its reason, and the draft stays.
  await page.getByTestId("maker-open-file").setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await page.getByTestId("maker-remarks").locator(".refused").first().waitFor();
  assert.equal(await page.getByTestId("maker-minutes").inputValue(), "33");
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
    const violations = await broken(page);
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
    await page.context().close();
  }
});
