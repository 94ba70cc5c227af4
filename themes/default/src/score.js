/**
 * The scoring rules, sections 2 to 4, as package score has them in Go: a model
 * and a team's ratings give a scorecard of the same fields. Shared cases hold
 * the twins together, to 1e-9.
 *
 * A model is what the site publishes for scripts, a rating what an assessment
 * says of one capability, in the long form or the short one:
 *
 *   {level, criteria: {id: answer | {answer, evidence, proven}}, evidence, proven, target, due}
 *   {na: …}   {from: team, counting: that team's rating, target, due}
 *   {from: true, counting: {shares, blockers, proven} or {na: {}}, target, due}   of a team that is not named
 *
 * `proven` says that there is evidence where the site does not publish what it is.
 */
import { plan } from "./plan.js";

/** Numbers closer than this are equal. */
export const EPS = 1e-9;

/** Whether a level whose share f is met is passed. */
export const passed = (f) => f >= 1 - EPS;

export class Scorer {
  /** @param {object} model */
  constructor(model) {
    this.model = model;
    this.rules = [];
    this.index = new Map(); // capability id -> place in rules
    this.groups = model.domains.map((domain) => this.addDomain(domain));
    for (const { levels } of this.rules) {
      for (const level of levels) {
        level.requires = level.requires
          .filter(([id]) => this.index.has(id))
          .map(([id, needed]) => ({ capability: this.index.get(id), level: Math.min(needed, model.max) }));
      }
    }
  }

  /** Lays out the rules of a domain's capabilities; returns where its areas begin and end in them. */
  addDomain(domain) {
    const areas = domain.areas.map((area) => {
      const first = this.rules.length;
      for (const capability of area.capabilities) {
        this.index.set(capability.id, this.rules.length);
        this.rules.push(newRules(this.model, domain, area, capability));
      }
      return { id: area.id, first, end: this.rules.length };
    });
    return { id: domain.id, areas, first: areas[0].first, end: areas.at(-1).end };
  }

  /**
   * @param {{targets?: object, tags?: string[], group?: string}} team
   * @param {Record<string, object>} ratings by capability
   */
  scorecard(team, ratings) {
    const { min, min_coverage: least } = this.model;
    const shares = [];
    const all = this.rules.map((rules, i) => {
      const result = rate(this.model, rules, ratings[rules.id]);
      shares[i] = result.shares;
      return result.capability;
    });
    this.setTargets(all, team, ratings);
    this.weigh(all);

    const overall = { ...this.summarise(all, 0, all.length), to_target: null };
    const aimed = all.filter((c) => c.target !== null);
    const way = sum(aimed, (c) => c.weight * (c.target - min));
    if (way > 0) overall.to_target = 1 - sum(aimed, (c) => c.weight * c.gap) / way;
    const { rated, applicable } = overall.coverage;
    const list = gaps(all);
    return {
      overall,
      domains: this.groups.map((domain) => ({
        id: domain.id,
        ...this.summarise(all, domain.first, domain.end),
        areas: domain.areas.map((area) => ({
          id: area.id,
          ...this.summarise(all, area.first, area.end),
          capabilities: all.slice(area.first, area.end),
        })),
      })),
      gaps: list,
      plan: list.length ? plan(this, all, shares, overall.score) : [],
      complete: rated > 0 && rated >= least * applicable - EPS,
    };
  }

  /** Target and gap of every rated capability: section 4. */
  setTargets(all, team, ratings) {
    const tables = [team.targets, ...(this.model.rules ?? []).filter((rule) => matches(rule, team)).map((rule) => rule.targets), this.model.targets];
    const isTarget = (level) => level > this.model.min && level <= this.model.max;
    all.forEach((c) => {
      if (c.status !== "rated") return;
      const set = tables.map((table) => targetIn(table, c.id)).find(isTarget) ?? null;
      const own = ratings[c.id].target;
      c.target = isTarget(own) && (set === null || own > set) ? own : set;
      c.gap = c.target === null ? 0 : Math.max(0, c.target - c.score);
    });
  }

