// Numbers and results in words.

import { dayOf, longDay } from "../core/dates.js";
import { shown } from "../core/numbers.js";
import { say } from "../page/texts.js";
import { FIELDS } from "./fields.js";

/** @import { Answer, Case, FieldName, Problem, Result, Span, Unit } from "./types.d.ts" */

const WITH_ONE = new Set(["hours", "appointments", "consultations"]);
/** @type {readonly (readonly ["travel" | "minutes" | "hourValue", Unit])[]} */
const RATES = [
  ["travel", "kroner"],
  ["minutes", "minutes"],
  ["hourValue", "kroner"],
];
/** @type {readonly (readonly [FieldName, Unit])[]} */
const OWN_FIGURES = [
  ["kilometres", "kilometres"],
  ["emissions", "grams"],
  ["unusedHours", "appointments"],
  ["noShows", "appointments"],
  ["appointmentValue", "kroner"],
];

/**
 * An estimate, «ca. 430 000 kr» or «300 000–700 000 kr».
 * @param {Span} span
 * @param {Unit} unit
 */
export const estimate = ({ low, high }, unit) =>
  low === high && low !== 0 ? inUnit(say("about", { number: shown(low, 1) }), unit, low === 1) : exact({ low, high }, unit);

/**
 * What people filled in, or counted.
 * @param {Span} span
 * @param {Unit} unit
 */
export const exact = ({ low, high }, unit) => {
  const number = low === high ? shown(low, 2) : say("between", { low: shown(low, 2), high: shown(high, 2) });
  return inUnit(number, unit, low === 1 && high === 1);
};

/** @type {(number: string, unit: Unit, isOne: boolean) => string} */
const inUnit = (number, unit, isOne) => say(isOne && WITH_ONE.has(unit) ? `unit-${unit}-one` : `unit-${unit}`, { number });

/** @type {(count: number) => string} */
export const consultations = (count) => exact({ low: count, high: count }, "consultations");

/**
 * What is wrong with a field.
 * @param {FieldName} name
 * @param {Problem} problem
 */
export const problemText = (name, problem) => {
  const { least = 0, most } = FIELDS[name];
  return say(`problem-${problem}`, { least: shown(least), most: shown(most) });
};

/**
 * The result in sentences, what matters most first.
 * @param {Result} result
 * @returns {string[]}
 */
export const sentencesOf = ({ today, target, difference, own, perConsultation }) => [
  caseText("today", today),
  ...(target ? [caseText("target", target)] : []),
  ...(difference ? [say("difference", { count: consultations(difference.consultations), total: estimate(difference.total, "kroner") })] : []),
  ...(target && !difference ? [say("target-not-higher")] : []),
  say("per-consultation", { total: estimate(perConsultation, "kroner") }),
  ...climateTexts(target ?? today, target ? "target" : "today"),
  say("who"),
  ...(own ? [ownText(own)] : []),
];

/** @type {(name: "today" | "target", one: Case) => string} */
const caseText = (name, { consultations: count, travel, hours, time }) =>
  count === 0
    ? say(`${name}-none`)
    : say(name, { count: consultations(count), travel: estimate(travel, "kroner"), hours: estimate(hours, "hours"), time: estimate(time, "kroner") });

/** @type {(one: Case, name: "today" | "target") => string[]} */
const climateTexts = ({ kilometres, emissions }, name) => {
  if (!kilometres) return [];
  const distance = estimate(kilometres, "kilometres");
  return [emissions ? say(`emissions-${name}`, { distance, weight: estimate(emissions, "kilograms") }) : say(`kilometres-${name}`, { distance })];
};

/** @type {(own: NonNullable<Result["own"]>) => string} */
const ownText = ({ appointments: span, value }) => {
  const appointments = exact(span, "appointments");
  return value ? say("own-value", { appointments, value: estimate(value, "kroner") }) : say("own-count", { appointments });
};

/**
 * Whom the result is for, and of what day it is.
 * @param {Answer} answer
 */
export const madeText = ({ unit, changed }) => {
  const day = longDay(dayOf(new Date(changed)));
  return unit.trim() ? say("made-for", { unit: unit.trim(), day }) : say("made", { day });
};

/**
 * What the result was worked out with, a line each.
 * @param {Answer} answer
 * @returns {string[]}
 */
export const usedTexts = ({ name, basis, values, result }) => [
  say("used-name", { name }),
  basis === "share" ? shareText(values) : countText(result),
  ...RATES.map(([rate, unit]) => {
    const given = values[rate];
    const value = given ? say("from-you", { value: exact(given, unit) }) : say("from-project", { value: estimate(whole(result.rates[rate]), unit) });
    return say(`used-${rate}`, { value });
  }),
  ...OWN_FIGURES.flatMap(([figure, unit]) => {
    const given = values[figure];
    return given ? [say(`used-${figure}`, { value: say("from-you", { value: exact(given, unit) }) })] : [];
  }),
];

/** @type {(values: Answer["values"]) => string} */
const shareText = ({ consultations: all, share, targetShare }) => {
  const number = (/** @type {Span | undefined} */ span) => shown(span?.low ?? 0, 2);
  const given = { all: number(all), share: number(share) };
  return targetShare ? say("used-share-target", { ...given, target: number(targetShare) }) : say("used-share", given);
};

/** @type {(result: Result) => string} */
const countText = ({ today, target }) => {
  const count = consultations(today.consultations);
  return target ? say("used-count-target", { today: count, target: consultations(target.consultations) }) : say("used-count", { today: count });
};

/** @type {(span: Span) => Span} */
const whole = ({ low, high }) => ({ low: Math.round(low), high: Math.round(high) });
