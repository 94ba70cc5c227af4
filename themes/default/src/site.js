/** What every page does: each part works alone, and the page reads without any. */
import { copyAnchors } from "./anchors.js";
import { followContents } from "./contents.js";
import { openTarget, unfoldOnWideScreens } from "./folds.js";
import { schemeButton } from "./scheme-button.js";

schemeButton();
unfoldOnWideScreens();
openTarget();
followContents();
copyAnchors();
