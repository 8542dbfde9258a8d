// The statements without an answer alone. Those that get one stay where they are until somebody asks again.

import { roadmap } from "../core/roadmap-data.js";
import { all, announce, one } from "../page/dom.js";
import { say, sayCount } from "../page/texts.js";
import { answerTo, todays } from "./judgement.js";

/** @import { AssessmentData } from "./assessment-kind.js" */

/** @param {HTMLElement} form */
export const openView = (form) => {
  const statements = all("[data-statement]", form).map((element) => ({ element, id: element.dataset.statement ?? "" }));
  const steps = /** @type {HTMLDetailsElement[]} */ (all("details[data-step-part]", form));
  const button = /** @type {HTMLButtonElement} */ (one("[data-open-only]", form));
  const status = one("[data-open-status]", form);
  /** What was answered when somebody asked. @type {Set<string>} */
  let putAway = new Set();
  /** @type {Set<string>} */ let answered = new Set();
  let shownId = "";

  const arrange = () => {
    const isAway = (/** @type {string} */ id) => putAway.has(id) && answered.has(id);
    for (const { element, id } of statements) element.toggleAttribute("data-away", isAway(id));
    for (const step of steps) step.toggleAttribute("data-away", !step.querySelector("[data-statement]:not([data-away])"));
    const count = statements.length - answered.size;
    button.textContent = count ? sayCount("open-only", count) : say("open-only-none");
    button.disabled = count === 0;
  };

  const showAll = () => {
    putAway = new Set();
    status.textContent = "";
    arrange();
  };

  /** @param {string} address of something in this page */
  const reveal = (address) => {
    const target = address.startsWith("#") && document.getElementById(address.slice(1));
    if (target && target.closest("[data-away]")) showAll();
  };

  button.addEventListener("click", () => {
    putAway = new Set(answered);
    arrange();
    for (const step of steps) step.open = true;
    announce(status, say("open-only-shown"));
  });
  one("[data-unfold]", form).addEventListener("click", showAll);
  form.addEventListener("reveal", showAll);
  addEventListener("hashchange", () => reveal(location.hash));
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element && target.closest("a[href^='#']");
    if (link) reveal(link.getAttribute("href") ?? "");
  });

  return {
    /**
     * @param {string} id the document's
     * @param {AssessmentData} data
     */
    show(id, data) {
      const answers = todays(roadmap, data.answers);
      answered = new Set(statements.flatMap((statement) => (answerTo(roadmap, answers, statement.id) === null ? [] : [statement.id])));
      // What was asked of one document says nothing of another; the first answer makes a document, and puts nothing away.
      if (id === shownId) arrange();
      else showAll();
      shownId = id;
    },
  };
};
