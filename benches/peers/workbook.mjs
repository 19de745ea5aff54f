// The calculator's own exported workbook in HyperFormula: what a planner's spreadsheet does when a
// value is put in. Its formulas are the product's; nothing is written here a second time.
import { HyperFormula } from "hyperformula";

/** The columns of the sheet of inputs: the key, and the scenario's value. */
const [KEY, VALUE] = [1, 3];
/** Totals of money are in units of ten thousand yuan. */
const TEN_THOUSAND = 10_000;

/** A workbook's cells, as `sheetsOf` reads them, in the form that HyperFormula takes. */
export function rowsOf(sheets) {
  const content = (cell) => {
    if (cell === undefined) return null;
    if (cell.formula !== undefined) return `=${cell.formula}`;
    return cell.text === undefined ? cell.number : `'${cell.text}`;
  };
  return Object.fromEntries(
    [...sheets].map(([name, rows]) => [name, Array.from(rows, (row) => Array.from(row ?? [], content))]),
  );
}

/** Opens the workbook; `inTotals` are the keys whose values are totals of money, `year` is the first of the plan. */
export function open(rows, { inTotals, year }) {
  // Rounding to ten digits, as spreadsheets do by habit, would hide what a formula gives.
  const book = HyperFormula.buildFromSheets(rows, { licenseKey: "gpl-v3", smartRounding: false });
  const [inputs, result] = ["Inputs", "Result"].map((name) => book.getSheetId(name));
  const rowOf = new Map(book.getSheetValues(inputs).map((cells, row) => [cells[KEY], row]));
  const shown = book.getSheetValues(result);
  const head = shown.find((cells) => cells[0] === "Item").map(String);
  const row = shown.findIndex((cells) => cells[0] === "Scenario");
  const income = { sheet: result, row, col: head.indexOf(String(year)) };

  const cellOf = (key) => {
    const row = rowOf.get(key);
    if (row === undefined) throw new Error(`the workbook has no input ${key}`);
    return { sheet: inputs, row, col: VALUE };
  };
  const set = (key, text) => {
    const number = { true: 1, false: 0 }[text] ?? Number(text);
    book.setCellContents(cellOf(key), inTotals.includes(key) ? number / TEN_THOUSAND : number);
  };
  return {
    set,
    /** The scenario's income of the first plan year with other values put in, which are taken back. */
    incomeWith(values) {
      const before = Object.keys(values).map((key) => [cellOf(key), book.getCellSerialized(cellOf(key))]);
      for (const [key, text] of Object.entries(values)) set(key, text);
      const found = book.getCellValue(income);
      for (const [cell, content] of before) book.setCellContents(cell, content);
      return found;
    },
    /** The part to be timed: the result read out of the sheet, without giving it another shape. */
    read: () => book.getSheetValues(result),
    cells: Object.values(rows).flat(2).filter((cell) => String(cell).startsWith("=")).length,
  };
}
