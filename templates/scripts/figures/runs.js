/**
 * Anhøj's two rules for run charts: a run on one side of the median that is longer than chance would make it, and a line
 * that crosses the median more seldom than chance would have it.
 *
 * Anhøj J, Olesen AV. Run charts revisited. PLoS One 2014;9(11):e113825.
 *
 * @typedef {import("./months.js").Month} Month
 * @typedef {{month: Month, count: number}} Point
 * @typedef {"over" | "under"} Side
 * @typedef {{side: Side, length: number, from: Month, to: Month}} Run
 * @typedef {object} Rules
 * @property {number} useful  points that are not on the median
 * @property {number} missing  useful points that are lacking before the rules can be used
 * @property {Run | null} longestRun  the last of the longest
 * @property {number} longestExpected  a longer run than this is a signal
 * @property {number} crossings
 * @property {number} fewestExpected  fewer crossings than this is a signal
 * @property {boolean} longRun  whether the rules are used, and this one strikes
 * @property {boolean} fewCrossings
 */

/** With fewer useful points than this the rules say too little, and the line is only drawn. */
export const FEWEST_USEFUL = 12;

/**
 * The middle of some numbers, or null where there are none.
 *
 * @param {number[]} values
 * @returns {number | null}
 */
export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const high = sorted[Math.floor(sorted.length / 2)];
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  return high === undefined || low === undefined ? null : (low + high) / 2;
}

/**
 * @param {Point[]} points  in order of time, months without a count left out
 * @param {number} middle  the median that they are compared with
 * @returns {Rules}
 */
export function rules(points, middle) {
  const runs = runsOf(points, middle);
  const useful = runs.reduce((sum, run) => sum + run.length, 0);
  const longestRun = runs.reduce(
    (/** @type {Run | null} */ longest, run) => (longest && longest.length > run.length ? longest : run),
    null,
  );
  const crossings = Math.max(runs.length - 1, 0);
  const used = useful >= FEWEST_USEFUL;
  return {
    useful,
    missing: Math.max(FEWEST_USEFUL - useful, 0),
    longestRun,
    longestExpected: longestExpected(useful),
    crossings,
    fewestExpected: fewestExpected(useful),
    longRun: used && longestRun !== null && longestRun.length > longestExpected(useful),
    fewCrossings: used && crossings < fewestExpected(useful),
  };
}

/**
 * The points one after another on the same side; a point on the median neither ends a run nor belongs to it.
 *
 * @param {Point[]} points
 * @param {number} middle
 * @returns {Run[]}
 */
function runsOf(points, middle) {
  /** @type {Run[]} */
  const runs = [];
  for (const { month, count } of points) {
    if (count === middle) continue;
    const side = count > middle ? "over" : "under";
    const last = runs.at(-1);
    if (last?.side === side) {
      last.length += 1;
      last.to = month;
    } else {
      runs.push({ side, length: 1, from: month, to: month });
    }
  }
  return runs;
}

/**
 * The longest run that chance makes among so many useful points: round(log2 n) + 3.
 *
 * @param {number} useful
 */
export function longestExpected(useful) {
  return useful < 1 ? 0 : Math.round(Math.log2(useful)) + 3;
}

/**
 * The fewest crossings that chance makes among so many useful points: the lower five per cent of n − 1 tosses of a coin.
 * Whole numbers throughout, so that no rounding decides a signal.
 *
 * @param {number} useful
 */
export function fewestExpected(useful) {
  const tosses = BigInt(Math.max(useful - 1, 0));
  const outcomes = 2n ** tosses;
  let ways = 1n;
  let atMost = 1n;
  let heads = 0n;
  while (atMost * 20n < outcomes) {
    ways = (ways * (tosses - heads)) / (heads + 1n);
    heads += 1n;
    atMost += ways;
  }
  return Number(heads);
}
