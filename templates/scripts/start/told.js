// What is said when somebody has marked a measure, as keys of texts with what is filled into them.

/** @import { Measure, Note } from "../types.d.ts" */
/** @import { Standing } from "./standing.js" */

/**
 * @param {Standing} now where the measure stands after the change
 * @param {{ opened: Measure[], closed: Measure[] }} change what it did to others
 * @param {(measures: Measure[]) => string} named a list of measures in words
 * @returns {Note[]}
 */
export const told = ({ measure, group, missing }, { opened, closed }, named) => {
  /** @type {(key: string, others?: Measure[]) => Note} */
  const note = (key, others = []) => ({ key, values: { id: measure.id, list: named(others) } });
  const isMarked = group === "done" || group === "begun";
  return [
    note(isMarked ? `said-${group}` : "said-not-begun"),
    ...(opened.length ? [note("said-opened", opened)] : []),
    ...(closed.length ? [note("said-closed", closed)] : []),
    ...(isMarked && missing.length ? [note("said-missing", missing)] : []),
  ];
};
