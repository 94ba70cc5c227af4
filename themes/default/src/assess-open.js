/** Opens files that colleagues have sent, and settles where they differ. */
import { merge } from "./assess-merge.js";
import { FileError, read } from "./assess-read.js";
import { button } from "./assess-fields.js";
import { el } from "./dom.js";
import { levelMark } from "./level.js";

/** @param {object} form the parts that all views share */
export function opener(form) {
  const said = el("div", { role: "status", class: "opened" });
  const control = el("input", { type: "file", multiple: true, accept: ".yaml,.yml", "aria-label": form.words.text("assess.open") });
  control.addEventListener("change", async () => {
    const rows = [];
    for (const file of control.files) rows.push(el("div", {}, el("strong", {}, file.name), " ", ...(await openFile(form, file))));
    form.changed();
    if (form.draft && !rows.some((row) => row.querySelector("button"))) form.refresh();
    said.replaceChildren(...rows);
  });
  return el("div", {}, control, said);
}

/** Opens one file and says what became of it. */
async function openFile(form, file) {
  const { words } = form;
  let content;
  try {
    content = read(await file.text(), form.model, form.capabilities);
  } catch (error) {
    if (error instanceof FileError) return [words.text(error.key, error.values)];
    throw error;
  }
  if (!form.draft) await form.beginWith(content);
  const { team, kind } = form.draft.state;
  if (content.team !== team || content.kind !== kind) {
    return [words.text("assess.file.other", { team: content.team, kind: words.text(`kind.${content.kind}`) })];
  }
  const { taken, conflicts } = merge(form.draft, content);
  const parts = [words.count("assess.file.taken", taken)];
  if (content.unknown.length) parts.push(" ", words.text("assess.file.unknown", { ids: content.unknown.join(words.text("list.separator")) }));
  if (conflicts.length) parts.push(" ", words.count("assess.file.conflicts", conflicts.length), el("ul", {}, ...conflicts.map((c) => conflict(form, c))));
  return parts;
}

/** One capability on which the file and the form differ: the reader decides. */
function conflict(form, { id, theirs }) {
  const { words, draft } = form;
  const capability = form.capabilities.find((c) => c.id === id);
  const mine = draft.rating(id);
  const row = el("li", { "data-conflict": id });
  const settle = (rating) => {
    draft.say(id, rating);
    form.changed();
    row.replaceChildren(capability.name, " ", words.text("assess.file.settled"), " ", ...shown(form, id, rating));
  };
  row.append(capability.name, " ",
    button(words.text("assess.file.mine"), () => settle(mine)), " ", ...shown(form, id, mine), " ",
    button(words.text("assess.file.theirs"), () => settle(theirs)), " ", ...shown(form, id, theirs));
  return row;
}

function shown({ draft, words }, id, rating) {
  const { status, level } = draft.score(id, rating);
  return [status === "rated" ? levelMark(draft.model, level) : words.text(status === "na" ? "na" : "unassessed")];
}
