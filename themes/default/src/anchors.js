/** What a reader hears when a link was copied. */
const COPIED = { zh: "链接已复制", en: "Link copied" };

/** Copies the whole address of a section when its "#" is clicked; the link still works as one. */
export function copyAnchors() {
  if (!navigator.clipboard) return;
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  status.className = "copied";
  document.body.append(status);

  document.addEventListener("click", async (event) => {
    const anchor = event.target.closest?.("a.anchor");
    if (!anchor || event.ctrlKey || event.metaKey || event.shiftKey) return;
    try {
      await navigator.clipboard.writeText(anchor.href);
    } catch {
      return; // The browser does not allow it; the address bar has the address.
    }
    status.textContent = COPIED[document.documentElement.lang.slice(0, 2)] ?? COPIED.en;
    setTimeout(() => { status.textContent = ""; }, 3000);
  });
}
