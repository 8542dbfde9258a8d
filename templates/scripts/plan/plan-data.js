// A plan's measures as the roadmap has them today: which are in the plan, in what order, and under which ids.

import { unplanned } from "../core/plan-kind.js";
import { currentId } from "../core/roadmap-data.js";
import { own } from "../core/values.js";

/** @import { PlanData, PlannedMeasure, RoadmapData } from "../types.d.ts" */

/** What a plan says of a measure; nothing, when it doesn't mention it.
 * @param {PlanData} data @param {string} id @returns {PlannedMeasure} */
export const plannedMeasure = (data, id) => own(data.measures, id) ?? unplanned();

/** The measures in the plan, in the order that people gave them; those without a place come last, in the roadmap's.
 * @param {PlanData} data @param {RoadmapData} roadmap @returns {string[]} */
export const chosenMeasures = (data, roadmap) => {
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

/** The plan by today's ids of measures that were renamed. What it says of one by both ids is put together.
 * @param {PlanData} data @param {RoadmapData} roadmap @returns {PlanData} */
export const withCurrentIds = (data, roadmap) => {
  const ids = Object.keys(data.measures);
  if (ids.every((id) => currentId(roadmap, id) === id)) return data;
  /** @type {Map<string, PlannedMeasure>} */
  const measures = new Map();
  for (const id of ids) {
    const current = currentId(roadmap, id);
    const other = measures.get(current);
    const planned = plannedMeasure(data, id);
    measures.set(current, other ? together(id === current ? planned : other, id === current ? other : planned) : planned);
  }
  const order = [...new Set(data.order.map((id) => currentId(roadmap, id)))];
  return { ...data, measures: Object.fromEntries(measures), order };
};

/** What stands under the new id goes first; the old one fills in what it lacks.
 * @param {PlannedMeasure} current @param {PlannedMeasure} former @returns {PlannedMeasure} */
const together = (current, former) => ({
  chosen: current.chosen || former.chosen,
  states: [...former.states, ...current.states].sort((one, other) => (one.date < other.date ? -1 : Number(one.date > other.date))),
  role: current.role || former.role,
  deadline: current.deadline || former.deadline,
  review: current.review || former.review,
  note: [current.note, former.note].filter(Boolean).join("\n"),
});
