// What the browser's own trace says of moved levers: how long each took until its frame was seen
// (Event Timing, unrounded and complete), and how that time was spent.
import { median, quantile } from "./report.mjs";

/** The browser's work on its main thread, in the order in which a frame goes through it. */
const PHASES = {
  script: ["EventDispatch", "FireAnimationFrame", "TimerFire", "FunctionCall", "RunMicrotasks", "v8.callFunction"],
  style: ["UpdateLayoutTree"],
  layout: ["Layout"],
  prepaint: ["PrePaint"],
  paint: ["Paint"],
  layerize: ["Layerize"],
  commit: ["ProxyMain::BeginMainFrame::commit"],
};
const PHASE_OF = new Map(Object.entries(PHASES).flatMap(([phase, names]) => names.map((name) => [name, phase])));

/** Trace categories for Event Timing alone, and for the phases, which is more to write down. */
const PLAIN = ["devtools.timeline"];
const CLOSE = [...PLAIN, "cc"];

/** Runs work under a trace and returns a record of each key press: its whole time and its phases, in ms. */
export async function trace(browser, isClose, work) {
  const session = await browser.newBrowserCDPSession();
  const records = [];
  session.on("Tracing.dataCollected", ({ value }) => {
    for (const record of value) {
      if ((record.name === "EventTiming" && record.args?.data) || PHASE_OF.has(record.name)) records.push(record);
    }
  });
  const done = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: isClose ? CLOSE : PLAIN },
  });
  try {
    await work();
  } finally {
    await session.send("Tracing.end");
    await done;
    await session.detach();
  }
  return moves(records);
}

/** Times of each key press, of the work on the page's main thread until its frame was seen. */
function moves(records) {
  const keys = records.filter(({ name, args }) => name === "EventTiming" && args.data.type === "keydown");
  const main = new Map();
  for (const { name, pid, tid } of records) if (name === "Layout" && !main.has(pid)) main.set(pid, tid);
  const work = alone(records.filter(({ ph, pid, tid }) => ph === "X" && tid === main.get(pid)));
  return keys.map((key) => {
    const { duration } = key.args.data;
    const [from, to] = [key.ts, key.ts + duration * 1000];
    const phases = Object.fromEntries(Object.keys(PHASES).map((phase) => [phase, 0]));
    let first = to;
    let last = from;
    for (const { name, pid, ts, end, own } of work) {
      if (pid !== key.pid || ts < from - 1 || end > to + 1) continue;
      phases[PHASE_OF.get(name)] += own / 1000;
      first = Math.min(first, ts);
      last = Math.max(last, end);
    }
    const named = Object.values(phases).reduce((sum, time) => sum + time, 0);
    // Before the page starts, between its phases, and once it has handed its frame on to other threads.
    phases.before = (first - from) / 1000;
    phases.between = Math.max(0, (last - first) / 1000 - named);
    phases.after = Math.max(0, (to - last) / 1000);
    return { duration, phases };
  });
}

/** Each piece of work with its own time, without that of the work within it. */
function alone(records) {
  const sorted = records.map(({ name, pid, ts, dur }) => ({ name, pid, ts, end: ts + dur, own: dur }));
  sorted.sort((left, right) => left.pid - right.pid || left.ts - right.ts || right.end - left.end);
  const around = [];
  for (const work of sorted) {
    while (around.length > 0 && (around.at(-1).pid !== work.pid || around.at(-1).end <= work.ts)) around.pop();
    if (around.length > 0) around.at(-1).own -= work.end - work.ts;
    around.push(work);
  }
  return sorted;
}

/** A line of the median and the 95th percentile of each phase. */
export function phasesInWords(moves) {
  if (moves.length === 0) return "no phases traced";
  return Object.keys(moves[0].phases)
    .map((phase) => {
      const values = moves.map(({ phases }) => phases[phase]);
      return `${phase} ${median(values).toFixed(2)}/${quantile(values, 0.95).toFixed(2)}`;
    })
    .join(", ");
}
