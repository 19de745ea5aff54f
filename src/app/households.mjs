// Keeps a register of households in a worker of its own. A file comes as the browser's handle and is read in pieces: its
// bytes never pass through the page, and nothing about a household leaves but the rows that the list of those at risk asks for.
// The names below are replaced by the build: they carry a hash of their content.
const ready = import("./households.js").then(async (program) => {
  await program.default({ module_or_path: "./households_bg.wasm" });
  return program;
});

const PIECE = 4 << 20;
// The file on its way in: the number of its order, its place, the piece that is being fetched while the one before is read.
let reading;
let isWorking = false;

// The end of a turn, in which waiting orders are taken: timers would wait longer than a turn lasts.
const { port1, port2 } = new MessageChannel();
const breath = () =>
  new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(0);
  });

function tell(program) {
  for (let report; (report = program.register_report()); ) {
    const [text, bytes] = report;
    self.postMessage({ report: text, bytes }, bytes ? [bytes.buffer] : []);
  }
}

function fetched({ file, at }) {
  const piece = file.slice(at, at + PIECE).arrayBuffer();
  // Whether it can be read is asked when it is needed.
  piece.catch(() => {});
  return piece;
}

async function read(program, id) {
  const own = reading;
  if (own?.id !== id) return program.register_unreadable(id);
  if (own.at >= own.file.size) return program.register_end(id);
  let piece;
  try {
    piece = await (own.next ?? fetched(own));
  } catch {
    return program.register_unreadable(id);
  }
  if (piece.byteLength === 0) return program.register_unreadable(id);
  own.at += piece.byteLength;
  own.next = own.at < own.file.size ? fetched(own) : undefined;
  program.register_feed(id, new Uint8Array(piece), own.file.size);
}

async function work(program) {
  if (isWorking) return;
  isWorking = true;
  for (;;) {
    const wanted = program.register_wants();
    if (program.register_is_busy()) {
      program.register_turn();
      tell(program);
      await breath();
    } else if (wanted !== undefined) {
      await read(program, wanted);
      tell(program);
    } else break;
  }
  reading = undefined;
  isWorking = false;
}

self.onmessage = async ({ data }) => {
  try {
    const program = await ready;
    if (data.file) reading = { id: data.id, file: data.file, at: 0 };
    program.register_order(data.order);
    tell(program);
    await work(program);
  } catch (error) {
    // A program that fell, most likely for want of memory, can do nothing more.
    self.postMessage({ failed: String(error) });
  }
};
