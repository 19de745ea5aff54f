// The one program of the single file, for the page and for its workers.
import init from "./single.js";
import unpacker, { unpack } from "./lzip.js";
import { bytes, unpacked } from "./unpack.js";

export * from "./single.js";

export default async () => {
  const { program, lzip } = self.zengshouPacked;
  await unpacker({ module_or_path: unpacked(lzip, "application/wasm") });
  await init({ module_or_path: unpack(bytes(program)) });
};
