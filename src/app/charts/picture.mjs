// A chart as a picture of its own: a title, a legend, a ground, and the same size from every screen.
import { coloured, enlarged, still, withFormats } from "./options.mjs";

const WIDTH = 1280;
const HEIGHT = 720;
const LARGER = 1.3;
/** Pixels of a bitmap for each of the picture. */
const DENSITY = 2;
const HEAD = 76;
/** The size and the height of a line at the foot. */
const SMALL = 14;
const LINE = 20;

/** A text in lines that fit: letters of other scripts are square, those of ours about half as wide. */
function lines(text) {
  const broken = [""];
  let width = 0;
  for (const part of text.match(/[\u0000-\u2fff]+?(?:\s|$|(?=[\u3000-\uffff]))|./gsu) ?? []) {
    const wide = [...part].reduce((sum, letter) => sum + (letter.codePointAt(0) < 0x2e80 ? 0.56 : 1) * SMALL, 0);
    if (width > 0 && width + wide > WIDTH - 48) {
      broken.push("");
      width = 0;
    }
    broken[broken.length - 1] += part;
    width += wide;
  }
  return broken;
}

/** Moves the top elements down, to make room for the title. */
function lower(option, below) {
  const down = (top) => (typeof top === "number" ? top + HEAD : top);
  const inwards = (left) => (typeof left === "number" ? 24 : left);
  const moved = (part) => ({ ...part, top: down(part.top), left: inwards(part.left) });
  const chart = { ...option };
  const foot = below + (option.legend && !option.legend.show ? 48 : 16);
  const above = (bottom) => (typeof bottom === "number" ? bottom + below + 8 : bottom);
  if (option.grid) chart.grid = { ...moved(option.grid), left: 24, right: Math.max(32, option.grid.right * LARGER), bottom: foot };
  if (option.legend) chart.legend = option.legend.show ? moved(option.legend) : { ...option.legend, show: true, left: 24, top: "auto", bottom: below + 16 };
  chart.series = option.series.map((series) => (series.type === "sankey" ? { ...moved(series), bottom: above(series.bottom) } : series));
  chart.title = [].concat(option.title ?? []).map(moved);
  return chart;
}

const escaped = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The picture as the text of an SVG file. */
export function svg({ element, drawing, format }, { title, subject, description, foot }) {
  const style = getComputedStyle(element);
  const plain = withFormats(structuredClone(drawing.option), drawing, format);
  const said = foot.flatMap(lines);
  const option = lower(enlarged(coloured(plain, style), LARGER), said.length * LINE);
  const color = style.getPropertyValue("--ink").trim();
  // The library writes names of types into an attribute as they are.
  const fontFamily = option.textStyle.fontFamily.replaceAll('"', "'");
  option.textStyle = { ...option.textStyle, fontFamily };
  const small = { color: style.getPropertyValue("--ink-soft").trim(), fontFamily, fontSize: SMALL, lineHeight: LINE };
  option.title = [{ text: subject, left: 24, top: 44, padding: 0, textStyle: small }, { text: said.join("\n"), left: 24, bottom: 10, padding: 0, textStyle: { ...small, fontWeight: "normal" } }, { text: title, left: 24, top: 16, padding: 0, textStyle: { color, fontFamily, fontSize: 20, width: WIDTH - 48, overflow: "truncate" } }, ...option.title];
  option.tooltip = undefined;
  option.backgroundColor = style.getPropertyValue("--surface").trim();
  const told = `<title>${escaped(title)}</title><desc>${escaped(description)}</desc>`;
  return still(option, WIDTH, HEIGHT).replace(/^<svg[^>]*>/, (head) => head + told);
}

/** The picture as the bytes of a PNG file. */
export async function png(chart, words) {
  const blob = new Blob([svg(chart, words)], { type: "image/svg+xml" });
  const address = URL.createObjectURL(blob);
  try {
    const image = new Image(WIDTH, HEIGHT);
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = WIDTH * DENSITY;
    canvas.height = HEIGHT * DENSITY;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, failed) => {
      canvas.toBlob((made) => (made ? done(made) : failed(new Error("no picture"))), "image/png");
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
