// The report's figures: the screen's options, rendered as still pictures by the library's server-side
// renderer: light, fit for paper, without a listener or a clock.
import { coloured, formats, NARROW, over, PAPER, paperStyle, still, withFormats } from "./options.mjs";

/** Every figure by its element. */
const figures = new Map();
/** Figures that wait for a turn of their own, so that the page answers between them. */
const waiting = new Set();

/**
 * The elements of a picture's text. The page's policy refuses style attributes, also those of a parsed text:
 * they bear another name there and are set one by one.
 */
function elements(text) {
  const plain = text.replaceAll(/<style[\s\S]*?<\/style>/g, "").replaceAll(/ style="([^"]*)"/g, ' data-style="$1"');
  const parsed = new DOMParser().parseFromString(plain, "image/svg+xml").documentElement;
  const svg = document.importNode(parsed, true);
  for (const part of svg.querySelectorAll("[data-style]")) {
    part.style.cssText = part.dataset.style;
    delete part.dataset.style;
  }
  return svg;
}

function render(figure, width) {
  const { element, drawing } = figure;
  const height = element.clientHeight;
  figure.width = width;
  if (!width || !height) return;
  const paper = paperStyle();
  // The library writes names of types into an attribute as they are.
  const font = getComputedStyle(element).fontFamily.replaceAll('"', "'");
  const style = { getPropertyValue: (name) => (name === "--font" ? font : (paper?.getPropertyValue(name) ?? "")) };
  const shaped = width < NARROW && drawing.narrow ? over(drawing.option, drawing.narrow) : drawing.option;
  const option = withFormats(coloured(shaped, style), drawing, formats(drawing));
  option.tooltip = undefined;
  const svg = elements(still(option, width, height));
  svg.setAttribute("aria-hidden", "true");
  // So that it shrinks and grows with the paper.
  svg.removeAttribute("width");
  svg.removeAttribute("height");
  element.replaceChildren(svg);
}

function next() {
  const [figure] = waiting;
  if (!figure) return;
  waiting.delete(figure);
  render(figure, figure.element.clientWidth);
  if (waiting.size) setTimeout(next);
}

/** Draws into an element, in a turn of its own, and anew when its width changes. */
export function draw(element, json) {
  dispose(element);
  const figure = { element, drawing: JSON.parse(json), width: 0 };
  figure.observer = new ResizeObserver(() => {
    if (figure.isOnPaper || figure.width === element.clientWidth) return;
    if (!waiting.size) setTimeout(next);
    waiting.add(figure);
  });
  figures.set(element, figure);
  figure.observer.observe(element);
}

export function dispose(element) {
  const figure = figures.get(element);
  figure?.observer.disconnect();
  waiting.delete(figure);
  figures.delete(element);
}

addEventListener("beforeprint", () => {
  waiting.clear();
  for (const figure of figures.values()) {
    figure.isOnPaper = true;
    render(figure, PAPER);
  }
});
addEventListener("afterprint", () => {
  for (const figure of figures.values()) {
    figure.isOnPaper = false;
    render(figure, figure.element.clientWidth);
  }
});
