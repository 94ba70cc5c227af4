/**
 * The index that package search makes. It loads of the index what a query
 * needs, and keeps it.
 */
import { key } from "./search-tokens.js";
import { meant } from "./search-words.js";

export class Index {
  /**
   * @param {object} core the first file
   * @param {(path: string) => Promise<any>} load gets the value that another file sets
   */
  constructor(core, load) {
    this.core = core;
    this.load = remember(load);
    this.lines = remember((first) => this.#line(first));
    this.entries = core.entries.map(([page, anchor, title, kind, level], place) => {
      const [address, above, domain] = core.pages[page];
      const entry = { place, kind: core.kinds[kind], level, address, anchor, title: title || above, above, domain: core.domains[domain]?.id };
      entry.key = key(entry.title);
      return entry;
    });
  }

  /**
   * The entries with a token of a query: by the entry's place, how much the
   * token says of it, up to 9. And what in a text shows that it is there.
   */
  async lookup(token, han) {
    const chars = Array.from(token);
    const line = await this.lines(chars[0]);
    const found = han ? hanIn(line, token, chars) : meant(token, [...line.keys()]);
    const scores = new Map();
    for (const [known, share] of found) {
      for (const [entry, impact] of postings(line.get(known))) {
        scores.set(entry, Math.max(scores.get(entry) ?? 0, share * impact));
      }
    }
    return { scores, shown: han ? [token] : [...found.keys()] };
  }

  /** What an entry says, as parts of text and anchor. */
  async parts(entry) {
    const [first, path] = this.core.texts.findLast(([first]) => first <= entry.place);
    return (await this.load(path))[entry.place - first];
  }

  /** The tokens that begin with a character, with their postings. */
  async #line(first) {
    const file = this.core.postings.findLast(([from]) => from.codePointAt(0) <= first.codePointAt(0));
    const line = new Map();
    if (!file) return line;
    const text = (await this.load(file[1])).split("\n").find((text) => text.startsWith(first));
    for (const item of text?.slice(first.length).split(",") ?? []) {
      const colon = item.indexOf(":");
      line.set(first + item.slice(0, colon), item.slice(colon + 1));
    }
    return line;
  }
}

/** The tokens for a pair of Han, or for a single one, which is found in any token it begins. */
function hanIn(line, token, chars) {
  const found = chars.length > 1 ? [token].filter((pair) => line.has(pair)) : [...line.keys()];
  return new Map(found.map((known) => [known, 1]));
}

/** Reads postings: the distance to the entry before, and the impact unless it is 1. */
function* postings(text) {
  let next = 0;
  for (const [, high, low, impact] of text.matchAll(/([A-Z]*)([a-z])([2-9]?)/g)) {
    let distance = 0;
    for (const digit of high) distance = distance * 26 + digit.charCodeAt(0) - 65;
    const entry = next + distance * 26 + low.charCodeAt(0) - 97;
    yield [entry, Number(impact || 1)];
    next = entry + 1;
  }
}

/** Asks a function once for each argument; again after a failure. */
function remember(ask) {
  const answers = new Map();
  return (question) => {
    if (!answers.has(question)) {
      const answer = ask(question);
      answers.set(question, answer);
      answer.catch(() => answers.delete(question));
    }
    return answers.get(question);
  };
}
