// What is folded away until it is wanted: the rows of a worksheet where they are cards, and questions for those who have time.

import { all, one } from "../page/dom.js";
import { say } from "../page/texts.js";

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

/**
 * @param {HTMLElement} root
 * @returns {() => void} shows how much is filled in, and opens what has something in it unless people closed it
 */
export const folds = (root) => {
  const rows = all("[data-fold]", root).map((button) => ({ button, row: /** @type {HTMLElement} */ (button.closest("tr")) }));
  const more = /** @type {HTMLDetailsElement[]} */ (all("[data-answers] details", root));
  /** What people opened and closed themselves. @type {Map<Element, boolean>} */
  const wanted = new Map();

  const show = () => {
    for (const { button, row } of rows) {
      const count = filled(row);
      const isOpen = wanted.get(row) ?? (count > 0 || row.contains(document.activeElement));
      row.toggleAttribute("data-folded", !isOpen);
      button.setAttribute("aria-expanded", String(isOpen));
      one("[data-fold-state]", button).textContent = count ? say("row-some", { count, all: fieldsOf(row).length }) : say("row-empty");
    }
    for (const details of more) if (!wanted.has(details) && filled(details)) details.open = true;
  };
  for (const { button, row } of rows) {
    button.addEventListener("click", () => {
      wanted.set(row, row.hasAttribute("data-folded"));
      show();
    });
  }
  for (const details of more) {
    one("summary", details).addEventListener("click", () => wanted.set(details, !details.open));
  }
  root.addEventListener("beforematch", ({ target }) => {
    const row = target instanceof Element ? target.closest("tr") : null;
    if (!row?.hasAttribute("data-folded")) return;
    wanted.set(row, true);
    show();
  });
  return show;
};

/** @param {Element} element */
const fieldsOf = (element) => /** @type {Field[]} */ (all("input, textarea", element));

/** How many fields something is written, chosen or ticked in. @param {Element} element */
const filled = (element) => fieldsOf(element).filter((field) => ("checked" in field && /checkbox|radio/.test(field.type) ? field.checked : field.value)).length;
