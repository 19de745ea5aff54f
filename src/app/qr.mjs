// QR codes: a text in, rows of dark (1) and light (0) modules out; nothing if it is too long.
import qrcode from "qrcode-generator";

globalThis.zengshouQrRows = (text) => {
  const code = qrcode(0, "M");
  code.addData(text, "Byte");
  try {
    code.make();
  } catch {
    return undefined;
  }
  const size = code.getModuleCount();
  const modules = [...Array(size).keys()];
  return modules.map((row) => modules.map((column) => (code.isDark(row, column) ? "1" : "0")).join("")).join("\n");
};
