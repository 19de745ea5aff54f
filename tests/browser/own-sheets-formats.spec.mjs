// Spreadsheets of other programs, written by SheetJS, and files that are meant to hurt: each is read rightly or said in a line.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { constants, crc32, deflateRawSync } from "node:zlib";

import * as SheetJS from "xlsx";

import { headline, launch, numbers, open } from "./support.mjs";
import { archive, figures, file, frame, xlsx } from "./support-sheets.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const take = (page) => page.getByTestId("intake-take");
const intake = (page) => page.getByTestId("intake").and(page.locator('[aria-busy="false"]'));

/** Opens the dialog and a file in it, and waits until it is read. */
async function opened(page, sheet) {
  await page.getByTestId("region").click();
  await page.getByTestId("open-region").setInputFiles(sheet);
  await intake(page).waitFor({ timeout: 60_000 });
}

/** A workbook as another program writes it: the figures, and a table of counties with joined heads, a hidden row and column. */
function written(bookType, options = {}) {
  const book = SheetJS.utils.book_new();
  SheetJS.utils.book_append_sheet(book, SheetJS.utils.aoa_to_sheet(figures()), "基本情况");
  const counties = SheetJS.utils.aoa_to_sheet([
    ["青山县各乡镇情况"],
    ["单位：万元"],
    ["县区", "脱贫", null, "资金", null],
    [null, "脱贫户数", "脱贫人口", "下达资金", "已支出"],
    ["甲镇", 100, 250, 12.5, 3],
    ["乙镇", 200, 500, 20, 4],
    ["合计", 300, 750, 32.5, 7],
  ]);
  counties["!merges"] = ["A1:E1", "A3:A4", "B3:C3", "D3:E3"].map((range) => SheetJS.utils.decode_range(range));
  counties["!rows"] = [];
  counties["!rows"][5] = { hidden: true };
  counties["!cols"] = [];
  counties["!cols"][2] = { hidden: true };
  SheetJS.utils.book_append_sheet(book, counties, "各镇");
  Object.assign(book, options);
  return SheetJS.write(book, { type: "buffer", bookType, compression: true, bookVBA: Boolean(options.vbaraw) });
}

for (const [name, bookType, options] of [
  ["旧.xls", "biff8"],
  ["开放.ods", "ods"],
  ["新.xlsx", "xlsx"],
  ["带宏.xlsm", "xlsm", { vbaraw: Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(4_096, 7)]) }],
]) {
  test(`${name} is read with joined heads and with what is hidden`, async () => {
    const page = await open(browser);
    await opened(page, file(name, written(bookType, options)));
    await take(page).and(page.locator(":enabled")).filter({ hasText: "青山县" }).waitFor({ timeout: 30_000 });
    const table = page.getByTestId("intake-table").filter({ hasText: "各镇!A3" });
    assert.match(await table.locator("h3").innerText(), /县区.*2 行.*万元/);
    assert.match(await table.innerText(), /乙镇\s+200\s+500\s+20\s+4/);
    const notes = page.getByTestId("intake-notes");
    await notes.locator("summary").click();
    // SheetJS writes nothing of hidden rows and columns into its old workbooks and open documents.
    if (bookType.startsWith("xls")) {
      assert.match(await notes.innerText(), /“各镇”有 1 个隐藏行（从第 6 行起），已一并读取/);
      assert.match(await notes.innerText(), /“各镇”的隐藏列 C 已一并读取/);
    }
    assert.match(await notes.innerText(), /4 处合计与各行之和一致/);
    await take(page).click();
    await page.getByTestId("region").filter({ hasText: "青山县" }).waitFor({ timeout: 30_000 });
    await numbers(page);
    assert.deepEqual(page.errors, []);
  });
}

test("a million empty rows are no rows", async () => {
  const page = await open(browser);
  const [, last] = [1, 1_048_576];
  const rows = Array.from({ length: last }, (_, at) => `<row r="${at + 1}" ht="15"/>`);
  rows[0] = '<row r="1"><c r="A1" t="inlineStr"><is><t>县区</t></is></c><c r="B1" t="inlineStr"><is><t>脱贫户数</t></is></c><c r="C1" t="inlineStr"><is><t>脱贫人口</t></is></c></row>';
  rows[last - 1] = `<row r="${last}"><c r="A${last}" t="inlineStr"><is><t>甲镇</t></is></c><c r="B${last}"><v>1</v></c><c r="C${last}"><v>2</v></c></row>`;
  const text = Buffer.from(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join("")}</sheetData></worksheet>`);
  const sheet = { packed: deflateRawSync(text), size: text.length, sum: crc32(text) };
  const parts = { ...frame([{ name: "县区" }]), "xl/worksheets/sheet1.xml": sheet };
  await opened(page, file("空行.xlsx", archive(parts)));
  const table = page.getByTestId("intake-table");
  assert.match(await table.locator("h3").innerText(), /1 行/);
  assert.match(await table.innerText(), /甲镇\s+1\s+2/);
  assert.deepEqual(page.errors, []);
});

test("a small file that unpacks to gigabytes is refused, whatever it says of its size", async () => {
  const page = await open(browser);
  const plan = await headline(page);
  // A block that ends at a whole byte can stand any number of times: 48 of 64 MB are 3 GB in 3 MB.
  const block = deflateRawSync(Buffer.alloc(64 << 20, " "), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const packed = Buffer.concat([...Array.from({ length: 48 }, () => block), Buffer.from([3, 0])]);
  assert.ok(packed.length < 4 << 20, `${packed.length} bytes`);
  for (const size of [48 * (64 << 20), 1_000]) {
    const parts = { ...frame([{ name: "基本情况" }]), "xl/worksheets/sheet1.xml": { packed, size } };
    await opened(page, file("炸.xlsx", archive(parts)));
    await page.getByTestId("intake-said").filter({ hasText: /“炸.xlsx”没有读取。文件(过大，没有读取：解压后（字节）|不完整或已损坏)/ }).waitFor();
    await page.getByTestId("intake-back").click();
    await page.keyboard.press("Escape");
  }
  assert.equal(await headline(page), plan);
  // The page reads on.
  await opened(page, file("好.xlsx", xlsx([{ name: "基本情况", rows: figures() }])));
  await take(page).and(page.locator(":enabled")).waitFor({ timeout: 30_000 });
  assert.deepEqual(page.errors, []);
});
