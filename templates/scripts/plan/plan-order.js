// The order of the measures in a plan.

import { plannedMeasure } from "../core/plan-kind.js";

/** @import { PlanData, RoadmapData } from "../types.d.ts" */

/** The measures in the plan, in the order that people gave them; those without a place come last, in the roadmap's.
 * @param {PlanData} data @param {RoadmapData} roadmap @returns {string[]} */
export const chosenInOrder = (data, roadmap) => {
  const known = roadmap.measures.map((measure) => measure.id);
  const mentioned = new Set([...data.order, ...known, ...Object.keys(data.measures)]);
  return [...mentioned].filter((id) => plannedMeasure(data, id).chosen);
};

/** The plan with a measure moved to the place of another, which makes room for it.
 * @param {PlanData} data @param {string[]} order all measures in the plan, as they stand @param {string} id
 * @param {string} place @returns {PlanData} */
export const withMoved = (data, order, id, place) => {
  const to = order.indexOf(place);
  const others = order.filter((other) => other !== id);
  return { ...data, order: [...others.slice(0, to), id, ...others.slice(to)] };
};
