/** The words of the interface that a page gives to its script. */
export class Words {
  /** @param {Record<string, string>} texts by key, with placeholders in braces */
  constructor(texts) {
    this.texts = texts;
  }

  /** The wording of a key. */
  text(key, values = {}) {
    return (this.texts[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  }

  /** The wording of a key for n things. */
  count(key, n, values = {}) {
    const one = `${key}.one`;
    return this.text(n === 1 && one in this.texts ? one : key, { ...values, n });
  }
}
