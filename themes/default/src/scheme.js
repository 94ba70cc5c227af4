/**
 * Sets the colour scheme that the reader chose, before anything is painted.
 * Stands in <head> and blocks, so it is as small as can be.
 */
try {
  const scheme = localStorage.getItem("gradus:scheme");
  if (scheme === "light" || scheme === "dark") document.documentElement.dataset.scheme = scheme;
} catch {
  // No storage: the scheme of the system stays.
}
