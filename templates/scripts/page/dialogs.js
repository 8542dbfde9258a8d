// Questions that must be answered before anything happens, in the browser's own dialog.

import { clone, one } from "./dom.js";

/**
 * Asks, and gives what was answered: the value of a button, or nothing when it was closed.
 * @param {{ title: string, text?: string, lines?: string[], answers: { value: string, name: string }[], field?: { label: string, value: string } }} question
 *   the first answer is the one in focus
 * @returns {Promise<{ answer: string, text: string }>}
 */
export const ask = ({ title, text = "", lines = [], answers, field }) =>
  new Promise((resolve) => {
    const before = document.activeElement;
    const dialog = /** @type {HTMLDialogElement} */ (clone("dialog"));
    one("[data-dialog-title]", dialog).textContent = title;
    one("[data-dialog-text]", dialog).textContent = text;
    one("[data-dialog-text]", dialog).hidden = !text;
    const list = one("[data-dialog-lines]", dialog);
    list.hidden = lines.length === 0;
    list.append(...lines.map((line) => Object.assign(document.createElement("li"), { textContent: line })));
    const input = /** @type {HTMLInputElement} */ (one("[data-dialog-field]", dialog));
    const label = one("[data-dialog-label]", dialog);
    label.hidden = !field;
    one("span", label).textContent = field?.label ?? "";
    input.value = field?.value ?? "";
    const form = one("form", dialog);
    answers.forEach(({ value, name }, place) => {
      const button = document.createElement("button");
      Object.assign(button, { type: "submit", value, textContent: name, className: place === 0 ? "button button--first" : "button" });
      one("[data-dialog-answers]", form).append(button);
    });
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      resolve({ answer: dialog.returnValue, text: input.value.trim() });
    });
    document.body.append(dialog);
    dialog.showModal();
    if (field) input.select();
  });
