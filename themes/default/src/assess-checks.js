/** What `gradus check` would say of a draft, before it is handed over. */
import { capabilitiesOf } from "./model.js";
import { resultsOf } from "./assess-draft.js";

/**
 * @param {import("./assess-draft.js").Draft} draft
 * @param {import("./words.js").Words} words
 * @returns {{severity: "error" | "warning", id: string, text: string}[]} in the model's order
 */
export function check(draft, words) {
  const { model } = draft;
  const results = new Map(resultsOf(draft.scorecard()).map((c) => [c.id, c]));
  return capabilitiesOf(model).flatMap((capability) => {
    const own = draft.state.ratings[capability.id];
    if (!own || own.unassessed || own.withheld) return [];
    const result = results.get(capability.id);
    const found = own.na ? noReason(own.na, capability) : own.from ? [] : [
      ...contradicted(own, result),
      ...answersWithoutReason(own),
      ...addresses(own),
      ...requirements(model, capability, result, results),
      ...evidence(model, result),
    ];
    return found.map(([severity, key, values = {}]) => ({
      severity, id: capability.id,
      text: words.text(key, { ...values, capability: capability.name, other: nameOf(model, values.other) }),
    }));
  });
}

function nameOf(model, id) {
  return id && capabilitiesOf(model).find((c) => c.id === id).name;
}

function noReason(na, capability) {
  if (capability.always) return [["error", "assess.check.always"]];
  return na.reason ? [] : [["error", "assess.check.reason"]];
}

function contradicted(own, { level }) {
  return own.level > level ? [["error", "assess.check.contradicted", { level: own.level, reached: level }]] : [];
}

function answersWithoutReason({ criteria = {} }) {
  const some = Object.values(criteria).some((given) => (given.answer ?? given) === "na" && !given.reason);
  return some ? [["error", "assess.check.reason"]] : [];
}

function addresses({ evidence = [], criteria = {} }) {
  const all = [evidence, ...Object.values(criteria).map((given) => given.evidence ?? [])].flat();
  return all.filter(({ url }) => url && !isAddress(url)).map(({ url }) => ["error", "assess.check.address", { url }]);
}

/** Whether an address may become a link: what package address allows. */
export function isAddress(text) {
  const authority = /^https?:\/\/([^/?#]*)/i.exec(text)?.[1] ?? "";
  return /^[a-z0-9.:[\]-]+$/i.test(authority) && text.length <= 2048 && !/[\s\\\u0000-\u001f]/.test(text) && isParsed(text);
}

function isParsed(text) {
  try {
    return Boolean(new URL(text));
  } catch {
    return false;
  }
}

function requirements(model, capability, { level }, results) {
  const reached = capability.levels.slice(0, level - model.min + 1).reverse();
  const said = new Set();
  return reached.flatMap(({ requires = [] }) => requires).flatMap(([id, needed]) => {
    const other = results.get(id);
    if (!other || other.level === null || other.level >= needed || said.has(id)) return [];
    said.add(id);
    return [["warning", "assess.check.requires", { other: id, needed, reached: other.level, level }]];
  });
}

function evidence(model, result) {
  const missing = result.level >= (model.evidence_from ?? Infinity) && !result.evidence;
  return missing ? [["warning", "assess.check.evidence", { level: result.level }]] : [];
}
