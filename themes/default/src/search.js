/**
 * The search. Pages load this when it is first opened; the page of the search
 * has it from the beginning.
 */
import { searchDialog } from "./search-dialog.js";
import { searchPage } from "./search-page.js";

window.gradus ??= {};
window.gradus.search = { dialog: searchDialog };

const place = document.querySelector("[data-search-page]");
if (place) searchPage(place);
