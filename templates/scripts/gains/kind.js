// A calculation: the fields as somebody filled them in, wrong ones too, so that nothing typed is lost.

import { asFields, asRecord, asText, ImportError, isRecord } from "../core/values.js";
import { FIELD_NAMES } from "./fields.js";

/** @import { Kind } from "../types.d.ts" */
/** @import { GainsData } from "./types.d.ts" */

const LONGEST = 80;

/** @type {Kind<GainsData>} */
export const gainsKind = {
  kind: "gains",
  version: 1,
  empty: () => ({ unit: "", basis: "share", fields: {} }),
  upgrade: {},
  read(value) {
    if (!isRecord(value) || !isRecord(value.fields)) throw new ImportError("file-foreign");
    const given = asFields(value.fields);
    const fields = FIELD_NAMES.map((name) => /** @type {[string, string]} */ ([name, asText(given.get(name), LONGEST)]));
    return {
      data: { unit: asText(value.unit, LONGEST), basis: value.basis === "count" ? "count" : "share", fields: asRecord(fields.filter(([, text]) => text)) },
      notes: [],
    };
  },
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
