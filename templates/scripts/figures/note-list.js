/** Notes on the time axis: what happened in a month, numbered as in the picture. */

import { clone, element, one } from "../page/dom.js";
import { say } from "../page/texts.js";
import { monthName } from "./months.js";
import { withRows } from "./series.js";
import { typedField } from "./typed-field.js";

/**
 * @typedef {import("./months.js").Month} Month
 * @typedef {import("./series.js").Row} Row
 * @typedef {import("./work.js").Work} Work
 */

/** @param {Work} work */
export function noteList(work) {
  const form = one("[data-note-form]");
  const list = one("[data-notes]");
  const chooser = /** @type {HTMLSelectElement} */ (one("#merknad-maned"));
  const field = /** @type {HTMLInputElement} */ (one("#merknad"));
  const noteOf = (/** @type {Month} */ month) => work.data().months.find((row) => row.month === month)?.note ?? "";

  const typed = typedField(field, {
    read: (text) => ({ value: text.trim() }),
    kept: () => noteOf(chooser.value),
    keep: (note) => write(work, chooser.value, note, `note:${chooser.value}`),
    written: (note) => note,
  });
  chooser.addEventListener("change", () => typed.show(true));
  // Enter would send the form, and leave the page.
  form.addEventListener("submit", (event) => event.preventDefault());

  const lineOf = (/** @type {Row} */ { month, note }) => {
    const line = clone("merknadsrad");
    one("[data-note-month]", line).textContent = monthName(month);
    one("[data-note-text]", line).textContent = note;
    const [change, remove] = [one("[data-note-change]", line), one("[data-note-remove]", line)];
    change.setAttribute("aria-label", say("change-note", { month: monthName(month) }));
    change.addEventListener("click", () => {
      chooser.value = month;
      typed.show(true);
      field.focus();
    });
    remove.setAttribute("aria-label", say("remove-note", { month: monthName(month) }));
    remove.addEventListener("click", () => {
      write(work, month, "");
      work.tell(say("note-removed", { month: monthName(month) }));
      field.focus();
    });
    return line;
  };

  /**
   * @param {Row[]} rows
   * @param {boolean} isOther
   */
  const show = (rows, isOther) => {
    const isWriting = document.activeElement === field;
    const stays = rows.some(({ month }) => month === chooser.value) && (isWriting || !isOther);
    const chosen = stays ? chooser.value : (rows.at(-1)?.month ?? "");
    chooser.replaceChildren(...[...rows].reverse().map(({ month }) => element("option", { value: month }, [monthName(month)])));
    chooser.value = chosen;
    typed.show(isOther);
    const noted = rows.filter(({ note }) => note !== "");
    list.replaceChildren(...noted.map(lineOf));
    list.hidden = noted.length === 0;
  };
  return { show };
}

/**
 * @param {Work} work
 * @param {Month} month
 * @param {string} note
 * @param {string} [merge]
 */
function write(work, month, note, merge) {
  const data = work.data();
  const row = data.months.find((one) => one.month === month);
  if (!row || row.note === note) return;
  work.change({ ...data, months: withRows(data.months, [{ ...row, note }]) }, merge);
}
