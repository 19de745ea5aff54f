// A chart as a picture of its own: a title, a legend, a ground, and the same size from every screen.
import { init } from "echarts/core";

import { coloured, enlarged, withFormats } from "./options.mjs";

const WIDTH = 1280;
const HEIGHT = 720;
const LARGER = 1.3;
/** Pixels of a bitmap for each of the picture. */
const DENSITY = 2;
const HEAD = 56;

/** Moves what stands at the top down, to make room for the title. */
function lower(option) {
  const down = (top) => (typeof top === "number" ? top + HEAD : top);
  const inwards = (left) => (typeof left === "number" ? 24 : left);
  const moved = (part) => ({ ...part, top: down(part.top), left: inwards(part.left) });
  const chart = { ...option };
  const foot = option.legend && !option.legend.show ? 48 : 16;
  if (option.grid) chart.grid = { ...moved(option.grid), left: 24, right: Math.max(32, option.grid.right * LARGER), bottom: foot };
  if (option.legend) chart.legend = option.legend.show ? moved(option.legend) : { ...option.legend, show: true, left: 24, top: "auto", bottom: 16 };
  chart.series = option.series.map((series) => (series.type === "sankey" ? moved(series) : series));
  chart.title = [].concat(option.title ?? []).map(moved);
  return chart;
}

const escaped = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The picture as the text of an SVG file. */
export function svg({ element, drawing, format }, title, description) {
  const style = getComputedStyle(element);
  const plain = withFormats(structuredClone(drawing.option), drawing, format);
  const option = lower(enlarged(coloured(plain, style), LARGER));
  const color = style.getPropertyValue("--ink").trim();
  // The library writes names of types into an attribute as they are.
  const fontFamily = option.textStyle.fontFamily.replaceAll('"', "'");
  option.textStyle = { ...option.textStyle, fontFamily };
  option.title = [{ text: title, left: 24, top: 16, padding: 0, textStyle: { color, fontFamily, fontSize: 20, width: WIDTH - 48, overflow: "truncate" } }, ...option.title];
  option.tooltip = undefined;
  option.backgroundColor = style.getPropertyValue("--surface").trim();
  const library = init(null, undefined, { renderer: "svg", ssr: true, width: WIDTH, height: HEIGHT });
  try {
    library.setOption(option);
    const told = `<title>${escaped(title)}</title><desc>${escaped(description)}</desc>`;
    return library.renderToSVGString().replace(/^<svg[^>]*>/, (head) => head + told);
  } finally {
    library.dispose();
  }
}

/** The picture as the bytes of a PNG file. */
export async function png(chart, title, description) {
  const blob = new Blob([svg(chart, title, description)], { type: "image/svg+xml" });
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
