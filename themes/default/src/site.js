/** What every page does: each part works alone, and the page reads without any. */
import { copyAnchors } from "./anchors.js";
import { copyCode } from "./code.js";
import { followContents } from "./contents.js";
import { openTarget, showPlace, unfoldOnWideScreens } from "./folds.js";
import { followFormer } from "./former.js";
import { pickLevels } from "./levels.js";
import { moved } from "./page.js";
import { schemeButton } from "./scheme-button.js";
import { searchButton } from "./search-button.js";
import { shortcuts } from "./shortcuts.js";
import { fitTables } from "./tables.js";
import { explainTerms } from "./terms.js";

followFormer(moved);
schemeButton();
searchButton();
unfoldOnWideScreens();
showPlace();
openTarget();
followContents();
pickLevels();
fitTables();
copyAnchors();
copyCode();
explainTerms();
shortcuts();
