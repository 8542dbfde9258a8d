/** What is counted, where, and the target with its month. */

import { shown } from "../core/numbers.js";
import { one } from "../page/dom.js";
import { say } from "../page/texts.js";
import { readCount } from "./counts.js";
import { isMonthKept } from "./kind.js";
import { month as monthFrom, monthName, readMonth } from "./months.js";

/**
 * @typedef {import("./work.js").Work} Work
 * @typedef {import("./kind.js").FiguresData} FiguresData
 * @typedef {object} Field
 * @property {(data: FiguresData) => string} written  how the field shows what is kept
 * @property {(text: string) => Partial<FiguresData> | null} read  null where it can't be read
 * @property {string} [error]  key of what is said then
 */

/** @type {Record<string, Field>} */
const FIELDS = {
  tittel: { written: ({ title }) => title, read: (title) => ({ title }) },
  enhet: { written: ({ unit }) => unit, read: (unit) => ({ unit }) },
  maltall: {
    written: ({ target }) => (target === null ? "" : shown(target)),
    read: (text) => {
      const read = readCount(text);
      return "problem" in read ? null : { target: read.count };
    },
    error: "target-error",
  },
  frist: {
    written: ({ targetDate }) => (targetDate ? monthName(targetDate) : ""),
    read: (text) => {
      const read = readMonth(text);
      if (text.trim() === "") return { targetDate: "" };
      const targetDate = read?.year ? monthFrom(read.year, read.number) : "";
      return isMonthKept(targetDate) ? { targetDate } : null;
    },
    error: "target-month-error",
  },
};

/** @param {Work} work */
export function factFields(work) {
  for (const [id, { read, error, written }] of Object.entries(FIELDS)) {
    const field = /** @type {HTMLInputElement} */ (one(`#${id}`));
    field.addEventListener("input", () => {
      const change = isHalfWritten(field.value, id) ? null : read(field.value);
      if (change) work.change({ ...work.data(), ...change }, `field:${id}`);
      if (change && error) tellProblem(field, "");
    });
    field.addEventListener("change", () => {
      const change = read(field.value);
      if (error) tellProblem(field, change ? "" : say(error));
      if (!change) return;
      work.change({ ...work.data(), ...change }, `field:${id}`);
      field.value = written(work.data());
    });
  }

  /**
   * @param {FiguresData} data
   * @param {boolean} isOther  whether another document is open than before
   */
  const show = (data, isOther) => {
    for (const [id, { error, read, written }] of Object.entries(FIELDS)) {
      const field = /** @type {HTMLInputElement} */ (one(`#${id}`));
      if (isOther && error) tellProblem(field, "");
      const typed = field === document.activeElement ? read(field.value) : null;
      // What somebody is typing stays as they type it, unless another tab has written something else.
      if (typed && written({ ...data, ...typed }) === written(data)) continue;
      if (field.getAttribute("aria-invalid") !== "true") field.value = written(data);
    }
  };
  return { show };
}

/**
 * Whether somebody is on the way to a year: «januar 20» is a month too.
 *
 * @param {string} text
 * @param {string} id
 */
function isHalfWritten(text, id) {
  return id === "frist" && text.trim() !== "" && !/\d{4}/.test(text);
}

/**
 * @param {HTMLInputElement} field
 * @param {string} text
 */
function tellProblem(field, text) {
  one(`#${field.id}-feil`).textContent = text;
  if (text) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
}
