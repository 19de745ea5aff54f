// Starts the single file: a page that carries all of its files packed in itself. Written for old browsers too, so that
// one that is too old is told so.
import { TOO_OLD, isTooOld } from "../browser.js";
import { unpacked } from "./unpack.js";

var CUT_OFF =
  "文件不完整：请重新复制或下载。邮件可能改动网页文件，请用压缩包传送。\n" +
  "This file is cut off or was altered: copy or download it again. Mail may alter such files; send them zipped.";

function by(id) {
  return document.getElementById(id);
}

// Shows why the page can't be opened.
function show(details) {
  var message = by("crash");
  if (!message || !by("crash-details")) {
    var text = document.createElement("pre");
    text.appendChild(document.createTextNode(details));
    (document.body || document.documentElement).appendChild(text);
    return;
  }
  if (message.hasAttribute("data-filled")) return;
  by("crash-title").textContent = "页面无法打开 · The page can’t be opened";
  by("crash-report").hidden = true;
  by("crash-link").href = location.href;
  by("crash-link").textContent = location.href.slice(0, 4000);
  by("crash-details").textContent = details;
  message.removeAttribute("hidden");
  // Browsers that don't know the attribute show what is hidden by it.
  if (by("app")) by("app").style.display = "none";
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

window.zengshouCannotOpen = show;
window.zengshouFiles = show;
window.zengshouPacked = {
  program: "",
  answer: file,
  // The address of a worker: its script, and the program that it starts, as packed as it is here.
  worker: function (name) {
    return file(name).text().then(function (script) {
      var parts = ["self.zengshouPacked={program:", JSON.stringify(window.zengshouPacked.program), "};", script];
      return URL.createObjectURL(new Blob(parts, { type: "text/javascript" }));
    });
  },
};

function start() {
  if (isTooOld() || !window.DecompressionStream) {
    show(TOO_OLD);
    return;
  }
  if (!by("zengshou-end")) {
    show(CUT_OFF);
    return;
  }
  window.zengshouPacked.program = packed("program.wasm");
  Promise.all([put("style", "style.css"), put("style", "later.css")]).then(function () {
    return put("script", "page.js");
  }).catch(function (error) {
    show(CUT_OFF + "\n" + error);
  });
}

if (document.addEventListener) document.addEventListener("DOMContentLoaded", start);
else window.onload = start;
