// Opens the page that runs the tests of parts, and prints what it says.
import process from "node:process";
import { chromium } from "playwright-core";

/** The longest that all of them may take, in milliseconds. */
const PATIENCE = 120_000;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
  ],
});
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
