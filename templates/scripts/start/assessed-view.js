// What the open assessment says is in place, offered to a plan that says nothing of it.

import { assessmentKind } from "../assessment/assessment-kind.js";
import { inPlaceByAssessment } from "../assessment/in-place.js";
import { judge, todays } from "../assessment/judgement.js";
import { dayOf, longDay } from "../core/dates.js";
import { roadmap } from "../core/roadmap-data.js";
import { one } from "../page/dom.js";
import { say } from "../page/texts.js";

/** @import { Measure, Store } from "../types.d.ts" */

/**
 * @param {Store} store
 * @param {(measures: Measure[]) => void} take puts them into the plan as in place
 */
export const assessedView = (store, take) => {
  const part = one("[data-assessed]");
  /** @type {Measure[]} */
  let offered = [];
  one("button", part).addEventListener("click", () => take(offered));

  return {
    /** @param {(measure: Measure) => string} statusOf what the plan says */
    show(statusOf) {
      const document = store.active(assessmentKind.kind);
      offered = document ? inPlaceByAssessment(roadmap, judge(roadmap, todays(roadmap, document.data.answers)), statusOf) : [];
      part.hidden = offered.length === 0;
      if (!document || !offered.length) return;
      const day = longDay(document.data.date || dayOf(new Date(document.changed)));
      const list = new Intl.ListFormat("nb").format(offered.map(({ id }) => id));
      one("[data-assessed-text]", part).textContent = say("assessed", { name: document.name, day, list });
    },
  };
};
