// The measures to begin with now, each with its reasons, and the way into the plan.

import { dayOf } from "../core/dates.js";
import { shown } from "../core/numbers.js";
import { changePlan, openPlan, withMeasureBack } from "../core/plan-changes.js";
import { plannedMeasure, statusOf, withChoice, withStatus } from "../core/plan-kind.js";
import { measuresById, pageUrl, roadmap } from "../core/roadmap-data.js";
import { withTodaysIds } from "../core/todays-ids.js";
import { all, announce, clone, element, one } from "../page/dom.js";
import { say } from "../page/texts.js";
import { todays, topRank } from "./judgement.js";
import { suggest } from "./suggestions.js";
import { inARow, rankInText, stateName, statementText } from "./words.js";

/** @import { Measure, PlanData, Store } from "../types.d.ts" */
/** @import { AssessmentData } from "./assessment-kind.js" */
/** @import { Need, Suggestion } from "./suggestions.js" */

/**
 * @param {HTMLElement} section
 * @param {HTMLElement} paper where they stand in short
 * @param {Store} store
 */
export const suggestionsView = (section, paper, store) => {
  const status = one("[data-suggestions-status]", section);
  const role = /** @type {HTMLSelectElement} */ (one("[data-role]", section));
  const begin = section.dataset.begin ?? null;
  let isRoleChosen = false;
  /** @type {AssessmentData | null} */ let shownData = null;

  /**
   * @param {(plan: PlanData) => PlanData} change
   * @param {string} told the name of the text that tells of it
   * @param {Measure} measure
   */
  const write = (change, told, measure) => {
    const isNew = store.active("plan") === null;
    const before = openPlan(store, roadmap.renamed);
    const { id, name, data: after } = changePlan(store, roadmap.renamed, say("plan-first-name"), (plan) =>
      change(isNew ? { ...plan, unit: shownData?.unit ?? "" } : plan),
    );
    const undo = element("button", { type: "button", class: "button" }, [say("plan-undo")]);
    undo.addEventListener("click", () => {
      announce(status, takeBack(id, measure, before, after));
      one("h3", section).focus();
    });
    announce(status, say(told, { measure: measure.id, plan: name }));
    status.append(" ", undo);
    undo.focus();
  };

  /**
   * Takes back what was done with a measure in a plan, and gives what is to be said of it.
   * @param {string} id of the plan
   * @param {Measure} measure
   * @param {PlanData} before
   * @param {PlanData} after
   */
  const takeBack = (id, measure, before, after) => {
    const plan = store.get(id);
    if (!plan) return say("plan-gone");
    const back = withMeasureBack(withTodaysIds(plan.data, roadmap.renamed), measure.id, before, after);
    if (!back) return say("plan-not-undone", { measure: measure.id, plan: plan.name });
    store.update(id, back);
    return say("plan-undone");
  };

  /** @param {Suggestion} suggestion */
  const card = (suggestion) => {
    const { measure } = suggestion;
    const item = clone("forslag");
    const link = one("[data-link]", item);
    link.setAttribute("href", pageUrl(measure.url));
    link.textContent = `${measure.id} ${measure.title}`;
    for (const name of all("[data-name]", item)) name.textContent = ` (${measure.id} ${measure.title})`;
    one("[data-summary]", item).textContent = measure.summary;
    one("[data-reasons]", item).replaceChildren(...reasons(suggestion, role.value).map((text) => element("li", {}, [text])));
    const isPlanned = plannedMeasure(openPlan(store, roadmap.renamed), measure.id).chosen;
    one("[data-in-plan]", item).hidden = !isPlanned;
    const add = one("[data-add]", item);
    add.hidden = isPlanned;
    add.addEventListener("click", () => write((plan) => withChoice(plan, measure.id, true), "plan-added", measure));
    const done = one("[data-done]", item);
    done.addEventListener("click", () => {
      const last = roadmap.progress.reduce((best, one) => (one.rank > best.rank ? one : best)).id;
      write((plan) => withStatus(plan, measure.id, last, dayOf(new Date())), isPlanned ? "plan-done" : "plan-done-outside", measure);
    });
    return item;
  };

  /** @param {AssessmentData} data */
  const show = (data) => {
    shownData = data;
    if (!isRoleChosen) role.value = roadmap.roles.some(({ id }) => id === data.by) ? data.by : "";
    const plan = openPlan(store, roadmap.renamed);
    const statuses = new Map(
      Object.keys(plan.measures).flatMap((id) => {
        const given = statusOf(plan, id);
        return given ? [/** @type {[string, string]} */ ([id, given])] : [];
      }),
    );
    const { now, next, underWay } = suggest(roadmap, todays(roadmap, data.answers), {
      statuses,
      begin,
      role: role.value || null,
    });
    one("[data-now]", section).replaceChildren(...now.map(card));
    one("[data-paper-now]", paper).replaceChildren(...now.map(({ measure }) => shortSuggestion(measure)));
    one("[data-paper-next]", paper).textContent = next.length
      ? say("next-in-short", { measures: inARow(next.map(({ measure: { id, title } }) => `${id} ${title}`)) })
      : "";
    paper.hidden = now.length === 0;
    one("[data-none]", section).hidden = now.length > 0;
    one("[data-next-part]", section).hidden = next.length === 0;
    one("[data-next]", section).replaceChildren(...next.map(card));
    const going = one("[data-under-way]", section);
    going.hidden = underWay.length === 0;
    going.textContent = underWay.length ? say("under-way", { measures: inARow(underWay.map(({ id, title }) => `${id} ${title}`)) }) : "";
  };

  role.addEventListener("change", () => {
    isRoleChosen = true;
    if (shownData) show(shownData);
  });
  return { show };
};

