/** The first step: whose assessment, on which day, and from what it starts. */
import { button, field, fold, input, select } from "./assess-fields.js";
import { isDay, isId } from "./assess-ids.js";
import { el } from "./dom.js";
import { loadTeam } from "./teams.js";

const OTHER = "+";

/** @param {object} form the parts that all views share */
export function start(form) {
  const { words, page } = form;
  const asked = new URLSearchParams(location.search).get("team");
  const chosen = { team: page.teams.some(([id]) => id === asked) ? asked : "", id: "", name: "", group: "", kind: "self", date: today() };
  const problem = el("p", { class: "problem", role: "alert" });

  const isNew = el("div", { class: "fields", hidden: true },
    field(words.text("assess.id"), input({ name: "id", autocomplete: "off", pattern: "[a-z0-9]+(-[a-z0-9]+)*" }, "", (id) => { chosen.id = id.trim(); }), words.text("assess.id-hint")),
    field(words.text("assess.name"), input({ name: "name" }, "", (name) => { chosen.name = name.trim(); })),
    field(words.text("assess.group"), input({ name: "group", autocomplete: "off" }, "", (group) => { chosen.group = group.trim(); }), words.text("assess.group-hint")));
  const options = [["", words.text("assess.choose")], ...page.teams, [OTHER, words.text("assess.other")]];
  const team = select({ name: "team" }, options, chosen.team, (id) => {
    chosen.team = id;
    isNew.hidden = id !== OTHER;
  });
  const kinds = ["self", "peer", "external"].map((kind) => [kind, words.text(`kind.${kind}`)]);
  const details = fold(words.text("assess.which"), el("div", { class: "fields" },
    field(words.text("assess.kind"), select({ name: "kind" }, kinds, chosen.kind, (kind) => { chosen.kind = kind; })),
    field(words.text("assess.date"), input({ name: "date", type: "date" }, chosen.date, (date) => { chosen.date = date; }))));

  const begin = async () => {
    const wrong = await prepare(form, chosen);
    problem.textContent = wrong ?? "";
  };
  return el("div", { class: "start" },
    el("p", { class: "lead" }, words.text("assess.intro", { n: form.capabilities.length })),
    ...drafts(form),
    field(words.text("assess.team"), team), isNew, details, problem,
    el("div", { class: "buttons" }, button(words.text("assess.begin"), begin, { name: "begin", class: "primary" })),
    fold(words.text("assess.open"), el("p", {}, words.text("assess.open-text")), form.opener()));
}

/** The drafts that this browser holds, to be gone on with. */
function drafts(form) {
  const { words } = form;
  const rows = form.store.list().map((state) => {
    const row = el("li", {},
      words.text("assess.draft", { team: form.nameOf(state.team), date: state.date, n: Object.keys(state.ratings).length, time: form.time(state.saved) }), " ",
      button(words.text("assess.continue"), () => form.resume(state), { name: "continue" }), " ",
      button(words.text("assess.discard"), () => {
        form.store.remove(state);
        row.remove();
      }, { name: "discard" }));
    return row;
  });
  return rows.length ? [el("h2", {}, words.text("assess.drafts")), el("ul", { class: "drafts" }, ...rows)] : [];
}

/** Begins a draft; says what is wrong where it can't. */
async function prepare(form, { team, id, name, group, kind, date }) {
  const { words, page } = form;
  if (!isDay(date)) return words.text("assess.need-date");
  if (team === "") return words.text("assess.need-team");
  if (team === OTHER) {
    if (!isId(id)) return words.text("assess.need-id");
    if (page.teams.some(([known]) => known === id)) return words.text("assess.known", { team: id });
    if (group && !group.split("/").every(isId)) return words.text("assess.need-group");
    form.begin({ team: id, fresh: { name: name || id, group }, targets: { group }, kind, date });
    return undefined;
  }
  try {
    const { assessments, newest, ...targets } = await loadTeam(page.root, team);
    const base = newest[kind];
    if (base && base.key.slice(0, 10) > date) return words.text("assess.newer", { date: base.key });
    form.begin({ team, targets, kind, date, label: freeLabel(date, Object.keys(assessments)), base });
    return undefined;
  } catch {
    return words.text("assess.not-loaded", { team });
  }
}

/** A label that comes after those that the day has already; none on a day without. */
export function freeLabel(date, keys) {
  const labels = keys.filter((key) => key.startsWith(date)).map((key) => key.slice(date.length + 1)).sort();
  if (!labels.length) return "";
  const last = labels.at(-1);
  return [..."bcdefghijklmnopqrstuvwxyz"].find((letter) => letter > last) ?? `${last}-b`;
}

/** The reader's own day: only a form may ask the clock. */
function today() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