  /** Each rated capability's share of the overall score, and what closing its gap would gain. */
  weigh(all) {
    const rated = (c) => c.status === "rated";
    const whole = sum(all, (c, i) => (rated(c) ? this.rules[i].weight : 0));
    all.forEach((c, i) => {
      if (!rated(c)) return;
      c.weight = this.rules[i].weight / whole;
      c.gain = c.weight * c.gap;
    });
  }

  /** How the capabilities from one place to another stand together: sections 3 and 4. */
  summarise(all, first, end) {
    const group = all.slice(first, end).map((c, i) => ({ c, p: this.rules[first + i].weight }));
    const rated = group.filter(({ c }) => c.status === "rated");
    const aimed = rated.filter(({ c }) => c.target !== null);
    const applicable = group.filter(({ c }) => c.status !== "na").length;
    const from = this.model.evidence_from ?? Infinity;
    const claims = rated.filter(({ c }) => c.level >= from);
    const weight = sum(rated, ({ p }) => p);
    const mean = (value) => (rated.length ? sum(rated, ({ c, p }) => p * value(c)) / weight : null);
    const borne = (c) => (c.level >= from && !c.evidence ? Math.max(from - 1, this.model.min) : c.score);
    return {
      score: mean((c) => c.score),
      ...this.stage(rated.map(({ c }) => c)),
      target: aimed.length ? mean((c) => c.target ?? c.score) : null,
      gap: mean((c) => c.gap),
      provisional: rated.length < applicable,
      coverage: { rated: rated.length, applicable },
      supported: { with: claims.filter(({ c }) => c.evidence).length, of: claims.length, score: mean(borne) },
      on_target: { met: aimed.filter(({ c }) => c.gap <= EPS).length, of: aimed.length },
    };
  }

  /** The level of a group of rated capabilities, and what it lacks for the next. */
  stage(rated) {
    if (!rated.length) return { level: null, floor: null, blockers: [], needed: 0 };
    const { max } = this.model;
    const share = this.model.share * rated.length;
    const countFrom = (level) => rated.filter((c) => c.level >= level).length;
    const floor = Math.min(...rated.map((c) => c.level));
    // With a capability at the floor, nothing above floor + 1 can be reached.
    const level = floor < max && countFrom(floor + 1) >= share - EPS ? floor + 1 : floor;
    if (level === max) return { level, floor, blockers: [], needed: 0 };
    const missing = Math.ceil(share - EPS) - countFrom(level + 1);
    const below = rated.length - countFrom(level);
    const blockers = rated.filter((c) => c.level <= level).sort((a, b) => a.level - b.level);
    return { level, floor, blockers: blockers.map((c) => c.id), needed: Math.max(missing, below) };
  }
}

/** What the model says of one capability, laid out for arithmetic. */
function newRules(model, domain, area, capability) {
  return {
    id: capability.id,
    model,
    weight: (domain.weight ?? 1) * (area.weight ?? 1) * (capability.weight ?? 1),
    levels: levelsAbove(model).map((level) => {
      const { effort = 1, criteria = [], requires = [] } = capability.levels[level - model.min] ?? {};
      return { level, effort, criteria, requires };
    }),
  };
}

/** The levels of the scale above its lowest. */
function levelsAbove({ min, max }) {
  return Array.from({ length: max - min }, (_, i) => min + 1 + i);
}

