// Starts the program, and says in words when it can't start or dies. A small program shows the
// first numbers; then the whole one takes its place.
// The names below are replaced by the build: they carry a hash of their content.
import initFirst, { first } from "./first.js";

const firstWasm = new URL("./first_bg.wasm", import.meta.url);
const wasm = new URL("./app_bg.wasm", import.meta.url);

async function start() {
  const ready = initFirst({ module_or_path: firstWasm });
  // The first format of all takes a browser as long as the first numbers themselves: made while they are on their way.
  new Intl.NumberFormat(document.documentElement.lang).format(0);
  await ready;
  if (!(await first())) return;
  const { default: init } = await import("./app.js");
  await init({ module_or_path: wasm });
}

// Shows the message over the page. The program fills it itself when it can: it knows the last
// scenario better than the address bar does.
function show(details) {
  const overlay = document.getElementById("crash");
  if (!overlay) return;
  if (!overlay.hasAttribute("data-filled")) {
    const link = document.getElementById("crash-link");
    link.href = location.href;
    link.textContent = location.href;
    document.getElementById("crash-details").textContent = String(details);
  }
  overlay.hidden = false;
}

// Errors of browser extensions and of a chart are no reason to cover the page: only the
// program's own death is.
function isFatal(reason) {
  return reason instanceof WebAssembly.RuntimeError || /unreachable|panicked/.test(String(reason?.message ?? ""));
}

// Where there is none, the page's own script says so.
if (typeof WebAssembly !== "undefined") {
  addEventListener("error", (event) => {
    if (isFatal(event.error)) show(event.error);
  });
  addEventListener("unhandledrejection", (event) => {
    if (isFatal(event.reason)) show(event.reason);
  });
  start().catch((reason) => {
    // Otherwise it is files that are missing or not what they should be.
    if (isFatal(reason)) show(reason);
    else globalThis.zengshouFiles(String(reason), ["./app.js", "./app_bg.wasm"]);
  });
}
