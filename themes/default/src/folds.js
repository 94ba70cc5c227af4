/** Opens the site's contents where there is room for them beside the text. */
export function unfoldOnWideScreens() {
  const wide = matchMedia("(min-width: 64rem)");
  const folds = document.querySelectorAll("details.side-fold");
  const set = () => folds.forEach((fold) => { fold.open = wide.matches; });
  set();
  wide.addEventListener("change", set);
}

/** Opens what is folded around, or in, the part of the page that the address names. */
export function openTarget() {
  const open = () => {
    const target = document.getElementById(fragment());
    if (!target) return;
    const inside = target.querySelector(":scope > details");
    let opened = false;
    for (let fold = inside ?? target.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      opened ||= !fold.open;
      fold.open = true;
    }
    if (opened) target.scrollIntoView();
  };
  open();
  addEventListener("hashchange", open);
}

function fragment() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return ""; // A lone "%": no id of ours has one.
  }
}
