// A plan: what a unit has chosen to do, how far each measure has come, and who answers for it by when.

import { day, fieldsOf, listOf, optional, readAs, record, such, textUpTo, yesOrNo } from "./shapes.js";
import { own } from "./values.js";

/** @import { Kind, PlanData, PlannedMeasure, Shape } from "../types.d.ts" */

export const LONGEST_ROLE = 60;
export const LONGEST_NOTE = 1000;
const LONGEST_UNIT = 80;
const LONGEST_STATUS = 60;

/**
 * Whether a text may be the id of a measure, known today or not.
 * @param {string} id
 */
export const isMeasureId = (id) => /^[\w-]{1,60}$/.test(id);

/** @param {unknown} given @returns {given is string} */
const isOrdered = (given) => typeof given === "string" && isMeasureId(given);

/** @returns {PlannedMeasure} */
const unplanned = () => ({ chosen: false, states: [], role: "", deadline: "", review: "", note: "" });

/** @type {Shape<PlannedMeasure>} */
const PLANNED = record({
  chosen: optional(yesOrNo, false),
  states: optional(listOf(record({ status: textUpTo(LONGEST_STATUS), date: day })), []),
  role: optional(textUpTo(LONGEST_ROLE), ""),
  deadline: optional(day, ""),
  review: optional(day, ""),
  note: optional(textUpTo(LONGEST_NOTE), ""),
});

/** @type {Shape<PlanData>} */
const PLAN = record({
  unit: optional(textUpTo(LONGEST_UNIT), ""),
  measures: fieldsOf(isMeasureId, PLANNED),
  order: optional(listOf(such(isOrdered)), []),
});

/** @type {Kind<PlanData>} */
export const planKind = {
  kind: "plan",
  version: 1,
  empty: () => ({ unit: "", measures: {}, order: [] }),
  upgrade: {},
  read(value) {
    const { data, unread } = readAs(PLAN, value);
    return { data: { ...data, order: [...new Set(data.order)] }, unread };
  },
};

/**
 * What a plan says of a measure; nothing, where it doesn't mention it.
 * @param {PlanData} plan
 * @param {string} id
 * @returns {PlannedMeasure}
 */
export const plannedMeasure = (plan, id) => own(plan.measures, id) ?? unplanned();

/**
 * How far a measure has come; nothing where nobody has said.
 * @param {PlanData} plan
 * @param {string} id
 */
export const statusOf = (plan, id) => plannedMeasure(plan, id).states.at(-1)?.status ?? "";

/**
 * The plan with something changed about a measure, which it need not have had.
 * @param {PlanData} plan
 * @param {string} id
 * @param {Partial<PlannedMeasure>} change
 * @returns {PlanData}
 */
export const withMeasure = (plan, id, change) => {
  const measures = { ...plan.measures, [id]: { ...plannedMeasure(plan, id), ...change } };
  return { ...plan, measures, order: plan.order.includes(id) ? plan.order : [...plan.order, id] };
};

/**
 * The plan with a measure's status set on a day; several on one day count as the last.
 * @param {PlanData} plan
 * @param {string} id
 * @param {string} status
 * @param {string} day
 * @returns {PlanData}
 */
export const withStatus = (plan, id, status, day) => {
  const earlier = plannedMeasure(plan, id).states.filter((state) => state.date !== day);
  const isBack = earlier.at(-1)?.status === status;
  return withMeasure(plan, id, { states: isBack ? earlier : [...earlier, { status, date: day }] });
};

/**
 * The plan with a measure chosen, or no more; what it says of it stays.
 * @param {PlanData} plan
 * @param {string} id
 * @param {boolean} chosen
 * @returns {PlanData}
 */
export const withChoice = (plan, id, chosen) => withMeasure(plan, id, { chosen });
