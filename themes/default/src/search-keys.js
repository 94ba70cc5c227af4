/** Whether single letters are shortcuts: the reader's choice, kept in this browser. */
const KEY = "gradus:keys";

export function wantsKeys() {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true; // No storage: what the choice is without one.
  }
}

export function setKeys(on) {
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, "off");
  } catch {
    // No storage: there is nothing to remember it by.
  }
}
