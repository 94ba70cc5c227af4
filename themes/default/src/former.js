/**
 * Leads on from an anchor that the page had formerly: to where content/moved.yaml
 * says. An anchor that the page still has stays what it is.
 * @param {Record<string, string>} moved addresses by former anchor
 */
export function followFormer(moved) {
  const follow = () => {
    const anchor = fragment();
    if (Object.hasOwn(moved, anchor) && !document.getElementById(anchor)) location.replace(moved[anchor]);
  };
  follow();
  addEventListener("hashchange", follow);
}

/** The anchor that the address names, "" for none. */
export function fragment() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return ""; // A lone "%": no id of ours has one.
  }
}