/** Scores one capability: section 2. */
function rate(model, rules, own) {
  const rating = own?.from ? own.counting : own;
  const capability = {
    id: rules.id, status: "unassessed", basis: null, score: null, level: null, target: null, gap: null,
    gain: null, weight: null, evidence: false, blockers: [], due: own?.due ?? null,
  };
  const none = rules.levels.map(() => 0);
  if (rating?.na) capability.status = "na";
  if (!rating || rating.na) return { capability, shares: none };

  if (rating.shares) return { capability: standing(model, capability, rating), shares: rating.shares };

  const answers = answersOf(model, rules, rating.criteria ?? {});
  if (!answers.size && rating.level === undefined) return { capability, shares: none };
  const declared = rating.level ?? -Infinity;
  const shares = rules.levels.map((level) => share(level, declared, answers));
  const level = levelOf(model, shares);
  const next = rules.levels[level - model.min];
  Object.assign(capability, {
    status: "rated",
    basis: own.from ? "inherited" : answers.size ? "criteria" : "declared",
    score: scoreOf(model, shares),
    level,
    evidence: isProven(rating) || reachedCriteria(model, rules, level).some((id) => isProven(rating.criteria?.[id])),
    blockers: (next?.criteria ?? []).filter((id) => !(valueOf(next, id, declared, answers) >= 1 - EPS || answers.get(id) === NA)),
  });
  return { capability, shares };
}

/** A capability of which only the shares of its levels are published. */
function standing(model, capability, { shares, blockers = [], proven = false }) {
  return Object.assign(capability, {
    status: "rated", basis: "inherited", score: scoreOf(model, shares), level: levelOf(model, shares), evidence: proven, blockers,
  });
}

/** Stands for the value of a criterion that does not apply. */
const NA = null;

/** The value of each answer that the model knows, by criterion. */
function answersOf(model, rules, criteria) {
  const known = new Set(rules.levels.flatMap((level) => level.criteria));
  const values = new Map();
  for (const [id, given] of Object.entries(criteria)) {
    const answer = given?.answer ?? given;
    if (!known.has(id)) continue;
    if (answer === "na") values.set(id, NA);
    else if (Object.hasOwn(model.answers, answer)) values.set(id, model.answers[answer]);
  }
  return values;
}

/** f(L): how far a level is met. */
function share(level, declared, answers) {
  if (!level.criteria.length) return level.level <= declared ? 1 : 0;
  const counted = level.criteria.filter((id) => answers.get(id) !== NA);
  if (!counted.length) return 0; // waved through as not applicable is not passed
  return sum(counted, (id) => valueOf(level, id, declared, answers)) / counted.length;
}

/** v(k): a declared level stands for all that is not answered otherwise. */
function valueOf(level, id, declared, answers) {
  return answers.get(id) ?? (level.level <= declared ? 1 : 0);
}

function levelOf({ min }, shares) {
  const open = shares.findIndex((f) => !passed(f));
  return min + (open < 0 ? shares.length : open);
}

/** A capability's score by the model's method, from the share of each level that is met. */
export function scoreOf(model, shares) {
  if (model.method === "additive") return model.min + sum(shares, (f) => f);
  const level = levelOf(model, shares);
  return level + (shares[level - model.min] ?? 0);
}

function reachedCriteria(model, rules, level) {
  return rules.levels[level - model.min - 1]?.criteria ?? [];
}

function isProven(claim) {
  return Boolean(claim?.proven || claim?.evidence?.length);
}

function matches(rule, team) {
  const group = team.group ?? "";
  return (!rule.tag || (team.tags ?? []).includes(rule.tag))
    && (!rule.group || group === rule.group || group.startsWith(`${rule.group}/`));
}

/** What a table of targets says of a capability: of itself, else its area, its domain, all. */
function targetIn(table, id) {
  const [domain, area] = id.split(".");
  return [id, `${domain}.${area}`, domain, "default"].map((scope) => table?.[scope]).find((level) => level !== undefined);
}

/** The rated capabilities below their targets, what gains most first. */
function gaps(all) {
  return all
    .filter((c) => c.gap > EPS)
    .sort((a, b) => compare(b.gain, a.gain) || compareDue(a.due, b.due))
    .map(({ id, score, level, target, gap, gain, due }) => ({ capability: id, score, level, target, gap, gain, due }));
}

/** Earlier first, none last. */
function compareDue(a, b) {
  if (!a || !b) return a ? -1 : b ? 1 : 0;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Orders numbers; close ones are equal. */
export function compare(a, b) {
  return Math.abs(a - b) < EPS ? 0 : a - b;
}

function sum(list, value) {
  return list.reduce((total, item, i) => total + value(item, i), 0);
}
