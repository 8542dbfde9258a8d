/** What is wrong with something that a person opened or pasted: the key of a text, and what goes into it. */
export class ImportError extends Error {
  /**
   * @param {string} key
   * @param {Record<string, string | number>} [values]
   */
  constructor(key, values = {}) {
    super(key);
    this.name = "ImportError";
    this.key = key;
    this.values = values;
  }
}
