// What a table from a spreadsheet would change in a plan, shown before anything happens, and the plan with it.

import { plannedMeasure, withChoice, withMeasure, withStatus } from "../core/plan-kind.js";
import { planRow } from "./plan-rows.js";

/** @import { PlanData, PlannedMeasure, RoadmapData } from "../types.d.ts" */
/** @import { TableRow } from "./plan-table-reader.js" */
/** @import { Field } from "./plan-table.js" */

/** @typedef {{ field: Field, from: string, to: string }} FieldChange */
/** @typedef {{ row: TableRow, isNew: boolean, changes: FieldChange[] }} RowChange */

/** What each row of a table changes; a row that changes nothing is left out.
 * @param {PlanData} data @param {TableRow[]} rows @param {RoadmapData} roadmap @returns {RowChange[]} */
export const planChanges = (data, rows, roadmap) =>
  rows
    .map((row) => ({
      row,
      isNew: !plannedMeasure(data, row.id).chosen,
      changes: fieldChanges(currentFields(data, row.id, roadmap), row.fields),
    }))
    .filter(({ isNew, changes }) => isNew || changes.length > 0);

/** @param {PlanData} data @param {string} id @param {RoadmapData} roadmap @returns {Record<Field, string>} */
const currentFields = (data, id, roadmap) => {
  const { status, since, role, planned } = planRow(id, plannedMeasure(data, id), roadmap, "");
  return { status, since, role, deadline: planned.deadline, review: planned.review, note: planned.note };
};

/** @param {Record<Field, string>} current @param {TableRow["fields"]} fields @returns {FieldChange[]} */
const fieldChanges = (current, fields) =>
  /** @type {[Field, string][]} */ (Object.entries(fields))
    .filter(([field, to]) => to !== current[field].trim())
    // A new status brings its day along.
    .filter(([field, to]) => field !== "since" || (to !== "" && fields.status === current.status))
    .map(([field, to]) => ({ field, from: current[field], to }));

/** The plan with what a table changes.
 * @param {PlanData} data @param {RowChange[]} changes @param {string} today @returns {PlanData} */
export const withChanges = (data, changes, today) =>
  changes.reduce((plan, change) => withChange(plan, change, today), data);

/** @param {PlanData} data @param {RowChange} change @param {string} today @returns {PlanData} */
const withChange = (data, { row: { id, fields }, changes }, today) =>
  changes.reduce((plan, { field, to }) => {
    const { states } = plannedMeasure(plan, id);
    if (field === "status") return withStatus(plan, id, to, dayOfStatus(states, fields.since, today));
    if (field === "since") return withMeasure(plan, id, { states: [...states.slice(0, -1), { status: fields.status ?? "", date: to }] });
    return withMeasure(plan, id, { [field]: to });
  }, withChoice(data, id, true));

/** The day that the table has for a new status, unless that is still the day of the old one.
 * @param {PlannedMeasure["states"]} states @param {string | undefined} since @param {string} today */
const dayOfStatus = (states, since, today) => (since && since > (states.at(-1)?.date ?? "") ? since : today);
