/** What golden_test.go asks of the scripts, in a browser and in Node. */
import { Index } from "../../../themes/default/src/search-index.js";
import { search } from "../../../themes/default/src/search-rank.js";
import { words } from "../../../themes/default/src/search-tokens.js";

/** How many results a reader sees at first, with their excerpts. */
const SEEN = 8;

/** @returns {string[][][]} the tokens of each word of each query */
export const takeApart = (queries) => queries.map((query) => words(query).map((word) => word.tokens));

/**
 * Asks each query of an index that has nothing loaded yet but the core, and
 * again when it has: the addresses of the first results, the files that the
 * first answer took, and the milliseconds of the second.
 */
export async function answers(core, load, queries) {
  const all = [];
  for (const query of queries) {
    const loaded = new Set();
    const index = new Index(core, (path) => { loaded.add(path); return load(path); });
    const { results } = await search(index, query);
    for (const entry of results.slice(0, SEEN)) await index.parts(entry);
    const start = performance.now();
    await search(index, query);
    all.push({ query, first: results.slice(0, 3).map(addressOf), loaded: [...loaded], took: performance.now() - start });
  }
  return all;
}

/** Of queries with the addresses that each must find, those that are not found. */
export async function missing(core, load, wanted) {
  const index = new Index(core, load);
  const all = [];
  for (const [query, addresses] of Object.entries(wanted)) {
    const found = new Set((await search(index, query)).results.map(addressOf));
    for (const address of addresses) if (!found.has(address)) all.push(`${query}: ${address}`);
  }
  return all;
}

const addressOf = ({ address, anchor }) => address + (anchor && `#${anchor}`);
