// The byte that each character of the page's character set stands for.
var byteOf = [];

function learn() {
  var all = new Uint8Array(256);
  for (var byte = 0; byte < 256; byte += 1) all[byte] = byte;
  var signs = new TextDecoder("windows-1252").decode(all);
  byteOf = new Uint8Array(0x2200);
  for (byte = 0; byte < 256; byte += 1) byteOf[signs.charCodeAt(byte)] = byte;
}

// The bytes of a text that has a character for each; behind an equals sign stands one that markup does not keep, 64
// higher.
export function bytes(text) {
  if (!byteOf.length) learn();
  var found = new Uint8Array(text.length);
  var count = 0;
  for (var at = 0; at < text.length; at += 1) {
    var byte = byteOf[text.charCodeAt(at)];
    if (byte === 61) {
      at += 1;
      byte = byteOf[text.charCodeAt(at)] - 64;
    }
    found[count] = byte;
    count += 1;
  }
  return found.subarray(0, count);
}

// A packed file as the answer of a server would be, so that its reader need not know where it came from.
export function unpacked(packed, type) {
  var stream = new Blob([bytes(packed)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream, { headers: { "Content-Type": type } });
}
