// The steps of the statements, folded where there is nothing left to answer.

import { roadmap } from "../core/roadmap-data.js";
import { all, one } from "../page/dom.js";
import { sayCount } from "../page/texts.js";
import { SEVERAL } from "./comparison.js";
import { progress, todays } from "./judgement.js";

/** @import { AssessmentData } from "./assessment-kind.js" */

/** @param {HTMLElement} form */
export const foldView = (form) => {
  const parts = /** @type {HTMLDetailsElement[]} */ (all("details[data-step-part]", form)).map((element) => ({
    element,
    letter: element.dataset.stepPart,
    counted: one("[data-step-progress]", element),
  }));
  /** @type {string | null} */ let shownId = null;
  let hadGroup = false;

  const unfold = (/** @type {string} */ address) => {
    const part = address.startsWith("#") && document.getElementById(address.slice(1))?.closest("details[data-step-part]");
    if (part instanceof HTMLDetailsElement) part.open = true;
  };
  addEventListener("hashchange", () => unfold(location.hash));
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element && target.closest("a[href^='#']");
    if (link) unfold(link.getAttribute("href") ?? "");
  });
  one("[data-fold]", form).addEventListener("click", () => {
    for (const { element } of parts) element.open = false;
  });
  one("[data-unfold]", form).addEventListener("click", () => {
    for (const { element } of parts) element.open = true;
  });

  return {
    /**
     * Folds when another document is opened, or a group's answers come; never while somebody answers.
     * @param {string} id the document's
     * @param {AssessmentData} data
     * @param {boolean} hasGroup
     */
    show(id, data, hasGroup) {
      const answers = todays(roadmap, data.answers);
      const isBegun = progress(roadmap, answers).answered > 0 || data.by === SEVERAL;
      const isNew = id !== shownId || (hasGroup && !hadGroup);
      const isFirst = shownId === null;
      [shownId, hadGroup] = [id, hasGroup];
      for (const { element, letter, counted } of parts) {
        const step = { ...roadmap, steps: roadmap.steps.filter((one) => one.letter === letter) };
        const { answered, all: count } = progress(step, answers);
        const text = sayCount("step-progress", answered, { all: count });
        if (counted.textContent !== text) counted.textContent = text;
        if (isNew && !element.contains(document.activeElement)) element.open = isBegun ? answered < count : !hasGroup;
      }
      if (isFirst) unfold(location.hash);
    },
  };
};
