// The page «Hva kan vi starte med nå?»: people mark what is done in one list that stays as it is, and what can start
// now, what the rest waits for and the picture follow.

import { assessmentKind } from "../assessment/assessment-kind.js";
import { dayOf } from "../core/dates.js";
import { plannedMeasure, planKind, statusOf, withChoice, withStatus } from "../core/plan-kind.js";
import { roadmap } from "../core/roadmap-data.js";
import { withTodaysIds } from "../core/todays-ids.js";
import { documentBar } from "../page/document-bar.js";
import { all, announce, one } from "../page/dom.js";
import { openedStore } from "../page/opened-store.js";
import { say } from "../page/texts.js";
import { assessedView } from "./assessed-view.js";
import { startFilter } from "./filter.js";
import { fill, listItem, showBox, showRow } from "./rows.js";
import { difference, fits, inGroup, standings } from "./standing.js";
import { stepsView } from "./steps.js";
import { told } from "./told.js";

/** @import { Measure, PlanData, WorkDocument } from "../types.d.ts" */
/** @import { Group, Standing } from "./standing.js" */

/** @type {Group[]} */
const GROUPS = ["ready", "begun", "waiting", "done"];
const MOST_TITLES = 3;

export const startPage = () => {
  const store = openedStore([planKind, assessmentKind], (name) => say("document-copy", { name }));
  const filter = startFilter(() => showWanted());
  const boxes = all("[data-box]");
  const steps = stepsView();
  const assessed = assessedView(store, (measures) => takeAsDone(measures));
  const rows = new Map(all("[data-measure]").map((row) => [row.dataset.measure ?? "", row]));
  const rowOf = (/** @type {Measure} */ measure) => /** @type {HTMLElement} */ (rows.get(measure.id));
  const items = new Map(
    roadmap.measures.map((measure) => [measure.id, listItem(rowOf(measure), () => addToPlan(measure))]),
  );

  /** @type {PlanData} */
  let plan = planKind.empty();
  /** @type {Standing[]} */
  let standing = [];

  const show = (/** @type {WorkDocument<PlanData> | null} */ document) => {
    plan = withTodaysIds(document?.data ?? planKind.empty(), roadmap.renamed);
    standing = standings(roadmap, ({ id }) => statusOf(plan, id));
    for (const each of standing) {
      const { id } = each.measure;
      showRow(rowOf(each.measure), each, statusOf(plan, id));
      items.get(id)?.showInPlan(plannedMeasure(plan, id).chosen);
    }
    for (const box of boxes) {
      const each = standing.find(({ measure }) => measure.id === box.dataset.box);
      if (each) showBox(box, each);
    }
    steps.show(document?.id ?? "", standing);
    assessed.show(({ id }) => statusOf(plan, id));
    one("[data-counts]").textContent = say("counts", counted(standing));
    showWanted();
  };

  const showWanted = () => {
    const isWanted = (/** @type {Standing} */ { measure }) => fits(measure, filter.wanted());
    for (const each of standing) rowOf(each.measure).hidden = !isWanted(each);
    steps.showWaits(standing, isWanted);
    for (const part of all("[data-part]")) part.hidden = !part.querySelector("[data-measure]:not([hidden])");
    one("[data-none-fits]").hidden = standing.some(isWanted);
    const shown = (/** @type {Group} */ group) => inGroup(standing, group).filter(isWanted);
    showItems("[data-ready]", shown("ready"));
    showItems("[data-begun]", shown("begun"));
    one("[data-begun-part]").hidden = shown("begun").length === 0;
    const values = { shown: shown("ready").length, all: inGroup(standing, "ready").length };
    one("[data-shown]").textContent = say(readyKey(values, filter.isOn()), values);
    one("[data-ready-none]").hidden = values.shown > 0;
    if (!values.shown) one("[data-ready-none]").textContent = say(noneKey(values.all, counted(standing)));
  };

  /** @type {(selector: string, shown: Standing[]) => void} */
  const showItems = (selector, shown) =>
    fill(
      one(selector),
      shown.flatMap(({ measure }) => items.get(measure.id)?.item ?? []),
    );

  const change = (/** @type {(plan: PlanData) => PlanData} */ next) => bar.change((data) => next(withTodaysIds(data, roadmap.renamed)));

  const mark = (/** @type {string} */ id, /** @type {string} */ status) => {
    const before = standing;
    change((data) => withStatus(data, id, status, dayOf(new Date())));
    const now = standing.find(({ measure }) => measure.id === id);
    if (!now) return;
    const notes = told(now, difference(before, standing, id), named);
    announce(one("[data-said]"), notes.map(({ key, values }) => say(key, values)).join(" "));
  };

  const takeAsDone = (/** @type {Measure[]} */ measures) => {
    const today = dayOf(new Date());
    const last = roadmap.progress.reduce((best, level) => (level.rank > best.rank ? level : best)).id;
    change((data) => measures.reduce((next, { id }) => withStatus(next, id, last, today), data));
    announce(one("[data-said]"), say("said-assessed", { list: named(measures) }));
    // The button is gone; whoever uses the keyboard goes on from the list that it filled.
    one("#kan-starte").focus();
  };

  const addToPlan = (/** @type {Measure} */ measure) => {
    change((data) => withChoice(data, measure.id, true));
    announce(one("[data-said]"), say("said-added", { id: measure.id }));
  };

  for (const [id, row] of rows) {
    row.addEventListener("change", (event) => mark(id, /** @type {HTMLInputElement} */ (event.target).value));
  }
  const bar = documentBar({ store, kind: planKind, show });
};

/** @type {(standing: Standing[]) => Record<Group, number>} */
const counted = (standing) =>
  /** @type {Record<Group, number>} */ (Object.fromEntries(GROUPS.map((group) => [group, inGroup(standing, group).length])));

/** @type {(values: { shown: number, all: number }, isFiltered: boolean) => string} */
const readyKey = ({ all: ready }, isFiltered) => (isFiltered ? "ready-some" : ready === 1 ? "ready-one" : "ready-all");

/** Why nothing is shown that can start. @type {(ready: number, counts: Record<Group, number>) => string} */
const noneKey = (ready, { begun }) => (ready ? "none-fits" : begun ? "all-begun" : "all-done");

/** @param {Measure[]} measures */
const named = (measures) =>
  new Intl.ListFormat("nb").format(
    measures.map(({ id, title }) => (measures.length > MOST_TITLES ? id : say("measure", { id, title }))),
  );
