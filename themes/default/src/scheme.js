/**
 * Sets the colour scheme that the reader chose, before anything is painted, and
 * says that scripts run, so that what needs them has its room from the start.
 * Stands in <head> and blocks, so it is as small as can be.
 */
document.documentElement.dataset.script = "";
try {
  const scheme = localStorage.getItem("gradus:scheme");
  if (scheme === "light" || scheme === "dark") document.documentElement.dataset.scheme = scheme;
} catch {
  // No storage: the scheme of the system stays.
}
