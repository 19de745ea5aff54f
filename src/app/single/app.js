// In the place of the page's program.
import start, { page } from "./program.js";

export default async () => {
  await start();
  page();
};
