// Scenario files as Chinese editors and spreadsheets save them: GB18030, UTF-16, and bytes that are neither.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { addressHolds, field, headline, launch, open, type } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** `县级台账` in GBK. */
const NOTE_IN_GBK = Buffer.from([0xcf, 0xd8, 0xbc, 0xb6, 0xcc, 0xa8, 0xd5, 0xcb]);
const NOTE = "县级台账";

const gbk = (note) => Buffer.concat([
  Buffer.from('{"region":"zhangjiakou-2021","values":{"coverage":"0.9"},"notes":{"coverage":"'), note, Buffer.from('"}}'),
]);
const text = `{"region":"zhangjiakou-2021","values":{"coverage":"0.9"},"notes":{"coverage":"${NOTE}"}}`;

async function choose(page, buffer) {
  await page.getByTestId("library").click();
  await page.getByTestId("open-file").setInputFiles({ name: "方案.json", mimeType: "application/json", buffer });
}

test("a GBK file and UTF-16 ones open with their Chinese notes", async () => {
  assert.equal(new TextDecoder("gb18030").decode(NOTE_IN_GBK), NOTE);
  const little = Buffer.from(`\ufeff${text}`, "utf16le");
  const big = Buffer.from(little).swap16();
  for (const [form, buffer] of [["GBK", gbk(NOTE_IN_GBK)], ["UTF-16LE", little], ["UTF-16BE", big], ["UTF-8 behind its mark", Buffer.from(`\ufeff${text}`)]]) {
    const page = await open(browser);
    await choose(page, buffer);
    // The link holds the note as it was read, letter by letter.
    await addressHolds(page, Buffer.from(NOTE).toString("base64url"));
    assert.equal(await field(page, "coverage").inputValue(), "90", form);
    assert.deepEqual(page.errors, [], form);
    await page.context().close();
  }
});

test("bytes that are no text are refused with what to do, and the own work is unharmed", async () => {
  // A cut character, a byte that no encoding has, and UTF-16 without its mark.
  const foreign = [gbk(NOTE_IN_GBK.subarray(0, 7)), gbk(Buffer.from([0xff])), Buffer.from(text, "utf16le")];
  for (const [locale, wanted] of [["zh-CN", /另存为 ?UTF-8/], ["zh-TW", /另存為 ?UTF-8/], ["en-GB", /save it as UTF-8/i]]) {
    const page = await open(browser, { locale });
    await type(page, "coverage", "88");
    await addressHolds(page, "coverage=0.88");
    const [mine, address] = [await headline(page), await page.evaluate(() => location.hash)];
    for (const buffer of foreign) {
      await choose(page, buffer);
      const refused = page.getByTestId("refused");
      await refused.waitFor();
      assert.match(await refused.innerText(), wanted);
      assert.equal(await headline(page), mine);
      assert.equal(await page.evaluate(() => location.hash), address);
      await page.locator(".notice").locator("button.plain").click();
      await refused.waitFor({ state: "detached" });
    }
    assert.deepEqual(page.errors, []);
    await page.context().close();
  }
});
