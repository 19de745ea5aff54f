// From the key that moves a lever to the frame that shows the new numbers.
//
// The figure is Event Timing's duration of the `keydown`. The page's own observer rounds it to
// 8 ms and keeps silent below its threshold of 16 ms; the browser's trace holds the same
// records unrounded and complete, so the figure is read there and the observer only confirms it.
// Event Timing ends with the next frame, whatever that frame shows; so there is a second clock, which
// starts with the same event and stops after the frame that follows the last change of the headline.
import { focusLever, freshPage, keyOfMove, openCalculator, settle } from "./page.mjs";
import { failure, figure, median, note, quantile, sleep } from "./report.mjs";
import { phasesInWords, trace } from "./trace.mjs";

const MOVES = 60;
/** Rounds of so many moves a lever, each beside a round of the bare page; the figure is the median round's,
 * since other work on the machine comes in bursts that last longer than a round. */
const ROUNDS = 9;
const LIMIT_MS = 16.7;
/** Limit of this page's time as a multiple of a bare one's. */
const LIMIT_RATIO = 1.3;
const THRESHOLD_MS = 16;
/** Time taken for what the observer does not report: it was rounded to 8 ms, so it took less than this. */
const UNREPORTED_MS = 12;
/** A slider that all spending depends on, a cell of the funds, an assumption under every year. */
const LEVERS = ["coverage", "funds.central.industry", "growth_near.wage"];

/** Runs in the page before its own code: listens, and never touches what it listens to. */
function record({ threshold, headline }) {
  const seen = { moves: [], events: [] };
  globalThis.benchPaint = seen;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      seen.events.push({ name: entry.name, start: entry.startTime, duration: entry.duration });
    }
  }).observe({ type: "event", durationThreshold: threshold, buffered: true });
  addEventListener(
    "keydown",
    (event) => seen.moves.push({ start: event.timeStamp, changed: undefined, painted: undefined }),
    true,
  );
  const changed = () => {
    const move = seen.moves.at(-1);
    if (move === undefined) return;
    move.changed = performance.now();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      // The message waits behind the frame's own work: style, layout and paint are done by then.
      port1.onmessage = () => {
        move.painted = performance.now();
      };
      port2.postMessage(0);
    });
  };
  const observer = new MutationObserver(changed);
  // Set up again for each lever, since the page may have replaced the headline.
  globalThis.benchWatch = () => {
    observer.disconnect();
    const shown = document.querySelector(headline);
    if (!shown) return false;
    observer.observe(shown, { subtree: true, childList: true, characterData: true });
    return true;
  };
}

async function moveLever(browser, opened, key, isClose = false) {
  const { page } = opened;
  const keys = await focusLever(page, key);
  // The first moves compile code and are not typical of later ones.
  for (let move = 0; move < 10; move += 1) {
    await page.keyboard.press(keyOfMove(keys, move));
    await sleep(30);
  }
  await sleep(500);
  const watched = await page.evaluate(() => {
    globalThis.benchPaint.moves.length = 0;
    globalThis.benchPaint.events.length = 0;
    return globalThis.benchWatch();
  });
  if (!watched) throw new Error("the headline is gone");
  const traced = await trace(browser, isClose, async () => {
    for (let move = 0; move < MOVES; move += 1) {
      await page.keyboard.press(keyOfMove(keys, move));
      // A random pause, so that moves fall at every phase of the frames.
      await sleep(60 + Math.random() * 40);
    }
    await sleep(500);
  });
  const { moves, events } = await page.evaluate(() => globalThis.benchPaint);
  return summary(key, moves, events, traced);
}

function summary(key, moves, events, traced) {
  if (moves.length !== MOVES) throw new Error(`${key}: ${moves.length} of ${MOVES} keys reached the page`);
  const unchanged = moves.filter((move) => move.changed === undefined).length;
  if (unchanged > MOVES * 0.05) {
    throw new Error(`${key}: ${unchanged} of ${MOVES} moves did not change the headline`);
  }
  const shown = traced.map((move) => move.duration);
  const observed = moves.map((move) => {
    const entry = events.find(({ name, start }) => name === "keydown" && Math.abs(start - move.start) < 0.5);
    return entry?.duration ?? UNREPORTED_MS;
  });
  const work = moves.filter((move) => move.painted !== undefined).map((move) => move.painted - move.start);
  // Where numbers come frames later than the key's own frame, Event Timing measures too little.
  const late = shown.length === MOVES
    ? moves.filter((move, index) => move.changed - move.start > shown[index] + 1).length
    : 0;
  if (late > MOVES * 0.05) {
    throw new Error(`${key}: Event Timing ended before the headline changed in ${late} of ${MOVES} moves`);
  }
  return {
    key,
    // A trace with missing records would flatter: then the observer's upper bounds are used.
    paint: quantile(shown.length === MOVES ? shown : observed, 0.95),
    traced: shown.length,
    observer: quantile(observed, 0.95),
    reported: events.filter(({ name }) => name === "keydown").length,
    work: quantile(work, 0.95),
    worst: Math.max(...shown),
    phases: traced,
  };
}

