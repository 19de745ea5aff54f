// For everyone: states that came with kept work, sharing, moved money and computed numbers, under the
// rules of accessibility, in light and dark, on a phone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { addressHolds, broken, field, launch, open, type } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const THEIRS = "#v=1&model=2&region=zhangjiakou-2021.2&coverage=0.5&income=13000.00&no.such=1";

async function violations(page, what) {
  const violations = await broken(page);
  return violations.map(({ id, nodes }) => `${what}: ${id}: ${nodes.slice(0, 3).map((node) => node.html).join(" | ")}`);
}

/** Storage with an entry of every kind that is listed. */
function filled() {
  if (localStorage.getItem("zengshou/scenario/plain")) return;
  const file = (coverage, name) => JSON.stringify({ region: "zhangjiakou-2021", name, values: { coverage } });
  const entries = {
    "work/n0000000001-20261127-a": file("0.7"),
    "work/n0000000002-20261128-b": file("0.9", "named"),
    "work/n0000000003-20261128-c": "{broken",
    "scenario/plain": file("0.88", "plain"),
    "scenario/elsewhere": '{"region":"nowhere-2030","values":{}}',
    "scenario/newer": '{"region":"zhangjiakou-2021","values":{},"later":1}',
    "seen/n0000000001-20261128-d": file("0.6", "theirs"),
    "damaged/work-old": "{",
  };
  for (const [key, text] of Object.entries(entries)) localStorage.setItem(`zengshou/${key}`, text);
}

for (const [locale, colorScheme, viewport] of [
  ["zh-CN", "light", { width: 1366, height: 768 }],
  ["en-US", "dark", { width: 1366, height: 768 }],
  ["zh-TW", "light", { width: 390, height: 844 }],
]) {
  test(`no rule is broken in the states that are new: ${locale}, ${colorScheme}, ${viewport.width} pixels`, async () => {
    const page = await open(browser, { locale, colorScheme, viewport, before: filled });
    const found = [];
    const look = async (what) => {
      // What lists that stay in sight cover while one scrolls is none of the state's own.
      await page.evaluate(() => { for (const element of document.querySelectorAll("*")) if (element.scrollTop > 0) element.scrollTop = 0; });
      found.push(...(await violations(page, what)));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) found.push(`${what}: ${wide} pixels too wide`);
    };
    await page.getByTestId("library").click();
    const dialog = page.getByRole("dialog");
    for (const list of ["kept-work", "kept-saved", "kept-seen"]) await dialog.getByTestId(list).waitFor();
    await look("everything that is kept");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });

    await page.getByTestId("share").click();
    await page.getByTestId("share-text").waitFor();
    await look("the ways to share");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });

    if (viewport.width < 500) await page.getByTestId("sheet").click();
    await page.getByTestId("transfer").locator("summary").click();
    await page.getByTestId("transfer-move").waitFor();
    await look("money to be moved");

    const jobs = field(page, "jobs.outward");
    await jobs.fill("4000+321");
    await look("a number that is computed");
    await jobs.press("Enter");
    await addressHolds(page, "4321");
    await type(page, "coverage", "0.85");
    await page.getByTestId("meant-coverage").waitFor();
    await look("a fraction for a per cent");
    await jobs.fill("8 5");
    await jobs.press("Enter");
    await page.getByRole("alert").first().waitFor();
    await look("a number that is refused");

    await page.evaluate((link) => { location.hash = link; }, THEIRS);
    await page.getByTestId("bring-back").waitFor();
    await look("another's link over own work");
    assert.deepEqual(found, []);
  });
}
