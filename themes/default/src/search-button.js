/**
 * Makes the link to the search page open the search here: with a click, with
 * Ctrl+K and, unless the reader has turned it off, with "/". What the search
 * consists of is loaded when it is first opened; when that fails, the link
 * leads where it always did.
 */
import { add, part } from "./search-load.js";
import { wantsKeys } from "./search-keys.js";

export function searchButton() {
  const link = document.querySelector("a[data-search]");
  if (!link) return;
  let ready;
  const open = async () => {
    try {
      ready ??= load(link);
      (await ready).open();
    } catch {
      ready = undefined;
      location.assign(link.href);
    }
  };
  link.setAttribute("role", "button");
  link.setAttribute("aria-haspopup", "dialog");
  link.setAttribute("aria-keyshortcuts", "Control+K");
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  link.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    open();
  });
  document.addEventListener("keydown", (event) => {
    if (!asksForSearch(event)) return;
    event.preventDefault();
    open();
  });
}

/** Loads the search; on its own page it is there already. */
async function load({ dataset: { root, index, script, sheet } }) {
  const page = document.querySelector("[data-search-page]");
  if (page) return { open: () => page.querySelector("input").focus() };
  const [core] = await Promise.all([
    part(root, index),
    add("script", { src: root + script }),
    add("link", { rel: "stylesheet", href: root + sheet }),
  ]);
  return window.gradus.search.dialog(core, root);
}

function asksForSearch(event) {
  if (event.defaultPrevented || event.isComposing || event.altKey) return false;
  if (event.ctrlKey || event.metaKey) return !event.shiftKey && event.key.toLowerCase() === "k";
  return event.key === "/" && !writes(event.target) && !document.querySelector("dialog[open]") && wantsKeys();
}

/** Whether a letter that is typed here is text. */
function writes(target) {
  return target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.nodeName);
}
