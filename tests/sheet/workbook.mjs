// Reads and rewrites a workbook as the file format has it (a zip of XML), with nothing but node:
// what is tested are the bytes that a spreadsheet gets.
import { inflateRawSync } from "node:zlib";

/** The files of a zip by name. */
export function unzip(bytes) {
  const files = new Map();
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [method, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(start, start + packed);
    files.set(bytes.toString("utf8", at + 46, at + 46 + name), method === 8 ? inflateRawSync(content) : content);
    at += 46 + name + extra + comment;
  }
  return files;
}

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** A zip of files, none of them compressed. */
export function zip(files) {
  const locals = [];
  const entries = [];
  let offset = 0;
  for (const [name, content] of files) {
    const label = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x0800, 2);
    fields.writeUInt16LE(0x21, 8);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(content.length, 14);
    fields.writeUInt32LE(content.length, 18);
    fields.writeUInt16LE(label.length, 22);
    locals.push(Buffer.from("PK\x03\x04", "latin1"), fields, label, content);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    entries.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), fields, rest, label);
    offset += 30 + label.length + content.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const plain = (xml) =>
  xml.replace(/&(#x?[0-9a-f]+|\w+);/gi, (_, name) => {
    if (name[0] !== "#") return NAMED[name];
    return String.fromCodePoint(name[1] === "x" ? parseInt(name.slice(2), 16) : Number(name.slice(1)));
  });

/** The column of a cell such as `AB12`, counted from 0. */
const columnOf = (cell) => [...cell.replace(/\d/g, "")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Every sheet's cells by name: `{ formula }`, `{ number }` or `{ text }`, with the result that the file holds. */
export function sheetsOf(bytes) {
  const files = unzip(bytes);
  const read = (name) => files.get(name).toString("utf8");
  const strings = [...read("xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>/gs)].map(([, item]) =>
    plain([...item.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text]) => text).join("")),
  );
  const names = [...read("xl/workbook.xml").matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => plain(name));
  return new Map(
    names.map((name, index) => {
      const rows = [];
      const xml = read(`xl/worksheets/sheet${index + 1}.xml`);
      for (const [, attributes, content] of xml.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
        const cell = /r="([A-Z]+\d+)"/.exec(attributes)[1];
        const type = /t="(\w+)"/.exec(attributes)?.[1];
        const formula = /<f>(.*?)<\/f>/s.exec(content ?? "")?.[1];
        const value = /<v>(.*?)<\/v>/s.exec(content ?? "")?.[1];
        const row = Number(cell.replace(/\D/g, "")) - 1;
        rows[row] ??= [];
        rows[row][columnOf(cell)] =
          formula !== undefined
            ? { formula: plain(formula), result: plain(value ?? "") }
            : type === "s"
              ? { text: strings[Number(value)] }
              : value === undefined
                ? undefined
                : { number: Number(value) };
      }
      return [name, rows];
    }),
  );
}

/** The same workbook with 0 for the result of every formula: a program that shows another number has computed it. */
export function withoutResults(bytes) {
  const files = unzip(bytes);
  for (const [name, content] of files) {
    if (!name.startsWith("xl/worksheets/sheet")) continue;
    const xml = content.toString("utf8").replace(/<c ([^>]*?)>(<f>.*?<\/f>)<v>.*?<\/v><\/c>/gs, (_, attributes, formula) => `<c ${attributes.replace(/ t="\w+"/, "")}>${formula}<v>0</v></c>`);
    files.set(name, Buffer.from(xml));
  }
  return zip(files);
}
