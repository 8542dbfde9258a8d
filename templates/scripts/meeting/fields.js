// The places to answer in the page: what is written in them goes to the meeting, and what the meeting has is shown in them.

import { all } from "../page/dom.js";
import { warnAt } from "../page/private-fields.js";

/** @import { MeetingDocument } from "./types.d.ts" */

const NAMES = /^(svar|valg|ark|krav|mangler)\//;

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

/**
 * @param {HTMLElement} root
 * @param {(name: string, text: string) => void} answer is told of each change; an empty text is no answer
 * @returns {(meeting: MeetingDocument) => void} shows what a meeting has answered
 */
export const answerFields = (root, answer) => {
  const fields = /** @type {Field[]} */ (all("input[name], textarea[name]", root).filter((field) => NAMES.test(nameOf(field))));
  const clearers = /** @type {HTMLButtonElement[]} */ (all("[data-clear]", root));
  root.addEventListener("input", ({ target }) => {
    const field = fields.find((one) => one === target);
    if (field) answer(field.name, written(field));
  });
  for (const button of clearers) {
    const name = button.dataset.clear ?? "";
    button.addEventListener("click", () => {
      answer(name, "");
      fields.find((field) => field.name === name)?.focus();
    });
  }
  return (meeting) => {
    const answers = new Map(Object.entries(meeting.answers));
    for (const field of fields) showIn(field, answers.get(field.name) ?? "");
    for (const button of clearers) button.hidden = !answers.has(button.dataset.clear ?? "");
    for (const table of all("[data-rows]", root)) showRows(table, answers);
  };
};

/** @param {Element} field */
const nameOf = (field) => field.getAttribute("name") ?? "";

/** @param {Field} field */
const written = (field) => (isTick(field) && !field.checked ? "" : field.value);

/** @param {Field} field @returns {field is HTMLInputElement} */
const isTick = (field) => field instanceof HTMLInputElement && ["checkbox", "radio"].includes(field.type);

/** @param {Field} field @param {string} text */
const showIn = (field, text) => {
  if (isTick(field)) field.checked = field.value === text;
  else if (field.value !== text) {
    field.value = text;
    if (field.dataset.private !== undefined) warnAt(field);
  }
};

/**
 * Of the empty rows that a worksheet has, as many as are filled in, and one more to go on in.
 * @param {HTMLElement} table
 * @param {Map<string, string>} answers
 */
const showRows = (table, answers) => {
  const rows = all("[data-blank-row]", table);
  const last = rows.map((row) => all("[name]", row).some((field) => answers.has(nameOf(field)))).lastIndexOf(true);
  rows.forEach((row, index) => {
    row.hidden = index > last + 1;
  });
};
