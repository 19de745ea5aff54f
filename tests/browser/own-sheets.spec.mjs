// Spreadsheets: what they hold is shown before anything is taken, what is asked is used at once, and a file that can't be
// read changes nothing.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { broken, field, headline, launch, numbers, open } from "./support.mjs";
import { figures, file, xlsx } from "./support-sheets.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const said = (page) => page.getByTestId("intake-said");
const take = (page) => page.getByTestId("intake-take");
const kept = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("zengshou/region/")));

/** Opens the dialog and a file in it, and waits until it is read. */
async function opened(page, sheet) {
  await page.getByTestId("region").click();
  await page.getByTestId("open-region").setInputFiles(sheet);
  await page.getByTestId("intake").and(page.locator('[aria-busy="false"]')).waitFor({ timeout: 60_000 });
}

async function stands(page, name) {
  await page.getByTestId("region").filter({ hasText: name }).waitFor({ timeout: 30_000 });
  await numbers(page);
}

const form = (options) => file("青山县.xlsx", xlsx([{ name: "基本情况", rows: figures(options) }]));

test("a filled form becomes the region on the screen, and a second one shows what it changes", async () => {
  const page = await open(browser);
  const example = await headline(page);
  assert.ok(!page.requests.some((address) => /\/sheets/.test(address)), "read only when asked for");
  await opened(page, form());
  assert.match(await said(page).innerText(), /尚未采用/);
  assert.equal(await headline(page), example);
  assert.deepEqual(await kept(page), []);
  await page.getByRole("button", { name: "采用为“青山县”" }).click();
  await stands(page, "青山县");
  assert.notEqual(await headline(page), example);
  assert.equal((await kept(page)).length, 1);

  await opened(page, form({ people: 40_000 }));
  const change = page.getByTestId("intake-changes").getByRole("row", { name: /脱贫人口数/ });
  assert.match(await change.innerText(), /42,000 人\s+40,000 人/);
  await take(page).click();
  await page.getByTestId("intake-alert").filter({ hasText: "已存有“青山县”" }).waitFor();
  const own = await page.evaluate((key) => localStorage.getItem(key), (await kept(page))[0]);
  assert.ok(own.includes("42000"), "nothing is replaced before the answer");
  await page.getByTestId("intake-replace").click();
  await page.waitForFunction((key) => localStorage.getItem(key).includes("40000"), (await kept(page))[0]);
  await stands(page, "青山县");
  assert.deepEqual(page.errors, []);
});

test("questions are answered by choosing, and what is answered can be changed", async () => {
  const page = await open(browser);
  await opened(page, form({ coverage: 0.85 }));
  const question = page.getByTestId("intake-questions");
  await question.getByText("0.85").first().waitFor();
  await take(page).and(page.locator(":disabled")).waitFor();
  assert.match(await page.getByTestId("intake-why").innerText(), /问题待回答/);
  await question.getByLabel("85%", { exact: true }).check();
  await take(page).and(page.locator(":enabled")).waitFor();
  assert.ok(await question.getByLabel("85%", { exact: true }).isChecked());
  await question.getByLabel("0.85%", { exact: true }).check();
  await page.getByTestId("intake").and(page.locator('[aria-busy="false"]')).waitFor();
  await question.getByLabel("85%", { exact: true }).check();
  await take(page).and(page.locator(":enabled")).click();
  await stands(page, "青山县");
  assert.equal(await field(page, "coverage").inputValue(), "85");
  assert.deepEqual(page.errors, []);
});

