// The mark of a step's state: a shape for each, so that colour alone never tells.

/** @import { Judgement } from "./judgement.js" */

/**
 * A shape as paths and a sign: `ring` is drawn as a line, `fill` is what of it is full.
 * @typedef {{ring: string, dashed: boolean, fill: string, sign: string}} Mark
 */

/**
 * The mark of a judgement, around the middle of a circle: empty, partly and quite full by rank; dashed with «?» or «…» where
 * something is open; a square where nothing applies.
 * @param {Judgement} judgement
 * @param {number} top the highest rank there is
 * @param {number} radius
 * @returns {Mark}
 */
export const markOf = ({ kind, rank }, top, radius) => {
  const circle = arc(1, radius);
  if (kind === "judged") {
    const share = top ? (rank ?? 0) / top : 1;
    return { ring: circle, dashed: false, fill: share ? arc(share, radius) : "", sign: share === 1 ? "✓" : "" };
  }
  if (kind === "not-relevant") return { ring: square(radius * 0.85), dashed: false, fill: "", sign: "–" };
  return { ring: circle, dashed: true, fill: "", sign: { open: "?", unfinished: "…", unanswered: "" }[kind] };
};

/**
 * A share of a disc, from the bottom up.
 * @param {number} share
 * @param {number} radius
 */
const arc = (share, radius) => {
  if (share >= 1) return `M${-radius} 0A${radius} ${radius} 0 1 1 ${radius} 0A${radius} ${radius} 0 1 1 ${-radius} 0Z`;
  const y = radius - 2 * radius * share;
  const x = Math.sqrt(radius ** 2 - y ** 2);
  const [left, right, height] = [-x, x, y].map((length) => Number(length.toFixed(2)));
  return `M${left} ${height}A${radius} ${radius} 0 ${share > 0.5 ? 1 : 0} 0 ${right} ${height}Z`;
};

/** @param {number} half */
const square = (half) => `M${-half} ${-half}H${half}V${half}H${-half}Z`;
