/** On phones: shows one level of all capabilities in a level table, or all levels of each. */
export function pickLevels() {
  for (const pick of document.querySelectorAll(".pick")) {
    const list = pick.parentElement;
    pick.addEventListener("change", ({ target }) => {
      list.dataset.pick = target.value;
      for (const fold of list.querySelectorAll("details")) {
        fold.open = target.value !== "all";
        for (const rung of fold.querySelectorAll("li")) rung.hidden = target.value !== "all" && rung.value !== Number(target.value);
      }
    });
  }
}
