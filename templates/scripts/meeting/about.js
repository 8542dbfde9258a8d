/**
 * What stands at the head of the minutes: which meeting it was. None of it is asked for in the guide's PDF.
 *
 * @typedef {import("./types.d.ts").About} About
 * @typedef {import("./types.d.ts").Block} Block
 */
import { asDay, longDay } from "../core/dates.js";
import { asText, isRecord } from "../core/values.js";

const LONGEST = 500;

/** @type {(keyof About)[]} */
export const ABOUT = ["date", "pathway", "unit", "present"];

/**
 * What came of a file or the browser as that; what is not there is not known.
 *
 * @param {unknown} value
 * @returns {About}
 */
export function aboutOf(value) {
  const found = isRecord(value) ? value : {};
  return {
    date: asDay(found.date),
    pathway: asText(found.pathway, LONGEST),
    unit: asText(found.unit, LONGEST),
    present: asText(found.present, LONGEST),
  };
}

/**
 * What is known of the meeting, each under its label.
 *
 * @param {About} about
 * @param {Record<keyof About, string>} labels
 * @returns {Block[]}
 */
export function head(about, labels) {
  const lines = ABOUT.flatMap((name) => {
    const text = (name === "date" ? longDay(about.date) : about[name]).trim();
    return text ? [[{ text: labels[name], isSaid: true, isBold: true }, { text: ":", isSaid: true, isBold: true }, { text: " ", isSaid: true }, { text }]] : [];
  });
  return lines.length ? [{ kind: "paragraph", lines }] : [];
}
