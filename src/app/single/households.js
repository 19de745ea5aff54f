// In the place of the program that has a register of households.
export {
  default,
  register_end,
  register_feed,
  register_is_busy,
  register_order,
  register_report,
  register_turn,
  register_unreadable,
  register_wants,
} from "./program.js";
