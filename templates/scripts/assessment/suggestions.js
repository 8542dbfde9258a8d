// Which measures to begin with now, and why: the rule that stands on the page.

import { inPlaceByAssessment } from "./in-place.js";
import { judge, judgeStatements, topRank } from "./judgement.js";

/** @import { RoadmapData, Measure } from "../types.d.ts" */
/** @import { Answers, Judgement } from "./judgement.js" */

const LEAST = 3;
const MOST = 5;

/**
 * What a measure's need goes by: the statements that it helps with, or where none of them has an answer, its whole step.
 * @typedef {{judgement: Judgement, concerns: "measure" | "step"}} Need
 */

/**
 * `begins`: the measure that the roadmap begins with. `suitsRole`: the reader's role does or uses it. `waitsFor`: the ids
 * of what must be begun first; none among those that can be begun now.
 * @typedef {Need & {measure: Measure, begins: boolean, suitsRole: boolean, waitsFor: string[]}} Suggestion
 */

/** @typedef {{statuses: Map<string, string>, begin: string | null, role: string | null}} Circumstances */

/**
 * At most five measures that can be begun `now`; where they are few, also those that come `next` when these are
 * `underWay`.
 * @param {RoadmapData} roadmap
 * @param {Answers} answers
 * @param {Circumstances} circumstances
 * @returns {{now: Suggestion[], next: Suggestion[], underWay: Measure[]}}
 */
export const suggest = (roadmap, answers, circumstances) => {
  const inPlace = placed(roadmap, judge(roadmap, answers), circumstances.statuses);
  const underWay = roadmap.measures.filter((measure) => isUnderWay(roadmap, circumstances.statuses.get(measure.id)));
  const begun = new Set([...inPlace, ...underWay.map(({ id }) => id)]);
  const candidates = roadmap.measures
    .filter((measure) => !inPlace.has(measure.id) && !underWay.includes(measure))
    .flatMap((measure) => needsOf(roadmap, measure, answers).map((need) => described(measure, need, begun, circumstances)))
    .filter((suggestion) => isNeeded(roadmap, suggestion))
    .sort(byRule(roadmap));
  const now = candidates.filter(({ waitsFor }) => !waitsFor.length).slice(0, MOST);
  const coming = new Set(now.map(({ measure }) => measure.id));
  const next = candidates.filter(({ waitsFor }) => waitsFor.length && waitsFor.every((id) => coming.has(id)));
  return { now, next: now.length < LEAST ? next.slice(0, MOST - now.length) : [], underWay };
};

/**
 * The ids of the measures in place: the plan says so, or it says nothing and every statement of their step is true.
 * @param {RoadmapData} roadmap
 * @param {Judgement[]} judgements
 * @param {Map<string, string>} statuses
 */
const placed = (roadmap, judgements, statuses) => {
  const last = Math.max(...roadmap.progress.map(({ rank }) => rank));
  const lastStatuses = new Set(roadmap.progress.filter(({ rank }) => rank === last).map(({ id }) => id));
  const planned = roadmap.measures.filter(({ id }) => lastStatuses.has(statuses.get(id) ?? ""));
  const assessed = inPlaceByAssessment(roadmap, judgements, ({ id }) => statuses.get(id) ?? "");
  return new Set([...planned, ...assessed].map(({ id }) => id));
};

/**
 * @param {RoadmapData} roadmap
 * @param {string | undefined} status
 */
const isUnderWay = (roadmap, status) => {
  const last = Math.max(...roadmap.progress.map(({ rank }) => rank));
  return roadmap.progress.some(({ id, rank }) => id === status && rank > 0 && rank < last);
};

/**
 * What a measure is needed for; nothing where the roadmap doesn't have its step.
 * @param {RoadmapData} roadmap
 * @param {Measure} measure
 * @param {Answers} answers
 * @returns {Need[]}
 */
const needsOf = (roadmap, measure, answers) =>
  roadmap.steps
    .filter(({ letter }) => letter === measure.step)
    .map((step) => {
      const helped = step.statements.filter(({ measures }) => measures.includes(measure.id));
      const judgement = judgeStatements(roadmap, step, helped, answers);
      if (judgement.kind !== "unanswered") return { judgement, concerns: "measure" };
      return { judgement: judgeStatements(roadmap, step, step.statements, answers), concerns: "step" };
    });

/**
 * @param {Measure} measure
 * @param {Need} need
 * @param {Set<string>} begun or in place
 * @param {Circumstances} circumstances
 * @returns {Suggestion}
 */
const described = (measure, need, begun, { begin, role }) => ({
  ...need,
  measure,
  begins: measure.id === begin,
  suitsRole: role !== null && [...measure.actors, ...measure.usefulFor].includes(role),
  waitsFor: measure.requires.filter((id) => !begun.has(id)),
});

/**
 * Where nothing applies, nothing is needed, and neither where all is true, unless another measure waits for it.
 * @param {RoadmapData} roadmap
 * @param {Suggestion} suggestion
 */
const isNeeded = (roadmap, { measure, judgement, begins }) =>
  begins ||
  need(roadmap, judgement) < topRank(roadmap) + 2 ||
  roadmap.measures.some((other) => other.requires.includes(measure.id));

/**
 * The weakest first; then what is not known, what is not answered, and last what needs nothing.
 * @param {RoadmapData} roadmap
 * @param {Judgement} judgement
 */
const need = (roadmap, { kind, rank }) => {
  const top = topRank(roadmap);
  if (kind === "not-relevant") return top + 2;
  if (kind === "unanswered") return top + 1;
  if (rank !== null && rank < top) return rank;
  return kind === "judged" ? top + 2 : top;
};

/**
 * @param {RoadmapData} roadmap
 * @returns {(one: Suggestion, other: Suggestion) => number}
 */
const byRule = (roadmap) => {
  const phaseOf = new Map(roadmap.steps.map(({ letter, phase }) => [letter, phase]));
  const effortOf = new Map(roadmap.efforts.map(({ id }, place) => [id, place]));
  const placeOf = new Map(roadmap.measures.map(({ id }, place) => [id, place]));
  const key = (/** @type {Suggestion} */ { measure, judgement, begins, suitsRole }) => [
    begins ? 0 : 1,
    need(roadmap, judgement),
    suitsRole ? 0 : 1,
    phaseOf.get(measure.step) ?? 0,
    effortOf.get(measure.effort) ?? 0,
    placeOf.get(measure.id) ?? 0,
  ];
  return (one, other) => {
    const [left, right] = [key(one), key(other)];
    const at = left.findIndex((value, index) => value !== right[index]);
    return (left[at] ?? 0) - (right[at] ?? 0);
  };
};
