// The meeting as large as the screen lets it be, for all in the room to read; kept for as long as the tab is open.

import { all, one } from "../page/dom.js";
import { keepClear } from "./clock-view.js";

const KEY = "veikart:storskjerm";
const LARGE = "meeting-large";
const page = document.documentElement;

/** @param {HTMLElement} root */
export const largeView = (root) => {
  const button = one("[data-large]", root);
  const show = (/** @type {boolean} */ isLarge) => {
    const place = inSight(root);
    page.classList.toggle(LARGE, isLarge);
    button.setAttribute("aria-pressed", String(isLarge));
    keep(isLarge);
    keepClear(one("[data-clock]", root));
    place?.scrollIntoView();
  };
  button.addEventListener("click", () => show(!page.classList.contains(LARGE)));
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing || event.defaultPrevented) return;
    if (!page.classList.contains(LARGE) || document.querySelector("dialog[open]")) return;
    show(false);
  });
  if (kept()) show(true);
};

/**
 * What the reader looks at, so that it is still there when everything has another size; nothing at the top of the page.
 * @param {HTMLElement} root
 */
const inSight = (root) => {
  if (scrollY === 0) return undefined;
  const top = Math.max(0, one("[data-clock]", root).getBoundingClientRect().bottom);
  return all("h2, .meeting-question, .meeting-sheet, .meeting-checks", root).find((element) => {
    const { bottom, height } = element.getBoundingClientRect();
    return bottom > top && height > 0 && !element.closest("details:not([open])");
  });
};

/** @param {boolean} isLarge */
const keep = (isLarge) => {
  try {
    if (isLarge) sessionStorage.setItem(KEY, "1");
    else sessionStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing shows the next page in the ordinary size.
  }
};

const kept = () => {
  try {
    return sessionStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
};
