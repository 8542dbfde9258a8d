// Two points in time beside each other: how each step moved.

/** @import { Judgement } from "./judgement.js" */

/**
 * «new»: it was not judged then. «unclear»: it is not judged now, so that nobody can say.
 * @typedef {"up" | "down" | "same" | "new" | "unclear"} Move
 */

/** @typedef {{then: Judgement, now: Judgement, move: Move}} Comparison */

/**
 * @param {Judgement[]} then
 * @param {Judgement[]} now
 * @returns {Comparison[]} one a step
 */
export const compare = (then, now) => {
  const earlier = new Map(then.map((judgement) => [judgement.letter, judgement]));
  return now.flatMap((judgement) => {
    const before = earlier.get(judgement.letter);
    return before ? [{ then: before, now: judgement, move: moved(before, judgement) }] : [];
  });
};

/**
 * @param {Judgement} then
 * @param {Judgement} now
 * @returns {Move}
 */
const moved = (then, now) => {
  if (then.kind === now.kind && then.rank === now.rank) return "same";
  if (now.kind !== "judged") return "unclear";
  if (then.kind !== "judged") return "new";
  return (now.rank ?? 0) > (then.rank ?? 0) ? "up" : "down";
};
