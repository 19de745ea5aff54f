// The README's picture is the page itself, showing an example. With ZENGSHOU_SCREENSHOT set the picture is written
// again; else it only has to be there in its size.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { launch, open } from "./support.mjs";

const FILE = `${process.env.ZENGSHOU_ROOT}/static/screenshot.png`;
const SIZE = { width: 1440, height: 900 };

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

test("the picture of the README shows the page", async () => {
  const page = await open(browser, { viewport: SIZE });
  await page.getByTestId("example").selectOption("together");
  await page.locator("svg text").first().waitFor();
  await page.waitForTimeout(1500);
  const taken = await page.screenshot(process.env.ZENGSHOU_SCREENSHOT ? { path: FILE } : {});
  const kept = readFileSync(FILE);
  for (const picture of [taken, kept]) {
    assert.equal(picture.readUInt32BE(16), SIZE.width);
    assert.equal(picture.readUInt32BE(20), SIZE.height);
  }
});
