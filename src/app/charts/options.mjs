// The library's options from what the program hands over as JSON.
import { init } from "echarts/core";

/** Below this width a chart has its narrow form. */
export const NARROW = 560;
/** The width of a chart on upright A4, within the paper's margins and its card, in CSS pixels. */
export const PAPER = 624;

/** The colours of paper, from the style's own rules for it: what is computed now is the screen's. */
export function paperStyle() {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const onPaper = rules.filter((rule) => rule.media?.mediaText === "print").flatMap((rule) => [...rule.cssRules]);
  return onPaper.find((rule) => rule.selectorText === ":root")?.style;
}

/** The text of a still picture, by the library's server-side renderer. */
export function still(option, width, height) {
  const library = init(null, undefined, { renderer: "svg", ssr: true, width, height });
  try {
    library.setOption(option);
    return library.renderToSVGString();
  } finally {
    library.dispose();
  }
}

/** The options with each `var(--name)` replaced by what the style sheet says there now. */
export function coloured(value, style) {
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

/** Entries put over those of an object; lists are merged entry by entry. */
export function over(base, more) {
  if (Array.isArray(base) && Array.isArray(more)) return base.map((item, index) => over(item, more[index]));
  if (base && more && typeof base === "object" && typeof more === "object") {
    const merged = { ...base };
    for (const [key, value] of Object.entries(more)) merged[key] = over(base[key], value);
    return merged;
  }
  return more === undefined ? base : more;
}

/** Names of options that grow in a picture or on a projector: type sizes, lines, symbols. */
const GROWS = new Set(["fontSize", "symbolSize", "itemWidth", "itemHeight", "nodeWidth"]);

/** The options with everything that is read that many times as large. */
export function enlarged(value, times, key = "") {
  if (typeof value === "number") return GROWS.has(key) || key === "width" ? value * times : value;
  if (Array.isArray(value)) return value.map((item) => enlarged(item, times));
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, name === "decal" ? item : enlarged(item, times, name)]));
  }
  return value;
}

/** The way amounts are written. */
export function formats({ locale, signed }) {
  const signDisplay = signed ? "exceptZero" : "auto";
  return {
    tick: new Intl.NumberFormat(locale, { maximumFractionDigits: 2, signDisplay }),
    amount: new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay }),
  };
}

/** Puts in what JSON can't hold: texts come from the data, never from a template. */
export function withFormats(option, drawing, format) {
  const suffix = drawing.unit === "%" ? "%" : "";
  for (const axis of [option.xAxis, option.yAxis]) {
    if (axis?.type === "value") axis.axisLabel.formatter = (value) => format.tick.format(value) + suffix;
  }
  const text = ({ data }) => data?.text ?? "";
  for (const series of option.series) {
    if (series.label?.show) series.label.formatter = text;
    for (const mark of series.markLine?.data ?? []) {
      const words = mark.label?.text ?? "";
      if (mark.label) mark.label.formatter = () => words;
    }
  }
  return option;
}
