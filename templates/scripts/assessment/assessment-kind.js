// An assessment: what somebody, or a group, answered to the statements, and their notes.

import { asDay } from "../core/dates.js";
import { asFields, asRecord, asText, ImportError, isRecord } from "../core/values.js";

/** @import { Kind, Note } from "../types.d.ts" */

/** @typedef {{unit: string, answers: Record<string, string>, notes: Record<string, string>, date: string, by: string}} AssessmentData */

export const LONGEST_NOTE = 500;
export const LONGEST_UNIT = 80;
const LONGEST_ID = 80;

/** @type {Kind<AssessmentData>} */
export const assessmentKind = {
  kind: "assessment",
  version: 1,
  empty: () => ({ unit: "", answers: {}, notes: {}, date: "", by: "" }),
  upgrade: {},
  read(value) {
    if (!isRecord(value) || !isRecord(value.answers)) throw new ImportError("file-foreign");
    const answers = textsOf(value.answers, LONGEST_ID);
    const data = {
      unit: asText(value.unit, LONGEST_UNIT),
      answers: asRecord(answers),
      notes: asRecord(textsOf(value.notes, LONGEST_NOTE)),
      date: asDay(value.date),
      by: asText(value.by, LONGEST_ID),
    };
    const lost = asFields(value.answers).size - answers.length;
    /** @type {Note[]} */
    const notes = lost ? [{ key: "file-unreadable-rows", values: { count: lost } }] : [];
    return { data, notes };
  },
};

/**
 * What is written by ids that can be ids, also those that nobody knows today.
 * @param {unknown} value
 * @param {number} most characters of each
 */
const textsOf = (value, most) =>
  [...asFields(value)].flatMap(([id, one]) => {
    const text = asText(one, most);
    return text && /^[\w-]{1,80}$/.test(id) ? [/** @type {[string, string]} */ ([id, text])] : [];
  });
