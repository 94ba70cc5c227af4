/** The order in which to close the gaps: the scoring rules, section 5. */
import { EPS, compare, passed, scoreOf } from "./score.js";

/**
 * @param {import("./score.js").Scorer} scorer
 * @param {object[]} all capabilities as scored, in the model's order
 * @param {number[][]} shares how far each passes its levels
 * @param {number} overall the score that the plan starts from
 */
export function plan(scorer, all, shares, overall) {
  const planner = new Planner(scorer, all, shares);
  planner.gather();
  planner.link();
  planner.gain();
  planner.value();
  return planner.publish(planner.order(), overall);
}

class Planner {
  constructor({ model, rules }, all, shares) {
    Object.assign(this, { model, rules, all, shares });
    this.steps = [];
    this.at = rules.map(({ levels }) => levels.map(() => null)); // the step of each capability and level
  }

  /** Plans every level up to each target, and all that those levels require. */
  gather() {
    this.all.forEach((c, capability) => {
      if (c.gap > EPS) this.add(capability, c.target, false);
    });
    for (const step of this.steps) { // pulling in makes the list longer
      for (const need of this.required(step)) this.add(need.capability, need.level, true);
    }
  }

  add(capability, upTo, pulled) {
    this.rules[capability].levels.forEach(({ level }, i) => {
      if (level > upTo || passed(this.shares[capability][i]) || this.at[capability][i]) return;
      this.at[capability][i] = { capability, i, pulled, needs: [], done: false, valued: false };
      this.steps.push(this.at[capability][i]);
    });
  }

  /** What a step requires of other capabilities and is not there yet. */
  required({ capability, i }) {
    return this.rules[capability].levels[i].requires.filter((need) => {
      const c = this.all[need.capability];
      if (c.status === "na") return false;
      return (c.status === "rated" ? c.level : this.model.min) < need.level;
    });
  }

  /** Finds the steps that each step needs directly. */
  link() {
    for (const step of this.steps) {
      const needs = [this.highest(step.capability, step.i)];
      for (const need of this.required(step)) needs.push(this.highest(need.capability, need.level - this.model.min));
      step.needs = needs.filter(Boolean);
    }
  }

  /** The highest step among a capability's first levels. */
  highest(capability, levels) {
    return this.at[capability].slice(0, levels).findLast(Boolean);
  }

  /** What each step is worth to the overall score once the lower ones are done. */
  gain() {
    this.at.forEach((steps, capability) => {
      const shares = [...this.shares[capability]];
      let before = scoreOf(this.model, shares);
      steps.forEach((step, i) => {
        if (!step) return;
        shares[i] = 1;
        const after = scoreOf(this.model, shares);
        step.gain = (this.all[capability].weight ?? 0) * (after - before); // an unassessed one weighs 0
        step.ratio = step.gain / this.rules[capability].levels[i].effort;
        before = after;
      });
    });
  }

  /** Hands each ratio down to all that it needs, the greatest first. */
  value() {
    for (const step of [...this.steps].sort((a, b) => b.ratio - a.ratio)) handDown(step, step.ratio);
  }

  /** The steps in the order in which to do them. */
  order() {
    const order = [];
    for (;;) {
      let best;
      for (const steps of this.at) { // by capability, so that the model's order breaks ties
        const next = steps.find((step) => step && !step.done);
        if (next && next.needs.every((need) => need.done) && (!best || isBefore(next, best))) best = next;
      }
      if (!best) return order;
      best.done = true;
      order.push(best);
    }
  }

  /** Writes the plan down, with the overall score after each step. */
  publish(order, overall) {
    const entries = new Map();
    for (const step of order) {
      const { capability, i, gain } = step;
      const { level, effort } = this.rules[capability].levels[i];
      overall += gain;
      entries.set(step, {
        capability: this.rules[capability].id,
        from: level - 1,
        to: level,
        gain,
        effort,
        projected: overall,
        pulled_by: null,
        assess: this.all[capability].status === "unassessed",
        needs: this.required(step).map((need) => ({ capability: this.rules[need.capability].id, level: need.level })),
      });
      for (const need of step.needs) {
        // The first step in the plan's order to need it comes first here.
        if (need.pulled) entries.get(need).pulled_by ??= this.rules[capability].id;
      }
    }
    return [...entries.values()];
  }
}

function handDown(step, value) {
  if (step.valued) return;
  step.valued = true;
  step.value = value;
  for (const need of step.needs) handDown(need, value);
}

function isBefore(a, b) {
  return (compare(a.value, b.value) || compare(a.ratio, b.ratio)) > 0;
}
