// Programs of peers, bundled for a browser out of the packages that the bench has.
import { build } from "esbuild";

/** The text of a program whose imports are looked for from a folder. */
export async function bundle(contents, folder) {
  const result = await build({
    stdin: { contents, resolveDir: folder, loader: "js" },
    bundle: true,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    write: false,
    logLevel: "error",
  });
  return result.outputFiles[0].text;
}