test("a table under titles and joined heads is shown with its columns, persons dropped", async () => {
  const page = await open(browser);
  const counties = {
    name: "各县",
    rows: [
      ["青山县各乡镇情况"],
      ["单位：万元"],
      ["县区", "脱贫", "", "资金", "", "负责人", "备忘"],
      ["", "脱贫户数", "脱贫人口", "下达资金", "已支出", "", ""],
      ["甲镇", 100, 250, 12.5, 3, "王某", "x"],
      ["乙镇", 200, 500, 20, 4, "李某", "y"],
      ["合计", 300, 750, 33, 7, "", ""],
      ["注：截至十一月底"],
    ],
    merged: ["A1:G1", "A3:A4", "B3:C3", "D3:E3", "F3:F4", "G3:G4"],
  };
  await opened(page, file("两张表.xlsx", xlsx([{ name: "基本情况", rows: figures() }, counties])));
  const table = page.getByTestId("intake-table").filter({ hasText: "各县!A3" });
  assert.match(await table.locator("h3").innerText(), /县区.*2 行.*万元/);
  assert.match(await table.innerText(), /负责人\s*已舍去：人员姓名/);
  const dialog = await page.getByRole("dialog").innerText();
  assert.ok(!dialog.includes("王某") && !dialog.includes("李某"));
  // A total that does not add up is taken only knowingly.
  const totals = page.getByTestId("intake-totals");
  assert.match(await totals.innerText(), /各县!D7“合计”的“下达资金”为 33 万元，各行之和为 32.5 万元，相差 0.5 万元/);
  await take(page).and(page.locator(":disabled")).waitFor();
  await page.getByTestId("intake-known").check();
  await take(page).and(page.locator(":enabled")).waitFor();
  // A column goes elsewhere, and the choice is remembered once the file is taken.
  await table.getByLabel(/备忘/).selectOption({ label: "备注" });
  await page.getByTestId("intake").and(page.locator('[aria-busy="false"]')).waitFor();
  await table.getByRole("columnheader", { name: "备注" }).waitFor();
  await take(page).and(page.locator(":enabled")).click();
  await stands(page, "青山县");
  await opened(page, file("两张表.xlsx", xlsx([{ name: "基本情况", rows: figures() }, counties])));
  await table.getByRole("columnheader", { name: "备注" }).waitFor();
  assert.deepEqual(page.errors, []);
});

test("a problem names its cell, what stands there and what is wanted, and keeps the file from being taken", async () => {
  const page = await open(browser);
  const rows = figures();
  rows[5][1] = "约五百";
  const counties = { name: "县区", rows: [["县区", "脱贫户数", "脱贫人口"], ["甲镇", "很多", 5]] };
  await opened(page, file("坏.xlsx", xlsx([{ name: "基本情况", rows }, counties])));
  const problems = page.getByTestId("intake-problems");
  assert.match(await problems.innerText(), /县区!B2：“很多”。此处应填不小于 0 的整数/);
  await take(page).and(page.locator(":disabled")).waitFor();
  await page.getByTestId("intake-back").click();
  await page.getByTestId("region-list").waitFor();
  assert.deepEqual(await kept(page), []);
  assert.deepEqual(page.errors, []);
});

test("texts of other code pages, pasted blocks and wide tables are read", async () => {
  const page = await open(browser);
  // 县区,脱贫户数,脱贫人口 and 甲镇,1,2, each in a line, in GBK.
  const bytes = Buffer.from("cfd8c7f82ccdd1c6b6bba7cafd2ccdd1c6b6c8cbbfda0abcd7d5f22c312c320a", "hex");
  await opened(page, file("gbk.csv", bytes));
  const table = page.getByTestId("intake-table");
  assert.match(await table.innerText(), /甲镇/);
  assert.match(await page.getByTestId("intake-missing").innerText(), /地区名称/);
  await page.getByTestId("intake-back").click();
  // A text that is named like a workbook.
  await page.getByTestId("open-region").setInputFiles(file("其实是文本.xlsx", bytes));
  await table.filter({ hasText: "甲镇" }).waitFor();
  await page.getByTestId("intake-back").click();
  await page.getByTestId("paste-sheet").fill(figures().map((row) => row.join("\t")).join("\n"));
  await page.getByTestId("paste-read").click();
  await take(page).and(page.locator(":enabled")).filter({ hasText: "青山县" }).waitFor();
  await page.getByTestId("intake-back").click();
  const wide = Array.from({ length: 200 }, (_, at) => `栏${at}`);
  await page.getByTestId("open-region").setInputFiles(file("宽.xlsx", xlsx([{ name: "宽", rows: [["县区", "脱贫户数", "脱贫人口", ...wide], ["甲镇", 1, 2]] }])));
  await page.getByTestId("intake-column").nth(202).waitFor();
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  assert.deepEqual(page.errors, []);
});

test("a file that can't be read is said in a sentence, and nothing is taken", async () => {
  const page = await open(browser);
  const plan = await headline(page);
  const whole = form().buffer;
  const locked = Buffer.alloc(2_048);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(locked);
  Buffer.from("EncryptedPackage", "utf16le").copy(locked, 1_024);
  await page.getByTestId("region").click();
  for (const [sheet, part] of [
    [file("断.xlsx", whole.subarray(0, whole.length / 2)), "不完整或已损坏"],
    [file("锁.xlsx", locked), "打开密码"],
    [file("空.csv", ""), "没有内容"],
    [file("图.png", Buffer.from("89504e470d0a1a0a00000000", "hex")), "不是可读取的表格"],
    [file("旧.et", locked), "另存为 xlsx"],
    [file("网页.xls", "<html><table><tr><td>1</td></tr></table></html>"), "网页"],
    [file("话.txt", "只是一句话"), "没有找到可用的表"],
  ]) {
    await page.getByTestId("open-region").setInputFiles(sheet);
    await page.getByTestId("intake").filter({ hasText: part }).waitFor({ timeout: 30_000 });
    await page.getByTestId("intake-back").click();
    await page.getByTestId("region-list").waitFor();
  }
  assert.equal(await headline(page), plan);
  assert.deepEqual(await kept(page), []);
  assert.deepEqual(page.errors, []);
});

