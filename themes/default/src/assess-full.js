/** The full path: every capability with its criteria, notes and evidence. */
import { Editor } from "./assess-editor.js";
import { el } from "./dom.js";
import { levelMark } from "./level.js";

/** @param {object} form the parts that all views share */
export function full(form) {
  const { words, draft } = form;
  const domains = draft.model.domains.map((domain) => el("section", {},
    el("h2", {}, domain.name),
    ...domain.areas.flatMap((area) => [el("h3", {}, area.name), ...area.capabilities.map((c) => fold(form, c))])));
  return el("div", { class: "full" }, el("p", {}, words.text("assess.full-intro")), ...domains);
}

/** One capability; what can be said of it is made when it is opened. */
function fold(form, capability) {
  const state = el("span", {});
  const made = el("details", { id: `of-${capability.id}` }, el("summary", {}, el("strong", {}, capability.name), " ", state));
  const show = () => state.replaceChildren(...standing(form, capability));
  made.addEventListener("toggle", () => {
    if (!made.open || made.children.length > 1) return;
    const { summary } = form.rubric.capabilities[capability.id];
    made.append(...(summary ? [el("p", { class: "muted" }, summary)] : []), new Editor(form, capability, () => {
      form.changed();
      show();
    }).element);
  });
  show();
  return made;
}

function standing({ words, draft }, { id }) {
  const { status, level } = draft.result(id);
  const mark = status === "rated" ? levelMark(draft.model, level) : words.text(status === "na" ? "na" : "unassessed");
  const carried = draft.state.base?.ratings[id] && !draft.isSaid(id);
  return carried ? [mark, " ", el("small", {}, words.text("assess.carried", { date: draft.state.base.key }))] : [mark];
}
