/** In which order the rows of a table of teams stand. */
export class Sorting {
  /** @param {HTMLElement} box holds the table; data-sorted, -up and -down have its words */
  constructor(box) {
    this.texts = box.dataset;
    this.body = box.querySelector("tbody");
    this.own = [...this.body.rows];
    this.columns = [...box.querySelectorAll("thead th")];
    this.buttons = this.columns.map((th) => th.querySelector("button.sort"));
    this.column = -1;
    this.falling = false;
    this.collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  }

  onChange(call) {
    this.buttons.forEach((button, i) => {
      button.hidden = false;
      button.addEventListener("click", () => {
        this.turn(i);
        call();
      });
    });
  }

  /** Sorts by a column: text rising first, numbers falling, then the other way round, then not at all. */
  turn(i) {
    const first = i > 0;
    if (i !== this.column) this.set(i, first);
    else if (this.falling === first) this.set(i, !first);
    else this.set(-1, false);
  }

  /** @param {URLSearchParams} query */
  restore(query) {
    const i = Number(query.get("sort") || "0") - 1;
    if (Number.isInteger(i) && i >= 0 && i < this.columns.length) this.set(i, query.get("order") === "down");
  }

  /** @returns {{sort: string, order: string}} the column from 1, and "down" where it falls */
  state() {
    return { sort: this.column < 0 ? "" : String(this.column + 1), order: this.falling ? "down" : "" };
  }

  /** Says the order in words. */
  words() {
    if (this.column < 0) return "";
    const { sorted, up, down } = this.texts;
    return sorted.replace("{column}", this.buttons[this.column].dataset.column).replace("{order}", this.falling ? down : up);
  }

  set(column, falling) {
    this.column = column;
    this.falling = falling;
    this.columns.forEach((th, i) => {
      if (i === column) th.setAttribute("aria-sort", falling ? "descending" : "ascending");
      else th.removeAttribute("aria-sort");
    });
    this.body.append(...this.sorted());
  }

  /** The rows in their order; what is unknown is last either way. */
  sorted() {
    if (this.column < 0) return this.own;
    const keyed = this.own.map((row) => ({ row, key: key(row.cells[this.column], this.column) }));
    keyed.sort((a, b) => {
      if ((a.key === "") !== (b.key === "")) return a.key === "" ? 1 : -1;
      const order = typeof a.key === "number" ? a.key - b.key : this.collator.compare(a.key, b.key);
      return this.falling ? -order : order;
    });
    return keyed.map(({ row }) => row);
  }
}

/** What a cell is sorted by: its day, its number, or its text; "" when unknown. */
function key(cell, column) {
  if (column === 0) return cell.querySelector("bdi").textContent;
  const day = cell.querySelector("time")?.dateTime;
  if (day) return day;
  const number = Number.parseFloat((cell.querySelector("b") ?? cell).textContent);
  return Number.isNaN(number) ? "" : number;
}
