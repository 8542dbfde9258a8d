// Which chapters are in sight: all of them, or one at a time, as on a phone and on a large screen.

import { all, one } from "../page/dom.js";
import { say } from "../page/texts.js";
import { keep, kept } from "./kept-view.js";

/** @typedef {ReturnType<typeof chapterWalk>} Walk */

// Where a whole meeting is longer than anybody wants to walk.
const NARROW = "(max-width: 46rem)";
// The browser's own search finds what is hidden so, and asks for it to be shown; it is still a landmark, of nothing.
const HIDDEN = Object.entries({ hidden: "until-found", "aria-hidden": "true" });

/** @param {HTMLElement} root */
export const chapterWalk = (root) => {
  const sections = all("[data-answers] > section", root);
  const narrow = matchMedia(NARROW);
  const choice = one("[data-walk-all]", root);
  /** @type {(() => void)[]} */
  const listeners = [];
  let isLarge = false;
  let wish = kept("chapters");
  let current = sections.find(({ id }) => id === kept("chapter")) ?? sections[0];

  const isOne = () => isLarge || (wish ? wish === "one" : narrow.matches);
  const apply = () => {
    for (const section of sections) {
      const isHidden = isOne() && section !== current;
      for (const [name, value] of HIDDEN) {
        if (isHidden) section.setAttribute(name, value);
        else section.removeAttribute(name);
      }
    }
    root.classList.toggle("meeting--one", isOne());
    choice.textContent = say(isOne() ? "chapters-all" : "chapters-one");
    for (const listener of listeners) listener();
  };
  const show = (/** @type {HTMLElement} */ section) => {
    current = section;
    keep("chapter", section.id);
    apply();
  };
  /** Brings into sight what may be folded away or stand in another chapter. */
  const reveal = (/** @type {Element} */ element) => {
    for (let around = element.closest("details"); around; around = around.parentElement?.closest("details") ?? null) around.open = true;
    const section = sections.find((candidate) => candidate.contains(element));
    if (section && section !== current) show(section);
  };
  const revealTarget = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !root.contains(target)) return;
    reveal(target);
    target.scrollIntoView();
  };

  root.addEventListener("beforematch", ({ target }) => {
    if (target instanceof Element) reveal(target);
  });
  root.addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? target.closest('a[href^="#"]') : null;
    const found = link && document.getElementById(link.getAttribute("href")?.slice(1) ?? "");
    if (found) reveal(found);
  });
  addEventListener("hashchange", revealTarget);
  narrow.addEventListener("change", apply);
  choice.addEventListener("click", () => {
    wish = isOne() ? "all" : "one";
    keep("chapters", wish);
    apply();
  });
  apply();
  if (location.hash) revealTarget();

  return {
    isOne,
    isLarge: () => isLarge,
    /** @param {boolean} wanted */
    setLarge: (wanted) => {
      isLarge = wanted;
      apply();
    },
    current: () => current,
    /** The section so many steps from another; none where the meeting begins or ends. @param {number} steps */
    at: (steps, from = current) => (from ? sections[sections.indexOf(from) + steps] : undefined),
    /** @param {number} number */
    chapter: (number) => sections.find(({ dataset }) => Number(dataset.chapter) === number),
    show,
    reveal,
    /** Shows fields that may stand in several chapters. @param {Element[]} fields */
    revealAll: (fields) => {
      const chapters = new Set(fields.map((field) => field.closest("[data-answers] > section")));
      if (chapters.size > 1 && !isLarge) wish = "all";
      for (const field of [...fields].reverse()) reveal(field);
      apply();
    },
    /** @param {() => void} listener is told of each change of what is in sight */
    onChange: (listener) => {
      listeners.push(listener);
    },
  };
};
