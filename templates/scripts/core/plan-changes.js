// Changes to the plan from pages whose own work is something else.

import { planKind } from "./plan-kind.js";
import { withTodaysIds } from "./todays-ids.js";
import { own } from "./values.js";

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

/**
 * The plan with a measure as it was before a change of it, and all else as it is now. Nothing where the measure is no
 * longer what the change made it: that is somebody else's work.
 * @param {PlanData} plan
 * @param {string} id
 * @param {PlanData} before
 * @param {PlanData} after
 * @returns {PlanData | null}
 */
export const withMeasureBack = (plan, id, before, after) => {
  if (JSON.stringify(own(plan.measures, id)) !== JSON.stringify(own(after.measures, id))) return null;
  const was = own(before.measures, id);
  if (was) return { ...plan, measures: { ...plan.measures, [id]: was } };
  const others = Object.entries(plan.measures).filter(([other]) => other !== id);
  return { ...plan, measures: Object.fromEntries(others), order: plan.order.filter((other) => other !== id) };
};
