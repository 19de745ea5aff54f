// Large spreadsheets read by the page itself, as somebody's choice of a file starts it, beside SheetJS with the same
// bytes in a worker of its own. The page does more: it recognises the form, checks every row, adds up, and shows what
// it found. Both begin cold, so that loading the reader is a part of the time.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { bundle } from "./bundle.mjs";
import { freshPage, openCalculator, settle } from "./page.mjs";
import { figure, median, note } from "./report.mjs";

const ROUNDS = 3;
const WAIT_MS = 120_000;
const MB = 1 << 20;
/** Of a thousand bytes: the stricter reading of a limit in KB. */
const KB = 1000;
const FILES = [
  { name: "import_xlsx_10000_s", file: "projects-10000.xlsx", rows: 10_000, peer: "peer_sheetjs_xlsx_10000_s", peak: "import_peak_mb", limit: 2 },
  { name: "import_counties_3000_s", file: "counties-3000.xlsx", rows: 3_000, peer: "peer_sheetjs_counties_3000_s" },
  { name: "import_csv_100000_s", file: "projects-100000.csv", rows: 100_000, peer: "peer_sheetjs_csv_100000_s", peak: "import_csv_peak_mb" },
];
/** Lines above the rows of each form: its unit, and the header. */
const HEAD = 2;
export const IMPORT_FIGURES = FILES.flatMap(({ name, peer, peak }) => [name, peer, ...(peak ? [peak, `peer_sheetjs_${peak}`] : [])]).concat("sheets_kb");
/** The program that reads spreadsheets, and its worker. */
const PROGRAM = /(^|\/)(sheets|sheets_bg|sheets-worker)\.[^/]*$/;

/** Runs in the page before its own code: when a file was chosen, and when its worker replied. */
function watchWorkers() {
  const seen = (globalThis.benchImport = { replies: 0 });
  globalThis.Worker = class extends Worker {
    constructor(...all) {
      super(...all);
      this.addEventListener("message", ({ data }) => {
        if (typeof data?.reply !== "string") return;
        Object.assign(seen, { replied: performance.now(), reply: data.reply, replies: seen.replies + 1 });
      });
    }
  };
  addEventListener("change", ({ target }) => { if (target.files?.length > 0) seen.chosen = performance.now(); }, true);
}

/**
 * The largest part of memory that any of the browser's processes for pages had so far, since nothing can ask a worker
 * while it works: all of it counts, the program's own memory as well as strings, buffers and code. Only Linux says it.
 */
async function peakBytes(browser) {
  const session = await browser.newBrowserCDPSession();
  try {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    const pages = processInfo.filter(({ type }) => type === "renderer");
    const peaks = await Promise.all(
      pages.map(async ({ id }) => {
        const status = await readFile(`/proc/${id}/status`, "utf8").catch(() => "");
        return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? Number.NaN) * 1024;
      }),
    );
    return new Map(pages.map(({ id }, index) => [id, peaks[index]]));
  } finally {
    await session.detach();
  }
}

/** How much the peak of one process grew between two looks. */
function growth(before, after) {
  const grown = [...after].filter(([id]) => before.has(id)).map(([id, peak]) => peak - before.get(id));
  return Math.max(...grown.filter(Number.isFinite), Number.NEGATIVE_INFINITY);
}

