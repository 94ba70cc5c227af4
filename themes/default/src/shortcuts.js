import { setKeys, wantsKeys } from "./search-keys.js";

/**
 * Single keys that do something, and the list of them. A reader can turn them
 * off, for good: speech input presses keys too (WCAG 2.1.4).
 */
export function shortcuts() {
  const list = document.querySelector("dialog.keys");
  if (!list) return;
  const follow = (selector) => () => document.querySelector(selector)?.click();
  const actions = new Map([
    ["?", () => list.showModal()],
    ["p", follow('a[rel="prev"]')],
    ["n", follow('a[rel="next"]')],
  ]);

  const choice = list.querySelector("input");
  choice.checked = wantsKeys();
  choice.addEventListener("change", () => setKeys(choice.checked));
  list.querySelector("button").addEventListener("click", () => list.close());
  const button = document.querySelector("button[data-keys]");
  button?.addEventListener("click", () => list.showModal());

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    if (!actions.has(event.key) || isField(event.target) || document.querySelector("dialog[open]") || !wantsKeys()) return;
    event.preventDefault();
    actions.get(event.key)();
  });
}

function isField(element) {
  return element.isContentEditable || element.matches?.("input, select, textarea, [role=listbox], [role=combobox]");
}
