// Starts the program that writes workbooks, when somebody asks for one.
// The names below are replaced by the build: they carry a hash of their content.
import init, { form, paper, workbook } from "./workbook.js";

const wasm = new URL("./workbook_bg.wasm", import.meta.url);
let ready;

async function program() {
  ready ??= init({ module_or_path: wasm });
  try {
    await ready;
  } catch (error) {
    // The network may be back at the next try.
    ready = undefined;
    throw error;
  }
}

globalThis.zengshouWorkbook = async (request) => {
  await program();
  return workbook(request);
};
globalThis.zengshouForm = async (request) => {
  await program();
  return form(request);
};
globalThis.zengshouPaper = async (request) => {
  await program();
  return paper(request);
};
