/** The piece of a text that shows why it was found. */
import { normalise, runs } from "./search-tokens.js";

/** How long an excerpt is, in characters, and how much of it stands before the first mark. */
const LENGTH = { zh: 72, other: 160 };
const BEFORE = 1 / 4;

/**
 * Chooses the part of an entry that holds the most different ones of what is looked for, and cuts
 * it to a window around them.
 *
 * @param {[string, string][]} parts text and anchor
 * @param {Set<string>} shown words, and Han by one or two, as search-rank.js gives them
 * @returns {{anchor: string, pieces: {text: string, marked: boolean}[]} | undefined}
 */
export function excerpt(parts, shown) {
  let best;
  for (const [text, anchor] of parts) {
    const hits = hitsIn(text, shown);
    const different = new Set(hits.map((hit) => hit.token)).size;
    if (!best || different > best.different) best = { text, anchor, hits, different };
  }
  return best && { anchor: best.different ? best.anchor : "", pieces: cut(best.text, join(best.hits)) };
}

/** The pieces of a short text, such as a title, with all of it. */
export function marked(text, shown) {
  return split(text, join(hitsIn(text, shown)), 0, text.length);
}

/**
 * Where what is looked for stands in a text: {token, from, to}. Each character is normalised
 * by itself, so that places in the normalised text lead back to the text.
 */
function hitsIn(text, shown) {
  const places = []; // by place in the normalised text, that in the text
  let plain = "", at = 0;
  for (const char of text) {
    const n = normalise(char);
    for (let i = 0; i < n.length; i++) places.push(at);
    plain += n;
    at += char.length;
  }
  places.push(at);
  const hits = [];
  const add = (token, from, length) => {
    if (shown.has(token)) hits.push({ token, from: places[from], to: places[from + length] });
  };
  for (const run of runs(plain)) {
    if (!run.han) {
      add(run.text, run.at, run.text.length);
      continue;
    }
    const chars = Array.from(run.text);
    for (let i = 0, from = run.at; i < chars.length; from += chars[i].length, i++) {
      add(chars[i], from, chars[i].length);
      if (i + 1 < chars.length) add(chars[i] + chars[i + 1], from, chars[i].length + chars[i + 1].length);
    }
  }
  return hits;
}

/** Joins hits that touch: 告警 and 警收 are one mark. */
function join(hits) {
  const joined = [];
  for (const { from, to } of hits) {
    const last = joined.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

/** Cuts a window out of a text: the one with the most marks in it. */
function cut(text, marks) {
  const length = /\p{sc=Han}/u.test(text) ? LENGTH.zh : LENGTH.other;
  if (text.length <= length) return split(text, marks, 0, text.length);
  let best = { from: 0, to: 0 }, most = 0;
  for (const mark of marks) {
    const inside = marks.filter((m) => m.from >= mark.from && m.to <= mark.from + length * (1 - BEFORE));
    const sum = inside.reduce((n, m) => n + m.to - m.from, 0);
    if (sum > most) [best, most] = [mark, sum];
  }
  const from = boundary(text, Math.max(0, Math.min(best.from - length * BEFORE, text.length - length)));
  const to = boundary(text, from + length);
  const pieces = split(text, marks, from, to);
  if (from > 0) pieces.unshift({ text: "…", marked: false });
  if (to < text.length) pieces.push({ text: "…", marked: false });
  return pieces;
}

/** The nearest place not after at, within 16 characters, where a text may be cut: not inside a word or a character. */
function boundary(text, at) {
  at = Math.min(Math.floor(at), text.length);
  if (/[\uDC00-\uDFFF]/.test(text[at])) at--; // the second half of a character
  for (let i = at; i > Math.max(0, at - 16); i--) {
    if (i === text.length || !/[\p{L}\p{N}]/u.test(text[i - 1]) || /\p{sc=Han}/u.test(text[i - 1])) return i;
  }
  return at;
}

/** The part of a text between two places, in pieces. */
function split(text, marks, from, to) {
  const pieces = [];
  const add = (end, marked) => {
    if (end > from) pieces.push({ text: text.slice(from, end), marked });
    from = Math.max(from, end);
  };
  for (const mark of marks) {
    if (mark.to <= from || mark.from >= to) continue;
    add(mark.from, false);
    add(Math.min(mark.to, to), true);
  }
  add(to, false);
  return pieces;
}