/** One file in a fresh page: the time until what was read is shown, and the growth of the peak. */
async function own(browser, url, file, rows) {
  const opened = await freshPage(browser, watchWorkers);
  const { page, context } = opened;
  try {
    const fetched = [];
    page.on("requestfinished", (request) => { if (PROGRAM.test(new URL(request.url()).pathname)) fetched.push(request); });
    await openCalculator(opened, url);
    await settle(page);
    await page.getByTestId("region").click();
    await page.getByTestId("open-region").waitFor({ state: "attached" });
    if (fetched.length > 0) throw new Error("the reader of spreadsheets came before anybody opened one");
    const before = await peakBytes(browser);
    await page.getByTestId("open-region").setInputFiles(file);
    await page.getByTestId("intake-table").first().waitFor({ timeout: WAIT_MS });
    const { shown, chosen, replied, reply } = await page.evaluate(async () => {
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
      return { ...globalThis.benchImport, shown: performance.now() };
    });
    const grown = growth(before, await peakBytes(browser));
    const preview = JSON.parse(reply).preview;
    const taken = preview.projects + preview.counties;
    if (taken !== rows || preview.problems.length > 0) throw new Error(`${taken} of ${rows} rows were read, with ${preview.problems.length} problems`);
    const sizes = await Promise.all(fetched.map((request) => request.sizes()));
    const weight = sizes.reduce((sum, { responseBodySize, responseHeadersSize }) => sum + responseBodySize + responseHeadersSize, 0);
    return { seconds: (replied - chosen) / 1000, shown: (shown - chosen) / 1000, grown, weight };
  } finally {
    await context.close();
  }
}

/** The peer's worker: it reads a file and says how many rows there are. */
const PEER = `
  import { read, utils } from "xlsx";
  self.onmessage = async ({ data: file }) => {
    const book = read(await file.arrayBuffer(), { dense: true, codepage: 65001 });
    const sheets = book.SheetNames.map((name) => utils.sheet_to_json(book.Sheets[name], { header: 1 }));
    self.postMessage(sheets.reduce((sum, rows) => sum + rows.length, 0));
  };`;

async function peer(browser, script, file, rows) {
  const { page, context } = await freshPage(browser);
  try {
    await page.setContent('<!doctype html><meta charset=utf-8><input type="file">');
    await page.evaluate((script) => {
      const program = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
      globalThis.benchPeer = new Promise((resolve, reject) => {
        document.querySelector("input").onchange = ({ target }) => {
          const chosen = performance.now();
          const worker = new Worker(program);
          worker.onmessage = ({ data }) => resolve({ rows: data, seconds: (performance.now() - chosen) / 1000 });
          worker.onerror = (event) => reject(new Error(event.message));
          worker.postMessage(target.files[0]);
        };
      });
    }, script);
    const before = await peakBytes(browser);
    await page.locator("input").setInputFiles(file);
    const result = await page.evaluate(() => globalThis.benchPeer);
    if (result.rows !== rows + HEAD) throw new Error(`SheetJS read ${result.rows} of ${rows + HEAD} rows`);
    return { seconds: result.seconds, grown: growth(before, await peakBytes(browser)) };
  } finally {
    await context.close();
  }
}

export async function measureImport(browser, url, folder, forms) {
  const script = await bundle(PEER, folder);
  let weight;
  for (const { name, file, rows, peer: peerName, peak, limit } of FILES) {
    const whole = path.join(forms, file);
    const rounds = { own: [], peer: [] };
    // In turns, so that whatever slows the machine for a while slows both.
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.own.push(await own(browser, url, whole, rows));
      rounds.peer.push(await peer(browser, script, whole, rows));
    }
    const middle = (side, field) => median(rounds[side].map((round) => round[field]));
    weight = rounds.own[0].weight;
    note(`${file}: shown after ${middle("own", "shown").toFixed(2)} s; each of ${ROUNDS}: ${rounds.own.map(({ seconds }) => seconds.toFixed(2)).join(", ")} s, SheetJS ${rounds.peer.map(({ seconds }) => seconds.toFixed(2)).join(", ")} s`);
    figure(name, middle("own", "seconds"), "s", limit ? { limit } : {});
    figure(peerName, middle("peer", "seconds"), "s", { against: name });
    if (!peak) continue;
    if (!Number.isFinite(middle("own", "grown"))) {
      note("the peak of memory can be read on Linux alone");
      continue;
    }
    figure(peak, middle("own", "grown") / MB, "MB");
    figure(`peer_sheetjs_${peak}`, middle("peer", "grown") / MB, "MB", { against: peak });
  }
  figure("sheets_kb", weight / KB, "KB");
}
