// What video saves by a department's numbers: always from a low estimate to a high one.

/** @import { Basis, Case, Rates, Result, Span, Values } from "./types.d.ts" */

const MINUTES_AN_HOUR = 60;
const GRAMS_A_KILOGRAM = 1000;

/**
 * @param {Values} values
 * @param {Basis} basis
 * @param {Rates} projectRates what a consultation comes to by the project's figures, where the department has none
 * @returns {Result}
 */
export const calculate = (values, basis, projectRates) => {
  const rates = {
    travel: values.travel ?? projectRates.travel,
    minutes: values.minutes ?? projectRates.minutes,
    hourValue: values.hourValue ?? projectRates.hourValue,
  };
  const { today, target } = consultations(values, basis);
  const gain = (/** @type {Case["name"]} */ name, /** @type {number} */ count) => gainOf(name, count, rates, values);
  return {
    today: gain("today", today),
    target: target === null ? null : gain("target", target),
    difference: target === null || target <= today ? null : gain("difference", target - today),
    rates,
    perConsultation: gain("today", 1).total,
    own: ownGain(values),
  };
};

/**
 * @param {Values} values
 * @param {Basis} basis
 * @returns {{ today: number, target: number | null }}
 */
const consultations = (values, basis) => {
  if (basis === "count") return { today: values.count?.low ?? 0, target: values.targetCount?.low ?? null };
  const all = values.consultations?.low ?? 0;
  const part = (/** @type {number} */ share) => Math.round((all * share) / 100);
  return { today: part(values.share?.low ?? 0), target: values.targetShare ? part(values.targetShare.low) : null };
};

/**
 * @param {Case["name"]} name
 * @param {number} count
 * @param {Rates} rates
 * @param {Values} values
 * @returns {Case}
 */
const gainOf = (name, count, rates, values) => {
  const travel = times(rates.travel, count);
  const hours = times(rates.minutes, count / MINUTES_AN_HOUR);
  const time = product(hours, rates.hourValue);
  const kilometres = values.kilometres ? times(values.kilometres, count) : null;
  const grams = kilometres && values.emissions ? product(kilometres, values.emissions) : null;
  const emissions = grams ? times(grams, 1 / GRAMS_A_KILOGRAM) : null;
  return { name, consultations: count, travel, hours, time, total: sum(travel, time), kilometres, emissions };
};

/**
 * @param {Values} values
 * @returns {Result["own"]}
 */
const ownGain = ({ unusedHours, noShows, appointmentValue }) => {
  if (!unusedHours && !noShows) return null;
  const none = { low: 0, high: 0 };
  const appointments = sum(unusedHours ?? none, noShows ?? none);
  return { appointments, value: appointmentValue ? product(appointments, appointmentValue) : null };
};

/** @type {(span: Span, factor: number) => Span} */
const times = (span, factor) => ({ low: span.low * factor, high: span.high * factor });

/** @type {(one: Span, other: Span) => Span} */
const product = (one, other) => ({ low: one.low * other.low, high: one.high * other.high });

/** @type {(one: Span, other: Span) => Span} */
const sum = (one, other) => ({ low: one.low + other.low, high: one.high + other.high });
