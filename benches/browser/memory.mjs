// Whether a long session grows: memory after collection, block by block of lever moves.
import { focusLever, freshPage, keyOfMove, openCalculator, settle } from "./page.mjs";
import { figure, median, note, sleep } from "./report.mjs";

export const MEMORY_FIGURES = ["memory_growth_kb"];
const WARM_UP_MOVES = 500;
const BLOCKS = 5;
const MOVES_A_BLOCK = 200;
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

async function usedBytes(opened) {
  // Twice: what finalizers free in the first round is collected in the second.
  for (let round = 0; round < 2; round += 1) {
    await opened.session.send("HeapProfiler.collectGarbage");
    await sleep(200);
  }
  const { usedSize, embedderHeapUsedSize = 0 } = await opened.session.send("Runtime.getHeapUsage");
  const wasm = await opened.page.evaluate(() =>
    globalThis.benchMemories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0),
  );
  return { script: usedSize + embedderHeapUsedSize, wasm };
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
    const growths = levels.slice(1).map((level, index) => ({
      script: level.script - levels[index].script,
      wasm: level.wasm - levels[index].wasm,
    }));
    note(`script heap, KB: ${levels.map((level) => (level.script / KB).toFixed(0)).join(" → ")}`);
    note(`wasm memory, KB: ${levels.map((level) => (level.wasm / KB).toFixed(0)).join(" → ")}`);
    // The script's heap wavers by block, so its median counts; WebAssembly's memory only ever
    // grows, in whole steps that a median would hide, so all of its growth counts.
    const script = median(growths.map((growth) => growth.script)) * BLOCKS;
    const wasm = levels.at(-1).wasm - levels[0].wasm;
    figure("memory_growth_kb", (script + wasm) / KB, "KB", { limit: NOISE_KB, moves: BLOCKS * MOVES_A_BLOCK });
  } finally {
    await context.close();
  }
}
