import { fragment } from "./former.js";

/** Opens the site's contents where there is room for them beside the text. */
export function unfoldOnWideScreens() {
  const wide = matchMedia("(min-width: 64rem)");
  const folds = document.querySelectorAll("details.side-fold");
  const set = () => folds.forEach((fold) => { fold.open = wide.matches; });
  set();
  wide.addEventListener("change", set);
}

/** Brings where one is in the site's contents into sight, without moving the page. */
export function showPlace() {
  const side = document.querySelector(".side");
  const here = side?.querySelector('[aria-current="page"]');
  if (!here) return;
  const above = here.getBoundingClientRect().top - side.getBoundingClientRect().top;
  if (above > side.clientHeight * 0.8) side.scrollTop = above - side.clientHeight / 2;
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
