/**
 * What stands at the head of the minutes: which meeting it was. None of it is asked for in the guide's PDF.
 *
 * @typedef {import("./types.d.ts").About} About
 * @typedef {import("./types.d.ts").Block} Block
 * @import { Shape } from "../types.d.ts"
 */
import { longDay } from "../core/dates.js";
import { day, optional, record, textUpTo } from "../core/shapes.js";

const LONGEST = 500;

/** @type {(keyof About)[]} */
export const ABOUT = ["date", "pathway", "unit", "present"];

/** @returns {About} */
export function untold() {
  return { date: "", pathway: "", unit: "", present: "" };
}

/** @type {Shape<About>} */
export const ABOUT_SHAPE = record({
  date: optional(day, ""),
  pathway: optional(textUpTo(LONGEST), ""),
  unit: optional(textUpTo(LONGEST), ""),
  present: optional(textUpTo(LONGEST), ""),
});

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
