/** Which rows of a table of teams are shown. */
export class Filters {
  /** @param {HTMLElement} box holds the fields and the table */
  constructor(box) {
    this.rows = [...box.querySelectorAll("tbody tr")];
    this.fields = [...box.querySelectorAll("[data-filter]")];
    this.reset = box.querySelector("[data-reset]");
    box.querySelector(".filters").hidden = false;
  }

  onChange(call) {
    for (const field of this.fields) field.addEventListener("input", call);
    this.reset.addEventListener("click", () => {
      for (const field of this.fields) write(field, "");
      call();
    });
  }

  /** @returns {Record<string, string>} by the name of the filter; "" for one that is not set */
  state() {
    return Object.fromEntries(this.fields.map((field) => [field.dataset.filter, read(field)]));
  }

  /** @param {URLSearchParams} query */
  restore(query) {
    for (const field of this.fields) write(field, query.get(field.dataset.filter) ?? "");
  }

  /** Shows the rows that fit, and says how many those are. */
  apply() {
    const wanted = this.state();
    let shown = 0;
    for (const row of this.rows) {
      row.hidden = !fits(row, wanted);
      if (!row.hidden) shown++;
    }
    return { shown, of: this.rows.length };
  }
}

function fits({ dataset, cells }, { text, group, tag, kind, stale }) {
  return (!text || cells[0].textContent.toLowerCase().includes(text.toLowerCase()))
    && (!group || `${dataset.group}/`.startsWith(`${group}/`))
    && (!tag || dataset.tags.split(" ").includes(tag))
    && (!kind || dataset.kind === kind)
    && (!stale || dataset.stale !== undefined);
}

function read(field) {
  if (field.type === "checkbox") return field.checked ? "1" : "";
  return field.value.trim();
}

function write(field, value) {
  if (field.type === "checkbox") field.checked = value === "1";
  else field.value = value;
  if (field.value !== value && field.type !== "checkbox") field.value = ""; // no such choice here
}
