/**
 * Marks the tables that fit into the text: they need no scrolling of their own,
 * so their heads can stay in sight while the page scrolls.
 */
export function fitTables() {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      delete target.dataset.fits;
      const fits = target.scrollWidth <= target.clientWidth;
      if (fits) target.dataset.fits = "";
      if (fits) target.removeAttribute("tabindex");
      else target.tabIndex = 0;
    }
  });
  document.querySelectorAll(".table-scroll, .scroll").forEach((region) => observer.observe(region));
}
