/**
 * The quick path: one capability and one level at a time. "There" leads up,
 * "not yet" leads down, until the level is found between the two.
 */
import { Editor } from "./assess-editor.js";
import { button, fold } from "./assess-fields.js";
import { el } from "./dom.js";
import { levelMark } from "./level.js";
import { capabilityHref } from "./model.js";

export class Quick {
  constructor(form) {
    this.form = form;
    const { words } = form;
    this.place = el("p", { class: "facts" });
    this.bar = el("progress", { max: form.draft.capabilities.length });
    this.question = el("div", { class: "question", "aria-live": "polite" });
    this.there = button(words.text("assess.there"), () => this.answer("there"), { name: "there", class: "primary" });
    this.notYet = button(words.text("assess.not-yet"), () => this.answer("not-yet"), { name: "not-yet" });
    this.unknown = button(words.text("assess.unknown"), () => this.answer("unknown"), { name: "unknown" });
    this.back = button(words.text("assess.back"), () => this.go(-1), { name: "back" });
    this.skip = button(words.text("assess.skip"), () => this.go(1), { name: "skip" });
    this.more = el("div", { class: "more" });
    this.element = el("div", { class: "quick" }, this.place, this.bar, this.question,
      el("div", { class: "buttons" }, this.there, this.notYet, this.unknown),
      el("div", { class: "buttons" }, this.back, this.skip),
      this.more);
    this.begin();
  }

  get capability() {
    return this.form.draft.capabilities[this.form.draft.state.at];
  }

  /** Begins with the capability that the draft stands at. */
  begin() {
    const { draft } = this.form;
    const { model, state } = draft;
    if (state.at >= draft.capabilities.length) {
      this.form.show("review");
      return;
    }
    const rating = draft.rating(this.capability.id);
    const { level } = draft.result(this.capability.id);
    this.given = Boolean(rating?.from || rating?.na);
    this.highest = undefined; // the highest level that is there
    this.lowest = undefined; // the lowest that is not
    this.asked = Math.min(Math.max(level ?? model.min + 1, model.min + 1), model.max);
    this.render();
  }

  answer(what) {
    const { draft } = this.form;
    const { id } = this.capability;
    const { min, max } = draft.model;
    if (what === "unknown") this.done(() => draft.say(id, { unassessed: true }));
    else if (this.given && what === "there") this.done(() => draft.keep(id));
    else if (this.given) {
      this.given = false;
      this.asked = min + 1;
      this.render();
    } else if (what === "there") {
      this.highest = this.asked;
      if (this.asked === max || this.lowest === this.asked + 1) this.done(() => draft.declare(id, this.asked));
      else this.ask(this.asked + 1);
    } else {
      this.lowest = this.asked;
      const below = this.asked - 1;
      if (below === min || this.highest === below) this.done(() => draft.declare(id, below));
      else this.ask(below);
    }
  }

  ask(level) {
    this.asked = level;
    this.render();
  }

  done(say) {
    say();
    this.form.changed();
    this.go(1);
  }

  go(step) {
    const { state } = this.form.draft;
    state.at = Math.max(0, state.at + step);
    this.form.save();
    this.begin();
  }

  render() {
    const { words, draft, page, rubric } = this.form;
    const { model, state } = draft;
    const { capability } = this;
    const entry = rubric.capabilities[capability.id];
    const domain = model.domains.find(({ id }) => capability.id.startsWith(`${id}.`));
    const area = domain.areas.find(({ id }) => capability.id.startsWith(`${id}.`));
    this.place.textContent = words.text("assess.place", { n: state.at + 1, of: draft.capabilities.length, domain: domain.name, area: area.name });
    this.bar.value = draft.capabilities.length - draft.open().length;
    this.bar.setAttribute("aria-label", words.text("assess.progress", { n: this.bar.value, of: draft.capabilities.length }));
    this.question.replaceChildren(
      el("h2", {}, capability.name),
      ...(entry.summary ? [el("p", { class: "muted" }, entry.summary)] : []),
      ...(this.given ? this.givenQuestion() : this.levelQuestion(entry)));
    this.there.textContent = words.text(this.given ? "assess.keep" : "assess.there");
    this.notYet.textContent = words.text(this.given ? "assess.change" : "assess.not-yet");
    this.back.disabled = state.at === 0;
    this.more.replaceChildren(
      ...this.next(entry),
      this.editorFold(),
      el("p", {}, el("a", { href: capabilityHref(page, capability.id), target: "_blank", rel: "noopener" }, words.text("assess.whole"))));
  }

  levelQuestion(entry) {
    const { words, draft } = this.form;
    const { model } = draft;
    const i = this.asked - model.min;
    const { title = "" } = this.capability.levels[i];
    return [
      el("p", { class: "asked" }, levelMark(model, this.asked), " ", el("strong", {}, title)),
      ...(entry.levels[i].summary ? [el("p", {}, entry.levels[i].summary)] : []),
      ...(draft.isSaid(this.capability.id) ? [el("p", { class: "muted" }, words.text("assess.said"), " ", this.now())] : []),
    ];
  }

  /** What the team inherits, or declared not applicable, needs no level. */
  givenQuestion() {
    const { words, draft } = this.form;
    const { from, na } = draft.rating(this.capability.id);
    const text = from ? words.text("assess.inherited", { team: this.form.nameOf(from) })
      : `${words.text("na")}${words.text("colon")}${this.form.read(na.reason) || "…"}`;
    return [el("p", { class: "asked" }, text, " ", from ? this.now() : "")];
  }

  now() {
    const { level } = this.form.draft.result(this.capability.id);
    return level === null ? this.form.words.text("unassessed") : levelMark(this.form.draft.model, level);
  }

  /** The criteria of the level that is asked for, for who wants them. */
  next(entry) {
    const { words, draft } = this.form;
    const i = this.asked - draft.model.min;
    const criteria = this.given ? [] : this.capability.levels[i].criteria ?? [];
    if (!criteria.length) return [];
    const items = criteria.map((id) => el("li", {}, entry.levels[i].criteria[id].text));
    return [fold(words.count("assess.asks", criteria.length, { level: this.asked }), el("ul", {}, ...items))];
  }

  /** The editor is made when it is opened. */
  editorFold() {
    const { words } = this.form;
    const made = fold(words.text("assess.detail"));
    made.addEventListener("toggle", () => {
      if (made.open && made.children.length === 1) made.append(new Editor(this.form, this.capability, () => this.form.changed()).element);
    });
    return made;
  }
}
