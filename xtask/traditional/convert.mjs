// Turns Simplified Chinese into Traditional: reads {"terms": [[from, to], …], "texts": [text, …]}
// from standard input and prints the converted texts as one JSON array. The terms are put in last,
// the longest first, so that a correction reads as what it corrects.
import { text } from "node:stream/consumers";
import OpenCC from "opencc-js";

const { terms, texts } = JSON.parse(await text(process.stdin));
const { from, to } = OpenCC.Locale;
const convert = OpenCC.ConverterFactory(from.cn, to.tw, [terms]);
process.stdout.write(JSON.stringify(texts.map((text) => convert(text))));
