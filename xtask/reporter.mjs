// What node's runner reports, a line of JSON each: every test with its file, its seconds and how it
// ended, then the runner's own sums. `cargo xtask test` reads them; people read node's `spec` beside.
import { basename } from "node:path";

/** What node says of a test that `--test-name-pattern` leaves out; it counts such a test as skipped. */
const NOT_ASKED_FOR = "test name does not match pattern";

export default async function* reporter(events) {
  let notAskedFor = 0;
  for await (const { type, data } of events) {
    if (type === "test:pass" || type === "test:fail") {
      if (data.details?.type === "suite") continue;
      if (data.skip === NOT_ASKED_FOR) {
        notAskedFor += 1;
        continue;
      }
      const isSkipped = data.skip !== undefined && data.skip !== false;
      yield line({
        test: data.name,
        file: basename(data.file ?? ""),
        seconds: (data.details?.duration_ms ?? 0) / 1000,
        outcome: isSkipped ? "skipped" : type === "test:pass" ? "passed" : "failed",
      });
    } else if (type === "test:diagnostic" && data.nesting === 0) {
      const [, name, number] = /^(tests|pass|fail|cancelled|skipped) (\d+)$/.exec(data.message) ?? [];
      if (!name) continue;
      const isCounted = name === "tests" || name === "skipped";
      yield line({ sum: name, number: Number(number) - (isCounted ? notAskedFor : 0) });
    }
  }
}

const line = (what) => `${JSON.stringify(what)}\n`;
