// The division of money among counties by factors as a bureau's spreadsheet holds it, recomputed by HyperFormula: shares of
// people, of people ÷ income and of policy, then one pass after the other in which floors and caps hold, then whole units.
import { HyperFormula } from "hyperformula";

/** The weights of people, income and policy. */
const WEIGHTS = [35, 30, 35];
/** Passes in which floors and caps are found; the last one has to find none. */
const PASSES = 8;
/** The row of the first county, from 1; above stand the money, the limits and the sums. */
const FIRST = 4;

/** The letters of a column, from zero. */
function letters(column) {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : letters(Math.floor(column / 26) - 1) + rest;
}

/** The sheet of counties given as `[people, income]`, with money, floor and cap in its first row. */
export function rowsOf(counties, { money, floor, cap }) {
  const last = FIRST + counties.length - 1;
  const head = [money, floor, cap];
  const sums = [];
  const columns = [];
  /** A new column with its formula a county, and what its sum cell holds; gives the column's letters. */
  const column = (formula, sum = (range) => `=SUM(${range})`) => {
    const name = letters(columns.length);
    columns.push(formula);
    sums.push(sum === null ? null : sum(`${name}$${FIRST}:${name}$${last}`));
    return name;
  };
  const sumOf = (name) => `${name}$2`;
  const people = column((row) => counties[row - FIRST][0]);
  const income = column((row) => counties[row - FIRST][1], null);
  const need = column((row) => `=${people}${row}/${income}${row}`);
  const [p, i, o] = WEIGHTS;
  const share = (name, row) => `${name}${row}/${sumOf(name)}`;
  const weight = column((row) => `=${p}*${share(people, row)}+${i}*${share(need, row)}+${o}*${share(people, row)}`);
  // A county that nothing holds is blank here, and its weight takes part.
  let fixed = column(() => `=""`);
  for (let pass = 0; pass < PASSES; pass += 1) {
    const held = fixed;
    const free = column((row) => `=IF(${held}${row}="",${weight}${row},0)`);
    const due = column((row) => `=IF(${held}${row}="",($A$1-${sumOf(held)})*${free}${row}/${sumOf(free)},0)`);
    const below = column((row) => `=IF(${held}${row}="",MAX($B$1-${due}${row},0),0)`);
    const above = column((row) => `=IF(${held}${row}="",MAX(${due}${row}-$C$1,0),0)`);
    fixed = column(
      (row) =>
        `=IF(${held}${row}<>"",${held}${row},IF(AND(${sumOf(below)}>=${sumOf(above)},${below}${row}>0),$B$1,` +
        `IF(AND(${sumOf(above)}>=${sumOf(below)},${above}${row}>0),$C$1,"")))`,
    );
  }
  const held = fixed;
  const free = column((row) => `=IF(${held}${row}="",${weight}${row},0)`);
  const due = column((row) => `=IF(${held}${row}="",($A$1-${sumOf(held)})*${free}${row}/${sumOf(free)},${held}${row})`);
  const units = column((row) => `=INT(${due}${row})`);
  const rest = column((row) => `=IF(${held}${row}="",${due}${row}-${units}${row},-1)`, null);
  const left = `($A$1-${sumOf(units)})`;
  // The smallest remainder that still gets a unit.
  sums[columns.length - 1] = `=IF(${left}>0,LARGE(${rest}$${FIRST}:${rest}$${last},${left}),2)`;
  column((row) => `=${units}${row}+IF(${rest}${row}>=${sumOf(rest)},1,0)`);
  const lines = counties.map((_, index) => columns.map((formula) => formula(FIRST + index)));
  return [head, sums, [], ...lines];
}

/** Opens the division of counties. */
export function open(counties, limits) {
  const rows = rowsOf(counties, limits);
  const book = HyperFormula.buildFromSheets({ Division: rows }, { licenseKey: "gpl-v3", smartRounding: false });
  const sheet = book.getSheetId("Division");
  const amounts = rows[FIRST - 1].length - 1;
  const range = {
    start: { sheet, row: FIRST - 1, col: amounts },
    end: { sheet, row: FIRST + counties.length - 2, col: amounts },
  };
  return {
    /** The part to be timed: other money is put in, and the sum is read. */
    divide(money) {
      book.setCellContents({ sheet, row: 0, col: 0 }, money);
      return book.getCellValue({ sheet, row: 1, col: amounts });
    },
    parts: () => book.getRangeValues(range).map(([amount]) => amount),
    cells: rows.flat().filter((cell) => String(cell).startsWith("=")).length,
  };
}
