/**
 * The ranking, written once and here alone.
 *
 * The score of an entry is the sum, over the words of the query, of the word's
 * rarity times what the word says of the entry; times a factor for the kind of
 * entry, one for a page as a whole, and one for a title with all the words, the
 * higher the more of the title was typed.
 *
 * A run of Han is one word, of which two thirds of the pairs must be there:
 * 告警收敛 finds 告警与收敛, though no text has 警收. What it says of an entry is
 * the sum over its pairs, times the share of them that are there.
 *
 * An entry must have every word, but for those that more than a third of all
 * entries have. When none has them all, those count that have most.
 */
import { key, words } from "./search-tokens.js";

const KINDS = { capability: 1.3, term: 1.15, level: 1, chapter: 1.05, team: 1, page: 1 };
const WHOLE_PAGE = 1.2;
const TITLE = { least: 1.25, most: 2.5 };

/** The share of a word's tokens that an entry must have. */
const ENOUGH = 2 / 3;
/** A word that this share of all entries has need not be in an answer. */
const COMMON = 1 / 3;
/** When no entry has all words, those count that have this share of the best one's. */
const NEAR = 0.6;

/**
 * @param {import("./search-index.js").Index} index
 * @param {string} query
 * @param {{domain?: string, level?: number, kind?: string}} filter
 * @returns {Promise<{results: object[], complete: boolean, shown: Set<string>}>} the entries,
 *   the best first; whether they have all words; and what in their texts shows that they have them
 */
export async function search(index, query, filter = {}) {
  const asked = await Promise.all(words(query).map((word) => find(index, word)));
  const found = candidates(index, asked, filter);
  const complete = found.some((f) => f.all);
  const most = Math.max(0, ...found.map((f) => f.had));
  const typed = key(query).length;
  const results = found
    .filter((f) => (complete ? f.all : f.had >= NEAR * most))
    .map(({ entry, score }) => ({ ...entry, score: score * KINDS[entry.kind] * (entry.anchor ? 1 : WHOLE_PAGE) * titleFactor(entry.key, asked, typed) }))
    .sort((a, b) => b.score - a.score || a.place - b.place);
  return { results, complete, shown: new Set(asked.flatMap((word) => word.shown.flat())) };
}

/** Looks a word up: by entry, the share of its tokens there and what they say. */
async function find(index, { tokens, han }) {
  const found = await Promise.all(tokens.map((token) => index.lookup(token, han)));
  const entries = new Map();
  for (const { scores } of found) {
    for (const [place, impact] of scores) {
      const entry = entries.get(place) ?? { share: 0, impact: 0 };
      entry.share += 1 / tokens.length;
      entry.impact += impact;
      entries.set(place, entry);
    }
  }
  return { entries, rarity: rarityOf(found, index.entries.length), shown: found.map((token) => token.shown) };
}

/**
 * BM25's weight of a word: the fewer entries have it, the more it says. Of a
 * run of Han the mean of its pairs, since a pair across the border of two words
 * is rare without saying more.
 */
function rarityOf(found, all) {
  const counts = found.map(({ scores }) => scores.size).filter((count) => count > 0);
  const sum = counts.reduce((sum, count) => sum + Math.log(1 + (all - count + 0.5) / (count + 0.5)), 0);
  return counts.length ? sum / counts.length : Math.log(2 * all + 2);
}

/** The entries with any word that is needed: their scores, and the rarity of what they have of those words. */
function candidates(index, asked, filter) {
  const rare = asked.filter(({ entries }) => entries.size <= COMMON * index.entries.length);
  const needed = rare.length ? rare : asked;
  const places = new Set(needed.flatMap(({ entries }) => [...entries.keys()]));
  return [...places].filter((place) => passes(index.entries[place], filter)).map((place) => {
    const found = { entry: index.entries[place], score: 0, had: 0, all: true };
    for (const { entries, rarity } of asked) {
      const { share = 0, impact = 0 } = entries.get(place) ?? {};
      found.score += rarity * share * impact;
    }
    for (const { entries, rarity } of needed) {
      const share = entries.get(place)?.share ?? 0;
      found.had += rarity * share;
      found.all &&= share > ENOUGH - 1e-9;
    }
    return found;
  });
}

function passes(entry, { domain, level, kind }) {
  return (!domain || entry.domain === domain) && (level === undefined || entry.level === level) && (!kind || entry.kind === kind);
}

/** 1 for a title that lacks a word; else by the share of it that was typed. */
function titleFactor(title, asked, typed) {
  for (const { shown } of asked) {
    const there = shown.filter((forms) => forms.some((form) => title.includes(form)));
    if (there.length < shown.length * ENOUGH - 1e-9) return 1;
  }
  return TITLE.least + (TITLE.most - TITLE.least) * Math.min(1, typed / title.length);
}
