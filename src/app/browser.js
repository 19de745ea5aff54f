// What a browser must have for the page, and the words where it has not. Written for the browsers of ten years ago.

// A program with a type that only newer engines know, as the page's own have.
var PROBE = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 111, 0];

export var TOO_OLD =
  "此浏览器太旧，打不开本页。请换用 Chrome 或 Edge 98、Firefox 113、Safari 16.4 或更新的版本；360、QQ 等浏览器请切换到“极速模式”。\n" +
  "This browser is too old for this page. Use Chrome or Edge 98, Firefox 113, Safari 16.4 or newer.";

export function isTooOld() {
  try {
    // Also where the browser has been told to allow none.
    new WebAssembly.Module(new Uint8Array(PROBE));
    return !("noModule" in document.createElement("script")) || !window.structuredClone;
  } catch (error) {
    return true;
  }
}
