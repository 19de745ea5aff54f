// Handout and trainer's notes as paper in the page: from the list and from a file, printed, for everyone.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { broken, launch, open, url, watched } from "./support.mjs";


let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

async function list(page) {
  await page.getByTestId("example").selectOption("exercises");
  await page.locator(".exercise-list li").first().waitFor();
}

const paper = (page) => page.locator(".report-paper");

async function isAccessible(page) {
  const violations = await broken(page);
  assert.deepEqual(violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.target).join(" ")}`), []);
}

/** Prints the page and returns how many sheets of A4 it takes. */
async function sheets(page) {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  assert.match(pdf, /MediaBox\s*\[\s*0 0 59[45]/);
  return pdf.match(/\/Type\s*\/Page\b/g).length;
}

test("from the list to both papers by keyboard, printed, and back to where one was", async () => {
  const page = await open(browser, { locale: "zh-CN", viewport: { width: 1366, height: 768 } });
  await list(page);
  await page.getByTestId("maker-handout-zjk-gap-1").focus();
  await page.keyboard.press("Enter");
  await page.locator("#report-title:focus").filter({ hasText: "综合：资金不增，追平全省脱贫人口（学员讲义）" }).waitFor();
  assert.equal(await page.title(), "综合：资金不增，追平全省脱贫人口（学员讲义）");
  // The results that are asked for, and what is the trainer's alone.
  for (const told of ["382.57", "188.82", "常见错误", "只供教员"]) assert.equal(await paper(page).filter({ hasText: told }).count(), 0, told);
  assert.equal(await paper(page).locator(".report-rule").count(), 9);
  assert.match(await page.getByTestId("report-link").innerText(), /#v=5&check=\w+&x=zjk-gap-1$/);
  await paper(page).locator("svg.qr").waitFor({ state: "attached" });
  await isAccessible(page);
  assert.ok(await sheets(page) <= 3);
  const notes = page.getByTestId("paper-maker-paper-notes");
  await notes.focus();
  await page.keyboard.press("Enter");
  for (const told of ["382.57 元", "188.82 元", "常见错误", "只供教员，不发给学员"]) await paper(page).filter({ hasText: told }).waitFor();
  assert.equal(await notes.getAttribute("aria-pressed"), "true");
  await isAccessible(page);
  assert.ok(await sheets(page) <= 3);
  await page.keyboard.press("Escape");
  await page.locator(".exercise-list li").first().waitFor();
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

for (const [locale, said] of [["en-US", /For the trainer alone[^]*Usual mistakes[^]*382\.57 yuan/], ["zh-TW", /只供教員[^]*常見錯誤[^]*382\.57 元/]]) {
  test(`an exercise of a file is put on paper on a phone: ${locale}`, async () => {
    const page = await open(browser, { locale, viewport: { width: 390, height: 844 }, colorScheme: "dark" });
    await list(page);
    const folder = join(process.env.ZENGSHOU_ROOT, "static/exercises");
    const exercise = JSON.parse(readFileSync(join(folder, "zjk-gap-1.json"), "utf8"));
    const texts = JSON.parse(readFileSync(join(folder, `zjk-gap-1/${locale === "en-US" ? "en" : "zh-Hant"}.json`), "utf8"));
    const put = (place, text) => {
      for (const [name, part] of Object.entries(text)) {
        if (typeof part === "string") place[name] = { [locale === "en-US" ? "en" : "zh-Hant"]: part };
        else put((place[name] ??= Array.isArray(part) ? [] : {}), part);
      }
      return place;
    };
    const whole = put({ ...exercise, id: "own-gap" }, texts);
    await page.getByTestId("print-exercise").setInputFiles({ name: "own.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(whole)) });
    await page.locator(".report-rule").first().waitFor({ state: "attached" });
    assert.match(await page.getByTestId("report-link").innerText(), /&x=own-gap&xf=/);
    await page.getByTestId("paper-maker-paper-notes").click();
    await paper(page).filter({ hasText: "382.57" }).waitFor();
    assert.match(await paper(page).innerText(), said);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing is wider than the screen");
    await isAccessible(page);
    // A file that is none says so.
    await page.getByTestId("paper-close").click();
    await page.getByTestId("print-exercise").setInputFiles({ name: "own.json", mimeType: "application/json", buffer: Buffer.from("{\"exercise\": 1}") });
    await page.locator(".notice").first().waitFor();
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });
}

test("participants are not sent the trainers' notes", async () => {
  const page = await watched(await browser.newContext({ locale: "zh-CN" }));
  await page.goto(`${url}#v=5&x=zjk-gap-1`);
  await page.getByTestId("exercise-step-panel").waitFor({ timeout: 20_000 });
  assert.ok(page.requests.some((address) => /\/exercises\.\w+\.json/.test(address)));
  assert.deepEqual(page.requests.filter((address) => /notes/.test(address)), []);
  await page.context().close();
});
