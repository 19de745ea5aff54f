// Output of the measurements: one JSON line each on standard output, progress on standard error, so that a reader
// of the lines never finds a sentence among them.

let failures = 0;

export function figure(name, value, unit, rest = {}) {
  const rounded = Number(value.toPrecision(5));
  console.log(JSON.stringify({ name, value: rounded, unit, ...rest }));
}

/** A figure that could not be measured says why; the others still come. */
export function failure(name, error) {
  failures += 1;
  const text = String(error?.message ?? error).split("\n")[0];
  console.log(JSON.stringify({ name, error: text }));
}

export const note = (text) => console.error(`bench: ${text}`);

export const failed = () => failures > 0;

/** Runs one measurement within its time, so that a page that never answers cannot hang the rest. */
export async function measure(names, limitSeconds, work) {
  note(`${names.join(", ")} …`);
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no result within ${limitSeconds} s`)), limitSeconds * 1000);
  });
  try {
    return await Promise.race([work(), late]);
  } catch (error) {
    note(error?.stack ?? String(error));
    for (const name of names) failure(name, error);
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** The nearest-rank quantile: always a value that was measured. */
export function quantile(values, share) {
  if (values.length === 0) throw new Error("nothing was measured");
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}

export const median = (values) => quantile(values, 0.5);

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
