// Waits until the page at ZENGSHOU_URL shows numbers, and ends; for the time of a first start.
import { chromium } from "playwright-core";

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"],
});
try {
  const page = await browser.newPage();
  await page.goto(process.env.ZENGSHOU_URL);
  await page.waitForFunction(() => /\d/.test(document.querySelector('[data-testid="headline"]')?.textContent ?? ""), undefined, { timeout: 60_000 });
} finally {
  await browser.close();
}
