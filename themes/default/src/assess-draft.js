/**
 * An assessment that is being made: what it says of each capability, on top of
 * the team's last one where there is one. Ratings have the long form of
 * score.js; {unassessed: true} drops one that would be carried over.
 */
import { capabilitiesOf } from "./model.js";
import { Scorer } from "./score.js";

export class Draft {
  /**
   * @param {object} model
   * @param {object} state what {@link begin} made and a browser may have stored
   */
  constructor(model, state) {
    this.model = model;
    this.state = state;
    this.scorer = new Scorer(model);
    this.capabilities = capabilitiesOf(model);
  }

  /** What a new draft begins with. */
  static begin(model, { team, fresh, targets, kind, date, label, base }) {
    return {
      version: model.version, team, fresh, targets, kind, date, label, base,
      assessors: "", scope: "", summary: "", ratings: {}, at: 0, path: "quick",
    };
  }

  /** The name of the assessment among its team's: the date, with a label where there is one. */
  get key() {
    return this.state.label ? `${this.state.date}-${this.state.label}` : this.state.date;
  }

  /** What counts for a capability: what this assessment says, else what is carried over. */
  rating(id) {
    return this.state.ratings[id] ?? this.state.base?.ratings[id];
  }

  /** Whether this assessment itself speaks of a capability. */
  isSaid(id) {
    return id in this.state.ratings;
  }

  say(id, rating) {
    this.state.ratings[id] = rating;
  }

  /** Says of a capability what the last assessment said. */
  keep(id) {
    this.say(id, structuredClone(this.rating(id)));
  }

  /**
   * Says that a capability stands at a level. Answers to criteria stay as long
   * as they agree with it; the rest of the rating stays as it is.
   */
  declare(id, level) {
    const before = this.rating(id);
    if (this.result(id).level === level && !before.from) {
      this.keep(id);
      return;
    }
    const { criteria, ...rest } = changed(before);
    const declared = { ...rest, level };
    const agreeing = { ...declared, criteria: this.agreeing(id, criteria, level) };
    this.say(id, this.score(id, agreeing).level === level && Object.keys(agreeing.criteria).length ? agreeing : declared);
  }

  /** The answers that do not contradict a declared level. */
  agreeing(id, criteria = {}, level) {
    const above = new Set(this.capabilities.find((c) => c.id === id).levels.slice(level + 1 - this.model.min).flatMap((l) => l.criteria ?? []));
    const isFull = (given) => this.model.answers[given.answer ?? given] === 1;
    return Object.fromEntries(Object.entries(criteria).filter(([k, given]) => above.has(k) || isFull(given)));
  }

  /** All ratings that count, as the scorer reads them. */
  ratings() {
    const all = { ...this.state.base?.ratings, ...this.state.ratings };
    return Object.fromEntries(Object.entries(all).filter(([, rating]) => !rating.unassessed));
  }

  scorecard() {
    return this.scorer.scorecard(this.state.targets ?? {}, this.ratings());
  }

  /** How one capability stands. */
  result(id) {
    return this.score(id, this.rating(id));
  }

  score(id, rating) {
    const card = this.scorer.scorecard({}, rating && !rating.unassessed ? { [id]: rating } : {});
    return resultsOf(card).find((c) => c.id === id);
  }

  /** The capabilities that this assessment has not spoken of. */
  open() {
    return this.capabilities.filter(({ id }) => !this.isSaid(id));
  }

  /** The capabilities that are carried over: not said anew, or said alike with parts the site does not publish. */
  carried() {
    const { base, ratings } = this.state;
    return this.capabilities.filter(({ id }) => base?.ratings[id] && (!ratings[id] || ratings[id].withheld)).map(({ id }) => id);
  }

  /** The last assessment, when the file has to name it because something of it is carried over. */
  extends() {
    const { base } = this.state;
    return base && (base.unseen || this.carried().length) ? base.key : undefined;
  }
}

/** What a scorecard says of all capabilities. */
export function resultsOf(card) {
  return card.domains.flatMap((domain) => domain.areas.flatMap((area) => area.capabilities));
}

/**
 * A rating of one's own, to be changed: without what belongs to another kind of
 * rating, and without evidence that is not in it.
 */
export function changed(rating) {
  const { na, from, counting, unassessed, withheld, proven, ...rest } = structuredClone(rating ?? {});
  return rest;
}
