/** The controls of the form. */
import { el } from "./dom.js";

/** A button that does something. */
export function button(label, act, attributes = {}) {
  const made = el("button", { type: "button", ...attributes }, label);
  made.addEventListener("click", act);
  return made;
}

/** A control with the label around it. */
export function field(label, control, hint) {
  return el("label", { class: "field" }, el("span", {}, label), control, ...(hint ? [el("small", {}, hint)] : []));
}

/** A text that is told of every change. */
export function input(attributes, value, changed) {
  return listening(el("input", attributes), value, changed);
}

/** The same of several lines. */
export function area(attributes, value, changed) {
  return listening(el("textarea", attributes), value, changed);
}

function listening(control, value, changed) {
  control.value = value ?? "";
  control.addEventListener("input", () => changed(control.value));
  return control;
}

/** A list to choose one from. */
export function select(attributes, options, value, changed) {
  const made = el("select", attributes, ...options.map(([id, label]) => el("option", { value: id }, label)));
  made.value = value ?? "";
  made.addEventListener("change", () => changed(made.value));
  return made;
}

/** Buttons of which one is chosen. */
export function radios(name, legend, options, value, changed) {
  const choices = options.map(([id, ...label]) => {
    const control = el("input", { type: "radio", name, value: id });
    control.checked = id === value;
    control.addEventListener("change", () => changed(id));
    return el("label", {}, control, " ", ...label);
  });
  return el("fieldset", { class: "radios" }, el("legend", {}, legend), ...choices);
}

/** Something to open. */
export function fold(summary, ...content) {
  return el("details", {}, el("summary", {}, summary), ...content);
}
