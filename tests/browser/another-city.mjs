// A region of another city with later years, made of the page's own file: the counterpart of
// src/region/tests/another_city.rs. Whatever of the example or of its years shows up was written into the program.

import { pageRegion } from "./support.mjs";

/** The name of the city in the page's languages. */
export const NAME = { "zh-Hans": "云州市", "zh-Hant": "雲州市", en: "Yunzhou City" };

const KEPT = ["yicai-2026", "trabajar", "green-book"];
const ENTERED = {
  "income0.wage": "11500",
  "income0.operating": "3100",
  "income0.property": "600",
  "income0.transfer": "2800",
  population: "86000",
  "bench.lifted_province": "18600",
  "bench.rural_province": "23000",
  "bench.rural_nation": "24456",
  risk_line: "8700",
};

const words = (text) => ({ "zh-Hans": text, "zh-Hant": text, en: text });

/** The file of the region with these years, as an upload. */
export async function anotherCity(page, [known, first, last] = [2025, 2026, 2035], change = () => {}) {
  const region = await pageRegion(page);
  Object.assign(region, { id: "yunzhou", version: 1, name: NAME, income_year: known, first_plan_year: first, horizon: last });
  region.sources = Object.fromEntries(Object.entries(region.sources).filter(([id]) => KEPT.includes(id)));
  const parameters = {};
  for (const [name, figure] of Object.entries(region.parameters)) {
    const parts = name.split(".");
    if (/^\d+$/.test(parts.at(-1))) continue;
    if (figure.status === "source") figure.status = "derived";
    if (figure.basis || figure.status === "derived") figure.basis = words("X");
    const isKnown = ["income0", "coverage0", "coverage_province", "population", "gini"].includes(parts[0]);
    parameters[name] = {
      ...figure,
      sources: (figure.sources ?? []).filter((id) => KEPT.includes(id)),
      year: isKnown ? known : first,
      same_as: undefined, series: undefined, follows: undefined,
    };
  }
  const derived = (value, unit, year) => ({ value, unit, year, status: "derived", sources: [], basis: words("X") });
  for (const [name, value] of Object.entries(ENTERED)) {
    const key = name in parameters ? name : `${name}.${known}`;
    parameters[key] = derived(value, name === "population" ? "people" : "yuan_per_person", known);
  }
  for (let year = known + 1; year < first; year += 1) parameters[`growth_known.${year}`] = derived("0.07", "share", year);
  region.parameters = parameters;
  delete region.figures;
  delete region.divisions;
  delete region.vintages;
  change(region);
  return { name: "云州市.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(region)) };
}

/** Opens it in the place of the page's own. */
export async function openAnotherCity(page, years, change) {
  const file = await anotherCity(page, years, change);
  await page.getByTestId("region").click();
  await page.getByTestId("open-region").setInputFiles(file);
  await page.getByTestId("region").filter({ hasText: /云州市|雲州市|Yunzhou/ }).waitFor({ timeout: 20_000 });
}
