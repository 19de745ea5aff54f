// In the place of the program that writes workbooks.
export { default, form, paper, workbook } from "./program.js";