test("a reader that dies or does not load is said, and the page goes on", async () => {
  const page = await open(browser);
  let fails = true;
  await page.route(/sheets_bg\.[^/]*$/, (route) => (fails ? route.abort() : route.continue()));
  await opened(page, form());
  await said(page).filter({ hasText: "没有载入" }).waitFor();
  await page.getByTestId("intake-back").click();
  fails = false;
  await page.getByTestId("open-region").setInputFiles(form());
  await take(page).and(page.locator(":enabled")).waitFor({ timeout: 30_000 });
  const [worker] = page.workers();
  await worker.evaluate(() => { self.postMessage({ id: 0, failed: "unreachable" }); });
  await take(page).click();
  await page.getByTestId("intake-alert").filter({ hasText: "读取中断" }).waitFor();
  assert.deepEqual(await kept(page), []);
  await page.keyboard.press("Escape");
  await page.getByTestId("region").click();
  await page.getByTestId("region-list").waitFor();
});

test("the form is saved, filled in and read back", async () => {
  const page = await open(browser);
  await page.getByTestId("region").click();
  const saved = async (id) => {
    const [download] = await Promise.all([page.waitForEvent("download", { timeout: 60_000 }), page.getByTestId(id).click()]);
    return [download.suggestedFilename(), readFileSync(await download.path())];
  };
  const [name, text] = await saved("form-csv");
  assert.equal(name, "河北省张家口市填报模板.csv");
  const [workbook, bytes] = await saved("form-xlsx");
  assert.equal(workbook, "河北省张家口市填报模板.xlsx");
  for (const form of [file(workbook, bytes), file(name, text)]) {
    await page.getByTestId("open-region").setInputFiles(form);
    // Nobody published the day up to which the money was spent.
    await page.getByTestId("intake-missing").filter({ hasText: "支出截至日期" }).waitFor({ timeout: 30_000 });
    assert.equal(await page.getByTestId("intake-missing").getByRole("listitem").count(), 1);
    await page.getByTestId("intake-back").click();
  }
  const filled = text.toString().replace(/^(支出截至日期),[^,]*,/m, "$1,2021-12-31,").replaceAll("河北省张家口市", "青山市");
  await page.getByTestId("open-region").setInputFiles(file(name, filled));
  await take(page).and(page.locator(":enabled")).click();
  await stands(page, "青山市");
  assert.deepEqual(page.errors, []);
});

test("a region that the browser has no room for can be saved as a file", async () => {
  const page = await open(browser);
  await opened(page, form());
  await take(page).and(page.locator(":enabled")).waitFor();
  await page.evaluate(() => {
    for (let size = 1 << 20; size > 0; size >>= 1) {
      try {
        for (let at = 0; ; at += 1) localStorage.setItem(`other/${size}/${at}`, "x".repeat(size));
      } catch { /* Full for this size. */ }
    }
  });
  await take(page).click();
  await page.getByTestId("intake-alert").filter({ hasText: "存储空间已满" }).waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("intake-file").click()]);
  assert.equal(download.suggestedFilename(), "青山县.json");
  assert.equal(JSON.parse(readFileSync(await download.path(), "utf8")).name, "青山县");
  assert.deepEqual(await kept(page), []);
});

