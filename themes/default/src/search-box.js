/** The field that is searched with, its filters, and the results: a combobox with a list below. */
import { el } from "./dom.js";
import { Index } from "./search-index.js";
import { part } from "./search-load.js";
import { search } from "./search-rank.js";
import { Results } from "./search-results.js";
import { Words } from "./words.js";

/** Filters by the name that they have in an address. */
const FILTERS = ["kind", "domain", "level"];

export class SearchBox {
  /**
   * @param {object} core the first file of the index
   * @param {string} root the way to the root of the site
   * @param {(query: URLSearchParams) => void} changed is told of what is asked now
   */
  constructor(core, root, changed = () => {}) {
    this.index = new Index(core, (path) => part(root, path));
    this.words = new Words(core.words);
    this.changed = changed;
    this.results = new Results(this.index, this.words, root);
    this.input = el("input", {
      type: "text", inputmode: "search", enterkeyhint: "search", autocomplete: "off", autocapitalize: "none", spellcheck: "false",
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.results.list.id,
      "aria-label": this.words.text("search.title"), placeholder: this.words.text("search.placeholder"),
    });
    this.filters = FILTERS.map((name) => this.filter(name));
    this.status = el("p", { role: "status", class: "search-status" });
    this.more = el("button", { type: "button", class: "search-more", hidden: true });
    this.node = el("div", { class: "search-box" }, this.input,
      el("div", { class: "search-filters" }, ...this.filters.map((select) => select.parentElement)),
      this.status, this.results.list, this.more);
    this.listen();
  }

  listen() {
    const ask = () => this.ask();
    this.input.addEventListener("input", (event) => event.isComposing || ask());
    this.input.addEventListener("compositionend", ask);
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.filters.forEach((select) => select.addEventListener("change", ask));
    this.more.addEventListener("click", () => {
      this.more.hidden = true;
      this.results.show(this.answer, Infinity);
      this.input.focus();
    });
  }

  /** A filter: a select with all that there is to choose from. */
  filter(name) {
    const select = el("select", { name }, el("option", { value: "" }, this.words.text("search.any")));
    for (const [value, text] of this.choices(name)) select.append(el("option", { value }, text));
    el("label", {}, el("span", {}, this.words.text(`search.by.${name}`)), select);
    return select;
  }

  choices(name) {
    const { kinds, domains, levels } = this.index.core;
    if (name === "domain") return domains.map((domain) => [domain.id, domain.name]);
    if (name === "level") return levels.map(({ level, name }) => [level, `L${level} ${name}`]);
    const used = new Set(this.index.entries.map((entry) => entry.kind));
    return kinds.filter((kind) => used.has(kind)).map((kind) => [kind, this.words.text(`search.kind.${kind}`)]);
  }

  /** Asks what an address asks. */
  set(query) {
    this.input.value = query.get("q") ?? "";
    for (const select of this.filters) select.value = query.get(select.name) ?? "";
    return this.ask();
  }

  /** What is asked, as the query of an address. */
  query() {
    const query = new URLSearchParams();
    for (const { name, value } of [{ name: "q", value: this.input.value.trim() }, ...this.filters]) {
      if (value) query.set(name, value);
    }
    return query;
  }

  /** Answers what is asked now, unless something else has been asked by then. */
  async ask() {
    const query = this.query();
    this.asked = query;
    this.changed(query);
    let answer = { results: [], complete: true, shown: new Set() };
    try {
      if (query.has("q")) answer = await search(this.index, query.get("q"), filterOf(query));
    } catch {
      if (this.asked === query) this.status.textContent = this.words.text("search.failed");
      return;
    }
    if (this.asked !== query) return;
    this.answer = answer;
    const hidden = this.results.show(answer);
    this.input.setAttribute("aria-expanded", String(answer.results.length > 0));
    this.input.removeAttribute("aria-activedescendant");
    this.status.textContent = query.has("q") ? this.say(answer) : "";
    this.more.hidden = !hidden;
    this.more.textContent = this.words.count("search.all", answer.results.length);
  }

  say({ results, complete }) {
    if (!results.length) return this.words.text("search.none");
    return this.words.count(complete ? "search.count" : "search.most", results.length);
  }

  /** The keys of a combobox: arrows choose, Enter opens. */
  key(event) {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      const option = this.results.step(step);
      if (option) this.input.setAttribute("aria-activedescendant", option.id);
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.results.open();
    }
  }
}

function filterOf(query) {
  const level = query.get("level");
  return { kind: query.get("kind"), domain: query.get("domain"), level: level ? Number(level) : undefined };
}
