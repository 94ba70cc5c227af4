/** Reads an assessment from a file that someone has sent. */
import { isDay, isId } from "./assess-ids.js";

const { LineCounter, parseDocument, visit } = window.YAML;

/** The most that a file may hold, in characters. */
const MOST = 256 * 1024;

const KINDS = ["self", "peer", "external"];

/** What is wrong with a file that was opened: a word of the interface, and where. */
export class FileError extends Error {
  constructor(key, values) {
    super(key);
    this.key = key;
    this.values = values;
  }
}

/**
 * Reads an assessment. It is as little trusted as any other input: its size is
 * bounded, and only what the formats have comes out of it.
 * @throws {FileError}
 */
export function read(text, model, capabilities) {
  if (text.length > MOST) throw new FileError("assess.file.long", {});
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, uniqueKeys: true, strict: true, schema: "core" });
  const place = (offset) => lines.linePos(offset).line;
  if (doc.errors.length) throw new FileError("assess.file.yaml", { line: place(doc.errors[0].pos[0]) });
  const refuse = (node) => {
    throw new FileError("assess.file.yaml", { line: place(node.range[0]) });
  };
  visit(doc, {
    Alias: (_, node) => refuse(node),
    Value: (_, node) => (node.anchor || node.tag ? refuse(node) : undefined),
  });
  const lineOf = (...path) => place(doc.getIn(path, true)?.range?.[0] ?? 0);
  const wrong = (key, ...path) => new FileError(key, { line: lineOf(...path), what: path.join(" › ") });

  const file = doc.toJS();
  if (!isMap(file) || !isMap(file.ratings)) throw new FileError("assess.file.none", {});
  if (String(file.model).split("@")[0] !== model.id) throw wrong("assess.file.model", "model");
  if (!isId(String(file.team ?? ""))) throw wrong("assess.file.value", "team");
  if (!isDay(file.date)) throw wrong("assess.file.value", "date");
  if (!KINDS.includes(file.kind)) throw wrong("assess.file.value", "kind");

  const ratings = {};
  const unknown = [];
  for (const [id, rating] of Object.entries(file.ratings)) {
    const capability = capabilities.find((c) => c.id === id);
    if (!capability) {
      unknown.push(id);
      continue;
    }
    const long = longRating(rating, model, capability);
    if (!long) throw wrong("assess.file.value", "ratings", id);
    ratings[id] = long;
  }
  return {
    team: String(file.team), date: file.date, kind: file.kind, extends: file.extends, ratings, unknown,
    assessors: Array.isArray(file.assessors) ? file.assessors.map(String).join(", ") : "",
    scope: textOf(file.scope) ?? "", summary: textOf(file.summary) ?? "",
  };
}

function isMap(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A text, or one by language; nothing for what is neither. */
function textOf(value) {
  if (typeof value === "string") return value;
  if (isMap(value) && Object.values(value).every((text) => typeof text === "string")) return value;
  return undefined;
}

/** A rating in the long form; nothing for what is none. */
function longRating(rating, model, capability) {
  const isLevel = (n) => Number.isInteger(n) && n >= model.min && n <= model.max;
  if (rating === "unassessed") return { unassessed: true };
  if (isLevel(rating)) return { level: rating };
  if (!isMap(rating)) return undefined;
  const { level, from, na, target, due, note, evidence, criteria } = rating;
  const shared = { target: isLevel(target) ? target : undefined, due: isDay(due) ? due : undefined, note: textOf(note) };
  if (from !== undefined) return isId(String(from)) ? clean({ from: String(from), ...shared }) : undefined;
  if (na !== undefined) {
    return isMap(na) && textOf(na.reason) ? clean({ na: clean({ reason: textOf(na.reason), review: isDay(na.review) ? na.review : undefined }), ...shared }) : undefined;
  }
  if (level !== undefined && !isLevel(level)) return undefined;
  const answers = longAnswers(criteria, model, capability);
  if (level === undefined && !answers) return undefined;
  return clean({ level, ...shared, evidence: longEvidence(evidence), criteria: answers });
}

function longAnswers(criteria, model, capability) {
  if (!isMap(criteria)) return undefined;
  const known = new Set(capability.levels.flatMap((level) => level.criteria ?? []));
  const answers = Object.entries(criteria).flatMap(([id, given]) => {
    const answer = isMap(given) ? given.answer : given;
    if (!known.has(id) || !(Object.hasOwn(model.answers, answer) || answer === "na")) return [];
    if (!isMap(given)) return [[id, answer]];
    return [[id, clean({
      answer, reason: textOf(given.reason), review: isDay(given.review) ? given.review : undefined,
      note: textOf(given.note), evidence: longEvidence(given.evidence),
    })]];
  });
  return answers.length ? Object.fromEntries(answers) : undefined;
}

function longEvidence(list) {
  if (!Array.isArray(list)) return undefined;
  const long = list.flatMap((item) => {
    if (typeof item === "string") return [{ url: item }];
    if (!isMap(item) || typeof item.url !== "string") return [];
    return [clean({ title: textOf(item.title), url: item.url, date: isDay(item.date) ? item.date : undefined })];
  });
  return long.length ? long : undefined;
}

function clean(object) {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
