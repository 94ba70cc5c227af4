/** What becomes of a draft when a colleague's part of it is opened. */

/**
 * Takes over what a file says and the draft does not.
 * @param {import("./assess-draft.js").Draft} draft
 * @param {object} file as it was read
 * @returns {{taken: number, conflicts: {id: string, theirs: object}[]}} conflicts are left to the reader
 */
export function merge(draft, file) {
  const conflicts = [];
  let taken = 0;
  for (const [id, theirs] of Object.entries(file.ratings)) {
    const counting = draft.state.base?.ratings[id]?.counting;
    const rating = theirs.from ? { ...theirs, counting } : theirs;
    if (!draft.isSaid(id)) {
      draft.say(id, rating);
      taken++;
    } else if (!same(draft.state.ratings[id], rating)) {
      conflicts.push({ id, theirs: rating });
    }
  }
  for (const key of ["assessors", "scope", "summary"]) draft.state[key] ||= file[key];
  if (file.extends && !draft.state.base) draft.state.base = { key: file.extends, ratings: {}, unseen: true };
  return { taken, conflicts };
}

/** Whether two ratings say the same, in whatever order. */
export function same(a, b) {
  return canonical(a) === canonical(b);
}

function canonical(value) {
  return JSON.stringify(value, (key, inner) => {
    if (key === "withheld" || key === "proven" || key === "counting") return undefined;
    if (typeof inner !== "object" || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([x], [y]) => (x < y ? -1 : 1)));
  });
}
