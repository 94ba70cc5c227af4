import { word } from "./page.js";
import { say } from "./say.js";

/** Copies the whole address of a section when its "#" is clicked; the link still works as one. */
export function copyAnchors() {
  if (!navigator.clipboard) return;
  document.addEventListener("click", async (event) => {
    const anchor = event.target.closest?.("a.anchor");
    if (!anchor || event.ctrlKey || event.metaKey || event.shiftKey) return;
    try {
      await navigator.clipboard.writeText(anchor.href);
    } catch {
      return; // The browser does not allow it; the address bar has the address.
    }
    say(word("script.copied.link"));
  });
}
