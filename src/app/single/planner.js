// In the place of the planner's program.
import start, { planner } from "./program.js";

export default async () => {
  await start();
  planner();
};
