/**
 * Sorts and filters the table of teams. What the reader chose stands in the
 * address, so that it can be sent on. Without this script the table has its
 * own order, and all teams.
 */
import { Filters } from "./team-filters.js";
import { Sorting } from "./team-sorting.js";

for (const box of document.querySelectorAll(".teams")) start(box);

function start(box) {
  const filters = new Filters(box);
  const sorting = new Sorting(box);
  const status = box.querySelector("[role=status]");

  const apply = () => {
    const { shown, of } = filters.apply();
    status.textContent = [shown < of ? fill(box.dataset.found, { n: shown, of }) : "", sorting.words()].filter(Boolean).join(" ");
  };
  const change = () => {
    apply();
    remember({ ...filters.state(), ...sorting.state() });
  };

  const query = new URLSearchParams(location.search);
  filters.restore(query);
  sorting.restore(query);
  apply();
  filters.onChange(change);
  sorting.onChange(change);
}

/** Writes what was chosen into the address; what is not chosen leaves no trace. */
function remember(state) {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(state)) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  try {
    history.replaceState(null, "", url);
  } catch {
    // Some browsers keep the address of a page from a folder as it is.
  }
}

function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (placeholder, name) => values[name] ?? placeholder);
}
