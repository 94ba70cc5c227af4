/** What the page tells its scripts: see pageData in internal/site. */
const data = JSON.parse(document.querySelector("#page-data script")?.textContent ?? "{}");

/** The terms that the text links to, by their anchors in the glossary. */
export const terms = data.terms ?? {};

/** Where the former anchors of this page lead. */
export const moved = data.moved ?? {};

/** A word of the interface, in the language of the page. */
export function word(key) {
  return data.words?.[key] ?? key;
}
