// Spreadsheets for the specs, made here: small workbooks, and the figures of a county that doesn't exist.
import { crc32 } from "node:zlib";

const escaped = (text) => String(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

/** The letters of a column counted from zero. */
const letters = (column) => (column < 26 ? "" : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

/** An archive whose files are kept as they are; one that is packed already says what it unpacks to: `{ packed, size }`. */
export function archive(files) {
  const parts = [];
  const names = [];
  let at = 0;
  for (const [name, file] of Object.entries(files)) {
    const [path, content] = [Buffer.from(name), Buffer.from(file.packed ?? file)];
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(file.packed ? 8 : 0, 4);
    about.writeUInt32LE(file.packed ? (file.sum ?? 0) : crc32(content), 10);
    about.writeUInt32LE(content.length, 14);
    about.writeUInt32LE(file.size ?? content.length, 18);
    about.writeUInt16LE(path.length, 22);
    parts.push(Buffer.from("PK\x03\x04"), about, path, content);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    names.push(Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), about, place, path);
    at += 30 + path.length + content.length;
  }
  const list = Buffer.concat(names);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(files).length, 4);
  end.writeUInt16LE(Object.keys(files).length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, list, Buffer.from("PK\x05\x06"), end]);
}

/** The parts of a workbook but for its sheets. */
export function frame(sheets) {
  return {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${sheets.map(({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="s${at + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, at) => `<Relationship Id="s${at + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join("")}</Relationships>`,
  };
}

/** A workbook: each sheet has a name, rows of texts and numbers, and joined ranges such as `A1:C1`. */
export function xlsx(sheets) {
  const files = frame(sheets);
  sheets.forEach(({ rows, merged = [] }, at) => {
    const cell = (value, row, column) => {
      const place = `${letters(column)}${row + 1}`;
      if (value === null || value === "" || value === undefined) return "";
      if (typeof value === "number") return `<c r="${place}"><v>${value}</v></c>`;
      return `<c r="${place}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
    };
    const lines = rows.map((row, number) => `<row r="${number + 1}">${row.map((value, column) => cell(value, number, column)).join("")}</row>`);
    const joined = merged.length ? `<mergeCells>${merged.map((range) => `<mergeCell ref="${range}"/>`).join("")}</mergeCells>` : "";
    files[`xl/worksheets/sheet${at + 1}.xml`] = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${lines.join("")}</sheetData>${joined}</worksheet>`;
  });
  return archive(files);
}

/** The essential figures of a county: name, value, unit, year, source, definition, status. */
export function figures({ name = "青山县", people = 42_000, coverage = "92%", unit = "" } = {}) {
  const source = "县统计局";
  const row = (label, value, unit = "") => [label, value, unit, "", typeof value === "number" ? source : "", ""];
  const cells = ["中央", "省级", "市级", "县级"].flatMap((level) => ["产业", "基础设施", "其他"].map((use) => row(`下达资金：${level}·${use}`, 876.8065, "万元")));
  return [
    ["指标", "数值", "单位", "年份", "来源", "口径"],
    row("地区名称", name),
    row("基期年份", 2025),
    row("首个计划年", 2026),
    row("脱贫人口数", people, "人"),
    row("脱贫户数", 17_500, "户"),
    row("脱贫人口人均纯收入", 17_471.25, "元/人"),
    row("其中：工资性收入", 11_250.4, "元/人"),
    row("其中：生产经营性收入（毛收入，未扣费用）", 4_120.5, "元/人"),
    row("减：生产经营性支出（费用）", 1_500.25, "元/人"),
    row("其中：财产性收入", 612.35, "元/人"),
    row("其中：转移性收入", 2_988.25, "元/人"),
    row("全省脱贫人口人均纯收入", 18_120, "元/人"),
    row("全省农村居民人均可支配收入", 22_022, "元/人"),
    ["产业帮扶覆盖率", coverage, unit, "", source, "有一项以上措施的脱贫户和监测户 ÷ 全部脱贫户和监测户"],
    ...cells,
    row("已支出资金", 3_000, "万元"),
    ["支出截至日期", "2025-11-30", "", "", "", ""],
  ];
}

/** A file as a page gets it. */
export function file(name, content) {
  return { name, mimeType: "application/octet-stream", buffer: Buffer.from(content) };
}
