// Two points in time beside each other: how each step moved.

/** @import { AssessmentData } from "./assessment-kind.js" */
/** @import { Judgement } from "./judgement.js" */

/**
 * «new»: it was not judged then. «unclear»: it is not judged now, so that nobody can say.
 * @typedef {"up" | "down" | "same" | "new" | "unclear"} Move
 */

/** @typedef {{then: Judgement, now: Judgement, move: Move, areOthers: boolean}} Comparison */

/** What the field «by» has, besides roles, when a group has answered. */
export const SEVERAL = "flere";

/**
 * Whether two assessments were answered by different people, as far as they tell: then no difference is a development.
 * @param {Pick<AssessmentData, "unit" | "by">} one
 * @param {Pick<AssessmentData, "unit" | "by">} other
 */
export const areFromOthers = (one, other) => {
  const isGroupWithPerson = (one.by === SEVERAL) !== (other.by === SEVERAL);
  return isGroupWithPerson || differ(one.by, other.by) || differ(one.unit, other.unit);
};

/**
 * What is not filled in tells nothing.
 * @param {string} one
 * @param {string} other
 */
const differ = (one, other) => {
  const [left, right] = [plain(one), plain(other)];
  return left !== "" && right !== "" && left !== right;
};

/**
 * What all who filled it in wrote, as the first of them did; nothing where they differ.
 * @param {string[]} texts
 */
export const sharedText = (texts) => {
  const [first = "", ...others] = texts.filter((text) => plain(text) !== "");
  return others.some((other) => differ(first, other)) ? "" : first.trim();
};

/** @param {string} text */
const plain = (text) => text.trim().replace(/\s+/g, " ").toLowerCase();

/**
 * @param {Judgement[]} then
 * @param {Judgement[]} now
 * @param {boolean} areOthers other people said what is compared with
 * @returns {Comparison[]} one a step
 */
export const compare = (then, now, areOthers) => {
  const earlier = new Map(then.map((judgement) => [judgement.letter, judgement]));
  return now.flatMap((judgement) => {
    const before = earlier.get(judgement.letter);
    return before ? [{ then: before, now: judgement, move: moved(before, judgement), areOthers }] : [];
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
