// A plan: what a unit has chosen to do, how far each measure has come, and who answers for it by when.

import { asDay } from "./dates.js";
import { asFields, asList, asRecord, asText, ImportError, isRecord, own } from "./values.js";

/** @import { Kind, Note, PlanData, PlannedMeasure } from "../types.d.ts" */

export const LONGEST_ROLE = 60;
export const LONGEST_NOTE = 1000;
const LONGEST_UNIT = 80;
const MOST_STATES = 100;

/**
 * Whether a text may be the id of a measure, known today or not.
 * @param {string} id
 */
export const isMeasureId = (id) => /^[\w-]{1,60}$/.test(id);

/** @returns {PlannedMeasure} */
const unplanned = () => ({ chosen: false, states: [], role: "", deadline: "", review: "", note: "" });

/** @type {Kind<PlanData>} */
export const planKind = {
  kind: "plan",
  version: 1,
  empty: () => ({ unit: "", measures: {}, order: [] }),
  upgrade: {},
  read(value) {
    if (!isRecord(value) || !isRecord(value.measures)) throw new ImportError("file-foreign");
    const measures = [...asFields(value.measures)].flatMap(([id, one]) =>
      isRecord(one) && isMeasureId(id) ? [/** @type {[string, PlannedMeasure]} */ ([id, plannedIn(one)])] : [],
    );
    const known = new Set(measures.map(([id]) => id));
    const order = [...new Set(asList(value.order).filter((id) => typeof id === "string" && known.has(id)))];
    /** @type {Note[]} */
    const notes = [];
    const lost = asFields(value.measures).size - measures.length;
    if (lost) notes.push({ key: "file-unreadable-rows", values: { count: lost } });
    return {
      data: { unit: asText(value.unit, LONGEST_UNIT), measures: asRecord(measures), order: /** @type {string[]} */ (order) },
      notes,
    };
  },
};

/**
 * @param {Record<string, unknown>} value
 * @returns {PlannedMeasure}
 */
const plannedIn = (value) => ({
  chosen: value.chosen === true,
  states: asList(value.states, MOST_STATES).flatMap((state) =>
    isRecord(state) && typeof state.status === "string" && asDay(state.date)
      ? [{ status: state.status.slice(0, 60), date: asDay(state.date) }]
      : [],
  ),
  role: asText(value.role, LONGEST_ROLE),
  deadline: asDay(value.deadline),
  review: asDay(value.review),
  note: asText(value.note, LONGEST_NOTE),
});

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
