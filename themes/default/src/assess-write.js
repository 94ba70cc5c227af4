/** Writes an assessment as a file: the canonical YAML, in the order of the formats. */
const { Document, Scalar, parseDocument, visit } = window.YAML;

/**
 * Writes a draft, and reads it back: what is handed over says what the form says.
 * @param {import("./assess-draft.js").Draft} draft
 */
export function write(draft) {
  const content = contentOf(draft);
  const text = serialise(content);
  if (JSON.stringify(parseDocument(text).toJS()) !== JSON.stringify(content)) {
    throw new Error("the file would not read as it was written");
  }
  return text;
}

/** Writes the file of a team that the site does not have yet. */
export function writeTeam({ team, fresh }) {
  return serialise(compact({ id: team, name: fresh.name, group: fresh.group }));
}

/** What the file holds, in the forms and the order of the formats. */
function contentOf(draft) {
  const { model, state } = draft;
  const said = draft.capabilities.filter(({ id }) => draft.isSaid(id) && !state.ratings[id].withheld);
  const ratings = {};
  for (const { id } of said) {
    const rating = shortRating(model, draft, id);
    if (rating !== undefined) ratings[id] = rating;
  }
  const assessors = state.assessors.split(/[,，、\n]/).map((name) => name.trim()).filter(Boolean);
  return compact({
    model: `${model.id}@${model.version}`,
    team: state.team,
    date: state.date,
    kind: state.kind,
    assessors: assessors.length ? assessors : undefined,
    scope: state.scope,
    extends: draft.extends(),
    summary: state.summary,
    ratings,
  });
}

/** A rating in its shortest form; nothing for one that need not be said. */
function shortRating(model, draft, id) {
  const { level, from, na, target, due, note, evidence, criteria, unassessed } = draft.state.ratings[id];
  if (unassessed) return draft.state.base?.ratings[id] && draft.extends() ? "unassessed" : undefined;
  if (from === true) return undefined; // of a team that the site does not name: it is carried over, or left out
  const order = draft.capabilities.find((c) => c.id === id).levels.flatMap((l) => l.criteria ?? []);
  const answers = order.filter((k) => criteria?.[k] !== undefined).map((k) => [k, shortAnswer(criteria[k])]);
  const rating = compact({
    level: from || na ? undefined : level,
    from,
    na: na && compact({ reason: na.reason, review: na.review }),
    target,
    due,
    note,
    evidence: from || na ? undefined : shortEvidence(evidence),
    criteria: answers.length && !from && !na ? Object.fromEntries(answers) : undefined,
  });
  return Object.keys(rating).join() === "level" ? rating.level : rating;
}

function shortAnswer(given) {
  if (typeof given === "string") return given;
  const { answer, reason, review, note, evidence } = given;
  const long = compact({ answer, reason, review, note, evidence: shortEvidence(evidence) });
  return Object.keys(long).length > 1 ? long : answer;
}

function shortEvidence(list = []) {
  const short = list.filter(({ url }) => url).map(({ title, url, date }) => (title || date ? compact({ title, url, date }) : url));
  return short.length ? short : undefined;
}

/** Without what is empty. */
function compact(object) {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined && value !== null && value !== ""));
}

/** The keys whose texts people write; all others hold ids, numbers and dates. */
const PROSE = new Set(["assessors", "scope", "summary", "note", "reason", "title", "url", "evidence", "name"]);

function serialise(content) {
  const doc = new Document(content);
  visit(doc, {
    Scalar(key, node, path) {
      if (key !== "key" && typeof node.value === "string" && isProse(path)) {
        node.type = node.value.includes("\n") ? Scalar.BLOCK_LITERAL : Scalar.QUOTE_DOUBLE;
      }
    },
    Map(_, node) {
      const keys = node.items.map((pair) => String(pair.key));
      node.flow = keys.length > 0 && keys.every((key) => ["from", "target", "due", "title", "url", "date"].includes(key));
    },
  });
  return doc.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Infinity });
}

/** Whether a value stands below a key whose texts people write. */
function isProse(path) {
  const keys = path.filter((step) => step.key).map((step) => String(step.key));
  return keys.some((key) => PROSE.has(key)) && keys.at(-1) !== "date";
}
