/** Which words of the index a word of a query may mean. */

/** How many typos a word is allowed. The first letter has to be right. */
const allowedTypos = (word) => (word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0);

/**
 * The words that one may mean, with the share of a match that each is:
 * itself 1, a word that goes on from it the share that was typed, another form
 * of it 0.8, and only when there is none of these, a word with the fewest typos
 * half of that.
 *
 * @param {string} word
 * @param {string[]} known the words with the same first letter
 * @returns {Map<string, number>}
 */
export function meant(word, known) {
  const found = new Map();
  const stems = stemsOf(word);
  for (const other of known) {
    if (other === word) found.set(other, 1);
    else if (stems.some((stem) => other.startsWith(stem) && other.length <= stem.length + 3)) found.set(other, 0.8);
    else if (word.length > 1 && other.startsWith(word)) found.set(other, word.length / other.length);
  }
  return found.size ? found : misspelt(word, known);
}

/** Endings of English words, with how much must be left without them. */
const ENDINGS = { s: 3, es: 4, ed: 4, ing: 4, er: 5, ers: 5 };

/** What is left of a word without each ending that it has. */
function stemsOf(word) {
  return Object.entries(ENDINGS)
    .filter(([ending, least]) => word.endsWith(ending) && word.length - ending.length >= least)
    .map(([ending]) => word.slice(0, -ending.length));
}

function misspelt(word, known) {
  let least = allowedTypos(word);
  let found = new Map();
  if (!least) return found;
  for (const other of known) {
    if (other.length < word.length - least) continue;
    const typos = typosIn(word, other, least);
    if (typos > least) continue;
    if (typos < least) [least, found] = [typos, new Map()];
    found.set(other, 0.5 * Math.min(1, word.length / other.length));
  }
  return found;
}

/**
 * The fewest typos that make a word of a beginning of another: a letter too
 * many, too few or wrong, or two the wrong way round. More than most is most+1.
 */
export function typosIn(word, other, most) {
  const width = Math.min(other.length, word.length + most);
  let before, row = Array.from({ length: width + 1 }, (_, j) => j);
  for (let i = 1; i <= word.length; i++) {
    const next = [i];
    for (let j = 1; j <= width; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (word[i - 1] === other[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && word[i - 1] === other[j - 2] && word[i - 2] === other[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return Math.min(...row);
}
