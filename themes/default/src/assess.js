/**
 * The form by which a team assesses itself. It has no server: a draft lives in
 * this browser until it is handed over as a file, to a page of the repository's
 * host, to a colleague, or to git.
 */
import { Draft } from "./assess-draft.js";
import { button, fold } from "./assess-fields.js";
import { full } from "./assess-full.js";
import { opener } from "./assess-open.js";
import { Quick } from "./assess-quick.js";
import { review } from "./assess-review.js";
import { freeLabel, start } from "./assess-start.js";
import { Store, migrate } from "./assess-store.js";
import { dataIn, el } from "./dom.js";
import { levelMark } from "./level.js";
import { capabilitiesOf } from "./model.js";
import { radar } from "./radar.js";
import { show } from "./show.js";
import { loadTeam } from "./teams.js";
import { Words } from "./words.js";

/** How long after a change the score is said, in milliseconds. */
const PAUSE = 150;

class Form {
  constructor(root, { model, rubric }) {
    Object.assign(this, { root, model, rubric });
    this.page = dataIn(root);
    this.words = new Words(this.page.words);
    this.capabilities = capabilitiesOf(model);
    this.store = new Store(model.id);
    this.store.watch(() => this.draft?.state ?? {}, () => this.warn("assess.other-window"));
    this.warning = el("p", { class: "problem", role: "alert" });
    this.bar = el("div", { class: "bar" });
    this.view = el("div", { class: "view" });
    root.append(this.warning, this.bar, this.view);
    this.view.append(start(this));
  }

  /** Begins a draft, or goes on with the one that this browser has of it. */
  begin(choice) {
    const known = this.store.list().find((state) => this.store.name(state) === this.store.name(choice));
    if (!known) {
      this.open(Draft.begin(this.model, choice));
      return;
    }
    // It follows to another day, unless it stands on an assessment that is no longer the newest.
    const { date, label } = choice;
    this.resume(known.base?.key === choice.base?.key ? { ...known, date, label } : known);
  }

  resume(state) {
    const lost = state.version === this.model.version ? [] : migrate(state, this.model, this.capabilities);
    this.open(state);
    if (lost.length) this.warn("assess.migrated", { version: this.model.version, ids: lost.join(this.words.text("list.separator")) });
  }

  /** Begins a draft of what a file is of. */
  async beginWith({ team, date, kind }) {
    const choice = { team, date, kind, label: "" };
    if (this.page.teams.some(([id]) => id === team)) {
      const { assessments, newest, ...targets } = await loadTeam(this.page.root, team);
      Object.assign(choice, { targets, label: freeLabel(date, Object.keys(assessments)) });
      if (newest[kind]?.key.slice(0, 10) <= date) choice.base = newest[kind];
    }
    this.begin(choice);
  }

  open(state) {
    this.draft = new Draft(this.model, state);
    this.score = el("p", { class: "score-line", role: "status" });
    this.saved = el("p", { class: "facts saved", role: "status" });
    this.picture = fold(this.words.text("assess.radar"));
    this.picture.addEventListener("toggle", () => this.showScore());
    const tab = (path) => button(this.words.text(`assess.path.${path}`), () => this.show(path), { "data-path": path });
    this.tabs = ["quick", "full", "review"].map(tab);
    this.bar.replaceChildren(
      el("h2", {}, this.nameOf(state.team), " ", el("small", {}, `${this.draft.key} · ${this.words.text(`kind.${state.kind}`)}`)),
      this.score, this.saved, el("div", { class: "buttons tabs" }, ...this.tabs), this.picture,
      fold(this.words.text("assess.open"), el("p", {}, this.words.text("assess.open-text")), this.opener()));
    this.changed();
    this.show(state.path);
  }

  opener() {
    return opener(this);
  }

  /** Shows one of the ways through the form. */
  show(path) {
    this.draft.state.path = path;
    this.tabs.forEach((tab) => tab.setAttribute("aria-pressed", String(tab.dataset.path === path)));
    if (path === "quick" && this.draft.state.at >= this.capabilities.length) this.draft.state.at = 0;
    const views = { quick: () => new Quick(this).element, full: () => full(this), review: () => review(this) };
    this.view.replaceChildren(views[path]());
    this.save();
  }

  /** Shows the same again, after something outside of it has changed. */
  refresh() {
    this.show(this.draft.state.path);
  }

  /** Leads to one capability on the quick path. */
  goTo(id) {
    this.draft.state.at = this.capabilities.findIndex((c) => c.id === id);
    this.show("quick");
    this.view.querySelector("button[name=there]").focus();
  }

  /** The draft has changed: it is saved at once, and its score said soon. */
  changed() {
    if (!this.draft) return;
    this.save();
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.showScore(), PAUSE);
  }

  save() {
    const stored = this.store.save(this.draft.state);
    this.saved.textContent = stored ? this.words.text("assess.saved", { time: this.time(new Date().toISOString()) }) : "";
    if (!stored) this.warn("assess.not-saved");
  }

  showScore() {
    const { words, draft, model } = this;
    const { overall, domains } = draft.scorecard();
    const { score, level, coverage } = overall;
    this.score.replaceChildren(
      words.text("assess.score", { score: show(score), rated: coverage.rated, of: coverage.applicable }),
      ...(level === null ? [] : [" ", levelMark(model, level)]));
    if (this.picture.open && domains.length > 2) {
      this.picture.querySelector("figure")?.remove();
      const values = domains.map((domain) => domain.score);
      this.picture.append(el("figure", { class: "chart" },
        radar(model, words.text("assess.radar"), model.domains.map(({ name }) => name), [{ role: "current", values }])));
    }
  }

  warn(key, values) {
    this.warning.textContent = this.words.text(key, values);
  }

  nameOf(team) {
    if (team === true) return "—"; // one that the site does not name
    return this.page.teams.find(([id]) => id === team)?.[1] ?? team;
  }

  time(iso) {
    return new Date(iso).toLocaleTimeString(document.documentElement.lang);
  }

  /** A text in the language of the page, where it has several. */
  read(text) {
    return typeof text === "object" && text !== null ? text[this.page.lang] ?? "" : text ?? "";
  }

  /** What a text becomes when its wording in the language of the page does. */
  put(text, wording) {
    return typeof text === "object" && text !== null ? { ...text, [this.page.lang]: wording } : wording;
  }
}

const root = document.getElementById("assess");
if (root && window.YAML && window.gradus?.model && window.gradus.rubric) {
  document.getElementById("by-hand").hidden = true;
  root.hidden = false;
  new Form(root, window.gradus);
}
