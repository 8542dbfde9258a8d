// What is marked without being in the plan's list, as other pages can do, and the way into the list.

import { roadmap } from "../core/roadmap-data.js";
import { one } from "../page/dom.js";
import { say } from "../page/texts.js";
import { markedOutside } from "./plan-rows.js";

/** @import { PlanData } from "../types.d.ts" */

/** @param {(ids: string[]) => void} take */
export const outsideView = (take) => {
  const part = one("[data-outside]");
  const button = one("[data-outside-take]", part);
  /** @type {string[]} */
  let ids = [];
  button.addEventListener("click", () => take(ids));

  return {
    /** @param {PlanData} plan */
    show: (plan) => {
      ids = markedOutside(plan, roadmap).map(({ id }) => id);
      part.hidden = ids.length === 0;
      one("[data-outside-text]", part).textContent = outsideText(plan);
      button.textContent = say(ids.length === 1 ? "outside-take-one" : "outside-take");
    },
  };
};

/**
 * A sentence that names them; nothing where there are none.
 * @param {PlanData} plan
 */
export const outsideText = (plan) => {
  const outside = markedOutside(plan, roadmap);
  if (outside.length === 0) return "";
  const names = outside.map(({ id, statusName }) => say("outside-measure", { id, status: statusName.toLocaleLowerCase("nb") }));
  return say(outside.length === 1 ? "outside-one" : "outside", { measures: new Intl.ListFormat("nb").format(names) });
};
