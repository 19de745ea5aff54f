// Draws charts from the program's JSON; loaded when the numbers are shown.
// Only the parts of the library that are used are bundled.
import { init, use } from "echarts/core";
import { BarChart, LineChart, SankeyChart } from "echarts/charts";
import {
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
} from "echarts/components";
import { SVGRenderer } from "echarts/renderers";

import * as figure from "./charts/figure.mjs";
import { coloured, enlarged, formats, NARROW, over, PAPER, paperStyle, withFormats } from "./charts/options.mjs";
import * as picture from "./charts/picture.mjs";
import { tip } from "./charts/tip.mjs";

use([
  BarChart,
  LineChart,
  SankeyChart,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
  SVGRenderer,
]);

/** Factor by which the types of a large view are larger. */
const LARGE = 1.5;
/** Widths and heights of a projector's chart, in CSS pixels, for each factor by which its types are larger. */
const PROJECTED = { width: 760, height: 330 };
/** Everything known of a drawn element. */
const drawn = new Map();

/** The factor by which the types of a chart are larger than usual. */
function scale({ element, size }) {
  if (size === "large") return LARGE;
  if (size !== "projected") return 1;
  return Math.max(1, Math.min(element.clientWidth / PROJECTED.width, element.clientHeight / PROJECTED.height));
}

/** The height of a legend's lines above a drawing that is that wide. */
function legendRoom({ legend, textStyle }, width) {
  const { fontSize } = legend.textStyle;
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `${fontSize}px ${textStyle.fontFamily}`;
  let [lines, used] = [1, 0];
  for (const name of legend.data) {
    const wide = legend.itemWidth + fontSize / 2 + pen.measureText(name).width + legend.itemGap;
    if (used > 0 && used + wide > width - legend.left * 2) [lines, used] = [lines + 1, 0];
    used += wide;
  }
  return Math.round(lines * (fontSize * 1.25 + legend.itemGap) + fontSize);
}

function redraw(chart) {
  const { element, drawing, isNarrow } = chart;
  // A dialog that is about to open has no room yet; what is laid out in none fails.
  chart.waits = !element.clientWidth || !element.clientHeight;
  if (chart.waits) return;
  const shaped = isNarrow && drawing.narrow ? over(drawing.option, drawing.narrow) : structuredClone(drawing.option);
  const isLarge = chart.size !== "usual";
  const times = scale(chart);
  const option = coloured(isLarge ? enlarged(shaped, times) : shaped, chart.paper ?? getComputedStyle(element));
  if (isLarge && option.legend && !option.legend.show) {
    option.legend.show = true;
    option.grid.top += Math.round((times * 80) / 3);
  } else if (isLarge && option.grid) {
    option.grid.top *= times;
  }
  if (chart.size === "projected" && option.legend && option.grid) option.grid.top = legendRoom(option, element.clientWidth);
  chart.option = option;
  chart.format = formats(drawing);
  withFormats(option, drawing, chart.format);
  option.tooltip.formatter = (under) => tip(chart, under);
  chart.library.setOption(option, { notMerge: true });
}

/** Options that stay while only amounts change: drawing those alone is quicker. */
function frame({ tips: _, ...drawing }) {
  const series = drawing.option.series.map(({ data, links, ...rest }) => ({ ...rest, count: [data?.length, links?.length] }));
  return JSON.stringify({ ...drawing, option: { ...drawing.option, series } });
}

/** The amounts of a series, coloured where they are. */
function amounts({ data, links }, style) {
  const plain = data?.every((item) => typeof item !== "object");
  const known = { data: plain ? data : coloured(data, style) };
  return links ? { ...known, links } : known;
}

/** Reports to the page which place of a map the pointer is on. */
function choose({ element, drawing, library }, { offsetX, offsetY }) {
  const pixel = [offsetX, offsetY];
  if (!drawing.picks || !library.containPixel("grid", pixel)) return;
  const detail = library.convertFromPixel("grid", pixel);
  element.dispatchEvent(new CustomEvent("zengshou-place", { bubbles: true, detail }));
}

/** Draws, and returns how many milliseconds it took. */
function draw(element, json, size) {
  const start = performance.now();
  const drawing = JSON.parse(json);
  let chart = drawn.get(element);
  if (!chart) {
    const library = init(element, undefined, { renderer: "svg" });
    // A row of a grid may change its width many times a second while a window is dragged.
    let waiting = 0;
    const observer = new ResizeObserver(() => {
      if (chart.paper) return;
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(() => {
        // A chart whose page was left in between is gone.
        if (drawn.get(element) !== chart) return;
        // An observer reports once at its start, when the chart has just been drawn.
        const fits = library.getWidth() === element.clientWidth && library.getHeight() === element.clientHeight;
        if (fits && !chart.waits) return;
        library.resize();
        const isNarrow = element.clientWidth < NARROW;
        if (isNarrow === chart.isNarrow && !chart.waits && size !== "projected") return;
        chart.isNarrow = isNarrow;
        redraw(chart);
      });
    });
    observer.observe(element);
    library.getZr().on("click", (event) => choose(chart, event));
    chart = { element, library, observer, size, isNarrow: element.clientWidth < NARROW };
    drawn.set(element, chart);
  }
  const shape = frame(drawing);
  const same = chart.shape === shape;
  Object.assign(chart, { drawing, shape });
  if (same && !chart.waits) {
    const style = getComputedStyle(element);
    const series = drawing.option.series.map((series) => amounts(series, style));
    chart.library.setOption({ series }, { silent: true });
  } else {
    redraw(chart);
  }
  // Otherwise it would be painted in the next frame, and the time measured here be none of it.
  const surface = chart.library.getZr();
  surface.flush();
  // All is drawn. Its clock would run on for ten frames and make the next move wait for their beat;
  // whatever changes the picture starts it again.
  surface.animation.stop();
  return performance.now() - start;
}

function dispose(element) {
  figure.dispose(element);
  const chart = drawn.get(element);
  if (!chart) return;
  drawn.delete(element);
  chart.observer.disconnect();
  chart.library.dispose();
}

/** The picture of what was drawn into an element, as the text of an SVG file. */
function svg(element, words) {
  return picture.svg(drawn.get(element), JSON.parse(words));
}

/** The same as the bytes of a PNG file. */
function png(element, words) {
  return picture.png(drawn.get(element), JSON.parse(words));
}

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  for (const chart of drawn.values()) redraw(chart);
});

/** Redraws a chart for paper, or for the screen where no paper style is given. */
function onPaper(chart, style) {
  const height = chart.element.clientHeight;
  chart.paper = style;
  chart.isNarrow = (style ? PAPER : chart.element.clientWidth) < NARROW;
  chart.library.resize(style ? { width: PAPER, height } : { width: "auto", height: "auto" });
  redraw(chart);
  chart.library.getZr().flush();
  chart.library.getZr().animation.stop();
  const svg = chart.element.querySelector("svg");
  // So that it shrinks with a narrower paper.
  if (style) svg?.setAttribute("viewBox", `0 0 ${PAPER} ${height}`);
  else svg?.removeAttribute("viewBox");
}

addEventListener("beforeprint", () => {
  const style = paperStyle();
  for (const chart of drawn.values()) if (style && !chart.waits) onPaper(chart, style);
});
addEventListener("afterprint", () => {
  for (const chart of drawn.values()) if (chart.paper) onPaper(chart, undefined);
});

globalThis.zengshouCharts = { draw, dispose, svg, png, figure: figure.draw };
