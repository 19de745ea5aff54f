// Starts the single file: a page that carries all of its files packed in itself. Written for old browsers too, so that
// one that is too old is told so.
import { TOO_OLD, by, isTooOld, show } from "../browser.js";
import { unpacked } from "./unpack.js";

var CUT_OFF =
  "文件不完整：请重新复制或下载。邮件可能改动网页文件，请用压缩包传送。\n" +
  "This file is cut off or was altered: copy or download it again. Mail may alter such files; send them zipped.";

function tell(details) {
  show(details, true);
  // Browsers that don't know the attribute show what is hidden by it.
  if (by("app")) by("app").style.display = "none";
}

function isDamaged(reason) {
  tell(CUT_OFF + "\n" + reason);
}

function packed(name) {
  var data = document.querySelector('script[data-file="' + name + '"]');
  return data && data.textContent;
}

function file(name) {
  var data = packed(name);
  return data ? unpacked(data, /\.wasm$/.test(name) ? "application/wasm" : "text/plain") : new Response("", { status: 404 });
}

// Puts a script or a style into the page, which takes none whose hash its policy does not name.
function put(kind, name) {
  return file(name).text().then(function (text) {
    var element = document.createElement(kind);
    element.textContent = text;
    document.head.appendChild(element);
  });
}

window.zengshouCannotOpen = tell;
window.zengshouFiles = isDamaged;
window.zengshouPacked = {
  program: "",
  lzip: "",
  answer: file,
  // The address of a worker: its script, and the programs that it starts, as packed as they are here.
  worker: function (name) {
    return file(name).text().then(function (script) {
      var all = { program: window.zengshouPacked.program, lzip: window.zengshouPacked.lzip };
      var parts = ["self.zengshouPacked=", JSON.stringify(all), ";", script];
      return URL.createObjectURL(new Blob(parts, { type: "text/javascript" }));
    });
  },
};

function start() {
  if (isTooOld() || !window.DecompressionStream) {
    tell(TOO_OLD);
    return;
  }
  if (!by("zengshou-end")) {
    tell(CUT_OFF);
    return;
  }
  window.zengshouPacked.program = packed("program.lz");
  window.zengshouPacked.lzip = packed("lzip.wasm");
  Promise.all([put("style", "style.css"), put("style", "later.css")]).then(function () {
    return put("script", "page.js");
  }).catch(isDamaged);
}

if (document.addEventListener) document.addEventListener("DOMContentLoaded", start);
else window.onload = start;