test("types of projects are counted as the county says, kept, and counted so again", async () => {
  const page = await open(browser);
  const rows = [["单位：万元"], ["项目编号", "项目名称", "项目类型", "二级类型", "总投资"],
    ["1", "养殖场", "产业发展", "", 120.5], ["2", "培训", "就业项目", "技能培训", 80], ["3", "补助", "就业项目", "务工补助", 5], ["4", "未定", "", "", 7]];
  const sheets = () => file("库.xlsx", xlsx([{ name: "基本情况", rows: figures() }, { name: "项目", rows }]));
  await opened(page, sheets());
  const types = page.getByTestId("project-types");
  const line = (name) => types.getByRole("row", { name: new RegExp(`^${name}`) });
  const sums = () => types.getByTestId("types-by-category").innerText();
  assert.match(await line("就业项目").innerText(), /就业项目[\s\S]*\s2\s+85 万元/);
  assert.match(await line("未填类型").innerText(), /不计入\s+1\s+7 万元/);
  assert.match(await sums(), /产业\s+1\s+120.5 万元\s+基础设施\s+0\s+0 万元\s+其他\s+2\s+85 万元/);
  const choose = async (name, label) => {
    await types.getByLabel(`“${name}”计入`).selectOption({ label });
    await page.getByTestId("intake").and(page.locator('[aria-busy="false"]')).waitFor();
  };
  await choose("就业项目", "产业");
  await choose("务工补助", "其他");
  await types.getByTestId("types-by-category").filter({ hasText: "200.5 万元" }).waitFor();
  assert.match(await sums(), /产业\s+2\s+200.5 万元\s+基础设施\s+0\s+0 万元\s+其他\s+1\s+5 万元/);
  await take(page).and(page.locator(":enabled")).click();
  await stands(page, "青山县");
  const own = JSON.parse(await page.evaluate((key) => localStorage.getItem(key), (await kept(page))[0]));
  assert.deepEqual(own.types, { 就业项目: "industry", "就业项目/务工补助": "other" });
  // The same table once more: nobody has to say it twice.
  await opened(page, sheets());
  assert.equal(await types.getByLabel("“就业项目”计入").inputValue(), "industry");
  await choose("务工补助", "随本类型（产业）");
  await types.getByTestId("types-by-category").filter({ hasText: "205.5 万元" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByTestId("sources").click();
  await types.scrollIntoViewIfNeeded();
  assert.match(await line("就业项目").innerText(), /产业（本地口径）\s+2\s+85 万元/);
  assert.match(await line("务工补助").innerText(), /其他（本地口径）/);
  assert.deepEqual(page.errors, []);
});

test("ten thousand projects are taken and kept", async () => {
  const page = await open(browser);
  const head = ["项目编号", "县区", "乡镇", "村", "项目名称", "年度", "项目类型", "总投资", "中央", "省", "市", "县", "其他", "已支付", "状态", "开工日"];
  const project = (_, at) => [`1307260000${String(at).padStart(8, "0")}`, "甲县", `乙镇${at % 200}`, `丙村${at % 2_000}`, `设施农业提升项目${at}`, 2025, "产业发展", 30, 10, 10, 5, 3, 2, 12.3456, "在建", "2025-03-01"];
  const projects = { name: "项目", rows: [["单位：万元"], head, ...Array.from({ length: 10_000 }, project)] };
  await opened(page, file("大.xlsx", xlsx([{ name: "基本情况", rows: figures() }, projects])));
  await page.getByTestId("intake").filter({ hasText: "10,000 个项目" }).waitFor();
  await take(page).and(page.locator(":enabled")).click();
  await stands(page, "青山县");
  const [key] = await kept(page);
  assert.ok(await page.evaluate((key) => localStorage.getItem(key).length, key) < 2_000_000);
  await page.reload();
  await stands(page, "青山县");
  await page.getByTestId("region").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByTestId("region-list").getByRole("button", { name: "把“青山县”存为文件" }).click(),
  ]);
  const own = JSON.parse(readFileSync(await download.path(), "utf8"));
  assert.equal(own.projects.rows.length, 10_000);
  assert.deepEqual(page.errors, []);
});

test("a new region has a form of its years, and bad years are said beside their fields", async () => {
  const page = await open(browser);
  await page.getByTestId("region").click();
  const part = page.getByTestId("new-region");
  await part.locator("summary").click();
  const box = (name) => page.getByTestId(`new-region-${name}`);
  const fault = (name) => page.locator(`#new-region-${name}-fault`);
  await box("xlsx").click();
  assert.match(await fault("name").innerText(), /应填名称/);
  assert.match(await fault("base-year").innerText(), /2021—2096/);
  assert.equal(await page.evaluate(() => document.activeElement.id), "new-region-name");
  await box("name").fill("青山县");
  await box("base-year").fill("２０２５");
  assert.equal(await fault("name").innerText(), "");
  assert.deepEqual([await box("first-plan-year").getAttribute("placeholder"), await box("last-plan-year").getAttribute("placeholder")], ["2026", "2033"]);
  await box("last-plan-year").fill("2045");
  assert.match(await fault("last-plan-year").innerText(), /2028—2040/);
  assert.equal(await box("last-plan-year").getAttribute("aria-invalid"), "true");
  await box("last-plan-year").fill("2030");
  const [download] = await Promise.all([page.waitForEvent("download", { timeout: 60_000 }), box("csv").click()]);
  assert.equal(download.suggestedFilename(), "青山县填报模板.csv");
  const form = readFileSync(await download.path(), "utf8");
  assert.match(form, /^地区名称,青山县,/m);
  assert.match(form, /^首个计划年,2026,/m);
  // Filled in, it is a region of these years.
  const own = new Map(figures().map((row) => [row[0], row]));
  const filled = form.split(/\r?\n/).map((line) => {
    const row = own.get(line.split(",")[0]);
    return row && row[0] !== "指标" ? row.join(",") : line;
  });
  await page.getByTestId("open-region").setInputFiles(file("填好.csv", filled.join("\r\n")));
  await take(page).and(page.locator(":enabled")).filter({ hasText: "青山县" }).click();
  await stands(page, "青山县");
  await page.getByTestId("region").click();
  await page.getByTestId("region-list").getByText("2025 年数据，测算 2026—2030 年").waitFor();
  assert.deepEqual(page.errors, []);
});

