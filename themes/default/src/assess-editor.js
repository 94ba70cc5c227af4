/**
 * All that can be said of one capability: its level, the answers to criteria,
 * notes and evidence. The quick path opens it for who wants it, the full path
 * is made of it.
 */
import { changed } from "./assess-draft.js";
import { area, button, field, fold, input, radios, select } from "./assess-fields.js";
import { el } from "./dom.js";
import { levelMark } from "./level.js";
import { showCapability } from "./show.js";

/** The most characters of a note: what can be read on a page, and far below what a file may hold. */
const NOTE = 2000;

export class Editor {
  /**
   * @param {object} form the parts that all views share
   * @param {object} capability of the model
   * @param {() => void} onChange
   */
  constructor(form, capability, onChange) {
    Object.assign(this, { form, capability, onChange });
    this.rubric = form.rubric.capabilities[capability.id];
    this.element = el("div", { class: "editor", "data-capability": capability.id });
    this.render();
  }

  get rating() {
    return this.form.draft.rating(this.capability.id) ?? { unassessed: true };
  }

  /** Says something else of the capability; the parts of the form follow where they must. */
  say(rating, { anew = true } = {}) {
    this.form.draft.say(this.capability.id, rating);
    if (anew) this.render();
    else this.renderResult();
    this.onChange();
  }

  /** Changes a part of a rating that stays what it is. */
  change(part, options) {
    this.say({ ...own(this.rating), ...part }, options);
  }

  render() {
    const focused = document.activeElement?.getAttribute?.("data-control");
    const { words } = this.form;
    this.result = el("p", { class: "result" });
    this.element.replaceChildren(
      this.levels(),
      this.result,
      ...(this.rating.na ? this.notApplicable() : []),
      ...(isRated(this.rating) ? [...this.criteria(), this.evidence(() => this.rating.evidence ?? [], (evidence, options) => this.change({ evidence }, options), "")] : []),
      ...(this.rating.unassessed ? [] : [this.note(this.rating.note, (note) => this.change({ note }, { anew: false }), words.text("assess.note"))]),
    );
    this.renderResult();
    if (focused) this.element.querySelector(`[data-control="${CSS.escape(focused)}"]`)?.focus();
  }

  renderResult() {
    const { draft, words } = this.form;
    const result = draft.result(this.capability.id);
    this.result.replaceChildren(...(result.score === null ? []
      : [words.text("assess.stands"), " ", showCapability(draft.model, result), " ", levelMark(draft.model, result.level)]));
  }

  /** What the capability is: unknown, at a level, by criteria alone, inherited, not applicable. */
  levels() {
    const { draft, words } = this.form;
    const { model } = draft;
    const { id } = this.capability;
    const options = this.capability.levels.map((level, i) => [String(model.min + i), levelMark(model, model.min + i), ` ${level.title ?? ""}`]);
    options.unshift(["unassessed", words.text("unassessed")]);
    if (this.capability.levels.some((level) => level.criteria?.length)) options.push(["criteria", words.text("assess.by-criteria")]);
    const base = draft.state.base?.ratings[id];
    const from = this.rating.from ?? base?.from;
    if (from) options.push(["from", words.text("assess.inherited", { team: this.form.nameOf(from) })]);
    if (!this.capability.always) options.push(["na", words.text("na")]);
    const made = radios(`level:${id}`, words.text("assess.level"), options, kindOf(this.rating), (choice) => this.choose(choice, base));
    made.querySelectorAll("input").forEach((control) => control.setAttribute("data-control", `${control.name}:${control.value}`));
    return made;
  }

  choose(choice, base) {
    const { draft } = this.form;
    const rest = own(this.rating);
    const { level, ...withoutLevel } = rest;
    const { evidence, criteria, ...bare } = withoutLevel;
    if (choice === "unassessed") this.say({ unassessed: true });
    else if (choice === "na") this.say({ ...bare, na: { reason: "" } });
    else if (choice === "from") this.say(structuredClone(this.rating.from ? this.rating : base));
    else if (choice === "criteria") this.say({ ...withoutLevel, criteria: criteria ?? {} });
    else {
      draft.declare(this.capability.id, Number(choice));
      const said = draft.rating(this.capability.id);
      this.say(said.level === undefined ? { ...changed(said), level: Number(choice) } : said);
    }
  }

