/** What two assessments differ in, in words, pictures and tables. */
import { el, svg } from "./dom.js";
import { levelMark, levelNumeral } from "./level.js";
import { capabilitiesOf, capabilityHref } from "./model.js";
import { radar } from "./radar.js";
import { compare } from "./score.js";
import { UNKNOWN, show, showCapability, showChange } from "./show.js";

/**
 * @param {object} page what the page gives to its script
 * @param {import("./words.js").Words} words
 * @param {object} model
 * @param {object} a an assessment with its title
 * @param {object} b another
 * @returns {{headline: string, parts: Node[]}}
 */
export function differences(page, words, model, a, b) {
  const rows = capabilitiesOf(model).map((capability, i) => newRow(capability, a.capabilities[i], b.capabilities[i]));
  const shared = rows.filter((row) => row.difference !== null);
  const alone = rows.filter((row) => row.difference === null && (isRated(row.a) || isRated(row.b)));
  const bySize = (list) => list.sort((x, y) => compare(Math.abs(y.difference), Math.abs(x.difference)));
  const different = bySize(shared.filter((row) => !equal(row)));
  const alike = shared.filter(equal);
  const capability = (row) => el("a", { href: capabilityHref(page, row.id) }, row.name);
  const writer = new Tables(words, model, a, b);

  const parts = [];
  if (a.version !== b.version) {
    parts.push(notice(words.text("compare.versions", { a: a.version, b: b.version, model: model.version })));
  }
  if (alone.length) parts.push(notice(words.count("compare.alone", alone.length)));
  if (model.domains.length > 2) parts.push(el("div", { class: "pair" }, ...[a, b].map((side) => figure(words, model, side))));
  const domains = model.domains.map((domain, i) => newRow(domain, a.domains[i], b.domains[i]));
  parts.push(el("h2", {}, words.text("compare.domains")));
  parts.push(writer.table("compare.domains", domains, (row) => row.name, ({ score }) => show(score)));
  parts.push(el("h2", {}, words.text("compare.capabilities")));
  if (different.length) {
    parts.push(writer.table("compare.capabilities", different, capability, (side) => showCapability(model, side)));
  }
  if (alike.length) {
    parts.push(fold(words.count("compare.equal", alike.length), writer.table("compare.capabilities", alike, capability, (side) => showCapability(model, side))));
  }
  if (alone.length) {
    parts.push(fold(words.count("compare.one-sided", alone.length), writer.table("compare.capabilities", alone, capability, (side) => showCapability(model, side))));
  }

  const ahead = different.filter(({ difference }) => difference > 0).length;
  const headline = words.text("compare.headline", {
    a: a.title, b: b.title, ahead, behind: different.length - ahead, equal: alike.length,
  });
  return { headline, parts };
}

function newRow({ id, name }, a, b) {
  return { id, name, a, b, difference: isRated(a) && isRated(b) ? b.score - a.score : null };
}

function isRated(side) {
  return side.score !== undefined && side.score !== null;
}

function equal({ difference }) {
  return compare(difference, 0) === 0;
}

/** Writes the tables of a comparison. */
class Tables {
  constructor(words, model, a, b) {
    Object.assign(this, { words, model, a, b });
  }

  table(title, rows, name, number) {
    const { words, a, b } = this;
    const head = [words.text("compare.what"), `A ${a.title}`, words.text("compare.track"), `B ${b.title}`, words.text("compare.difference")];
    const classes = ["", "n", "track", "n", "n"];
    const row = (r) => el("tr", {},
      el("th", { scope: "row" }, name(r)),
      el("td", { class: "n" }, ...this.side(r.a, number)),
      el("td", { class: "track" }, this.track(r)),
      el("td", { class: "n" }, ...this.side(r.b, number)),
      el("td", { class: "n" }, r.difference === null ? UNKNOWN : showChange(r.difference)));
    return el("div", { class: "scroll", role: "group", tabindex: "0", "aria-label": words.text(title) },
      el("table", { class: "dumbbells" },
        el("thead", {}, el("tr", {}, ...head.map((text, i) => el("th", { scope: "col", class: classes[i] }, text)))),
        el("tbody", {}, ...rows.map(row))));
  }

  /** A score with its level, or why there is none. */
  side(side, number) {
    if (isRated(side)) return [number(side), " ", levelNumeral(this.model, side.level)];
    return [el("span", { class: "none" }, side.status === "na" ? this.words.text("na") : `${UNKNOWN} ${this.words.text("unassessed")}`)];
  }

  /** Both scores on the scale: a ring for the first, a disc for the second. */
  track({ a, b }) {
    const { min, max } = this.model;
    const x = (score) => Math.round((8 + (184 * (score - min)) / (max - min)) * 10) / 10;
    const parts = [svg("line", { class: "rail", x1: 8, x2: 192, y1: 9, y2: 9 })];
    for (let level = min; level <= max; level++) parts.push(svg("line", { class: "rail", x1: x(level), x2: x(level), y1: 6, y2: 12 }));
    if (isRated(a) && isRated(b)) parts.push(svg("line", { class: "span", x1: x(a.score), x2: x(b.score), y1: 9, y2: 9 }));
    if (isRated(a)) parts.push(svg("circle", { class: "from", cx: x(a.score), cy: 9, r: 5 }));
    if (isRated(b)) parts.push(svg("circle", { class: "to", cx: x(b.score), cy: 9, r: isRated(a) && compare(a.score, b.score) === 0 ? 2.5 : 5 }));
    return svg("svg", { viewBox: "0 0 200 18", "aria-hidden": "true", focusable: "false" }, ...parts);
  }
}

/** One team's radar: never two teams on one. */
function figure(words, model, side) {
  const names = model.domains.map(({ name }) => name);
  const values = side.domains.map(({ score }) => score);
  const title = words.text("compare.radar", { title: side.title });
  const { score, level } = side.overall;
  return el("figure", { class: "chart" },
    el("figcaption", {}, el("bdi", {}, side.title), " ", el("b", { class: "score" }, show(score)), " ", level === null ? "" : levelMark(model, level)),
    radar(model, title, names, [{ role: "current", values }]));
}

function notice(text) {
  return el("p", { class: "notice" }, text);
}

function fold(summary, content) {
  return el("details", {}, el("summary", {}, summary), content);
}
