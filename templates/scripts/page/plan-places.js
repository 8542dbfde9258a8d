// The places on a page that put a measure into the plan: a button where it is not there, and a link where it is.

import { all, one } from "./dom.js";

/**
 * @typedef {object} Place
 * @property {string[]} ids of the measure: today's, and those that it had before
 * @property {(isInPlan: boolean) => void} show
 * @property {(add: () => void) => void} onAdd
 */

/**
 * @param {HTMLElement} place
 * @returns {Place}
 */
export const planPlace = (place) => {
  const button = one("button", place);
  const link = one("a", place);
  return {
    ids: (place.dataset.addToPlan ?? "").split(" "),
    show(isInPlan) {
      const hadFocus = document.activeElement === button || document.activeElement === link;
      button.hidden = isInPlan;
      link.hidden = !isInPlan;
      // What was pressed is gone; whoever uses the keyboard goes on from what came in its place.
      if (hadFocus) (isInPlan ? link : button).focus();
    },
    onAdd: (add) => button.addEventListener("click", add),
  };
};

/** @returns {Place[]} */
export const planPlaces = () => all("[data-add-to-plan]").map(planPlace);
