// How judgements, answers and moves are said.

import { longDay } from "../core/dates.js";
import { own } from "../core/values.js";
import { say } from "../page/texts.js";
import { SEVERAL } from "./comparison.js";
import { topRank } from "./judgement.js";

/** @import { RoadmapData } from "../types.d.ts" */
/** @import { AssessmentData } from "./assessment-kind.js" */
/** @import { Judgement } from "./judgement.js" */

/**
 * What an answer is called.
 * @param {RoadmapData} roadmap
 * @param {string | null | undefined} id
 */
export const answerName = (roadmap, id) => roadmap.answers.find((answer) => answer.id === id)?.name ?? say("state-unanswered");

/**
 * What an answer is called within a sentence.
 * @param {RoadmapData} roadmap
 * @param {string} id
 */
export const answerInText = (roadmap, id) => lowered(answerName(roadmap, id));

/**
 * What the answer of a rank is called within a sentence.
 * @param {RoadmapData} roadmap
 * @param {number} rank
 */
export const rankInText = (roadmap, rank) => lowered(roadmap.answers.find((answer) => answer.rank === rank)?.name ?? "");

/**
 * A step's state.
 * @param {RoadmapData} roadmap
 * @param {Judgement} judgement
 */
export const stateName = (roadmap, { kind, rank }) => {
  const answer = roadmap.answers.find((one) => one.rank === rank && rank !== null);
  if (kind === "judged") return answer?.name ?? "";
  if (kind !== "open") return say(`state-${kind}`);
  return answer && answer.rank !== topRank(roadmap) ? say("state-open-at-most", { answer: lowered(answer.name) }) : say("state-open");
};

/**
 * Letters or names in a row: «A, B og C».
 * @param {string[]} names
 */
export const inARow = (names) => {
  const [last, ...others] = [...names].reverse();
  return others.length ? say("in-a-row", { others: others.reverse().join(", "), last: last ?? "" }) : (last ?? "");
};

/**
 * How many of a step's statements are true; nothing where nobody has said anything of them.
 * @param {Judgement} judgement
 */
export const holdingText = ({ kind, holding, applying }) =>
  kind === "unanswered" || kind === "not-relevant" ? "" : say("holding", { count: holding, all: applying });

/**
 * The first names in a row, and how many more there are.
 * @param {string[]} names
 * @param {number} most
 */
export const firstInARow = (names, most) => {
  const more = names.length - most;
  return more > 1 ? say("in-a-row", { others: names.slice(0, most).join(", "), last: say("and-more", { count: more }) }) : inARow(names);
};

/**
 * What a statement says; its id where it is not one of today's.
 * @param {RoadmapData} roadmap
 * @param {string} id
 */
export const statementText = (roadmap, id) =>
  roadmap.steps.flatMap((step) => step.statements).find((statement) => statement.id === id)?.text ?? id;

/**
 * Whose assessment it is, and when it was made.
 * @param {RoadmapData} roadmap
 * @param {string} name
 * @param {AssessmentData} data
 */
export const aboutText = (roadmap, name, { unit, by, date }) =>
  [name, unit, byName(roadmap, by), longDay(date)].filter(Boolean).join(" · ");

/**
 * Who answered.
 * @param {RoadmapData} roadmap
 * @param {string} by
 */
export const byName = (roadmap, by) => (by === SEVERAL ? say("by-several") : (roadmap.roles.find(({ id }) => id === by)?.name ?? by));

/**
 * @param {Record<string, string>} written
 * @param {string} id
 */
export const written = (written, id) => own(written, id) ?? "";

/** @param {string} text */
const lowered = (text) => text.charAt(0).toLowerCase() + text.slice(1);
