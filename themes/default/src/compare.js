/**
 * Sets any two published assessments side by side. Which two stands in the
 * address: ?a=TEAM@DATE&b=TEAM@DATE, a team alone meaning its newest. What the
 * address says goes into the page as text only, and only ids that the site has
 * are ever loaded.
 */
import { differences } from "./differences.js";
import { dataIn, el } from "./dom.js";
import { loadTeam } from "./teams.js";
import { Words } from "./words.js";

class Compare {
  constructor(root) {
    this.root = root;
    this.page = dataIn(root);
    this.words = new Words(this.page.words);
    this.names = new Map(this.page.teams);
    this.sides = [...root.querySelectorAll("[data-side]")].map((field) => new Side(this, field));
    root.querySelector("[name=swap]").addEventListener("click", () => this.swap());
  }

  /** Begins with what the address asks for. */
  async start() {
    const asked = new URLSearchParams(location.search);
    await Promise.all(this.sides.map((side) => {
      const [team, ...key] = (asked.get(side.name) ?? "").split("@");
      return team ? side.choose(team, key.join("@")) : undefined;
    }));
    this.show();
  }

  async swap() {
    const [a, b] = this.sides.map(({ team, key }) => ({ team, key }));
    await Promise.all([this.sides[0].choose(b.team, b.key), this.sides[1].choose(a.team, a.key)]);
    this.changed();
  }

  /** Shows what a reader has chosen, and puts it into the address. */
  changed() {
    const chosen = this.sides.filter(({ team }) => team).map(({ name, team, key }) => `${name}=${team}@${key}`);
    try {
      history.replaceState(null, "", `?${chosen.join("&")}`);
    } catch {
      // Some browsers keep the address of a file as it is.
    }
    this.show();
  }

  show() {
    const result = this.root.querySelector(".result");
    result.replaceChildren();
    const problem = this.sides.find((side) => side.problem)?.problem;
    if (problem || this.sides.some((side) => !side.assessment)) {
      this.say(problem ?? this.words.text("compare.start"));
      return;
    }
    const [a, b] = this.sides.map((side) => ({ ...side.assessment, title: side.title() }));
    const { headline, parts } = differences(this.page, this.words, window.gradus.model, a, b);
    this.say(headline);
    result.append(...parts);
  }

  say(text) {
    this.root.querySelector(".say").textContent = text;
  }
}

/** One of the two, with the fields that choose it. */
class Side {
  constructor(compare, field) {
    this.compare = compare;
    this.name = field.dataset.side;
    [this.teams, this.keys] = field.querySelectorAll("select");
    this.teams.append(...compare.page.teams.map(([id, name]) => el("option", { value: id }, name)));
    this.teams.addEventListener("change", async () => {
      await this.choose(this.teams.value, "");
      compare.changed();
    });
    this.keys.addEventListener("change", () => {
      this.pick(this.keys.value);
      compare.changed();
    });
    this.forget();
  }

  forget() {
    Object.assign(this, { team: "", key: "", assessment: undefined, problem: undefined });
    this.keys.replaceChildren();
    this.keys.disabled = true;
  }

  /** Chooses a team and an assessment; "" is the newest. */
  async choose(team, key) {
    this.forget();
    const { words, names, page } = this.compare;
    this.teams.value = names.has(team) ? team : "";
    if (!team) return;
    if (!names.has(team)) {
      this.problem = words.text("compare.unknown-team", { team });
      return;
    }
    try {
      this.assessments = (await loadTeam(page.root, team)).assessments;
    } catch {
      this.problem = words.text("compare.not-loaded", { team: names.get(team) });
      return;
    }
    if (this.teams.value !== team) return; // another was chosen meanwhile
    this.team = team;
    const newestFirst = Object.keys(this.assessments).sort().reverse();
    this.keys.append(...newestFirst.map((k) => el("option", { value: k }, `${k} · ${words.text(`kind.${this.assessments[k].kind}`)}`)));
    this.keys.disabled = false;
    this.pick(key || newestFirst[0]);
  }

  pick(key) {
    this.key = key;
    this.keys.value = key;
    this.assessment = Object.hasOwn(this.assessments, key) ? this.assessments[key] : undefined;
    this.problem = this.assessment ? undefined
      : this.compare.words.text("compare.unknown-date", { team: this.compare.names.get(this.team), date: key });
  }

  /** What the pages call it. */
  title() {
    return `${this.compare.names.get(this.team)} ${this.key}`;
  }
}

const root = document.getElementById("compare");
if (root && window.gradus?.model) {
  document.getElementById("scorecards").hidden = true;
  root.hidden = false;
  new Compare(root).start();
}
