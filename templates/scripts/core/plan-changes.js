// Changes to the plan from pages whose own work is something else.

import { planKind } from "./plan-kind.js";
import { withTodaysIds } from "./todays-ids.js";

/** @import { PlanData, RoadmapData, Store, WorkDocument } from "../types.d.ts" */

/**
 * The plan that people work on, by today's ids; an empty one where there is none.
 * @param {Store} store
 * @param {RoadmapData["renamed"]} renamed
 * @returns {PlanData}
 */
export const openPlan = (store, renamed) => withTodaysIds(store.active("plan")?.data ?? planKind.empty(), renamed);

/**
 * Changes that plan, or begins a new one.
 * @param {Store} store
 * @param {RoadmapData["renamed"]} renamed
 * @param {string} name of a new plan
 * @param {(plan: PlanData) => PlanData} next
 * @returns {WorkDocument}
 */
export const changePlan = (store, renamed, name, next) => {
  const open = store.active("plan");
  const data = next(openPlan(store, renamed));
  return open ? store.update(open.id, data) : store.begin("plan", name, data);
};
