/** The list of results, grouped by kind, with an excerpt of each that comes into view. */
import { el } from "./dom.js";
import { excerpt, marked } from "./search-excerpt.js";

/** How many results of a kind are shown at first. */
const FIRST = 5;

export class Results {
  constructor(index, words, root) {
    Object.assign(this, { index, words, root });
    this.levels = new Map(index.core.levels.map((level) => [level.level, level]));
    this.list = el("div", { class: "search-list", role: "listbox", id: "search-list", hidden: true, "aria-label": words.text("search.results") });
    this.options = [];
    this.seen = new IntersectionObserver((seen) => {
      for (const { isIntersecting, target } of seen) if (isIntersecting) this.explain(target);
    });
  }

  /** Shows an answer, of each kind no more than a number; returns whether something is left out. */
  show(answer, most = FIRST) {
    const { results, shown } = answer;
    this.seen.disconnect();
    this.options = [];
    this.active = undefined;
    this.waiting = new Map();
    const groups = new Map(); // in the order of the best result of each
    for (const entry of results) groups.set(entry.kind, [...(groups.get(entry.kind) ?? []), entry]);
    this.list.replaceChildren(...Array.from(groups, ([kind, all]) => this.group(kind, all.slice(0, most), shown)));
    this.list.hidden = !results.length;
    this.list.scrollTop = 0;
    return [...groups.values()].some((all) => all.length > most);
  }

  group(kind, entries, shown) {
    const id = `search-${kind}`;
    const options = entries.map((entry) => this.option(entry, shown));
    return el("div", { role: "group", "aria-labelledby": id }, el("p", { class: "search-kind", id, role: "presentation" }, this.words.text(`search.kind.${kind}`)), ...options);
  }

  option(entry, shown) {
    const title = el("span", { class: "search-title" }, ...pieces(marked(entry.title, shown)));
    const level = this.levels.get(entry.level);
    if (level) title.append(" ", el("span", { class: `level s${level.step}` }, el("b", {}, `L${level.level}`), ` ${level.name}`));
    const option = el("a", { role: "option", "aria-selected": "false", tabindex: "-1", id: `search-${entry.place}`, href: this.href(entry, entry.anchor) }, title);
    if (entry.title !== entry.above) option.append(el("span", { class: "search-where" }, entry.above));
    option.append(el("span", { class: "search-text" }));
    this.waiting.set(option, { entry, shown });
    this.options.push(option);
    this.seen.observe(option);
    return option;
  }

  href(entry, anchor) {
    return (this.root + entry.address || "./") + (anchor ? `#${anchor}` : "");
  }

  /** Adds the excerpt, and leads to the criterion that it is from. */
  async explain(option) {
    this.seen.unobserve(option);
    const { entry, shown } = this.waiting.get(option);
    const found = excerpt(await this.index.parts(entry), shown);
    if (!found) return;
    option.querySelector(".search-text").replaceChildren(...pieces(found.pieces));
    if (found.anchor) option.href = this.href(entry, found.anchor);
  }

  /** Goes a step on in the list, round its ends; returns the option it comes to. */
  step(by) {
    if (!this.options.length) return undefined;
    const from = this.active ? this.options.indexOf(this.active) : by > 0 ? -1 : 0;
    this.active?.setAttribute("aria-selected", "false");
    this.active = this.options.at((from + by) % this.options.length);
    this.active.setAttribute("aria-selected", "true");
    this.active.scrollIntoView({ block: "nearest" });
    return this.active;
  }

  /** Opens the chosen result, or the first. */
  open() {
    (this.active ?? this.options[0])?.click();
  }
}

function pieces(all) {
  return all.map(({ text, marked }) => (marked ? el("mark", {}, text) : text));
}
