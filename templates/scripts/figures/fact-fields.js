/** What is counted, where, and the target with its month. */

import { shown } from "../core/numbers.js";
import { one } from "../page/dom.js";
import { readCount } from "./counts.js";
import { isMonthKept } from "./kind.js";
import { month as monthFrom, monthName, readMonth } from "./months.js";
import { typedField } from "./typed-field.js";

/**
 * @typedef {import("./work.js").Work} Work
 * @typedef {import("./kind.js").FiguresData} FiguresData
 */

/** @param {Work} work */
export function factFields(work) {
  /**
   * @template {"title" | "unit" | "target" | "targetDate"} Name
   * @param {string} id
   * @param {Name} name
   * @param {Pick<Parameters<typeof typedField<FiguresData[Name]>>[1], "error" | "read" | "isHalf" | "written">} reading
   */
  const factField = (id, name, reading) =>
    typedField(one(`#${id}`), {
      ...reading,
      kept: () => work.data()[name],
      keep: (value) => work.change({ ...work.data(), [name]: value }, `field:${id}`),
    });
  const asTyped = { read: (/** @type {string} */ value) => ({ value }), written: (/** @type {string} */ value) => value };
  const fields = [
    factField("tittel", "title", asTyped),
    factField("enhet", "unit", asTyped),
    factField("maltall", "target", { error: one("#maltall-feil"), read: readTarget, written: (target) => (target === null ? "" : shown(target)) }),
    factField("frist", "targetDate", { error: one("#frist-feil"), read: readTargetMonth, isHalf: isHalfYear, written: (month) => month && monthName(month) }),
  ];

  /** @param {boolean} isOther  whether another document is open than before */
  const show = (isOther) => {
    for (const field of fields) field.show(isOther);
  };
  return { show };
}

/** @param {string} text */
function readTarget(text) {
  const read = readCount(text);
  return "problem" in read ? { problem: "target-error" } : { value: read.count };
}

/** @param {string} text */
function readTargetMonth(text) {
  if (text.trim() === "") return { value: "" };
  const read = readMonth(text);
  if (!read?.year) return { problem: "target-month-error" };
  const month = monthFrom(read.year, read.number);
  return isMonthKept(month) ? { value: month } : { problem: "target-month-far" };
}

/**
 * Whether somebody is on the way to a year: «januar 20» is a month too.
 *
 * @param {string} text
 */
function isHalfYear(text) {
  return text.trim() !== "" && !/\d{4}/.test(text);
}
