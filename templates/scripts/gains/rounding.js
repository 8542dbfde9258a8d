// Numbers no more exact than what they rest on: two digits that count, and nothing finer than a tenth.

/** @import { Case, Result, Span } from "./types.d.ts" */

// A float's last digits are noise, which must not decide whether a half goes up.
const TRUSTED_DIGITS = 12;
const DIGITS = 2;

/**
 * Half up, as ``gain_rates.rounded`` does when the site is built.
 * @param {number} value
 * @returns {number}
 */
export const rounded = (value) => {
  const trusted = Number(value.toPrecision(TRUSTED_DIGITS));
  return Math.abs(trusted) < 1 ? Math.round(trusted * 10) / 10 : Number(trusted.toPrecision(DIGITS));
};

/**
 * The result as far as it can be trusted. What people counted or filled in themselves stays as it is.
 * @param {Result} result
 * @returns {Result}
 */
export const roundedResult = ({ today, target, difference, rates, perConsultation, own }) => ({
  today: roundedCase(today),
  target: target && roundedCase(target),
  difference: difference && roundedCase(difference),
  rates,
  perConsultation: roundedSpan(perConsultation),
  own: own && { ...own, value: own.value && roundedSpan(own.value) },
});

/** @type {(one: Case) => Case} */
const roundedCase = ({ name, consultations, travel, hours, time, total, kilometres, emissions }) => ({
  name,
  consultations,
  travel: roundedSpan(travel),
  hours: roundedSpan(hours),
  time: roundedSpan(time),
  total: roundedSpan(total),
  kilometres: kilometres && roundedSpan(kilometres),
  emissions: emissions && roundedSpan(emissions),
});

/** @type {(span: Span) => Span} */
const roundedSpan = ({ low, high }) => ({ low: rounded(low), high: rounded(high) });
