/** The search on a page of its own: what is asked stands in its address. */
import { SearchBox } from "./search-box.js";
import { part } from "./search-load.js";

export async function searchPage(place) {
  const { root, index } = document.querySelector("a[data-search]").dataset;
  const all = document.querySelector("[data-search-all]");
  const box = new SearchBox(await part(root, index), root, (query) => {
    all.hidden = query.has("q");
    try {
      history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
    } catch {
      // Some browsers keep the address of a file as it is.
    }
  });
  place.append(box.node);
  if (location.search) await box.set(new URLSearchParams(location.search));
  if (!location.hash) box.input.focus();
  return box;
}
