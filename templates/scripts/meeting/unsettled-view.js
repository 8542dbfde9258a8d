// The way to the list of what is not settled, and back to where the meeting was.

import { all, one } from "../page/dom.js";

/** @import { Walk } from "./walk.js" */

/**
 * @param {HTMLElement} root
 * @param {Walk} walk
 */
export const unsettledView = (root, walk) => {
  /** @type {HTMLElement | null} */
  const link = root.querySelector("[data-unsettled]");
  if (!link) return;
  const sheet = one(`[aria-labelledby="${link.getAttribute("href")?.slice(1)}"]`, root);
  const back = one("[data-unsettled-back]", sheet);
  /** @type {HTMLElement | null} */
  let latest = null;
  /** @type {{section: HTMLElement | undefined, top: number, field: HTMLElement | null}} */
  let from = { section: undefined, top: 0, field: null };

  root.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLElement && target.matches("input, textarea") && !sheet.contains(target)) latest = target;
  });
  link.addEventListener("click", (event) => {
    event.preventDefault();
    if (back.hidden) from = { section: walk.current(), top: scrollY, field: latest };
    back.hidden = false;
    walk.reveal(sheet);
    one("h3", sheet).scrollIntoView();
    firstFree(sheet)?.focus({ preventScroll: true });
  });
  back.addEventListener("click", () => {
    if (from.section) walk.show(from.section);
    const { field, section } = from;
    const place = field && (!walk.isOne() || section?.contains(field)) ? field : section && one("h2", section);
    place?.focus({ preventScroll: true });
    scrollTo(0, from.top);
    place?.scrollIntoView({ block: "nearest" });
    back.hidden = true;
  });
};

/**
 * Where to go on writing: the first field of the first row in which nothing is written.
 * @param {HTMLElement} sheet
 */
const firstFree = (sheet) => {
  const rows = all("tbody tr:not([hidden])", sheet).map((row) => /** @type {HTMLTextAreaElement[]} */ (all("textarea", row)));
  return (rows.find((fields) => fields.every(({ value }) => !value)) ?? rows.at(-1))?.[0];
};
