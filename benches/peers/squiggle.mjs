// The peer of the draws: a model of 30 uncertain inputs over 10 years, as Squiggle computes it. It is
// smaller than the calculator's, which draws some eighty inputs for plan and scenario over eight years.
import { run } from "@quri/squiggle-lang";

const INPUTS = 30;
const YEARS = 10;

function program() {
  const inputs = Array.from({ length: INPUTS }, (_, index) => `v${index}`);
  const definitions = inputs.map((name, index) => `${name} = SampleSet.fromDist(normal(${(1 + index / 10).toFixed(1)}, ${(0.1 + index / 100).toFixed(2)}))`);
  const sum = inputs.map((name, index) => `${name} * ${((index + 1) / 100).toFixed(2)}`).join(" + ");
  return `${definitions.join("\n")}
year(t) = ${sum} + t
List.map(List.upTo(1, ${YEARS}), {|t| [quantile(year(t), 0.1), quantile(year(t), 0.5), quantile(year(t), 0.9)]})`;
}

/** Runs it once and returns how many milliseconds that took. */
export async function draw(sampleCount, seed) {
  const code = program();
  const start = performance.now();
  const answer = await run(code, { environment: { sampleCount, xyPointLength: 1000, seed: String(seed) } });
  const took = performance.now() - start;
  if (!answer.result.ok) throw new Error(String(answer.result.value));
  return took;
}
