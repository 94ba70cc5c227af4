/** The last step: what is missing, what is doubtful, and handing it over. */
import { check } from "./assess-checks.js";
import { area, button, field, fold, input } from "./assess-fields.js";
import { gitCommands, newFilePage } from "./assess-handover.js";
import { write, writeTeam } from "./assess-write.js";
import { el } from "./dom.js";

/** @param {object} form the parts that all views share */
export function review(form) {
  const { words, draft } = form;
  const { state } = draft;
  const about = (key, control) => field(words.text(`assess.${key}`), control, words.text(`assess.${key}-hint`));
  const result = el("div", {});
  const set = (key) => (value) => {
    state[key] = value;
    form.changed();
    result.replaceChildren(...handover(form));
  };
  const prose = (key, rows) => area({ name: key, rows }, form.read(state[key]), (text) => set(key)(form.put(state[key], text)));
  result.append(...handover(form));
  return el("div", { class: "review" },
    el("h2", {}, words.text("assess.review-title")),
    ...open(form), ...carried(form), ...found(form),
    el("div", { class: "fields" },
      about("assessors", input({ name: "assessors", autocomplete: "off" }, state.assessors, set("assessors"))),
      about("scope", prose("scope", 2)),
      about("summary", prose("summary", 3))),
    result);
}

/** What nobody has answered, each with the way back to it. */
function open(form) {
  const { words, draft } = form;
  const unknown = draft.capabilities.filter(({ id }) => draft.result(id).status === "unassessed");
  if (!unknown.length) return [el("p", {}, words.text("assess.all-known"))];
  return [
    el("p", {}, words.count("assess.unknown-list", unknown.length)),
    el("ul", { class: "open" }, ...unknown.map((c) => el("li", {}, goTo(form, c)))),
  ];
}

/** What stands as it was, because nobody has said it anew. */
function carried(form) {
  const { words, draft } = form;
  const left = draft.carried();
  return left.length ? [el("p", { class: "notice" }, words.count("assess.carried-list", left.length, { date: draft.state.base.key }))] : [];
}

/** What check would say. */
function found(form) {
  const { words, draft } = form;
  const list = check(draft, words);
  if (!list.length) return [el("p", {}, words.text("assess.check.none"))];
  const row = ({ severity, id, text }) => el("li", { class: severity },
    el("strong", {}, words.text(`assess.check.${severity}`)), " ", text, " ",
    goTo(form, draft.capabilities.find((c) => c.id === id)));
  const errors = list.filter(({ severity }) => severity === "error");
  const warnings = list.filter(({ severity }) => severity === "warning");
  return [
    el("h3", {}, words.text("assess.check.title")),
    el("ul", { class: "checks" }, ...errors.map(row)),
    ...(warnings.length ? [fold(words.count("assess.check.warnings", warnings.length), el("ul", { class: "checks" }, ...warnings.map(row)))] : []),
  ];
}

function goTo(form, capability) {
  return button(capability.name, () => form.goTo(capability.id), { class: "link" });
}

/** The files, and the ways to where they belong. */
function handover(form) {
  const { words, draft, page } = form;
  const { state } = draft;
  const path = `assessments/${state.team}/${draft.key}.yaml`;
  const files = [{ path, content: write(draft) }];
  if (state.fresh) files.unshift({ path: `assessments/${state.team}/team.yaml`, content: writeTeam(state) });
  const repository = page.repository;
  return [
    el("h2", {}, words.text("assess.hand-over")),
    ...(files.length > 1 ? [el("p", {}, words.text("assess.two-files"))] : []),
    ...files.map((file) => handoverFile(form, repository, file)),
    fold(words.text("assess.git"), el("pre", {}, el("code", {}, gitCommands(repository, files, state.team, draft.key)))),
    el("p", {}, words.text("assess.other-ways")),
  ];
}

function handoverFile(form, repository, { path, content }) {
  const { words, draft } = form;
  const message = `assessments: ${draft.state.team} ${draft.key}`;
  const page = newFilePage(repository, path, content, message);
  const name = path.slice(path.lastIndexOf("/") + 1);
  const said = el("span", { role: "status" });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(content);
      said.textContent = words.text("assess.copied");
    } catch {
      said.textContent = words.text("assess.not-copied");
    }
  };
  const ways = [];
  if (page) {
    const link = el("a", { href: page.href, target: "_blank", rel: "noopener noreferrer", class: "primary" },
      words.text(page.filled ? "assess.to-host" : "assess.copy-to-host"));
    if (!page.filled) link.addEventListener("click", copy);
    ways.push(link);
  }
  ways.push(button(words.text("assess.download"), () => download(name, content)), button(words.text("assess.copy"), copy));
  return el("section", { class: "file", "data-path": path },
    el("p", {}, el("code", {}, path)),
    ...(page && !page.filled ? [el("p", {}, words.text("assess.paste", { path }))] : []),
    el("div", { class: "buttons" }, ...ways, said),
    fold(words.text("assess.see"), el("pre", { tabindex: "0" }, el("code", {}, content))));
}

/** Hands a text to the browser as a file. */
export function download(name, content) {
  const href = URL.createObjectURL(new Blob([content], { type: "application/yaml" }));
  el("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
