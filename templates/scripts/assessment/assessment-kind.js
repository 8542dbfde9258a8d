// An assessment: what somebody, or a group, answered to the statements, and their notes.

import { day, fieldsOf, optional, readAs, record, textUpTo } from "../core/shapes.js";

/** @import { Kind, Shape } from "../types.d.ts" */

/** @typedef {{unit: string, answers: Record<string, string>, notes: Record<string, string>, date: string, by: string}} AssessmentData */

export const LONGEST_NOTE = 500;
export const LONGEST_UNIT = 80;
const LONGEST_ID = 80;

/** Of a statement, known today or not. @param {string} id */
const isStatementId = (id) => /^[\w-]{1,80}$/.test(id);

/** @type {Shape<AssessmentData>} */
const ASSESSMENT = record({
  unit: optional(textUpTo(LONGEST_UNIT), ""),
  answers: fieldsOf(isStatementId, textUpTo(LONGEST_ID)),
  notes: optional(fieldsOf(isStatementId, textUpTo(LONGEST_NOTE)), {}),
  date: optional(day, ""),
  by: optional(textUpTo(LONGEST_ID), ""),
});

/** @type {Kind<AssessmentData>} */
export const assessmentKind = {
  kind: "assessment",
  version: 1,
  empty: () => ({ unit: "", answers: {}, notes: {}, date: "", by: "" }),
  upgrade: {},
  read: (value) => readAs(ASSESSMENT, value),
};
