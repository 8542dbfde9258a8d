// A calculation: the fields as somebody filled them in, wrong ones too, so that nothing typed is lost.

import { fieldsOf, optional, readAs, record, such, textUpTo } from "../core/shapes.js";
import { FIELDS } from "./fields.js";

/** @import { Kind, Shape } from "../types.d.ts" */
/** @import { Basis, GainsData } from "./types.d.ts" */

const LONGEST = 80;

/** @param {unknown} given @returns {given is Basis} */
const isBasis = (given) => given === "share" || given === "count";

/** @type {Shape<GainsData>} */
const GAINS = record({
  unit: optional(textUpTo(LONGEST), ""),
  basis: optional(such(isBasis), "share"),
  fields: fieldsOf((name) => Object.hasOwn(FIELDS, name), textUpTo(LONGEST)),
});

/** @type {Kind<GainsData>} */
export const gainsKind = {
  kind: "gains",
  version: 1,
  empty: () => ({ unit: "", basis: "share", fields: {} }),
  upgrade: {},
  read: (value) => readAs(GAINS, value),
};

/**
 * The calculation with something else in a field.
 * @param {GainsData} data
 * @param {string} name
 * @param {string} text
 * @returns {GainsData}
 */
export const withField = (data, name, text) => ({ ...data, fields: { ...data.fields, [name]: text.slice(0, LONGEST) } });

/**
 * The calculation for somebody else.
 * @param {GainsData} data
 * @param {string} unit
 * @returns {GainsData}
 */
export const withUnit = (data, unit) => ({ ...data, unit: unit.slice(0, LONGEST) });

/**
 * Whether nothing is filled in.
 * @param {GainsData} data
 */
export const isEmpty = ({ fields }) => Object.values(fields).every((text) => !text.trim());
