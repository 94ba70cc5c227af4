import { el } from "./dom.js";

/** A level as the pages show it: numeral, name and colour, never colour alone. */
export function levelMark(model, level) {
  return mark(model, level, {}, ` ${nameOf(model, level)}`);
}

/** The numeral alone, where the name would be too much. */
export function levelNumeral(model, level) {
  return mark(model, level, { title: nameOf(model, level) });
}

/** The name of a level of the scale. */
export function nameOf(model, level) {
  return model.levels[level - model.min];
}

function mark(model, level, attributes, ...rest) {
  return el("span", { class: `level s${level - model.min + 1}`, ...attributes }, el("b", {}, `L${level}`), ...rest);
}
