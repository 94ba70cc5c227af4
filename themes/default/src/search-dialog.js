/** The search in a dialog, above any page. */
import { el } from "./dom.js";
import { SearchBox } from "./search-box.js";
import { setKeys, wantsKeys } from "./search-keys.js";

export function searchDialog(core, root) {
  const link = document.querySelector("a[data-search]");
  const page = el("a", { href: link.href });
  const box = new SearchBox(core, root, (query) => { page.search = query; });
  const { words } = box;
  page.append(words.text("search.page"));

  const keys = el("input", { type: "checkbox" });
  keys.checked = wantsKeys();
  keys.addEventListener("change", () => setKeys(keys.checked));

  const close = el("button", { type: "button", class: "search-close", "aria-label": words.text("search.close") }, "×");
  const dialog = el("dialog", { class: "search-dialog", "aria-label": words.text("search.title") }, close, box.node,
    el("div", { class: "search-foot" }, el("span", {}, words.text("search.keys")), el("label", {}, keys, " ", words.text("search.slash")), page));
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    // Beside the dialog, or on a result that is opened here.
    const opened = event.target.closest("[role=option]") && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (event.target === dialog || opened) dialog.close();
  });
  document.body.append(dialog);
  return {
    open() {
      if (dialog.open) return;
      dialog.showModal();
      box.input.focus();
      box.input.select();
    },
  };
}