test("a file that falls anywhere is taken by the dialog, and never leads away from the page", async () => {
  const page = await open(browser);
  const plan = await headline(page);
  await field(page, "coverage").fill("90");
  await field(page, "coverage").press("Enter");
  await page.waitForURL(/coverage=0.9/);
  const changed = await headline(page);
  const [x, y] = [700, 8];
  const folder = mkdtempSync(join(tmpdir(), "drop-"));
  const path = join(folder, "拖.xlsx");
  writeFileSync(path, form().buffer);
  const browserSide = await page.context().newCDPSession(page);
  const drop = async () => {
    const data = { items: [], files: [path], dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"]) await browserSide.send("Input.dispatchDragEvent", { type, x, y, data });
  };
  const at = page.url();
  await drop();
  // Long enough for a page to be left.
  await page.waitForTimeout(500);
  assert.equal(page.url(), at);
  assert.notEqual(changed, plan);
  assert.equal(await headline(page), changed);
  assert.equal(await page.getByRole("dialog").count(), 0);
  await page.getByTestId("region").click();
  await page.getByTestId("region-list").waitFor();
  await drop();
  await take(page).and(page.locator(":enabled")).filter({ hasText: "青山县" }).waitFor({ timeout: 30_000 });
  // Another one in the middle of a preview changes nothing.
  await drop();
  await page.waitForTimeout(300);
  assert.ok(await take(page).isEnabled());
  assert.equal(page.url(), at);
  rmSync(folder, { recursive: true });
  assert.deepEqual(page.errors, []);
});

test("a file that is dropped is read", async () => {
  const page = await open(browser);
  await page.getByTestId("region").click();
  const bytes = [...form().buffer];
  const data = await page.evaluateHandle((bytes) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(bytes)], "拖.xlsx"));
    return data;
  }, bytes);
  await page.getByTestId("drop-sheet").dispatchEvent("drop", { dataTransfer: data });
  await take(page).and(page.locator(":enabled")).waitFor({ timeout: 30_000 });
  assert.deepEqual(page.errors, []);
});

for (const [locale, colorScheme, viewport] of [
  ["zh-CN", "light", { width: 1366, height: 768 }],
  ["en-US", "dark", { width: 390, height: 844 }],
]) {
  test(`a preview is for everyone: ${locale}, ${viewport.width} pixels`, async () => {
    const page = await open(browser, { locale, colorScheme, viewport });
    const rows = figures({ coverage: 0.85 });
    const counties = { name: "县区", rows: [["单位：万元"], ["县区", "脱贫户数", "下达资金", "电话"], ["甲镇", "很多", 5, 1], ["合计", 1, 6, ""]] };
    await opened(page, file("样.xlsx", xlsx([{ name: "基本情况", rows }, counties])));
    await page.getByTestId("intake-questions").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-testid")), "intake-said");
    const violations = await broken(page);
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    const body = await page.locator("dialog .modal-body").evaluate((element) => [element.scrollWidth, element.clientWidth]);
    assert.ok(body[0] <= body[1], `${body}`);
    // By keys alone: an answer, then back out.
    await page.getByTestId("intake-questions").getByRole("radio").first().focus();
    await page.keyboard.press("Space");
    await page.getByTestId("intake").and(page.locator('[aria-busy="false"]')).waitFor();
    assert.ok(await page.getByTestId("intake-questions").getByRole("radio").first().isChecked());
    await page.getByTestId("intake-back").focus();
    await page.keyboard.press("Enter");
    await page.getByTestId("region-list").waitFor();
  });
}
