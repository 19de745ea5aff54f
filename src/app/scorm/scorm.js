// Between a learning platform with SCORM 1.2 and the exercise in the frame: keeps the attempt on the platform, and
// reports when the exercise was done. It gives no score, and neither passed nor failed: an exercise is no examination.
// Written for old browsers too, so that the exercise itself can say that one is too old.
(function () {
  // The standard's limit of the state that a platform keeps.
  var MOST_CHARACTERS = 4096;
  // The most windows that are asked for the platform's interface.
  var MOST_WINDOWS = 20;
  // The rest after a change before the platform is asked to keep it.
  var REST_MS = 1500;

  var ALONE =
    "没有找到学习平台：可以照常练习，但完成情况不会上报。请在结束时自己保存结果。\n" +
    "No learning platform was found: the exercise works, but nothing is reported. Save the result yourself at the end.";
  var TOO_LONG =
    "答案太长，学习平台存不下（最多 4,096 个字符）：平台上留的是先前的进度。请在结束时自己保存结果，再离开。\n" +
    "The answers are longer than the 4,096 characters that the learning platform keeps: it has your earlier progress. Save the result yourself before you leave.";
  var REFUSED =
    "学习平台没有存下进度。请在结束时自己保存结果。\n" +
    "The learning platform did not keep your progress. Save the result yourself at the end.";
  var OTHER =
    "上次的进度用不上（练习已更新或进度不完整），从头开始。\n" +
    "The earlier progress can’t be used (the exercise was renewed, or the progress is cut off): it starts anew.";
  var frame = document.getElementById("exercise");
  var begun = new Date().getTime();
  var api = interfaceFrom(window);
  var isOpen = false;
  var isRecorded = false;
  var isDone = false;
  var isPassed = false;
  var kept = "";
  var timer = 0;
  var isTooLong = false;
  var fault = "";
  var about = "";

  function say() {
    var lines = [isTooLong ? TOO_LONG : "", fault, about];
    var text = lines.filter(function (line) { return line; }).join("\n");
    var note = document.getElementById("note");
    if (note.textContent !== text) note.textContent = text;
  }

  // The interface of a window or of those around it.
  function above(place) {
    for (var count = 0; place && count < MOST_WINDOWS; count += 1) {
      try {
        if (place.API && place.API.LMSInitialize) return place.API;
      } catch (error) {
        // A window of another origin shows nothing of itself but those around it.
      }
      if (place.parent === place) return null;
      place = place.parent;
    }
    return null;
  }

  // Also behind windows that were opened by others.
  function interfaceFrom(place) {
    for (var count = 0; place && count < MOST_WINDOWS; count += 1) {
      var found = above(place);
      if (found) return found;
      try {
        place = place.opener || (place.top !== place && place.top.opener);
      } catch (error) {
        return null;
      }
    }
    return null;
  }

  function asked(name, first, second) {
    try {
      return String(second === undefined ? api[name](first) : api[name](first, second));
    } catch (error) {
      return "";
    }
  }

  // The platform's own word on what went wrong last.
  function reason() {
    try {
      var code = String(api.LMSGetLastError());
      return code === "0" ? "" : code + " " + api.LMSGetErrorString(code);
    } catch (error) {
      return String(error);
    }
  }

  function did(answer) {
    if (answer === "true") return true;
    var why = reason();
    fault = REFUSED + (why ? "\n" + why : "");
    return false;
  }

  function set(element, value) {
    return did(asked("LMSSetValue", element, value));
  }

  function two(number) {
    return (number < 10 ? "0" : "") + number;
  }

  // The time since the start as the standard writes it; it ends at what four digits of hours can say.
  function sessionTime() {
    var seconds = Math.min(Math.floor((new Date().getTime() - begun) / 1000), 9999 * 3600);
    return two(Math.floor(seconds / 3600)) + ":" + two(Math.floor(seconds / 60) % 60) + ":" + two(seconds % 60);
  }

  // Everything that is to be kept, and the order to keep it.
  function keep() {
    clearTimeout(timer);
    timer = 0;
    if (!isOpen || !isRecorded) return;
    fault = "";
    var all = set("cmi.core.session_time", sessionTime());
    // The platform is to give the state back next time, also of a finished exercise.
    all = set("cmi.core.exit", "suspend") && all;
    if (kept && !isTooLong) all = set("cmi.suspend_data", kept) && all;
    if (isDone && !isPassed) all = set("cmi.core.lesson_status", "completed") && all;
    if (all) did(asked("LMSCommit", ""));
    say();
  }

  function soon() {
    if (!timer) timer = setTimeout(keep, REST_MS);
  }

  function finish() {
    if (!isOpen) return;
    keep();
    isOpen = false;
    asked("LMSFinish", "");
  }

  function begin() {
    if (!did(asked("LMSInitialize", ""))) return false;
    isOpen = true;
    var mode = asked("LMSGetValue", "cmi.core.lesson_mode");
    // What is only looked at is not recorded.
    isRecorded = mode !== "browse" && mode !== "review";
    kept = asked("LMSGetValue", "cmi.suspend_data");
    var status = asked("LMSGetValue", "cmi.core.lesson_status");
    // What the platform itself called passed is not called less.
    isPassed = status === "passed";
    isDone = isPassed || status === "completed";
    if (isRecorded && !isDone && status !== "incomplete") {
      set("cmi.core.lesson_status", "incomplete");
      keep();
    }
    return true;
  }

  // A message from the exercise.
  function heard(event) {
    var said = event.data;
    if (event.source !== frame.contentWindow || event.origin !== location.origin || !said || said.zengshou !== 1) return;
    if (said.type === "ready" && kept) {
      frame.contentWindow.postMessage({ zengshou: 1, type: "set", attempt: kept }, location.origin);
    }
    if (said.type === "attempt") {
      about = said.refused && said.refused.length ? OTHER + "\n" + said.refused.join("\n") : "";
      if (said.attempt && (said.attempt !== kept || isTooLong)) {
        isTooLong = said.attempt.length > MOST_CHARACTERS;
        if (!isTooLong) kept = said.attempt;
        soon();
      }
      say();
    }
    if (said.type === "result" && !isDone) {
      isDone = true;
      keep();
    }
  }

  var isAlone = !api || !/^https?:/.test(location.origin);
  if (isAlone) about = ALONE;
  else if (!begin()) isAlone = true;
  say();
  var link = frame.getAttribute("data-link");
  if (!isAlone) {
    addEventListener("message", heard);
    addEventListener("beforeunload", keep);
    addEventListener("pagehide", finish);
    // A page that the browser had put aside has finished: the platform is asked anew.
    addEventListener("pageshow", function (event) {
      if (event.persisted) location.reload();
    });
    link += "&embed=1&embed_origin=" + encodeURIComponent(location.origin);
  }
  frame.src = frame.getAttribute("data-file") + "#" + link;
})();