/** @param {Measure} measure */
const shortSuggestion = ({ id, title, summary }) => element("li", {}, [element("strong", {}, [`${id} ${title}`]), ` ${summary}`]);

/**
 * Why a measure is suggested, by the rule of the page.
 * @param {Suggestion} suggestion
 * @param {string} role
 */
const reasons = (suggestion, role) => {
  const { measure, begins, suitsRole, waitsFor } = suggestion;
  const titleOf = (/** @type {string} */ id) => `${id} ${measuresById(roadmap).get(id)?.title ?? ""}`;
  const texts = [];
  if (begins) texts.push(say("why-begins"));
  texts.push(needText(suggestion));
  if (waitsFor.length) texts.push(say("why-waits", { measures: inARow(waitsFor.map(titleOf)) }));
  else if (measure.requires.length) texts.push(say("why-met", { measures: inARow(measure.requires.map(titleOf)) }));
  else texts.push(say("why-nothing-required"));
  const effort = roadmap.efforts.find(({ id }) => id === measure.effort)?.name.toLowerCase() ?? "";
  texts.push(say(measure.hours === 1 ? "why-effort-one" : "why-effort", { effort, hours: shown(measure.hours, 2) }));
  if (suitsRole) texts.push(say("why-role", { role: roadmap.roles.find(({ id }) => id === role)?.name.toLowerCase() ?? "" }));
  return texts;
};

/** @param {Need} need */
const needText = ({ judgement, concerns }) => {
  const { letter: step, kind, rank } = judgement;
  const [weakest] = judgement.weakest;
  if (rank !== null && rank < topRank(roadmap) && weakest) {
    return say("why-weak", { step, answer: rankInText(roadmap, rank), statement: statementText(roadmap, weakest) });
  }
  if (concerns === "step") return say("why-state", { step, state: stateName(roadmap, judgement) });
  const [unsure] = [...judgement.open, ...judgement.missing];
  return unsure ? say("why-unsure", { step, statement: statementText(roadmap, unsure) }) : say(`why-${kind}`, { step });
};
