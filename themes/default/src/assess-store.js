/** Drafts in the browser's own storage; they never leave it. */

const FORM = "v1";

export class Store {
  /** @param {string} model id of the model, so that two handbooks keep apart */
  constructor(model) {
    this.prefix = `gradus:draft:${FORM}:${model}:`;
  }

  name({ team, kind }) {
    return `${this.prefix}${team}:${kind}`;
  }

  /** Stores a draft; false where the browser has no room or allows no storage. */
  save(state) {
    try {
      localStorage.setItem(this.name(state), JSON.stringify({ ...state, saved: new Date().toISOString() }));
      return true;
    } catch {
      return false;
    }
  }

  remove(state) {
    try {
      localStorage.removeItem(this.name(state));
    } catch {
      // Nothing was stored.
    }
  }

  /** The names of all drafts; none where nothing can be stored. */
  names() {
    try {
      return Object.keys(localStorage).filter((name) => name.startsWith(this.prefix));
    } catch {
      return [];
    }
  }

  /** All drafts, the last saved first. */
  list() {
    const found = [];
    for (const name of this.names()) {
      try {
        found.push(JSON.parse(localStorage.getItem(name)));
      } catch {
        // One that can't be read hides no other.
      }
    }
    return found.filter((state) => state?.team && state.ratings).sort((a, b) => (a.saved < b.saved ? 1 : -1));
  }

  /** Calls when another window saves the same draft. */
  watch(state, call) {
    addEventListener("storage", ({ key }) => {
      if (key === this.name(state())) call();
    });
  }
}

/**
 * A stored draft may speak of a model of another version: what that no longer
 * has is taken out.
 * @returns {string[]} what was taken out: capabilities and criteria
 */
export function migrate(state, model, capabilities) {
  const lost = [];
  for (const ratings of [state.ratings, state.base?.ratings ?? {}]) {
    for (const [id, rating] of Object.entries(ratings)) {
      const known = capabilities.find((c) => c.id === id);
      if (!known) {
        delete ratings[id];
        lost.push(id);
        continue;
      }
      const criteria = new Set(known.levels.flatMap((level) => level.criteria ?? []));
      for (const k of Object.keys(rating.criteria ?? {})) {
        if (criteria.has(k)) continue;
        delete rating.criteria[k];
        lost.push(`${id}#${k}`);
      }
    }
  }
  state.version = model.version;
  return [...new Set(lost)];
}
