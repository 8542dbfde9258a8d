// The measures that the meeting's questions point to, to be added to the plan.

import { changePlan, openPlan } from "../core/plan-changes.js";
import { plannedMeasure, withChoice } from "../core/plan-kind.js";
import { measuresById, pageUrl, roadmap } from "../core/roadmap-data.js";
import { announce, clone, one } from "../page/dom.js";
import { say } from "../page/texts.js";
import { isAnswered } from "./minutes.js";

/** @import { Store } from "../types.d.ts" */
/** @import { Answers, GuideQuestion, MeetingData } from "./types.d.ts" */

/**
 * @param {HTMLElement} root
 * @param {MeetingData} guide
 * @param {Store} store
 * @returns {(answers: Answers) => void}
 */
export const measuresView = (root, guide, store) => {
  const lists = { answered: one("[data-measures-answered]", root), open: one("[data-measures-open]", root) };
  const status = one("[data-measures-status]", root);
  const measures = measuresById(roadmap);

  const add = (/** @type {string} */ id) => {
    const { name } = changePlan(store, roadmap.renamed, say("plan-first-name"), (plan) => withChoice(plan, id, true));
    announce(status, say("plan-added", { id, plan: name }));
  };

  /** @type {(id: string, questions: GuideQuestion[]) => HTMLElement[]} */
  const item = (id, questions) => {
    const measure = measures.get(id);
    if (!measure) return [];
    const row = clone("tiltak-fra-sporsmal");
    const link = one("a", row);
    link.setAttribute("href", pageUrl(measure.url));
    one("[data-measure-id]", row).textContent = id;
    one("[data-measure-title]", row).textContent = measure.title;
    const numbers = questions.map((question) => question.number);
    one("[data-measure-questions]", row).textContent = say(numbers.length === 1 ? "plan-question" : "plan-questions", { numbers: numbers.join(", ") });
    const button = /** @type {HTMLButtonElement} */ (one("button", row));
    const isChosen = plannedMeasure(openPlan(store, roadmap.renamed), id).chosen;
    button.textContent = say(isChosen ? "plan-has" : "plan-add");
    button.setAttribute("aria-label", say(isChosen ? "plan-has-measure" : "plan-add-measure", { id, title: measure.title }));
    button.dataset.measure = id;
    button.setAttribute("aria-disabled", String(isChosen));
    button.addEventListener("click", () => {
      if (!isChosen) add(id);
    });
    return [row];
  };

  /** @type {(list: HTMLElement, questions: GuideQuestion[]) => void} */
  const showList = (list, questions) => {
    const focused = document.activeElement instanceof HTMLElement && list.contains(document.activeElement) ? document.activeElement.dataset.measure : undefined;
    const ids = [...new Set(questions.flatMap((question) => question.measures))].sort();
    list.replaceChildren(...ids.flatMap((id) => item(id, questions.filter((question) => question.measures.includes(id)))));
    list.parentElement?.toggleAttribute("hidden", !list.childElementCount);
    if (focused) /** @type {HTMLElement | null} */ (list.querySelector(`[data-measure="${focused}"]`))?.focus();
  };

  return (answers) => {
    const questions = guide.chapters.flatMap((chapter) => chapter.questions);
    showList(lists.answered, questions.filter((question) => isAnswered(answers, question)));
    showList(lists.open, questions.filter((question) => (question.isStarred || question.isOwed) && !isAnswered(answers, question)));
  };
};
