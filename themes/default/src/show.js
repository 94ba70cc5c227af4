/** Numbers as people see them: the scoring rules, section 8. */
import { EPS } from "./score.js";

/** What stands for an unknown number. */
export const UNKNOWN = "—";

/** A score, a target or a difference: one decimal, rounded half away from zero. */
export function show(number) {
  return number === null || number === undefined ? UNKNOWN : write(tenths(number));
}

/** A capability's score, which never looks like a level that is not reached. */
export function showCapability(model, { score, level }) {
  if (score === null || score === undefined) return UNKNOWN;
  const shown = tenths(score);
  return write(model.method === "additive" || level === model.max ? shown : Math.min(shown, (level + 1) * 10 - 1));
}

/** A difference with its sign. */
export function showChange(number) {
  const text = write(tenths(number));
  if (text === "0.0") return "±0.0";
  return number < 0 ? `−${text.slice(1)}` : `+${text}`;
}

/** Whole tenths. */
function tenths(number) {
  return Math.sign(number) * Math.floor(Math.abs(number) * 10 + 0.5 + EPS);
}

function write(tenths) {
  return (tenths === 0 ? 0 : tenths / 10).toFixed(1);
}
