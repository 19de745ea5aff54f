// In index.html itself, so that it works where every other file of the page is missing, cut off or wrong.
// Written for old browsers too. Every file's name holds a CRC-32 of its content, which shows whether the file came
// whole.
import { TOO_OLD, by, isTooOld, show } from "./browser.js";

(function () {
  var PROBE_MS = 4000;
  var SLOW_MS = 10000;
  var SLOW_REST_MS = 40000;
  var started = Date.now();
  var failed = false;
  var shown = false;

  function crc(bytes) {
    var sum = -1;
    for (var i = 0; i < bytes.length; i += 1) {
      sum ^= bytes[i];
      for (var bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
    }
    return ("0000000" + (~sum >>> 0).toString(16)).slice(-8);
  }

  // What is wrong with a file, in words; nothing if it is whole.
  function probe(address, cache) {
    var asked = fetch(address, { cache: cache }).then(
      function (answer) {
        if (answer.status === 404) return "服务器上没有 · not on the server (404)";
        if (!answer.ok) return "服务器答复 " + answer.status + " · the server answered " + answer.status;
        return answer.arrayBuffer().then(function (content) {
          var bytes = new Uint8Array(content);
          var named = /\.([0-9a-f]{8})\.\w+$/.exec(address);
          if (!named || named[1] === crc(bytes)) return "";
          var head = String.fromCharCode.apply(null, bytes.subarray(0, 200));
          if (/^\W*<(!doctype|html|head|body|script)/i.test(head)) return "收到的是别的网页，可能要先登录网络 · another web page came, perhaps a network’s login";
          return "不完整或被改动（收到 " + bytes.length + " 字节） · cut off or altered (" + bytes.length + " bytes came)";
        });
      },
    );
    var late = new Promise(function (resolve) {
      setTimeout(resolve, PROBE_MS, "几秒内没有到 · not here within seconds");
    });
    return Promise.race([asked, late]).catch(function () {
      return "没有回应 · no answer";
    });
  }

  // A bad file is requested once more, past the browser's cache.
  function examine(address) {
    return probe(address, "default").then(function (first) {
      if (!first) return { first: first, now: first };
      return probe(address, "reload").then(function (now) {
        return { address: address, first: first, now: now };
      });
    });
  }

  // Whether the server has a newer page than this one, which the browser kept.
  function isOld() {
    var here = document.querySelector("script[src]");
    return fetch(location.pathname + location.search, { cache: "reload" }).then(
      function (answer) {
        return answer.ok ? answer.text() : "";
      },
    ).then(function (page) {
      return page.indexOf("zengshou") > 0 && page.indexOf("</html>") > 0 && (!here || page.indexOf(here.getAttribute("src")) < 0);
    }).catch(function () {
      return false;
    });
  }

  function wasReloaded() {
    var entries = window.performance && performance.getEntriesByType && performance.getEntriesByType("navigation");
    return !entries || !entries[0] || entries[0].type === "reload";
  }

  function files() {
    var found = document.querySelectorAll("script[src], link[rel=stylesheet], link[rel=modulepreload], link[rel=preload]");
    return Array.prototype.map.call(found, function (element) {
      return element.getAttribute("src") || element.getAttribute("href");
    });
  }

  // Why no file of the page can come at all.
  function hindrance() {
    if (isTooOld()) return TOO_OLD;
    if (location.protocol === "file:") {
      return "这是网页版，双击打不开。请把整个 dist 文件夹放到网页服务器上，打开它的网址；没有服务器的，请用单文件版（zengshou-….html），双击即开。\n" +
        "This is the web version, which no double click opens. Put the whole folder “dist” on a web server and open its address; without a server use the single file (zengshou-….html), which a double click opens.";
    }
    if (window.origin === "null") {
      return "本页嵌在没有同源权限的框架里，文件无法载入：请嵌入方在 sandbox 中加上 allow-same-origin，或在新标签页打开下面的链接。\n" +
        "This page is in a frame without same-origin rights, so that its files can’t load: add allow-same-origin to the frame’s sandbox, or open the link below in a tab of its own.";
    }
    return "";
  }

  function tell(details, isNoFile) {
    show(details, isNoFile, function () {
      shown = true;
    });
  }

  // Finds out what is wrong and reports it; where a file or the page has come right meanwhile, the
  // page is reloaded, once.
  function investigate(reason, more, isSlow) {
    if (failed) return;
    failed = true;
    var hindered = hindrance();
    if (hindered) {
      tell(hindered, true);
      return;
    }
    var listed = files().concat(more || []);
    var names = listed.filter(function (name, index) {
      return listed.indexOf(name) === index;
    });
    var soon = setTimeout(tell, 2500, reason || "正在检查文件… · Looking at the files…");
    Promise.all([isOld(), Promise.all(names.map(examine))]).then(function (found) {
      clearTimeout(soon);
      var bad = found[1].filter(function (file) {
        return file.first;
      });
      var still = bad.filter(function (file) {
        return file.now;
      });
      failed = !isSlow;
      if (isStanding()) return;
      var isMended = found[0] || (!still.length && (bad.length || !isSlow));
      if (isMended && !wasReloaded()) {
        location.reload();
        return;
      }
      var lines = still.map(function (file) {
        return file.address.replace(/^.*\//, "") + "：" + file.now;
      });
      if (found[0]) lines.unshift("浏览器留着旧的页面，服务器上已是新的 · The browser kept an old page; the server has a newer one");
      else if (!still.length) lines.push(isSlow ? "文件都在，仍在启动… · All files are here; still starting…" : "文件都在，但没能启动；请换用新版浏览器 · All files are here but could not be started; use a newer browser");
      if (reason) lines.push(reason);
      tell(lines.join("\n"));
    });
  }

  function isStanding() {
    var app = by("app");
    return Boolean(app && app.firstElementChild && !app.querySelector(".first"));
  }

  // Files that the page names; their errors are caught here and nowhere else.
  addEventListener("error", function (event) {
    var element = event.target;
    if (!element || element === window || isStanding()) {
      if (!isStanding() && event.error && event.error.name === "SyntaxError") investigate(String(event.error));
      return;
    }
    var name = (element.tagName === "SCRIPT" && element.getAttribute("src")) || (element.rel === "stylesheet" && !element.hasAttribute("data-later") && element.getAttribute("href"));
    if (name) investigate("", [name]);
  }, true);

  // Files that neither come nor fail.
  var watch = setInterval(function () {
    var passed = Date.now() - started;
    if (isStanding()) {
      clearInterval(watch);
      // Late is no fault.
      if (shown && !failed) by("crash").hidden = true;
      return;
    }
    var first = by("first-headline");
    if (passed > (first && first.textContent ? SLOW_REST_MS : SLOW_MS) && !shown) investigate("", [], true);
  }, 1000);

  document.addEventListener("DOMContentLoaded", function () {
    if (isTooOld()) investigate();
    if (!by("app") || !document.querySelector("script[src]")) investigate("index.html：不完整 · cut off");
  });

  document.addEventListener("click", function (event) {
    if (event.target.id !== "crash-again") return;
    event.target.disabled = true;
    isOld().then(function () {
      location.reload();
    });
  });

  window.zengshouCannotOpen = tell;
  window.zengshouFiles = investigate;
})();
