// «Hvor er vi?»: the statements, the answers of several people, and what they add up to.

import { planKind } from "../core/plan-kind.js";
import { documentBar } from "../page/document-bar.js";
import { roadmap } from "../core/roadmap-data.js";
import { all, one } from "../page/dom.js";
import { openedStore } from "../page/opened-store.js";
import { mayGoOut, watchPrivateFields } from "../page/private-fields.js";
import { say } from "../page/texts.js";
import { assessmentKind } from "./assessment-kind.js";
import { earlierView } from "./earlier-view.js";
import { foldView } from "./fold-view.js";
import { formView } from "./form-view.js";
import { openView } from "./open-view.js";
import { peopleView } from "./people-view.js";
import { resultView } from "./result-view.js";
import { suggestionsView } from "./suggestions-view.js";
import { byName } from "./words.js";

/** @import { WorkDocument } from "../types.d.ts" */
/** @import { AssessmentData } from "./assessment-kind.js" */

export const startAssessment = () => {
  const page = one("[data-assessment]");
  const result = one("[data-result]", page);
  const store = openedStore([assessmentKind, planKind], (name) => say("document-copy", { name }));
  const open = () => /** @type {WorkDocument | null} */ (store.active("assessment"));
  const data = () => /** @type {AssessmentData} */ (open()?.data ?? assessmentKind.empty());

  const form = formView(one("[data-form]", page), (next, options) => bar.change(next, options));
  const fold = foldView(one("[data-form]", page));
  const unanswered = openView(one("[data-form]", page));
  const summary = resultView(result);
  const suggestions = suggestionsView(one("[data-suggestions]", result), one("[data-paper-now-part]", result), store);
  const earlier = earlierView(one("[data-compare]", result), store, () => show());
  const people = peopleView(one("[data-many]", page), result, {
    own: () => open()?.data ?? null,
    changed: () => show(),
    add: (common) => {
      bar.add(say("common-name"), common);
      one("h2", one("[data-form]", page)).focus();
    },
  });

  const show = () => {
    const document_ = open();
    const { answers } = data();
    const isAnswered = Object.keys(answers).length > 0;
    form.show(data());
    form.showGroup(people.groupSpreads());
    people.show();
    fold.show(document_?.id ?? "", data(), people.hasPeople());
    unanswered.show(document_?.id ?? "", data());
    earlier.show(document_);
    const hasResult = isAnswered || people.hasPeople();
    one("[data-of-answers]", result).hidden = !isAnswered;
    for (const part of all("[data-some-result]", result)) part.hidden = !hasResult;
    one("[data-no-result]", result).hidden = hasResult;
    page.toggleAttribute("data-answered", hasResult);
    summary.showAbout(document_?.name ?? "", data());
    one("[data-paper-picture]", result).hidden = !isAnswered;
    if (!isAnswered) one("[data-paper-now-part]", result).hidden = true;
    if (!isAnswered) return;
    summary.show(data(), earlier.earlier());
    suggestions.show(data());
  };

  const bar = documentBar({ store, kind: assessmentKind, show, details: ({ data: { unit, by } }) => [unit, byName(roadmap, by)] });
  watchPrivateFields(page);
  printing(page, data, () => people.notes());
};

/**
 * Prints the result, or the statements with nothing filled in.
 * @param {HTMLElement} page
 * @param {() => unknown} data of the open assessment
 * @param {() => {where: string, text: string}[]} others what others wrote, which is printed too
 */
const printing = (page, data, others) => {
  one("[data-print-result]", page).addEventListener("click", async () => {
    if (await mayGoOut(data(), others())) print();
  });
  one("[data-print-sheet]", page).addEventListener("click", () => {
    page.setAttribute("data-sheet", "");
    addEventListener("afterprint", () => page.removeAttribute("data-sheet"), { once: true });
    print();
  });
};
