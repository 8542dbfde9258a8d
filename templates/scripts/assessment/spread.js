// Several people's answers beside each other: how many said what, and where they are far apart.

import { own } from "../core/values.js";
import { answerTo, NOT_RELEVANT, ranks } from "./judgement.js";

/** @import { RoadmapData } from "../types.d.ts" */
/** @import { Answers } from "./judgement.js" */

/**
 * What was said to a statement. `counts` has each answer that somebody gave, in the scale's order, `silent` those who gave
 * none. `apart` is the distance between the ranks. `differs`: they can't all be right. `shared` is the answer of all.
 * @typedef {object} Spread
 * @property {string} statement
 * @property {string} letter
 * @property {{answer: string, count: number}[]} counts
 * @property {number} silent
 * @property {number} apart
 * @property {boolean} differs
 * @property {string | null} shared
 */

/**
 * @param {RoadmapData} roadmap
 * @param {Answers[]} people
 * @returns {Spread[]} one a statement, in the roadmap's order
 */
export const spreads = (roadmap, people) =>
  roadmap.steps.flatMap((step) => step.statements.map(({ id }) => spreadOf(roadmap, people, step.letter, id)));

/**
 * @param {RoadmapData} roadmap
 * @param {Answers[]} people
 * @param {string} letter
 * @param {string} statement
 * @returns {Spread}
 */
const spreadOf = (roadmap, people, letter, statement) => {
  const given = people.map((answers) => answerTo(roadmap, answers, statement));
  const counts = roadmap.answers
    .map(({ id }) => ({ answer: id, count: given.filter((answer) => answer === id).length }))
    .filter(({ count }) => count);
  const rankOf = ranks(roadmap);
  const said = counts.flatMap(({ answer }) => rankOf.get(answer) ?? []);
  const silent = given.filter((answer) => answer === null).length;
  return {
    statement,
    letter,
    counts,
    silent,
    apart: said.length ? Math.max(...said) - Math.min(...said) : 0,
    differs: said.length + (counts.some(({ answer }) => answer === NOT_RELEVANT) ? 1 : 0) > 1,
    shared: counts.length === 1 && !silent ? (counts[0]?.answer ?? null) : null,
  };
};

/**
 * Those where people differ, the farthest apart first; of those as far apart the ones where they split most evenly.
 * @param {Spread[]} all
 */
export const disagreements = (all) =>
  all
    .map((spread, place) => ({ spread, place }))
    .filter(({ spread }) => spread.differs)
    .sort(
      (one, other) =>
        other.spread.apart - one.spread.apart || largest(one.spread) - largest(other.spread) || one.place - other.place,
    )
    .map(({ spread }) => spread);

/** @param {Spread} spread */
const largest = ({ counts }) => Math.max(...counts.map(({ count }) => count));

/**
 * What the group begins with: the answers that all of them gave, also to statements that are not today's. The rest is left
 * for them to decide.
 * @param {Answers[]} people
 * @returns {Answers}
 */
export const sharedAnswers = ([first, ...others]) =>
  Object.fromEntries(
    Object.entries(first ?? {}).filter(([statement, answer]) => others.every((answers) => own(answers, statement) === answer)),
  );
