// Households one by one: an invented register, its figures while a lever moves, the list and its file, a register of one's own,
// a refused one, and that nothing of it is anywhere but in memory.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";

import AxeBuilder from "@axe-core/playwright";

import { launch, open } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const tab = (page, name) => page.getByTestId(`register-tab-${name}`).click();
const cell = (page, figure) => page.getByTestId(`register-figure-${figure}`).locator("td").last().innerText();

async function axe(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  assert.deepEqual(serious.map(({ id, nodes }) => [id, nodes[0].html]), []);
}

async function fitsWidth(page) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `${over} pixels beside the screen`);
}

/** A register with a row a household, whose cells hold a mark that must not be found anywhere else. */
function register(rows) {
  const line = (at) => `秘密${at},桥西区,脱贫户,3,${9000 + at * 700},6000,0,2000,${17000 + at * 700}`;
  const head = "姓名,县,户类型,家庭人口数,工资性收入,生产经营净收入,财产性收入,转移性收入,纯收入";
  return [head, ...Array.from({ length: rows }, (_, at) => line(at))].join("\n") + "\n";
}

const file = (text) => ({ name: "王秘密的名册.csv", mimeType: "text/csv", buffer: Buffer.from(text) });

test("an invented register is computed, followed, listed, saved and let go", async () => {
  const page = await open(browser, { acceptDownloads: true });
  await page.getByTestId("foot-households").click();
  await page.getByTestId("register-private").waitFor();
  await page.getByTestId("register-invent-rows").fill("2000");
  await page.getByTestId("register-invent").click();
  await page.getByTestId("register-is-invented").waitFor();
  await page.getByTestId("register-preview").filter({ hasText: "2,000" }).waitFor();
  await axe(page);
  await tab(page, "overview");
  await page.getByTestId("register-figures").waitFor();
  const regional = await cell(page, "people");
  await page.getByTestId("register-line-yunnan").click();
  await page.getByTestId("register-figure-line").filter({ hasText: "8,700.00" }).waitFor();
  assert.ok(Number((await cell(page, "people")).replaceAll(",", "")) > 0, regional);
  await axe(page);

  await tab(page, "gains");
  await page.getByTestId("register-by").selectOption({ index: 2 });
  await page.getByTestId("register-groups").locator("tbody tr").nth(1).waitFor();
  await tab(page, "averages");
  await page.getByTestId("register-averages").waitFor();
  assert.equal(await page.getByTestId("register-offer").locator("button:enabled").count(), 0, "invented figures are not taken");

  await tab(page, "risks");
  await page.getByTestId("register-list-shown").filter({ hasText: "50" }).waitFor();
  await page.getByTestId("register-list-after").click();
  await page.getByTestId("register-list-shown").filter({ hasText: "51" }).waitFor();
  await axe(page);
  const downloading = page.waitForEvent("download");
  await page.getByTestId("register-list-save").click();
  const saved = await readFile(await (await downloading).path(), "utf8");
  assert.match(saved, /行号/);

  // Back on the main page the figures follow, and the register can be let go from there, too.
  await page.getByTestId("register-close").click();
  const strip = page.getByTestId("register-strip");
  await strip.filter({ hasText: "8,700.00" }).waitFor();
  await page.getByTestId("register-strip-forget").click();
  await strip.waitFor({ state: "detached" });
  assert.deepEqual(page.errors, []);
});

test("a register of one's own is checked and refused by place, and nothing of it is anywhere else", async () => {
  const page = await open(browser, { viewport: { width: 390, height: 844 }, locale: "en-US" });
  const before = page.url();
  await page.getByTestId("foot-households").click();
  const input = page.getByTestId("register-file");
  await input.setInputFiles(file("日期,数\n1,2\n"));
  await page.getByTestId("register-refused").filter({ hasText: "first ten rows" }).waitFor();
  await input.setInputFiles(file(register(40) + "秘密,桥西区,脱贫户,3,90"));
  await page.getByTestId("register-refused").filter({ hasText: "42" }).waitFor();
  await input.setInputFiles(file(register(40) + "秘密,桥西区,脱贫户,30,9000,6000,0,2000,17000\n"));
  await page.getByTestId("register-preview").filter({ hasText: "40" }).waitFor();
  await page.getByTestId("register-columns").filter({ hasText: "Dropped" }).waitFor();
  await page.getByTestId("register-faults").filter({ hasText: "members" }).waitFor();
  await fitsWidth(page);
  await axe(page);
  for (const part of ["overview", "gains", "risks", "averages"]) {
    await tab(page, part);
    await page.getByTestId({ overview: "register-figures", gains: "register-groups", risks: "register-list", averages: "register-averages" }[part]).waitFor();
    await fitsWidth(page);
  }
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  const seen = [kept, await page.content(), ...page.requests].map(decodeURIComponentSafely).join("\n");
  assert.doesNotMatch(seen, /秘密/);
  assert.doesNotMatch(kept, /register/);
  assert.equal(page.url(), before);
  await page.getByTestId("register-forget").click();
  await page.getByTestId("register-preview").waitFor({ state: "detached" });
  assert.deepEqual(page.errors, []);
});

function decodeURIComponentSafely(text) {
  try { return decodeURIComponent(text); } catch { return text; }
}
