// What specs of kept work share.
import { addressHolds, headline, numbers, type, url, watched } from "./support.mjs";

/** A colleague’s link. */
export const THEIRS = "#v=1&model=2&region=zhangjiakou-2021.2&coverage=0.5";

/** A scenario file’s text. */
export const file = (values, more = {}) => JSON.stringify({ region: "zhangjiakou-2021", region_version: 1, values, ...more });

/** A text as links hold it. */
export const base64url = (text) => Buffer.from(text).toString("base64url");

/** Another tab of the same browser at an address of the page. */
export async function tab(context, fragment = "") {
  const page = await watched(context);
  await page.goto(url + fragment);
  await numbers(page);
  return page;
}

/** Own work: coverage 88 %, 4,321 jobs; waits until it is kept. */
export async function ownWork(page) {
  await type(page, "coverage", "88");
  await type(page, "jobs.outward", "4321");
  await addressHolds(page, "jobs.outward=4321");
  await page.waitForFunction(() => Object.values(localStorage).some((text) => text.includes("4321")));
  return headline(page);
}

/** Opens the list of what is kept. */
export async function library(page) {
  await page.getByTestId("library").click();
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  return dialog;
}

/** The folder's entries, oldest first: `[key, text]`. */
export const entries = (page, folder) => page.evaluate((folder) => Object.entries(localStorage).filter(([key]) => key.startsWith(`zengshou/${folder}/`)).sort(), folder);

/** Waits until so many works are kept, and returns their values in their order. */
export async function works(page, count) {
  await page.waitForFunction((count) => Object.keys(localStorage).filter((key) => key.startsWith("zengshou/work/")).length === count, count, { timeout: 20_000 });
  return (await entries(page, "work")).map(([, text]) => JSON.parse(text).values);
}
