// The region that a checkout starts with, as its own text: peers and calculator read the same file, whole as
// the page is served it.
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";

export async function defaultRegion(root) {
  const folder = path.join(root, "static/regions");
  const name = (await readFile(path.join(folder, "default.txt"), "utf8")).trim();
  const region = JSON.parse(await readFile(path.join(folder, `${name}.json`), "utf8"));
  for (const file of await readdir(path.join(folder, name))) {
    putTexts(region, JSON.parse(await readFile(path.join(folder, name, file), "utf8")), path.parse(file).name);
  }
  return { name, text: JSON.stringify(region) };
}

/** Puts a language's texts at their places in the region, each under the language's tag. */
function putTexts(place, texts, tag) {
  for (const [name, text] of Object.entries(texts)) {
    place[name] ??= Array.isArray(text) ? [] : {};
    if (typeof text === "string") place[name][tag] = text;
    else putTexts(place[name], text, tag);
  }
}
