/**
 * What if: a reader raises and lowers capabilities of a scorecard and watches
 * the score follow. The changes stand in the address, #what=CAPABILITY:LEVEL,…,
 * so that they can be passed on; nothing is stored.
 */
import { dataIn, el } from "./dom.js";
import { levelMark, levelNumeral, nameOf } from "./level.js";
import { capabilitiesOf, capabilityHref } from "./model.js";
import { radar } from "./radar.js";
import { Scorer } from "./score.js";
import { UNKNOWN, show, showChange } from "./show.js";
import { Words } from "./words.js";

const PREFIX = "#what=";

class WhatIf {
  constructor(root, model) {
    this.root = root;
    this.model = model;
    this.page = dataIn(root);
    this.words = new Words(this.page.words);
    this.scorer = new Scorer(model);
    this.now = this.scorer.scorecard(this.page.team, this.page.ratings);
    this.before = results(this.now);
    this.changes = new Map(); // capability id -> level
    this.rows = new Map(capabilitiesOf(model).map((c) => [c.id, new Row(this, c)]));
    root.querySelector(".capabilities").append(...model.domains.map((domain) => this.fold(domain)));
    this.reset = root.querySelector("[name=reset]");
    this.reset.addEventListener("click", () => {
      this.changes.clear();
      this.changed();
    });
    addEventListener("hashchange", () => this.read());
    this.read();
  }

  fold({ id, name, areas }) {
    const rows = areas.flatMap((area) => area.capabilities).map((c) => this.rows.get(c.id).element);
    return el("details", { "data-domain": id }, el("summary", {}, name), el("ul", {}, ...rows));
  }

  /** Takes the changes from the address; what it can't mean is passed over. */
  read() {
    this.changes.clear();
    if (location.hash.startsWith(PREFIX)) {
      for (const part of decoded(location.hash.slice(PREFIX.length)).split(",")) {
        const [id, level] = part.split(":");
        if (this.rows.has(id) && /^\d+$/.test(level)) this.change(id, Number(level));
      }
      this.root.querySelectorAll("details").forEach((fold) => {
        fold.open = [...this.changes.keys()].some((id) => id.startsWith(`${fold.dataset.domain}.`));
      });
      this.root.scrollIntoView();
    }
    this.show();
  }

  /** Sets a capability to a level; to the one it has is no change. */
  change(id, level) {
    const { min, max } = this.model;
    if (level < min || level > max) return;
    if (this.before.get(id).level === level) this.changes.delete(id);
    else this.changes.set(id, level);
  }

  changed() {
    const state = [...this.changes].map(([id, level]) => `${id}:${level}`).join(",");
    history.replaceState(null, "", state ? PREFIX + state : location.pathname + location.search);
    this.show();
  }

  show() {
    const ratings = { ...this.page.ratings };
    for (const [id, level] of this.changes) {
      const { target, due } = ratings[id] ?? {};
      ratings[id] = { level, target, due, proven: this.before.get(id).evidence };
    }
    const card = this.scorer.scorecard(this.page.team, ratings);
    const after = results(card);
    for (const [id, row] of this.rows) row.show(this.before.get(id), after.get(id));
    this.reset.disabled = !this.changes.size;
    this.root.querySelector(".outcome").replaceChildren(...this.outcome(card));
    this.root.querySelector(".say").textContent = this.sentence(card.overall);
  }

  sentence({ score, level, needed }) {
    if (!this.changes.size || score === null) return this.words.text("what-if.unchanged");
    const { max } = this.model;
    const known = this.now.overall.score;
    const values = {
      score: show(score), level, name: nameOf(this.model, level),
      by: known === null ? UNKNOWN : showChange(score - known),
    };
    const result = this.words.count("what-if.says", this.changes.size, values);
    if (level === max) return result;
    const next = this.words.count("what-if.next", needed, { level: level + 1, name: nameOf(this.model, level + 1) });
    return this.words.text("what-if.sentences", { result, next });
  }

  /** The picture and the numbers: as it is, and as it would be. */
  outcome(card) {
    const { model, words } = this;
    const names = model.domains.map(({ name }) => name);
    const series = [
      { role: "previous", values: this.now.domains.map(({ score }) => score) },
      { role: "current", values: card.domains.map(({ score }) => score) },
    ];
    const picture = names.length > 2 ? [el("figure", { class: "chart" }, radar(model, words.text("what-if.radar"), names, series))] : [];
    const line = (name, was, now) => el("tr", { class: was.score === now.score ? "" : "moved" },
      el("th", { scope: "row" }, name),
      el("td", { class: "n" }, show(was.score), ...numeral(model, was.level)),
      el("td", { class: "n" }, show(now.score), ...numeral(model, now.level)));
    const head = ["what-if.part", "what-if.now", "what-if.then"];
    return [...picture, el("table", {},
      el("thead", {}, el("tr", {}, ...head.map((key, i) => el("th", { scope: "col", class: i ? "n" : "" }, words.text(key))))),
      el("tbody", {},
        line(words.text("what-if.whole"), this.now.overall, card.overall),
        ...names.map((name, i) => line(name, this.now.domains[i], card.domains[i]))))];
  }
}

/** One capability, with the buttons that raise and lower it. */
class Row {
  constructor(whatIf, capability) {
    this.whatIf = whatIf;
    this.id = capability.id;
    this.level = el("span", { class: "now" });
    this.lower = this.button("−", "what-if.lower", capability.name, -1);
    this.raise = this.button("+", "what-if.raise", capability.name, +1);
    this.element = el("li", {},
      el("a", { href: capabilityHref(whatIf.page, this.id) }, capability.name),
      this.level, el("span", { class: "buttons" }, this.lower, this.raise));
  }

  button(sign, key, name, step) {
    const label = this.whatIf.words.text(key, { capability: name });
    const button = el("button", { type: "button", "aria-label": label, title: label }, sign);
    button.addEventListener("click", () => {
      const { min } = this.whatIf.model;
      this.whatIf.change(this.id, (this.after.level ?? min) + step); // from unknown, + leads to the first level worth having
      this.whatIf.changed();
    });
    return button;
  }

  show(before, after) {
    const { model, words } = this.whatIf;
    this.after = after;
    const word = (c) => (c.level === null ? words.text(c.status === "na" ? "na" : "unassessed") : levelMark(model, c.level));
    const moved = before.level !== after.level;
    this.element.classList.toggle("moved", moved);
    this.level.replaceChildren(...(moved ? [word(before), " → ", word(after)] : [word(after)]));
    this.lower.disabled = after.level === null || after.level <= model.min;
    this.raise.disabled = after.level === model.max;
  }
}

/** What a scorecard says of each capability, by id. */
function results(card) {
  const all = card.domains.flatMap((domain) => domain.areas.flatMap((area) => area.capabilities));
  return new Map(all.map((c) => [c.id, c]));
}

function numeral(model, level) {
  return level === null ? [] : [" ", levelNumeral(model, level)];
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

const root = document.getElementById("what-if");
if (root && window.gradus?.model) {
  root.hidden = false;
  new WhatIf(root, window.gradus.model);
}
