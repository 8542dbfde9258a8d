// Which measures an assessment tells are in place.

import { topRank } from "./judgement.js";

/** @import { Measure, RoadmapData } from "../types.d.ts" */
/** @import { Judgement } from "./judgement.js" */

/**
 * Those in steps where every statement is true, unless the plan says how far they have come.
 * @param {RoadmapData} roadmap
 * @param {Judgement[]} judgements
 * @param {(measure: Measure) => string} statusOf the plan's word for it; nothing where it has none
 */
export const inPlaceByAssessment = (roadmap, judgements, statusOf) => {
  const top = topRank(roadmap);
  const done = new Set(judgements.filter(({ kind, rank }) => kind === "judged" && rank === top).map(({ letter }) => letter));
  return roadmap.measures.filter((measure) => done.has(measure.step) && !statusOf(measure));
};
