// In the place of the program that writes workbooks.
export { default, form, workbook } from "./program.js";
