// Tooltip content made of text nodes alone: no name can become markup, no style is inline.

const SVG = "http://www.w3.org/2000/svg";

function node(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

/** A short piece of a series' line, or of its colour. */
function sample(series) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 8");
  const { color, width, type } = series.lineStyle ?? { color: series.color, width: 8 };
  const line = document.createElementNS(SVG, "line");
  const attributes = { x1: 0, x2: 24, y1: 4, y2: 4, stroke: color, "stroke-width": width };
  if (Array.isArray(type)) attributes["stroke-dasharray"] = type.join(" ");
  for (const [name, value] of Object.entries(attributes)) line.setAttribute(name, value);
  svg.append(line);
  return svg;
}

/** Lines of a label and its amounts. */
function lines(rows) {
  const table = node("table", "chart-tip-rows");
  for (const [label, ...amounts] of rows) {
    const row = table.insertRow();
    row.append(node("th", "", label), ...amounts.map((amount) => node("td", "number", amount)));
  }
  return table;
}

/** The content for the place under the pointer. */
export function tip(chart, under) {
  const points = Array.isArray(under) ? under : [under];
  const [first] = points;
  const { drawing, option, format } = chart;
  const content = node("div", "chart-tip-content");
  const prepared = Array.isArray(under) ? drawing.tips[first?.dataIndex] : undefined;
  const own = points.find((point) => point.data?.tip);
  if (prepared) {
    content.append(node("strong", "", prepared.title), lines(prepared.rows));
  } else if (own) {
    content.append(node("strong", "", own.data.title ?? own.name), lines(own.data.tip));
  } else {
    const unit = drawing.unit === "%" ? "%" : ` ${drawing.unit}`;
    const table = node("div", "chart-tip-lines");
    const shown = points.filter((point) => typeof point.value === "number" && !option.series[point.seriesIndex].aside);
    shown.sort((one, other) => other.value - one.value);
    for (const point of shown) {
      const amount = node("span", "number", format.amount.format(point.value) + unit);
      table.append(sample(option.series[point.seriesIndex]), node("span", "", point.seriesName), amount);
    }
    content.append(node("strong", "", first?.axisValueLabel ?? ""), table);
  }
  if (drawing.remark) content.append(node("div", "chart-tip-remark", drawing.remark));
  return content;
}
