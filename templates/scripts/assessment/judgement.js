// What the answers say of each step: it is as strong as its weakest statement, never an average.

import { currentId } from "../core/roadmap-data.js";
import { own } from "../core/values.js";

/** @import { RoadmapData, Statement, Step } from "../types.d.ts" */

/** The answer that leaves a statement out, as the content names it; every other without a rank leaves it open. */
export const NOT_RELEVANT = "gjelder-ikke";

/**
 * «judged»: the weakest answer decides. «open»: somebody does not know, so the step is at most `rank`. «unfinished»: some
 * statements have no answer yet, so it is at most `rank`. «unanswered»: none has. «not-relevant»: none applies.
 * @typedef {"judged" | "open" | "unfinished" | "unanswered" | "not-relevant"} Kind
 */

/**
 * `rank` is that of the weakest known answer, null where nothing is known; `weakest`, `open` and `missing` are the ids of
 * the statements with that answer, those that nobody knows, and those without an answer. `holding` of the `applying`
 * statements are true.
 * @typedef {object} Judgement
 * @property {string} letter
 * @property {Kind} kind
 * @property {number | null} rank
 * @property {string[]} weakest
 * @property {string[]} open
 * @property {string[]} missing
 * @property {number} holding
 * @property {number} applying
 */

/** @typedef {Record<string, string>} Answers Answer ids by statement id. */

/**
 * The rank of each answer that has one, by its id.
 * @param {RoadmapData} roadmap
 * @returns {Map<string, number>}
 */
export const ranks = (roadmap) => {
  const found = new Map();
  for (const answer of roadmap.answers) if (answer.rank !== null) found.set(answer.id, answer.rank);
  return found;
};

/** @param {RoadmapData} roadmap */
export const topRank = (roadmap) => Math.max(...ranks(roadmap).values());

/**
 * What was written of each statement by its id of today. What stands there by that id already wins.
 * @param {RoadmapData} roadmap
 * @param {Record<string, string>} written
 * @returns {Record<string, string>}
 */
export const todays = (roadmap, written) =>
  Object.fromEntries(
    Object.entries(written).flatMap(([id, value]) => {
      const current = currentId(roadmap, id);
      return current !== id && Object.hasOwn(written, current) ? [] : [[current, value]];
    }),
  );

/**
 * The answer to a statement; one that no answer of today's has counts as none.
 * @param {RoadmapData} roadmap
 * @param {Answers} answers
 * @param {string} statement
 * @returns {string | null}
 */
export const answerTo = (roadmap, answers, statement) => {
  const given = own(answers, statement);
  return given !== undefined && roadmap.answers.some((answer) => answer.id === given) ? given : null;
};

/**
 * @param {RoadmapData} roadmap
 * @param {Answers} answers
 * @returns {Judgement[]} one a step, in the roadmap's order
 */
export const judge = (roadmap, answers) => roadmap.steps.map((step) => judgeStatements(roadmap, step, step.statements, answers));

/**
 * @param {RoadmapData} roadmap
 * @param {Step} step
 * @param {Statement[]} statements some of the step's, or all
 * @param {Answers} answers
 * @returns {Judgement}
 */
export const judgeStatements = (roadmap, step, statements, answers) => {
  const rankOf = ranks(roadmap);
  const given = statements.map(({ id }) => ({ id, answer: answerTo(roadmap, answers, id) }));
  const applying = given.filter(({ answer }) => answer !== NOT_RELEVANT);
  const known = applying.flatMap(({ id, answer }) => {
    const rank = answer === null ? undefined : rankOf.get(answer);
    return rank === undefined ? [] : [{ id, rank }];
  });
  const rank = known.length ? Math.min(...known.map((item) => item.rank)) : null;
  const open = applying.filter(({ answer }) => answer !== null && !rankOf.has(answer)).map(({ id }) => id);
  const missing = applying.filter(({ answer }) => answer === null).map(({ id }) => id);
  return {
    letter: step.letter,
    kind: kindOf(given.length, applying.length, missing.length, open.length, rank),
    rank,
    weakest: known.filter((item) => item.rank === rank).map(({ id }) => id),
    open,
    missing,
    holding: known.filter((item) => item.rank === topRank(roadmap)).length,
    applying: applying.length,
  };
};

/**
 * @param {number} all
 * @param {number} applying
 * @param {number} missing
 * @param {number} open
 * @param {number | null} rank
 * @returns {Kind}
 */
const kindOf = (all, applying, missing, open, rank) => {
  if (missing === all) return "unanswered";
  if (!applying) return "not-relevant";
  // Nothing that is still to be found out can make the step weaker, and nothing stronger.
  if (rank === 0) return "judged";
  if (missing) return "unfinished";
  return open ? "open" : "judged";
};

/**
 * The steps that are strongest and weakest of those judged, and those that are not; no step is both.
 * @param {Judgement[]} judgements
 */
export const extremes = (judgements) => {
  const judged = judgements.filter(({ kind }) => kind === "judged");
  const found = judged.map(({ rank }) => rank ?? 0);
  const least = Math.min(...found);
  const most = Math.max(...found);
  return {
    weakest: judged.filter(({ rank }) => rank === least),
    strongest: most > least ? judged.filter(({ rank }) => rank === most) : [],
    undecided: judgements.filter(({ kind }) => kind === "open" || kind === "unfinished"),
  };
};

/**
 * The judged steps of several statements where all but one are true.
 * @param {Judgement[]} judgements
 */
export const lackingOne = (judgements) =>
  judgements.filter(({ kind, holding, applying }) => kind === "judged" && holding > 0 && holding === applying - 1);

/**
 * How many of today's statements have an answer.
 * @param {RoadmapData} roadmap
 * @param {Answers} answers
 */
export const progress = (roadmap, answers) => {
  const statements = roadmap.steps.flatMap((step) => step.statements);
  const answered = statements.filter(({ id }) => answerTo(roadmap, answers, id) !== null);
  return { answered: answered.length, all: statements.length };
};
