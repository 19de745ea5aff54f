// The page's script in the single file: what starts it, and what makes workbooks.
import "./workbook.mjs";
import "./boot.mjs";
