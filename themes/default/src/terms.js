import { terms, word } from "./page.js";

/** How long a card stays when the pointer is on its way to it, in milliseconds. */
const LINGER = 200;

/**
 * Explains the terms of the text where they stand: a card beside the link, on
 * hovering, on focus, and at the first touch; a second one follows the link.
 * Escape puts the card away, and it stays while the pointer is on it.
 */
export function explainTerms() {
  if (!Object.keys(terms).length) return;
  const card = new Card();
  const shown = (event) => {
    const link = event.target.closest?.("main a[href]");
    const term = link && termOf(link);
    if (term) card.show(link, term);
    return term && link;
  };
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "touch") shown(event) || card.leave(event.target);
  });
  document.addEventListener("focusin", (event) => shown(event) || card.hide());
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") card.hide();
  });
  let touched; // the link that the last touch has explained
  document.addEventListener("click", (event) => {
    if (event.pointerType !== "touch") return;
    const link = shown(event) || undefined;
    if (link && link !== touched) event.preventDefault();
    if (!link) card.hide();
    touched = link;
  }, true);
}

/** What a link to the glossary speaks of. */
function termOf(link) {
  const id = link.hash.slice(1); // ids of terms are plain letters, digits and hyphens
  return /\/glossary\/(index\.html)?$/.test(link.pathname) && Object.hasOwn(terms, id) ? terms[id] : undefined;
}

class Card {
  constructor() {
    this.box = document.createElement("div");
    this.box.className = "term-card";
    this.box.id = "term-card";
    this.box.setAttribute("role", "tooltip");
    this.box.hidden = true;
    document.body.append(this.box);
  }

  show(link, { term, text }) {
    clearTimeout(this.leaving);
    if (link === this.link) return;
    this.hide();
    this.link = link;
    const name = document.createElement("b");
    const hint = document.createElement("small");
    name.textContent = term;
    hint.textContent = word("script.term");
    this.box.replaceChildren(name, ` ${text}`, hint);
    this.box.hidden = false;
    link.setAttribute("aria-describedby", this.box.id);
    this.place(link.getClientRects()[0]);
  }

  /** Below the link; above it where there is no room. */
  place(link) {
    const { width, height } = this.box.getBoundingClientRect();
    const room = document.documentElement.clientWidth;
    const below = link.bottom + height + 8 < innerHeight || link.top < height + 8;
    this.box.style.left = `${scrollX + Math.max(8, Math.min(link.left, room - width - 8))}px`;
    this.box.style.top = `${scrollY + (below ? link.bottom + 4 : link.top - height - 4)}px`;
  }

  /** The pointer is somewhere else: on the card, perhaps. */
  leave(target) {
    if (!this.link || this.box.contains(target)) {
      clearTimeout(this.leaving);
      this.leaving = undefined;
    } else if (this.link !== document.activeElement) {
      this.leaving ??= setTimeout(() => this.hide(), LINGER);
    }
  }

  hide() {
    clearTimeout(this.leaving);
    this.leaving = undefined;
    this.link?.removeAttribute("aria-describedby");
    this.link = undefined;
    this.box.hidden = true;
  }
}
