// Shared parts of the specs: a browser, a page that reports every error and request, small helpers.
import AxeBuilder from "@axe-core/playwright";
import { chromium } from "playwright-core";

/** The address of the page, under a sub-path. */
export const url = process.env.ZENGSHOU_URL;

/** Starts Chromium, often as root and without a screen; `more` are further arguments. */
export function launch(...more) {
  return chromium.launch({
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
      ...more,
    ],
  });
}

/**
 * A page in a fresh profile: nothing stored, nothing cached. Its `errors` and `requests` are
 * lists of what happened so far.
 */
export async function open(browser, { fragment = "", locale = "zh-CN", viewport = { width: 1440, height: 900 }, before, ...rest } = {}) {
  const context = await browser.newContext({ locale, viewport, ...rest });
  if (before) await context.addInitScript(before);
  const page = await watched(context);
  await page.goto(url + fragment);
  await numbers(page);
  return page;
}

/**
 * The rules of accessibility that a page breaks, or a part of it, as axe names them. Frames in it are not looked into, and
 * colours only where they are asked for: they are the same in every language, and take as long as all the rest.
 */
export async function broken(page, { within, colours = true } = {}) {
  const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  // A report of all that is in order takes longer than to find what is not.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).withTags(rules).setLegacyMode(true);
  if (!colours) axe.disableRules(["color-contrast"]);
  const { violations } = await (within ? axe.include(within) : axe).analyze();
  return violations;
}

/** Another tab of a context, watched as the first. */
export async function watched(context) {
  const page = await context.newPage();
  page.errors = [];
  page.requests = [];
  page.on("pageerror", (error) => page.errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") page.errors.push(message.text());
  });
  page.on("request", (request) => {
    // The browser itself asks for the icon of its tab and for the manifest, when it likes and more than once.
    if (!/\/(icon|manifest)\./.test(request.url())) page.requests.push(request.url());
  });
  return page;
}

/** Waits until the whole page stands, after its first numbers, and returns the headline. */
export async function numbers(page) {
  const headline = page.getByTestId("headline");
  await page.getByTestId("share").waitFor({ timeout: 20_000 });
  await headline.filter({ hasText: /\d/ }).waitFor({ timeout: 20_000 });
  // The page is drawn in pieces; the list of changes is the last of them.
  await page.locator("#results-changes").waitFor({ state: "attached", timeout: 20_000 });
  return (await headline.innerText()).trim();
}

/** The headline as it is now. */
export async function headline(page) {
  return (await page.getByTestId("headline").innerText()).trim();
}

/** Waits until the headline is another than before and returns it. */
export async function headlineAfter(page, before) {
  await page.waitForFunction(
    (before) => document.querySelector('[data-testid="headline"]').innerText.trim() !== before,
    before,
    { timeout: 5_000 },
  );
  return headline(page);
}

/** Waits until the headline is this. */
export async function headlineIs(page, wanted) {
  await page.getByTestId("headline").filter({ hasText: wanted }).waitFor({ timeout: 5_000 });
}

/** The slider of a key. */
export const slider = (page, key) => page.locator(`input[type=range][data-key="${key}"]`);

/** The typed number of a key. */
export const field = (page, key) => page.locator(`input[data-input="${key}"]`);

/** Types a value as a person does. */
export async function type(page, key, text) {
  const input = field(page, key);
  await input.click();
  await input.fill(text);
  await input.press("Enter");
}

/** Waits until the address bar's fragment holds a text. */
export async function addressHolds(page, text) {
  await page.waitForFunction((text) => location.hash.includes(text), text, { timeout: 5_000 });
}

/** The page's own region as one file: its numbers, and its texts at their places under their language's tag. */
export async function pageRegion(page) {
  const [region, texts] = await page.evaluate(async () => {
    const { href, dataset } = document.querySelector("link[data-region]");
    const files = [href, new URL(dataset.texts, document.baseURI)];
    return Promise.all(files.map(async (file) => (await fetch(file)).json()));
  });
  const put = (place, text, tag) => {
    for (const [name, part] of Object.entries(text)) {
      if (typeof part === "string") (place[name] ??= {})[tag] = part;
      else put((place[name] ??= Array.isArray(part) ? [] : {}), part, tag);
    }
  };
  for (const [tag, text] of Object.entries(texts)) put(region, text, tag);
  return region;
}
