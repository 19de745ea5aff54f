// Reads spreadsheets in a worker of its own. A file comes as the browser's handle: its bytes never pass through the page.
// The names below are replaced by the build: they carry a hash of their content.
const ready = import("./sheets.js").then(async (program) => {
  await program.default({ module_or_path: "./sheets_bg.wasm" });
  return program;
});

async function answer({ kind, file, text, choices, setting }) {
  const program = await ready;
  if (kind === "file") return program.open(new Uint8Array(await file.arrayBuffer()), file.name, choices, setting);
  if (kind === "paste") return program.paste(text, choices, setting);
  if (kind === "take") return program.take();
  return program.look(choices);
}

// One order after the other: an answer belongs to the order that it bears the number of.
let last = Promise.resolve();
self.onmessage = ({ data }) => {
  last = last.then(async () => {
    try {
      self.postMessage({ id: data.id, reply: await answer(data) });
    } catch (error) {
      self.postMessage({ id: data.id, failed: String(error) });
    }
  });
};
