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

export function by(id) {
  return document.getElementById(id);
}

// Shows why the page can't be opened, over whatever is shown of it; a death of the program goes before.
export function show(details, isNoFile, shown) {
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", function () {
      show(details, isNoFile, shown);
    });
    return;
  }
  var title = "页面无法打开 · The page can’t be opened";
  var message = by("crash");
  var link = by("crash-link");
  if (!message || !link || !by("crash-details")) {
    // The page itself was cut off.
    var text = document.createElement("pre");
    text.appendChild(document.createTextNode(title + "\n\n" + details + "\n\n" + location.href));
    (document.body || document.documentElement).appendChild(text);
    return;
  }
  if (message.hasAttribute("data-filled")) return;
  if (shown) shown();
  by("crash-title").textContent = title;
  if (by("crash-files")) by("crash-files").hidden = Boolean(isNoFile);
  by("crash-report").hidden = true;
  link.href = location.href;
  link.textContent = location.href.length > 4000 ? location.href.slice(0, 4000) + "…" : location.href;
  by("crash-details").textContent = details;
  message.removeAttribute("hidden");
}
