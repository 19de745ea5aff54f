// A million households in a worker: read from a csv, and computed while a lever moves, beside peers with the same file and the
// same arithmetic in plain JavaScript. The page's own program runs in a worker of the page, as the page starts it.
import { createWriteStream } from "node:fs";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { once } from "node:events";
import { bundle } from "./bundle.mjs";
import { focusLever, freshPage, keyOfMove, openCalculator, settle } from "./page.mjs";
import { figure, median, note, quantile, sleep } from "./report.mjs";

export const HOUSEHOLD_FIGURES = [
  "households_import_1m_s", "peer_sheetjs_households_1m_s", "households_peak_mb", "households_1m_pass_ms", "households_1m_bytes_ms",
  "peer_typed_arrays_1m_ms", "households_10m_pass_ms", "households_lever_ms", "households_no_lever_ms",
];
const MILLION = 1_000_000;
const PASSES = 40;
const MOVES = 40;
const PEER_WAIT_MS = 150_000;
const HEADS = "县,户类型,监测对象类别,风险是否已消除,家庭人口数,工资性收入,生产经营性收入,生产经营性支出,财产性收入,转移性收入,纯收入,人均纯收入,到户产业帮扶类型,年度";

/** Writes an invented register with that many households. */
async function write(file, rows) {
  let state = 12345;
  const below = (count) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
  const out = createWriteStream(file);
  let text = `\ufeff${HEADS}\n`;
  for (let row = 0; row < rows; row += 1) {
    const members = 1 + below(4);
    const wage = members * (3_000 + below(9_000));
    const gross = members * below(6_000);
    const cost = Math.floor((gross * (20 + below(40))) / 100);
    const property = below(600);
    const transfer = members * below(4_000);
    const net = wage + gross - cost + property + transfer;
    const monitored = below(100) < 5 ? "脱贫不稳定户" : "";
    const amounts = [wage, gross, cost, property, transfer, net, Math.floor(net / members)].map((yuan) => `${yuan}.00`).join(",");
    text += `虚构${String(1 + below(16)).padStart(2, "0")}县,脱贫户,${monitored},${monitored && "否"},${members},${amounts},${below(100) < 81 ? "种植养殖" : ""},2021\n`;
    if (text.length > 1 << 20) {
      if (!out.write(text)) await once(out, "drain");
      text = "";
    }
  }
  out.end(text);
  await once(out, "finish");
}

/** Runs in the page: the page's own worker, asked one thing after the other. */
function hireWorker() {
  const address = document.querySelector("meta[name=households]").content;
  const worker = new Worker(address);
  const waiting = new Map();
  worker.onmessage = ({ data }) => {
    if (data.failed) throw new Error(data.failed);
    const [[kind, report]] = Object.entries(JSON.parse(data.report));
    if (kind === "progress") return;
    const resolve = waiting.get(report.id);
    if (kind === "refused") throw new Error(data.report);
    waiting.delete(report.id);
    resolve?.(report);
  };
  let last = 0;
  globalThis.benchRegister = {
    tell: (order) => worker.postMessage({ order: JSON.stringify(order) }),
    ask: (kind, order, file) =>
      new Promise((resolve) => {
        last += 1;
        waiting.set(last, resolve);
        worker.postMessage({ order: JSON.stringify({ [kind]: { id: last, ...order } }), id: last, file });
      }),
    end: () => worker.terminate(),
  };
}

