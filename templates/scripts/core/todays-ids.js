// Plans that were written before measures got the ids that they have today.

import { LONGEST_NOTE } from "./plan-kind.js";
import { own } from "./values.js";

/** @import { PlanData, PlannedMeasure, RoadmapData } from "../types.d.ts" */

/**
 * The plan by today's ids. What it says of a measure by two ids is put together; where there is too much for one
 * measure, both stay.
 * @param {PlanData} plan
 * @param {RoadmapData["renamed"]} renamed
 * @returns {PlanData}
 */
export const withTodaysIds = (plan, renamed) => {
  for (const [id, planned] of Object.entries(plan.measures)) {
    const todays = own(renamed, id);
    if (todays === undefined) continue;
    const current = own(plan.measures, todays);
    const both = current ? together(current, planned) : planned;
    if (both.note.length <= LONGEST_NOTE) return withTodaysIds(moved(plan, id, todays, both), renamed);
  }
  return plan;
};

/** What stands under today's id goes first; the former one fills in what it lacks.
 * @type {(current: PlannedMeasure, former: PlannedMeasure) => PlannedMeasure} */
const together = (current, former) => ({
  chosen: current.chosen || former.chosen,
  states: [...former.states, ...current.states].sort((one, other) => (one.date < other.date ? -1 : Number(one.date > other.date))),
  role: current.role || former.role,
  deadline: current.deadline || former.deadline,
  review: current.review || former.review,
  note: [current.note, former.note].filter(Boolean).join("\n"),
});

/** @type {(plan: PlanData, from: string, to: string, planned: PlannedMeasure) => PlanData} */
const moved = (plan, from, to, planned) => {
  const measures = Object.entries(plan.measures).filter(([id]) => id !== from && id !== to);
  return {
    ...plan,
    measures: Object.fromEntries([...measures, [to, planned]]),
    order: [...new Set(plan.order.map((id) => (id === from ? to : id)))],
  };
};
