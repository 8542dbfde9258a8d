// The statements as they stand in the page, filled in from the document and written back to it.

import { dayOf } from "../core/dates.js";
import { roadmap } from "../core/roadmap-data.js";
import { all, one } from "../page/dom.js";
import { warnAt } from "../page/private-fields.js";
import { sayCount } from "../page/texts.js";
import { answerTo, progress, todays } from "./judgement.js";
import { answerInText, inARow, written } from "./words.js";

/** @import { AssessmentData } from "./assessment-kind.js" */
/** @import { Spread } from "./spread.js" */

/** @typedef {(next: (data: AssessmentData) => AssessmentData, options?: {merge?: string}) => void} Change */

/**
 * @param {HTMLElement} form
 * @param {Change} change
 */
export const formView = (form, change) => {
  const statements = all("[data-statement]", form).map((element) => ({
    element,
    id: element.dataset.statement ?? "",
    radios: /** @type {HTMLInputElement[]} */ (all("input[type=radio]", element)),
    note: /** @type {HTMLTextAreaElement} */ (one("textarea", element)),
    clear: /** @type {HTMLButtonElement} */ (one("[data-clear]", element)),
    said: one("[data-said]", element),
  }));
  const fields = /** @type {{element: HTMLInputElement | HTMLSelectElement, name: "unit" | "by" | "date"}[]} */ (
    all("[data-field]", form).map((element) => ({ element, name: element.dataset.field }))
  );
  const counted = one("[data-progress]", form);

  /**
   * @param {"answers" | "notes"} part
   * @param {string} id
   * @param {string | null} value
   * @param {string} [merge]
   */
  const write = (part, id, value, merge) =>
    change(
      (data) => {
        const others = Object.entries(todays(roadmap, data[part])).filter(([other]) => other !== id);
        const written = Object.fromEntries(value ? [...others, [id, value]] : others);
        return { ...data, [part]: written, date: data.date || dayOf(new Date()) };
      },
      merge ? { merge } : {},
    );

  // Without scripts nobody can answer in the page, so it comes with nothing to choose.
  for (const control of /** @type {HTMLInputElement[]} */ (all("input, select, textarea", form))) control.disabled = false;
  // There is nowhere to send it.
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const { id, radios, note, clear } of statements) {
    for (const radio of radios) radio.addEventListener("change", () => write("answers", id, radio.value));
    note.addEventListener("input", () => write("notes", id, note.value, `note:${id}`));
    clear.addEventListener("click", () => {
      radios[0]?.focus();
      write("answers", id, null);
    });
  }
  for (const { element, name } of fields) {
    element.addEventListener("input", () => change((data) => ({ ...data, [name]: element.value }), { merge: name }));
  }

  return {
    /** @param {AssessmentData} data */
    show(data) {
      const answers = todays(roadmap, data.answers);
      const notes = todays(roadmap, data.notes);
      for (const { id, radios, note, clear } of statements) {
        const answer = answerTo(roadmap, answers, id);
        for (const radio of radios) radio.checked = radio.value === answer;
        clear.hidden = answer === null;
        const text = written(notes, id);
        if (note.value !== text) {
          note.value = text;
          warnAt(note);
        }
        if (text) note.closest("details")?.setAttribute("open", "");
      }
      for (const { element, name } of fields) {
        if (element.value === data[name]) continue;
        element.value = data[name];
        if (element instanceof HTMLInputElement && element.dataset.private !== undefined) warnAt(element);
      }
      const { answered, all: count } = progress(roadmap, answers);
      const text = sayCount("progress", answered, { all: count });
      if (counted.textContent !== text) counted.textContent = text;
    },

    /**
     * What a group said, beside each statement; nothing where there is no group.
     * @param {Spread[]} spreads
     */
    showGroup(spreads) {
      for (const { id, said } of statements) {
        const spread = spreads.find((other) => other.statement === id);
        said.hidden = !spread?.counts.length;
        said.textContent = spread ? saidText(spread) : "";
      }
    },
  };
};

/** @param {Spread} spread */
const saidText = ({ counts }) =>
  sayCount("group-said", counts.length, {
    said: inARow(counts.map(({ answer, count }) => `${count} «${answerInText(roadmap, answer)}»`)),
  });
