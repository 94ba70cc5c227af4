import { svg } from "./dom.js";

const RADIUS = 84;
const MIDDLE = { x: 200, y: 130 };
const LINE = 15; // from one line of a name to the next

/**
 * A small radar by the rules of the pages' own: the model's scale and never one
 * fitted to the data, a ring for each level, lines only, and a gap for what is
 * unknown.
 * @param {{min: number, max: number}} model
 * @param {string} title what a reader hears who does not see it
 * @param {string[]} axes at least three names
 * @param {{role: "current" | "target" | "previous", values: (number | null)[]}[]} series
 */
export function radar(model, title, axes, series) {
  const at = (i, share) => {
    const angle = (2 * Math.PI * i) / axes.length;
    return { x: MIDDLE.x + Math.sin(angle) * RADIUS * share, y: MIDDLE.y - Math.cos(angle) * RADIUS * share };
  };
  const share = (value) => (value - model.min) / (model.max - model.min);
  const ring = (level) => svg("polygon", { class: "ring", points: points(axes.map((_, i) => at(i, share(level)))) });
  const rings = Array.from({ length: model.max - model.min }, (_, i) => ring(model.min + 1 + i));
  return svg("svg", { viewBox: "0 0 400 260", role: "img", "aria-label": title },
    ...rings,
    ...axes.map((_, i) => line("axis", MIDDLE, at(i, 1))),
    ...axes.map((name, i) => label(name, at(i, 1 + 10 / RADIUS))),
    ...series.map(({ role, values }) => svg("g", { class: `series-${role}` },
      ...values.map((_, i) => edge(values, i, at, share)).filter(Boolean),
      ...values.map((value, i) => (value === null ? null : mark(at(i, share(value))))).filter(Boolean))),
  );
}

/** The line from one axis to the next, if both have a number. */
function edge(values, i, at, share) {
  const next = (i + 1) % values.length;
  if (values[i] === null || values[next] === null) return null;
  return line("line", at(i, share(values[i])), at(next, share(values[next])));
}

function line(name, from, to) {
  return svg("line", { class: name, x1: round(from.x), y1: round(from.y), x2: round(to.x), y2: round(to.y) });
}

function mark({ x, y }) {
  return svg("circle", { class: "mark", cx: round(x), cy: round(y), r: 3.5 });
}

/** The name of an axis; at the side it grows away from the middle. */
function label(name, { x, y }) {
  const side = Math.abs(x - MIDDLE.x) < 1 ? "middle" : x < MIDDLE.x ? "end" : "start";
  const lines = inLines(name);
  const above = (MIDDLE.y - y) / RADIUS;
  const first = y + 4 - ((lines.length - 1) * LINE * (1 + Math.sign(Math.round(above * 2)))) / 2;
  return svg("text", { class: "axis-label", "text-anchor": side },
    ...lines.map((text, i) => svg("tspan", { x: round(x), y: round(first + i * LINE) }, text)));
}

/** Divides a name near its middle when it is too long for one line. */
function inLines(name) {
  const wide = /[⺀-鿿]/.test(name) ? 6 : 13;
  if (name.length <= wide) return [name];
  const spaces = [...name.matchAll(/ /g)].map(({ index }) => index);
  const middle = name.length / 2;
  const cut = spaces.length ? spaces.reduce((a, b) => (Math.abs(b - middle) < Math.abs(a - middle) ? b : a)) : Math.ceil(middle);
  return [name.slice(0, cut), name.slice(cut).trim()].filter(Boolean);
}

function points(list) {
  return list.map(({ x, y }) => `${round(x)},${round(y)}`).join(" ");
}

function round(number) {
  return Math.round(number * 10) / 10;
}
