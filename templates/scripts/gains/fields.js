// The fields of the calculator: what each can hold, and what is wrong with what stands there.

import { own } from "../core/values.js";
import { readSpan } from "./number-input.js";

/** @import { Basis, FieldName, FieldTexts, Problem, Problems, Rule, Span, Values } from "./types.d.ts" */

const KRONER = /^kr\.?(?=\s?\d)|(?<=\d)\s?(?:kr\.?|,-)$/i;
const PERCENT = /(?<=\d)\s?(?:%|prosent)$/i;

/** @type {Readonly<Record<FieldName, Rule>>} */
export const FIELDS = Object.freeze({
  consultations: { most: 10_000_000, least: 1, isWhole: true, basis: "share", isRequired: true },
  share: { most: 100, basis: "share", isRequired: true, unit: PERCENT },
  targetShare: { most: 100, basis: "share", unit: PERCENT },
  count: { most: 10_000_000, isWhole: true, basis: "count", isRequired: true },
  targetCount: { most: 10_000_000, isWhole: true, basis: "count" },
  travel: { most: 100_000, isSpan: true, unit: KRONER },
  minutes: { most: 10_000, isSpan: true, unit: /(?<=\d)\s?min(?:utter)?\.?$/i },
  hourValue: { most: 100_000, isSpan: true, unit: KRONER },
  kilometres: { most: 10_000, isSpan: true, unit: /(?<=\d)\s?km$/i },
  emissions: { most: 10_000, isSpan: true, unit: /(?<=\d)\s?g(?:ram)?$/i },
  unusedHours: { most: 1_000_000, isSpan: true },
  noShows: { most: 1_000_000, isSpan: true },
  appointmentValue: { most: 1_000_000, isSpan: true, unit: KRONER },
});

export const FIELD_NAMES = /** @type {FieldName[]} */ (Object.keys(FIELDS));

/**
 * Whether the way of counting that was chosen asks for a field.
 * @param {FieldName} name
 * @param {Basis} basis
 */
export const isAsked = (name, basis) => (FIELDS[name].basis ?? basis) === basis;

/**
 * What the texts of the fields say, and what is wrong with them.
 * @param {FieldTexts} texts
 * @param {Basis} basis
 * @returns {{ values: Values, problems: Problems }}
 */
export const readFields = (texts, basis) => {
  /** @type {Values} */
  const values = {};
  /** @type {Problems} */
  const problems = {};
  for (const name of FIELD_NAMES.filter((one) => isAsked(one, basis))) {
    const read = readField(own(texts, name) ?? "", FIELDS[name]);
    if (typeof read === "string") problems[name] = read;
    else if (read) values[name] = read;
  }
  return { values, problems };
};

/**
 * The span of a field, its problem, or null where an optional one is empty.
 * @param {string} text
 * @param {Rule} rule
 * @returns {Span | Problem | null}
 */
const readField = (text, rule) => {
  if (!text.trim()) return rule.isRequired ? "missing" : null;
  const read = readSpan(rule.unit ? text.trim().replace(rule.unit, "") : text);
  if ("problem" in read) return rule.isSpan || read.problem === "not-a-number" ? read.problem : "not-one";
  const { low, high } = read.span;
  if (!rule.isSpan && low !== high) return "not-one";
  if (low < 0) return "negative";
  if (low < (rule.least ?? 0)) return "too-small";
  if (high > rule.most) return "too-large";
  if (rule.isWhole && !Number.isInteger(low)) return "not-whole";
  return read.span;
};
