// The region that a checkout starts with, as its own text: peers and calculator read the same file.
import { readFile } from "node:fs/promises";
import path from "node:path";

export async function defaultRegion(root) {
  const folder = path.join(root, "static/regions");
  const name = (await readFile(path.join(folder, "default.txt"), "utf8")).trim();
  return { name, text: await readFile(path.join(folder, `${name}.json`), "utf8") };
}
