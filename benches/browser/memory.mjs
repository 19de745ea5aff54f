// Whether a long session grows: memory after collection, block by block of lever moves.
import { focusLever, freshPage, keyOfMove, openCalculator, settle } from "./page.mjs";
import { figure, median, note, sleep } from "./report.mjs";

export const MEMORY_FIGURES = ["memory_growth_kb", "memory_browser_growth_kb"];
/** Until the program's own stores have reached their size. */
const WARM_UP_MOVES = 1000;
const BLOCKS = 10;
const MOVES_A_BLOCK = 200;
/** Number of moves that the figure is for. */
const MOVES = 1000;
/** Above what collections leave at random; a history entry kept for each move would be more. */
const NOISE_KB = 64;
const KB = 1024;

/** Runs in the page before its own code: keeps hold of each WebAssembly memory, to ask its size. */
function holdMemories() {
  const memories = (globalThis.benchMemories = []);
  const hold = (result) => {
    const instance = result instanceof WebAssembly.Instance ? result : result.instance;
    for (const value of Object.values(instance.exports)) {
      if (value instanceof WebAssembly.Memory) memories.push(value);
    }
    return result;
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = (...args) => original.apply(WebAssembly, args).then(hold);
  }
}

/**
 * What the browser keeps for itself: V8's bookkeeping, layout's caches, and the timeline of
 * paints and events, which it writes for every page and cuts at a length of its own.
 */
const OF_THE_BROWSER = /^(system \/|blink::|Performance|\w*ContentfulPaint|SoftNavigation)/;

/**
 * What lives after collection, by a snapshot of the heap. The browser goes on compiling and keeps
 * the machine code; that and what else is its own is counted apart from the page's own objects,
 * strings, closures and elements.
 */
async function usedBytes(opened) {
  // Twice: what finalizers free in the first round is collected in the second.
  for (let round = 0; round < 2; round += 1) {
    await opened.session.send("HeapProfiler.collectGarbage");
    await sleep(200);
  }
  const chunks = [];
  const add = ({ chunk }) => chunks.push(chunk);
  opened.session.on("HeapProfiler.addHeapSnapshotChunk", add);
  await opened.session.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  opened.session.off("HeapProfiler.addHeapSnapshotChunk", add);
  const { snapshot, nodes, strings } = JSON.parse(chunks.join(""));
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const codeType = types[0].indexOf("code");
  const [typeAt, nameAt, sizeAt] = ["type", "name", "self_size"].map((field) => fields.indexOf(field));
  const used = { script: 0, browser: 0 };
  for (let node = 0; node < nodes.length; node += fields.length) {
    const isBrowser = nodes[node + typeAt] === codeType || OF_THE_BROWSER.test(strings[nodes[node + nameAt]]);
    used[isBrowser ? "browser" : "script"] += nodes[node + sizeAt];
  }
  const wasm = await opened.page.evaluate(() =>
    globalThis.benchMemories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0),
  );
  return { ...used, wasm };
}

/**
 * Growth from one level to the next: the median of the slopes between any two of them (Theil and
 * Sen), since the heap wavers from collection to collection.
 */
function slope(levels) {
  const slopes = levels.flatMap((level, index) =>
    levels.slice(index + 1).map((later, steps) => (later - level) / (steps + 1)),
  );
  return median(slopes);
}

export async function measureMemory(browser, url) {
  const opened = await freshPage(browser, holdMemories);
  const { page, context, session } = opened;
  try {
    await openCalculator(opened, url);
    await settle(page);
    await session.send("HeapProfiler.enable");
    const keys = await focusLever(page, "coverage");
    const move = async (count) => {
      for (let done = 0; done < count; done += 1) {
        await page.keyboard.press(keyOfMove(keys, done));
        await sleep(10);
      }
      // Saving and address come some time after the last move; they belong to the block.
      await sleep(1500);
    };
    await move(WARM_UP_MOVES);
    const levels = [await usedBytes(opened)];
    for (let block = 0; block < BLOCKS; block += 1) {
      await move(MOVES_A_BLOCK);
      levels.push(await usedBytes(opened));
    }
    if (levels[0].wasm === 0) note("no WebAssembly memory was seen; only the script's heap is counted");
    note(`script heap, KB: ${levels.map((level) => (level.script / KB).toFixed(0)).join(" → ")}`);
    note(`wasm memory, KB: ${levels.map((level) => (level.wasm / KB).toFixed(0)).join(" → ")}`);
    note(`the browser's own, KB: ${levels.map((level) => (level.browser / KB).toFixed(0)).join(" → ")}`);
    const growth = (part) => (slope(levels.map((level) => level[part])) / MOVES_A_BLOCK) * (MOVES / KB);
    // WebAssembly's memory only ever grows, in whole steps that a slope would hide.
    const wasm = (levels.at(-1).wasm - levels[0].wasm) / KB;
    figure("memory_growth_kb", growth("script") + wasm, "KB", { limit: NOISE_KB, moves: MOVES });
    figure("memory_browser_growth_kb", growth("browser"), "KB");
  } finally {
    await context.close();
  }
}
