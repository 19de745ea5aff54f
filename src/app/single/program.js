// The one program of the single file, for the page and for its workers.
import init from "./single.js";
import { unpacked } from "./unpack.js";

export * from "./single.js";

export default () => init({ module_or_path: unpacked(self.zengshouPacked.program, "application/wasm") });
