// The meeting as large as the screen lets it be, a chapter at a time, for all in the room to read.

import { all, one } from "../page/dom.js";
import { say } from "../page/texts.js";
import { keepClear } from "./clock-view.js";
import { keep, kept } from "./kept-view.js";

/** @import { Walk } from "./walk.js" */

const LARGE = "meeting-large";
const STEPS = new Map([
  ["ArrowRight", 1],
  ["PageDown", 1],
  ["ArrowLeft", -1],
  ["PageUp", -1],
]);
const page = document.documentElement;

/**
 * @param {HTMLElement} root
 * @param {Walk} walk
 * @param {{step: (steps: number) => void, chapter: () => number}} clock
 */
export const largeView = (root, walk, clock) => {
  const button = one("[data-large]", root);
  const show = (/** @type {boolean} */ isLarge) => {
    let place = writtenIn(root) ?? inSight(root, walk);
    if (isLarge) {
      const chapter = chapterToShow(walk, place, walk.chapter(clock.chapter()));
      if (!chapter.contains(place ?? null)) place = undefined;
      walk.show(chapter);
    }
    page.classList.toggle(LARGE, isLarge);
    walk.setLarge(isLarge);
    button.textContent = say(isLarge ? "large-leave" : "large-enter");
    keep("large", isLarge ? "1" : "");
    keepClear(one("[data-clock]", root));
    // What had the focus may be out of sight.
    if (document.activeElement instanceof HTMLElement && !isShown(document.activeElement)) button.focus({ preventScroll: true });
    if (isLarge && !place) scrollTo(0, 0);
    else place?.scrollIntoView();
  };
  button.addEventListener("click", () => show(!walk.isLarge()));
  addEventListener("keydown", (event) => {
    if (event.isComposing || event.defaultPrevented || !walk.isLarge() || document.querySelector("dialog[open]")) return;
    if (event.key === "Escape") show(false);
    const steps = STEPS.get(event.key);
    if (!steps || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || isWrittenIn(event.target)) return;
    if (event.key.startsWith("Page") && canScroll(steps)) return;
    event.preventDefault();
    clock.step(steps);
  });
  button.textContent = say("large-enter");
  if (kept("large")) show(true);
};

/**
 * The chapter that somebody writes in or looks at; that of the clock, where it is in sight or nothing else is.
 * @param {Walk} walk
 * @param {Element | undefined} place
 * @param {HTMLElement | undefined} timed
 * @returns {HTMLElement}
 */
const chapterToShow = (walk, place, timed) => {
  /** @type {HTMLElement | null | undefined} */
  const seen = place?.closest("[data-chapter]");
  if (timed && (!seen || (!isWrittenIn(document.activeElement) && isOnScreen(timed)))) return timed;
  const current = walk.current();
  return seen ?? (current?.dataset.chapter ? current : one("[data-chapter]"));
};

/** @param {HTMLElement} element */
const isOnScreen = (element) => {
  const { top, bottom } = element.getBoundingClientRect();
  return isShown(element) && top < innerHeight && bottom > 0;
};

/** @param {HTMLElement} element */
const isShown = (element) => element.getClientRects().length > 0 && element.checkVisibility();

/** @param {EventTarget | null} target */
const isWrittenIn = (target) => target instanceof Element && target.matches("input, textarea, select");

/** @param {number} steps */
const canScroll = (steps) => (steps < 0 ? scrollY > 1 : scrollY + innerHeight < page.scrollHeight - 1);

/** What somebody writes in. @param {HTMLElement} root */
const writtenIn = (root) => {
  const field = document.activeElement;
  return isWrittenIn(field) && root.contains(field) ? (field?.closest(".meeting-question, .meeting-checks, tr") ?? undefined) : undefined;
};

/**
 * What the reader looks at, so that it is still there when everything has another size; nothing at the top of the whole page.
 * @param {HTMLElement} root
 * @param {Walk} walk
 */
const inSight = (root, walk) => {
  if (scrollY === 0) return walk.isLarge() ? walk.current() : undefined;
  const top = Math.max(0, one("[data-clock]", root).getBoundingClientRect().bottom);
  return all("h2, .meeting-question, .meeting-sheet, .meeting-checks", root).find((element) => {
    const { bottom, height } = element.getBoundingClientRect();
    return bottom > top && height > 0 && isShown(element) && !element.closest("details:not([open])");
  });
};