/** The plain way in JavaScript: floating point, the same figures as sums go, columns as typed arrays. */
function plainly(rows) {
  const column = (from) => Int32Array.from({ length: rows }, (_, row) => from + ((row * 7919) % 3_000_000));
  const [wage, operating, property, transfer] = [900_000, 300_000, 0, 100_000].map(column);
  const members = Uint8Array.from({ length: rows }, (_, row) => 1 + (row % 4));
  const cells = Uint16Array.from({ length: rows }, (_, row) => (row * 31) % 480);
  const tenth = Uint8Array.from({ length: rows }, (_, row) => (row * 17) % 10);
  const before = new Float64Array(rows);
  const after = new Float64Array(rows);
  const pass = (factor) => {
    const income = new Float64Array(480);
    const moved = new Uint32Array(960);
    const tenths = new Float64Array(10);
    const bins = new Uint32Array(65_537);
    let [under, gap] = [0, 0];
    for (let row = 0; row < rows; row += 1) {
      const size = members[row];
      const cell = cells[row];
      const sum = Math.round(wage[row] * factor) + Math.round(operating[row] * 1.2) + Math.round(property[row] * 1.1) + Math.round(transfer[row] * 1.05);
      after[row] = sum;
      income[cell] += sum;
      tenths[tenth[row]] += sum;
      if (sum > before[row]) moved[cell] += 1;
      else if (sum < before[row]) moved[cell + 480] += 1;
      bins[Math.max(0, Math.min(65_536, Math.round(sum / (100 * size))))] += size;
      const lacks = 830_000 * size - sum;
      if (lacks > 0) { under += 1; gap += lacks; }
    }
    return under + gap + income[0] + tenths[0] + bins[0];
  };
  const bytes = () => {
    let sum = 0;
    for (const all of [wage, operating, property, transfer, before, members]) for (let row = 0; row < rows; row += 1) sum += all[row];
    return sum;
  };
  const time = (work) => {
    const times = [];
    for (let round = 0; round < 30; round += 1) {
      const start = performance.now();
      work(1.1 + round / 1000);
      times.push(performance.now() - start);
    }
    return times.slice(10);
  };
  return { pass: time(pass), bytes: time(bytes) };
}

/** The peak of the largest of the browser's processes for pages, in bytes. */
async function peakBytes(browser) {
  const session = await browser.newBrowserCDPSession();
  try {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    const pages = processInfo.filter(({ type }) => type === "renderer");
    const peaks = await Promise.all(pages.map(async ({ id }) => {
      const status = await readFile(`/proc/${id}/status`, "utf8").catch(() => "");
      return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
    }));
    return Math.max(...peaks);
  } finally {
    await session.detach();
  }
}

/** Passes over what is open, each by another scenario; the times that the worker measured. */
async function passes(page, region, count) {
  return page.evaluate(async ({ region, count }) => {
    const years = JSON.parse(region.text);
    const times = [];
    for (let round = 0; round < count; round += 1) {
      const scenario = JSON.stringify({ region: region.name, values: { coverage: `0.8${10 + round}`, "jobs.relief": String(20_000 + round) } });
      const computed = await globalThis.benchRegister.ask("compute", { scenario, year: years.first_plan ?? years.first_plan_year, line: null, cover: "lowest_operating", jobs: [] });
      times.push(computed.microseconds / 1000);
    }
    return times;
  }, { region, count });
}

const PEER = `
  import { read, utils } from "xlsx";
  self.onmessage = async ({ data: file }) => {
    const book = read(await file.arrayBuffer(), { dense: true, codepage: 65001 });
    self.postMessage(book.SheetNames.reduce((sum, name) => sum + utils.sheet_to_json(book.Sheets[name], { header: 1 }).length, 0));
  };`;

