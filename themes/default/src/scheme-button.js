const KEY = "gradus:scheme";
const SCHEMES = ["auto", "light", "dark"];

/** Shows the button that goes round the schemes: the system's, light, dark. */
export function schemeButton() {
  for (const button of document.querySelectorAll("button[data-scheme]")) {
    show(button, document.documentElement.dataset.scheme ?? "auto");
    button.addEventListener("click", () => {
      const next = SCHEMES[(SCHEMES.indexOf(button.dataset.scheme) + 1) % SCHEMES.length];
      apply(next);
      remember(next);
      show(button, next);
    });
    button.hidden = false;
  }
}

/** Writes the name of the scheme on the button; data-auto, -light and -dark have them. */
function show(button, scheme) {
  button.dataset.scheme = scheme;
  button.textContent = button.dataset[scheme];
}

/** Sets the scheme, and tells the charts, whose colours style sheets do not reach. */
function apply(scheme) {
  const root = document.documentElement;
  if (scheme === "auto") delete root.dataset.scheme;
  else root.dataset.scheme = scheme;
  document.dispatchEvent(new Event(KEY));
}

function remember(scheme) {
  try {
    if (scheme === "auto") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, scheme);
  } catch {
    // No storage: the choice lasts as long as the page.
  }
}
