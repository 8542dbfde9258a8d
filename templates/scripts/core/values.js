// What nobody is trusted with: values from a file or from the browser's storage, and what they are read into.

/** A file or a text that can't be taken in; `key` names the text that tells why. */
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

/**
 * Whether something that was thrown is such an error. Scripts that are fetched on demand have a class of their own.
 * @param {unknown} error
 * @returns {error is ImportError}
 */
export const isImportError = (error) => error instanceof Error && error.name === "ImportError";

/**
 * Whether a value is an object with fields, and no list.
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * An object of what a map has; names such as «__proto__» are fields of it like others.
 * @template Value
 * @param {Iterable<[string, Value]>} fields
 * @returns {Record<string, Value>}
 */
export const asRecord = (fields) => Object.fromEntries(fields);

/**
 * What an object has by a name of its own, also where the name is that of something all objects have.
 * @template Value
 * @param {Record<string, Value>} record
 * @param {string} name
 * @returns {Value | undefined}
 */
export const own = (record, name) => (Object.hasOwn(record, name) ? record[name] : undefined);

/**
 * A copy that shares nothing with the original. Only what JSON can hold.
 * @template Value
 * @param {Value} value
 * @returns {Value}
 */
export const copyOf = (value) => JSON.parse(JSON.stringify(value));