/** SheetJS with the same file in a worker; none where it has not enough room or time. */
async function sheetJs(browser, folder, file) {
  const { page, context } = await freshPage(browser);
  try {
    const script = await bundle(PEER, folder);
    await page.setContent('<!doctype html><meta charset=utf-8><input type="file">');
    await page.locator("input").setInputFiles(file);
    return await page.evaluate(({ script, wait }) => new Promise((resolve) => {
      const started = performance.now();
      const worker = new Worker(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
      worker.onmessage = ({ data }) => resolve({ rows: data, seconds: (performance.now() - started) / 1000 });
      worker.onerror = (event) => resolve({ failed: event.message });
      setTimeout(() => resolve({ failed: "no result in time" }), wait);
      worker.postMessage(document.querySelector("input").files[0]);
    }), { script, wait: PEER_WAIT_MS });
  } catch (error) {
    return { failed: String(error).split("\n")[0] };
  } finally {
    await context.close();
  }
}

/** The times from a moved lever to its frame, with or without a pass over all households at every move. */
async function moved(page, region, isComputing) {
  const keys = await focusLever(page, "coverage");
  await page.evaluate(({ region, isComputing }) => {
    const seen = (globalThis.benchMoves = []);
    globalThis.benchMove?.abort();
    globalThis.benchMove = new AbortController();
    const years = JSON.parse(region.text);
    addEventListener("keydown", (event) => {
      const start = event.timeStamp;
      if (isComputing) {
        const scenario = JSON.stringify({ region: region.name, values: { coverage: `0.8${10 + (seen.length % 80)}` } });
        void globalThis.benchRegister.ask("compute", { scenario, year: years.first_plan ?? years.first_plan_year, line: null, cover: "lowest_operating", jobs: [] });
      }
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => seen.push(performance.now() - start);
        port2.postMessage(0);
      });
    }, { capture: true, signal: globalThis.benchMove.signal });
  }, { region, isComputing });
  for (let move = 0; move < MOVES; move += 1) {
    await page.keyboard.press(keyOfMove(keys, move));
    await sleep(60 + Math.random() * 40);
  }
  await sleep(500);
  return page.evaluate(() => globalThis.benchMoves);
}

export async function measureHouseholds(browser, url, folder, region) {
  const place = await mkdtemp(path.join(tmpdir(), "zengshou-households-"));
  try {
    const file = path.join(place, "households.csv");
    await write(file, MILLION);
    note(`the register's csv has ${((await stat(file)).size / 1e6).toFixed(0)} MB`);
    const opened = await freshPage(browser);
    const { page, context } = opened;
    try {
      await openCalculator(opened, url);
      await settle(page);
      await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", '<input type="file" id="bench-file" />'));
      await page.locator("#bench-file").setInputFiles(file);
      await page.evaluate(hireWorker);
      await page.evaluate((text) => globalThis.benchRegister.tell({ region: { built_in: text, own: null } }), region.text);
      const before = await peakBytes(browser);
      const read = await page.evaluate(async () => {
        const start = performance.now();
        const { preview } = await globalThis.benchRegister.ask("open", {}, document.querySelector("#bench-file").files[0]);
        return { seconds: (performance.now() - start) / 1000, households: preview.households, left: preview.left_out };
      });
      if (read.households !== MILLION || read.left !== 0) throw new Error(`${read.households} households were read, ${read.left} left out`);
      figure("households_import_1m_s", read.seconds, "s", { limit: 6 });
      const times = await passes(page, region, PASSES);
      figure("households_peak_mb", ((await peakBytes(browser)) - before) / (1 << 20), "MB", { limit: 200 });
      const own = median(times.slice(PASSES / 4));
      figure("households_1m_pass_ms", own, "ms", { limit: 10 });
      note(`passes: ${times.map((time) => time.toFixed(1)).join(" ")}`);
      const plain = await page.evaluate(plainly, MILLION);
      figure("peer_typed_arrays_1m_ms", median(plain.pass), "ms", { against: "households_1m_pass_ms" });
      figure("households_1m_bytes_ms", median(plain.bytes), "ms");
      note(`a pass takes ${(own / median(plain.bytes)).toFixed(1)} times what reading the bytes once takes`);
      const without = quantile(await moved(page, region, false), 0.95);
      const during = quantile(await moved(page, region, true), 0.95);
      figure("households_no_lever_ms", without, "ms");
      figure("households_lever_ms", during, "ms");
      await page.evaluate(() => globalThis.benchRegister.ask("sample", { rows: 10_000_000, seed: 1 }));
      const many = await passes(page, region, 8);
      figure("households_10m_pass_ms", median(many.slice(2)), "ms", { limit: 100 });
      await page.evaluate(() => globalThis.benchRegister.end());
    } finally {
      await context.close();
    }
    const peer = await sheetJs(browser, folder, file);
    if (peer.failed) note(`SheetJS did not read the file: ${peer.failed}`);
    else figure("peer_sheetjs_households_1m_s", peer.seconds, "s", { against: "households_import_1m_s" });
  } finally {
    await rm(place, { recursive: true });
  }
}
