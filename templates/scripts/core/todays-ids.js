// Plans that were written before measures got the ids that they have today.

import { own } from "./values.js";

/** @import { PlanData, RoadmapData } from "../types.d.ts" */

/**
 * The plan by today's ids. What stands under a former id moves, unless today's has something of its own already.
 * @param {PlanData} plan
 * @param {RoadmapData["renamed"]} renamed
 * @returns {PlanData}
 */
export const withTodaysIds = (plan, renamed) => {
  const former = Object.keys(plan.measures).find((id) => {
    const todays = own(renamed, id);
    return todays !== undefined && !own(plan.measures, todays);
  });
  return former === undefined ? plan : withTodaysIds(moved(plan, former, renamed[former] ?? former), renamed);
};

/** @type {(plan: PlanData, from: string, to: string) => PlanData} */
const moved = (plan, from, to) => {
  const named = (/** @type {string} */ id) => (id === from ? to : id);
  const measures = Object.fromEntries(Object.entries(plan.measures).map(([id, planned]) => [named(id), planned]));
  return { ...plan, measures, order: [...new Set(plan.order.map(named))] };
};