/** A page at its address, slowed down once it has settled. */
async function openSlowed(browser, url, slowdown, body) {
  const opened = await freshPage(browser);
  await opened.page.addInitScript(record, { threshold: THRESHOLD_MS, headline: '[data-testid="headline"]' });
  if (body) await opened.page.route(url, (route) => route.fulfill({ contentType: "text/html", body }));
  await openCalculator(opened, url);
  await settle(opened.page);
  await opened.session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  return opened;
}

/** A page that does nothing but show the slider's value: what browser and machine take alone. */
const BARE = `<!doctype html><meta charset="utf-8">
<input type="range" data-key="coverage" min="0" max="1000" value="500">
<strong data-testid="headline">500</strong>
<script>
  const slider = document.querySelector("input");
  slider.oninput = () => { document.querySelector("strong").textContent = slider.value; };
</script>`;

/** Moves a lever of the page and the bare slider in turns, so that a busy machine hits both alike. */
async function inTurns(browser, bare, page, key, slowdown) {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const floor = await moveLever(browser, bare, "coverage");
    const own = await moveLever(browser, page, key);
    const ratio = own.paint / floor.paint;
    note(
      `${key}, CPU / ${slowdown}: p95 ${own.paint.toFixed(1)} ms (worst ${own.worst.toFixed(1)}, ` +
        `${own.traced} traced; observer ≤ ${own.observer}, ${own.reported} reported), ` +
        `bare ${floor.paint.toFixed(1)} ms, ratio ${ratio.toFixed(2)}; ` +
        `to the frame after the last change ${own.work.toFixed(1)} ms`,
    );
    rounds.push({ own, floor, ratio });
  }
  // Once more under a closer trace, which itself takes time and so shows shares alone.
  for (const [what, opened, lever] of [["bare", bare, "coverage"], ["page", page, key]]) {
    const { phases } = await moveLever(browser, opened, lever, true);
    note(`${key}, CPU / ${slowdown}, phases of the ${what}, median/p95 in ms: ${phasesInWords(phases)}`);
  }
  const middle = (value) => median(rounds.map(value));
  return {
    key,
    paint: middle(({ own }) => own.paint),
    observer: middle(({ own }) => own.observer),
    work: middle(({ own }) => own.work),
    floor: middle(({ floor }) => floor.paint),
    ratio: middle(({ ratio }) => ratio),
  };
}

/** Worst value of all levers, which stands for the whole page. */
const worst = (results, name) => results.reduce((left, right) => (right[name] > left[name] ? right : left));

const names = (slowdown) => {
  const suffix = slowdown === 1 ? "" : `_slow${slowdown}`;
  return {
    paint: `lever_paint_p95${suffix}_ms`,
    ratio: `lever_paint_ratio${suffix}`,
    work: `lever_work_p95${suffix}_ms`,
    floor: `lever_paint_floor_p95${suffix}_ms`,
  };
};

export const PAINT_FIGURES = (slowdown) => [names(slowdown).paint, names(slowdown).ratio];

export async function measurePaint(browser, url, slowdown) {
  const { paint, ratio, work, floor } = names(slowdown);
  const bare = await openSlowed(browser, new URL("floor.html", url).href, slowdown, BARE);
  const page = await openSlowed(browser, url, slowdown);
  const results = [];
  let isWhole = true;
  try {
    for (const key of LEVERS) {
      try {
        results.push(await inTurns(browser, bare, page, key, slowdown));
      } catch (error) {
        isWhole = false;
        for (const name of [paint, ratio]) failure(name, error);
      }
    }
  } finally {
    await bare.context.close();
    await page.context.close();
  }
  if (results.length === 0) return;
  // With a lever missing, the worst of the others would pass for the worst of all.
  if (isWhole) {
    const slowest = worst(results, "paint");
    // Slowed down, the browser's own frame takes most of an absolute limit: there the ratio judges.
    const limit = slowdown === 1 ? { limit: LIMIT_MS } : {};
    figure(paint, slowest.paint, "ms", { ...limit, lever: slowest.key, observer_ms: slowest.observer });
    const farthest = worst(results, "ratio");
    figure(ratio, farthest.ratio, "×", { limit: LIMIT_RATIO, lever: farthest.key });
  }
  const slowest = worst(results, "work");
  figure(work, slowest.work, "ms", { lever: slowest.key });
  figure(floor, median(results.map((result) => result.floor)), "ms");
}
