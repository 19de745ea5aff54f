// In the place of the program that reads spreadsheets.
export { default, look, open, paste, take } from "./program.js";
