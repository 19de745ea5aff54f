// The single file for the specs: opened by its path in Chromium and in Firefox, and worked by the same steps in both.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

import puppeteer from "puppeteer-core";

import { launch } from "./support.mjs";

/** The path of the single file. */
export const path = process.env.ZENGSHOU_SINGLE;
/** Its address, as a double click opens it. */
export const address = pathToFileURL(path).href;
/** Its text. */
export const text = () => readFileSync(path, "utf8");
/** True where Firefox could be had. */
export const hasFirefox = Boolean(process.env.FIREFOX_PATH);

/** Messages of a page that are faults. */
function watch(page, errors) {
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (["error", "warn", "warning"].includes(message.type())) errors.push(message.text());
  });
}

/** Chromium without a network. */
export async function chromium() {
  const browser = await launch();
  return {
    close: () => browser.close(),
    async open(fragment = "", { before, at = address } = {}) {
      const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1366, height: 768 } });
      await context.setOffline(true);
      if (before) await context.addInitScript(before);
      const page = await context.newPage();
      const [errors, requests] = [[], []];
      watch(page, errors);
      page.on("request", (request) => requests.push(request.url()));
      await page.goto(at + fragment);
      return { page, errors, requests };
    },
  };
}

/** Firefox with the rights that it gives to a file when a person opens one. */
export async function firefox() {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX_PATH,
    headless: true,
    defaultViewport: { width: 1366, height: 768 },
    extraPrefsFirefox: { "security.fileuri.strict_origin_policy": true, "intl.accept_languages": "zh-CN" },
  });
  return {
    close: () => browser.close(),
    async open(fragment = "", { at = address } = {}) {
      // With a storage of its own.
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      const [errors, requests] = [[], []];
      watch(page, errors);
      page.on("request", (request) => requests.push(request.url()));
      await page.goto(at + fragment);
      return { page, errors, requests };
    },
  };
}

/** Waits until a function of the page gives something, also over a page that is loaded again, and returns that. */
export async function until(page, what, argument, seconds = 40) {
  const end = Date.now() + seconds * 1000;
  let last;
  while (Date.now() < end) {
    try {
      last = await page.evaluate(what, argument);
      if (last) return last;
    } catch (error) {
      last = error;
    }
    await new Promise((rest) => setTimeout(rest, 100));
  }
  throw new Error(`never came: ${what} (${argument}); last ${last}`);
}

/** Waits until an element is there whose text matches, and returns its text. */
export const said = (page, selector, pattern = /./) =>
  until(page, ([selector, pattern]) => {
    const found = [...document.querySelectorAll(selector)].map((element) => element.innerText || element.value || "");
    return found.find((text) => new RegExp(pattern).test(text));
  }, [selector, pattern.source]);

/** Presses an element once it is there and can be pressed. */
export const press = (page, selector) =>
  until(page, (selector) => {
    const element = document.querySelector(selector);
    if (!element || element.disabled) return false;
    element.click();
    return true;
  }, selector);

/** The element of a test's name. */
export const named = (name) => `[data-testid="${name}"]`;

/** Gives a value to a field as the browser does. */
export const put = (page, selector, value, event = "input") =>
  until(page, ([selector, value, event]) => {
    const field = document.querySelector(selector);
    if (!field) return false;
    const kind = field instanceof HTMLSelectElement ? HTMLSelectElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(field, value);
    field.dispatchEvent(new Event(event, { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
    return true;
  }, [selector, value, event]);

/** Chooses a file in a field. */
export const choose = (page, selector, { name, buffer }) =>
  until(page, ([selector, name, base64]) => {
    const field = document.querySelector(selector);
    if (!field) return false;
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const chosen = new DataTransfer();
    chosen.items.add(new File([bytes], name));
    field.files = chosen.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
    return true;
  }, [selector, name, buffer.toString("base64")]);

/** Pastes a text on the page, as a person does. */
export const paste = (page, text) =>
  until(page, (text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    // Firefox takes the text by names of its own.
    const event = new ClipboardEvent("paste", { clipboardData, dataType: "text/plain", data: text, bubbles: true, cancelable: true });
    return !document.body.dispatchEvent(event);
  }, text);

/** The other page that a page opened, once it is there. */
export async function opened(page) {
  for (let tries = 0; tries < 400; tries += 1) {
    const pages = await (page.browserContext?.() ?? page.context()).pages();
    const other = pages.find((one) => one !== page);
    if (other) return other;
    await new Promise((rest) => setTimeout(rest, 50));
  }
  throw new Error("no other page was opened");
}

/** Keeps what the page hands to the browser to be saved, instead of saving it. */
export const keepDownloads = (page) =>
  page.evaluate(() => {
    window.saved = [];
    const blobs = new Map();
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      const address = make.call(URL, blob);
      blobs.set(address, blob);
      return address;
    };
    HTMLAnchorElement.prototype.click = function click() {
      const blob = blobs.get(this.href);
      if (blob) blob.slice(0, 4).text().then((start) => window.saved.push({ name: this.download, start, size: blob.size }));
    };
  });

/** Everything that the browser keeps for the page, in one text. */
export const kept = (page) => page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