  notApplicable() {
    const { words } = this.form;
    const { na } = this.rating;
    const set = (part) => this.say({ ...this.rating, withheld: undefined, na: { ...this.rating.na, ...part } }, { anew: false });
    return [
      field(words.text("assess.reason"), area({ rows: 2, required: true, maxlength: NOTE }, this.form.read(na.reason), (reason) => set({ reason: this.form.put(na.reason, reason) }))),
      field(words.text("assess.review"), input({ type: "date" }, na.review, (review) => set({ review }))),
    ];
  }

  /** The criteria by level; the level to reach next is open. */
  criteria() {
    const { draft, words } = this.form;
    const { model } = draft;
    const { level } = draft.result(this.capability.id);
    return this.capability.levels.flatMap(({ criteria = [] }, i) => {
      if (!criteria.length) return [];
      const at = model.min + i;
      const rows = criteria.map((id) => this.criterion(id, this.rubric.levels[i].criteria[id]));
      const made = fold(words.count("assess.criteria", criteria.length, { level: at }), ...rows);
      made.open = at === Math.min((level ?? model.min) + 1, model.max);
      return [made];
    });
  }

  criterion(id, { text, evidence }) {
    const { words, rubric, draft } = this.form;
    const given = this.rating.criteria?.[id];
    const long = typeof given === "object" ? given : { answer: given };
    const set = (part, options) => {
      const next = { ...this.current(id), ...part };
      const criteria = { ...this.rating.criteria, [id]: next };
      if (!next.answer) delete criteria[id];
      this.change({ criteria }, options);
    };
    const declared = draft.rating(this.capability.id)?.level;
    const unanswered = words.text(declared === undefined ? "assess.unanswered" : "assess.by-level");
    const options = [["", unanswered], ...rubric.answers.map(({ id: answer, name }) => [answer, name]), ["na", words.text("na")]];
    const control = select({ "data-control": `criterion:${id}` }, options, long.answer, (answer) => set({ answer, ...(answer === "na" ? {} : { reason: undefined, review: undefined }) }));
    const parts = [field(text, control, evidence && `${words.text("assess.evidence-hint")}${words.text("colon")}${evidence}`)];
    if (long.answer === "na") {
      parts.push(field(words.text("assess.reason"), area({ rows: 2, required: true, maxlength: NOTE }, this.form.read(long.reason), (reason) => set({ reason: this.form.put(long.reason, reason) }, { anew: false }))));
    }
    if (long.answer) {
      parts.push(fold(words.text("assess.more"),
        this.note(long.note, (note) => set({ note }, { anew: false }), words.text("assess.note")),
        this.evidence(() => this.current(id).evidence ?? [], (evidence, options) => set({ evidence }, options), id)));
    }
    return el("div", { class: "criterion" }, ...parts);
  }

  /** What is answered to a criterion now, in the long form. */
  current(id) {
    const given = this.rating.criteria?.[id];
    return typeof given === "object" ? given : { answer: given };
  }

  note(value, set, label) {
    const { form } = this;
    const count = el("small", {});
    const control = area({ rows: 3, maxlength: NOTE }, form.read(value), (text) => {
      set(form.put(value, text));
      count.textContent = `${text.length} / ${NOTE}`;
    });
    return el("div", {}, field(label, control), count);
  }

  /** A list of addresses that prove something: how it is now, and what to do with another. */
  evidence(now, set, of) {
    const { form } = this;
    const { words } = form;
    const rows = now().map((item, i) => {
      const put = (part) => set(now().map((other, j) => (j === i ? { ...other, ...part } : other)), { anew: false });
      return el("div", { class: "evidence" },
        field(words.text("assess.url"), input({ type: "url", "data-control": `url:${of}:${i}`, maxlength: 2048 }, item.url, (url) => put({ url: url.trim() }))),
        field(words.text("assess.url-title"), input({ maxlength: 200 }, form.read(item.title), (title) => put({ title: form.put(item.title, title) }))),
        button(words.text("assess.remove"), () => set(now().filter((_, j) => j !== i))));
    });
    const add = button(words.text("assess.add-evidence"), () => set([...now(), { url: "" }]), { "data-control": `add:${of}` });
    return el("fieldset", {}, el("legend", {}, words.text("assess.evidence")), ...rows, add);
  }
}

/** Which of the choices a rating is. */
function kindOf(rating) {
  if (rating.unassessed) return "unassessed";
  if (rating.na) return "na";
  if (rating.from) return "from";
  return rating.level === undefined ? "criteria" : String(rating.level);
}

function isRated(rating) {
  return !rating.unassessed && !rating.na && !rating.from;
}

/** A rating to be changed that stays of its kind. */
function own(rating) {
  const { na, from, counting } = rating;
  return { ...changed(rating), ...(na && { na }), ...(from && { from, counting }) };
}
