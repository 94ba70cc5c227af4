/**
 * Takes texts apart, as package search does in Go: shared vectors hold the
 * twins together.
 */

/**
 * One of the ways in which the same is written: NFKC, then lower case character
 * by character. A whole text at once would make the last sigma of a Greek word
 * another letter.
 */
export function normalise(text) {
  return Array.from(text.normalize("NFKC"), (char) => char.toLowerCase()).join("");
}

// Han, kana and hangul, which are written without spaces; any other letters and
// digits. A mark belongs to what it stands on.
const HAN = "[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}ー]";
const RUNS = new RegExp(`(${HAN}(?:${HAN}|\\p{M})*)|(?!${HAN})[\\p{L}\\p{N}](?:(?!${HAN})[\\p{L}\\p{M}\\p{N}])*`, "gu");

/** The stretches of a normalised text that can be searched for: {text, han, at}. */
export function runs(text) {
  return Array.from(text.matchAll(RUNS), (m) => ({ text: m[0], han: m[1] !== undefined, at: m.index }));
}

// What people ask with, and do not look for.
const ASKING = {
  han: /为什么|怎么样|怎么做|怎么|怎样|如何|什么是|是什么|什么|哪些|吗$|呢$/g,
  words: new Set("a an the how what why which who when where is are do does did to of in on for and or we i you our should can".split(" ")),
};

/**
 * The words of a query, each with the tokens it is found by: itself, or of a
 * run of Han the overlapping pairs of characters. A single character is found
 * wherever a token begins with it.
 */
export function words(query) {
  const plain = normalise(query);
  const asked = runs(plain.replace(ASKING.han, " ")).filter((run) => !ASKING.words.has(run.text));
  const all = new Map();
  for (const { text, han } of asked.length ? asked : runs(plain)) all.set(text, { text, han, tokens: han ? pairs(text) : [text] });
  return [...all.values()];
}

function pairs(text) {
  const chars = Array.from(text);
  if (chars.length === 1) return chars;
  return [...new Set(chars.slice(1).map((char, i) => chars[i] + char))];
}

/** The letters and digits of a text, which two titles share that a reader would call the same. */
export function key(text) {
  return runs(normalise(text)).map((run) => run.text).join(" ");
}
