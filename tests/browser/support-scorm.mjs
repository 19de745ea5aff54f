// A small learning platform with SCORM 1.2: its interface as the standard has it, and a package served unpacked beside it.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { inflateRawSync } from "node:zlib";

/** The files of an archive, read by its central directory. */
export function unzipped(bytes) {
  const files = new Map();
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [method, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
    const head = bytes.readUInt32LE(at + 42);
    const content = head + 30 + bytes.readUInt16LE(head + 26) + bytes.readUInt16LE(head + 28);
    const data = bytes.subarray(content, content + packed);
    files.set(bytes.toString("utf8", at + 46, at + 46 + name), method === 8 ? inflateRawSync(data) : data);
    at += 46 + name + extra + comment;
  }
  return files;
}

/** The files of the package that the suite made. */
export const packageFiles = () => unzipped(readFileSync(process.env.ZENGSHOU_SCORM));

/** The interface, as the page of the platform defines it. `record` outlives each session. */
function platform() {
  const CODES = { 0: "No error", 101: "General exception", 201: "Invalid argument error", 301: "Not initialized", 401: "Not implemented error", 403: "Element is read only", 404: "Element is write only", 405: "Incorrect data type" };
  const ELEMENTS = {
    "cmi.core.lesson_mode": { reads: true },
    "cmi.core.lesson_status": { reads: true, writes: /^(passed|completed|failed|incomplete|browsed)$/ },
    "cmi.core.session_time": { writes: /^\d{2,4}:\d{2}:\d{2}(\.\d{1,2})?$/ },
    "cmi.core.exit": { writes: /^(time-out|suspend|logout|)$/ },
    "cmi.suspend_data": { reads: true, writes: /^[\u0000-\uffff]{0,4096}$/ },
  };
  window.record = { "cmi.core.lesson_mode": "normal", "cmi.core.lesson_status": "not attempted", "cmi.suspend_data": "" };
  window.calls = [];
  window.refuses = "";
  let [state, session, error] = ["new", {}, 0];
  const answer = (code, value) => {
    error = code;
    return code ? "false" : value;
  };
  const noted = (name, work) => (...given) => {
    const value = window.refuses === name ? answer(101) : work(...given);
    window.calls.push([name, ...given, value]);
    return value;
  };
  const keep = () => Object.assign(window.record, session);
  window.API = {
    LMSInitialize: noted("LMSInitialize", (text) => {
      if (text !== "") return answer(201);
      if (state === "open") return answer(101);
      [state, session] = ["open", {}];
      return answer(0, "true");
    }),
    LMSFinish: noted("LMSFinish", (text) => {
      if (state !== "open") return answer(301);
      if (text !== "") return answer(201);
      keep();
      state = "closed";
      return answer(0, "true");
    }),
    LMSGetValue: noted("LMSGetValue", (name) => {
      const element = ELEMENTS[name];
      if (state !== "open" || !element?.reads) {
        answer(state !== "open" ? 301 : element ? 404 : 401);
        return "";
      }
      return answer(0, session[name] ?? window.record[name] ?? "");
    }),
    LMSSetValue: noted("LMSSetValue", (name, value) => {
      const element = ELEMENTS[name];
      if (state !== "open") return answer(301);
      if (!element) return answer(401);
      if (!element.writes) return answer(403);
      if (typeof value !== "string" || !element.writes.test(value)) return answer(405);
      session[name] = value;
      return answer(0, "true");
    }),
    LMSCommit: noted("LMSCommit", (text) => {
      if (state !== "open") return answer(301);
      if (text !== "") return answer(201);
      keep();
      return answer(0, "true");
    }),
    LMSGetLastError: () => String(error),
    LMSGetErrorString: (code) => CODES[code] ?? "",
    LMSGetDiagnostic: () => "",
  };
}

const PLATFORM = `<!doctype html><html lang="en"><title>Platform</title><script>(${platform})()</script><iframe title="lesson" width="1280" height="860"></iframe></html>`;
/** An exercise that says what a test has it say. */
const STAND_IN = `<!doctype html><html lang="en"><title>Exercise</title><script>
  addEventListener("message", (event) => (window.heard ??= []).push(event.data));
  window.say = (said) => parent.postMessage({ zengshou: 1, ...said }, location.origin);
  say({ type: "ready" });
</script></html>`;

const TYPES = { html: "text/html", js: "text/javascript", css: "text/css" };

/** Serves the platform, and the package below `package/`; below `stand-in/` with another page in the place of the exercise. */
export async function serve(files) {
  const server = createServer((request, answer) => {
    const path = decodeURIComponent(new URL(request.url, "http://a").pathname).slice(1);
    const [folder, name] = path.split("/");
    let found = path === "platform.html" ? PLATFORM : files.get(name);
    if (folder === "stand-in" && name.startsWith("zengshou-")) found = STAND_IN;
    if (!found) return answer.writeHead(name ? 404 : 204).end();
    answer.writeHead(200, { "Content-Type": TYPES[path.split(".").at(-1)] ?? "application/xml" }).end(found);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
