// Numbers no more exact than what they rest on: two digits that count, and nothing finer than a tenth.

/** @import { Case, Result, Span } from "./types.d.ts" */

// A float's last digits are noise, which must not decide whether a half goes up.
const TRUSTED_DIGITS = 12;
const DIGITS = 2;
// As far as two digits can be from what they are of.
const NEAR = 0.05;
const NOTHING = Object.freeze({ low: 0, high: 0 });

/**
 * Half up, as ``gain_rates.rounded`` does when the site is built.
 * @param {number} value
 * @returns {number}
 */
export const rounded = (value) => {
  const trusted = clean(value);
  return Math.abs(trusted) < 1 ? Math.round(trusted * 10) / 10 : Number(trusted.toPrecision(DIGITS));
};

/**
 * The result as far as it can be trusted, and so that what is shown adds up: the total is the sum of its rounded parts,
 * and the difference lies between what is shown of today and the target. What people counted or filled in themselves
 * stays as it is.
 * @param {Result} result
 * @returns {Result}
 */
export const roundedResult = (result) => {
  const { perConsultation, own } = result;
  return { ...result, ...roundedCases(result), perConsultation: roundedSpan(perConsultation), own: own && { ...own, value: own.value && roundedSpan(own.value) } };
};

/**
 * @param {Result} result
 * @returns {Pick<Result, "today" | "target" | "difference">}
 */
const roundedCases = ({ today, target, difference }) => {
  const shown = roundedCase(today, roundedSpan);
  if (!target || !difference) return { today: shown, target: target && roundedCase(target, roundedSpan), difference };
  const apart = roundedCase(difference, (span, name) => apartAs(span, today[name], target[name]));
  return { today: shown, difference: apart, target: roundedCase(target, (_, name) => plus(shown[name] ?? NOTHING, apart[name] ?? NOTHING)) };
};

/** @typedef {"travel" | "hours" | "time" | "kilometres" | "emissions"} Part */

/**
 * @param {Case} one
 * @param {(span: Span, name: Part) => Span} round
 * @returns {Case}
 */
const roundedCase = (one, round) => {
  const part = (/** @type {Part} */ name) => round(one[name] ?? NOTHING, name);
  const [travel, time] = [part("travel"), part("time")];
  return {
    ...one,
    travel,
    hours: part("hours"),
    time,
    total: plus(travel, time),
    kilometres: one.kilometres && part("kilometres"),
    emissions: one.emissions && part("emissions"),
  };
};

/**
 * The difference between two rounded spans; where that is farther from the true one than rounding goes, the true one
 * rounded, and the target is then shown as exactly as it takes.
 * @param {Span} difference
 * @param {Span | null} today
 * @param {Span | null} target
 * @returns {Span}
 */
const apartAs = (difference, today, target) => {
  const [from, to] = [roundedSpan(today ?? NOTHING), roundedSpan(target ?? NOTHING)];
  const apart = { low: clean(to.low - from.low), high: clean(to.high - from.high) };
  const isNear = (/** @type {"low" | "high"} */ end) => Math.abs(apart[end] - difference[end]) <= NEAR * difference[end];
  return isNear("low") && isNear("high") && apart.low <= apart.high ? apart : roundedSpan(difference);
};

/** @type {(span: Span) => Span} */
const roundedSpan = ({ low, high }) => ({ low: rounded(low), high: rounded(high) });

/** @type {(one: Span, other: Span) => Span} */
const plus = (one, other) => ({ low: clean(one.low + other.low), high: clean(one.high + other.high) });

/** @type {(value: number) => number} */
const clean = (value) => Number(value.toPrecision(TRUSTED_DIGITS));
