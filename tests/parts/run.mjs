// Opens the page that runs the tests of parts, and prints what it says.
import process from "node:process";

import { launch } from "../browser/support.mjs";

/** The longest that all of them may take, in milliseconds. */
const PATIENCE = 120_000;

const browser = await launch();
let succeeded = false;
try {
  const page = await (await browser.newContext({ locale: "en-US" })).newPage();
  page.on("pageerror", (error) => console.log(String(error)));
  await page.goto(process.env.ZENGSHOU_PARTS);
  const ended = await page
    .waitForFunction(() => globalThis.ended, null, { timeout: PATIENCE })
    .then((ended) => ended.jsonValue(), (error) => String(error));
  console.log(await page.locator("#output").textContent());
  succeeded = ended === "passed";
  if (!succeeded) console.log(`${ended}\n${await page.locator("#said").textContent()}`);
} finally {
  await browser.close();
}
process.exitCode = succeeded ? 0 : 1;
