// Draws charts from what the program hands over as JSON; loaded when the numbers stand.
// Only the parts of the library that are used are bundled.
import { init, use } from "echarts/core";
import { LineChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";

use([LineChart, GridComponent, TooltipComponent, SVGRenderer]);

const SVG = "http://www.w3.org/2000/svg";
/** Everything known of a drawn element. */
const drawn = new Map();

/** The options with each `var(--name)` replaced by what the style sheet says there now. */
function coloured(value, style) {
  if (typeof value === "string") {
    const name = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
    return name ? style.getPropertyValue(name).trim() : value;
  }
  if (Array.isArray(value)) return value.map((item) => coloured(item, style));
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, coloured(item, style)]));
  }
  return value;
}

function node(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

/** A short piece of a series' line. */
function sample(series) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 8");
  const line = document.createElementNS(SVG, "line");
  const { color, width, type } = series.lineStyle;
  const attributes = { x1: 0, x2: 24, y1: 4, y2: 4, stroke: color, "stroke-width": width };
  if (Array.isArray(type)) attributes["stroke-dasharray"] = type.join(" ");
  for (const [name, value] of Object.entries(attributes)) line.setAttribute(name, value);
  svg.append(line);
  return svg;
}

/** The tooltip, of text nodes alone: no name can become markup, and no style is inline. */
function tooltip(chart, points) {
  const { drawing, option, format } = chart;
  const table = node("div", "chart-tip-lines");
  const sorted = [...points].sort((one, other) => other.value - one.value);
  for (const point of sorted) {
    const amount = node("span", "number", `${format.format(point.value)} ${drawing.unit}`);
    table.append(sample(option.series[point.seriesIndex]), node("span", "", point.seriesName), amount);
  }
  const tip = node("div", "chart-tip-content");
  tip.append(node("strong", "", points[0]?.axisValueLabel ?? ""), table);
  return tip;
}

function redraw(chart) {
  const { element, drawing } = chart;
  const option = coloured(drawing.option, getComputedStyle(element));
  const whole = new Intl.NumberFormat(drawing.locale, {
    maximumFractionDigits: 2,
    signDisplay: drawing.signed ? "exceptZero" : "auto",
  });
  chart.option = option;
  chart.format = new Intl.NumberFormat(drawing.locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    signDisplay: drawing.signed ? "exceptZero" : "auto",
  });
  option.yAxis.axisLabel.formatter = (value) => whole.format(value);
  option.tooltip.formatter = (points) => tooltip(chart, points);
  chart.library.setOption(option, { notMerge: true });
}

/** What stays while only amounts change: drawing those alone is quicker. */
function frame(drawing) {
  const series = drawing.option.series.map(({ data: _, ...rest }) => rest);
  return JSON.stringify({ ...drawing, option: { ...drawing.option, series } });
}

/** Draws, and returns how many milliseconds it took. */
function draw(element, json) {
  const start = performance.now();
  const drawing = JSON.parse(json);
  let chart = drawn.get(element);
  if (!chart) {
    const library = init(element, undefined, { renderer: "svg" });
    // A row of a grid may change its width many times a second while a window is dragged.
    let waiting = 0;
    const observer = new ResizeObserver(() => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(() => library.resize());
    });
    observer.observe(element);
    chart = { element, library, observer };
    drawn.set(element, chart);
  }
  const shape = frame(drawing);
  const same = chart.shape === shape;
  Object.assign(chart, { drawing, shape });
  if (same) {
    const series = drawing.option.series.map(({ data }) => ({ data }));
    chart.library.setOption({ series }, { silent: true });
  } else {
    redraw(chart);
  }
  // Otherwise it would be painted in the next frame, and the time measured here be none of it.
  chart.library.getZr().flush();
  return performance.now() - start;
}

function dispose(element) {
  const chart = drawn.get(element);
  if (!chart) return;
  drawn.delete(element);
  chart.observer.disconnect();
  chart.library.dispose();
}

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  for (const chart of drawn.values()) redraw(chart);
});

globalThis.zengshouCharts = { draw, dispose };
