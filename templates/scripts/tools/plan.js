// The page «Vår plan»: the plan that is open, and everything on the page that shows or changes it.

import { dayOf } from "../core/dates.js";
import { planKind, withChoice, withMeasure, withStatus } from "../core/plan-kind.js";
import { roadmap } from "../core/roadmap-data.js";
import { withTodaysIds } from "../core/todays-ids.js";
import { onChosenFiles } from "../page/chosen-files.js";
import { documentBar, messageOf } from "../page/document-bar.js";
import { all, announce, one } from "../page/dom.js";
import { openedStore } from "../page/opened-store.js";
import { mayGoOut, showText, watchPrivateFields } from "../page/private-fields.js";
import { say } from "../page/texts.js";
import { listView } from "../plan/list-view.js";
import { outsideView } from "../plan/outside-view.js";
import { pickerView } from "../plan/picker-view.js";
import { COMING_BACK, planFiles } from "../plan/plan-files.js";
import { askAboutImport, planOfTable, readPlanFile } from "../plan/plan-import.js";
import { planChanges, withChanges } from "../plan/plan-merge.js";
import { withMoved } from "../plan/plan-order.js";
import { fillPlanPaper, fillPlanPoster } from "../plan/plan-paper.js";
import { markedOutside, planRows } from "../plan/plan-rows.js";
import { showProgress } from "../plan/progress-view.js";

/** @import { PlanData, WorkDocument } from "../types.d.ts" */

const store = openedStore([planKind], (name) => say("document-copy", { name }));
const today = () => dayOf(new Date());

/** A plan by today's ids.
 * @param {WorkDocument | null} plan @returns {PlanData} */
const dataOf = (plan) => withTodaysIds(plan?.data ?? planKind.empty(), roadmap.renamed);
const data = () => dataOf(bar.current());
const rows = () => planRows(data(), roadmap, today());

/** @param {(plan: PlanData) => PlanData} next @param {{ merge?: string, of?: WorkDocument | null }} [options] */
const change = (next, options) => bar.change((plan) => next(withTodaysIds(plan, roadmap.renamed)), options);

const list = listView({
  status: (id, status) => change((plan) => withStatus(plan, id, status, today())),
  write: (id, fields) => change((plan) => withMeasure(plan, id, fields), { merge: `${id} ${Object.keys(fields).join()}` }),
  move: (id, by) => {
    const order = rows().map((row) => row.id);
    const place = order[order.indexOf(id) + by];
    if (place !== undefined) change((plan) => withMoved(plan, order, id, place));
  },
  remove: (id) => {
    const shown = list.shownRows().map((row) => row.id);
    const neighbour = shown[shown.indexOf(id) + 1] ?? shown[shown.indexOf(id) - 1];
    change((plan) => withChoice(plan, id, false));
    (document.getElementById(`tiltak-${neighbour}-status`) ?? one("[data-plan-list]")).focus();
    bar.tell(say("removed", { id }));
  },
});

const picker = pickerView((id, isChosen) => {
  change((plan) => withChoice(plan, id, isChosen));
  bar.tell(say(isChosen ? "added" : "removed", { id }));
});

const outside = outsideView((ids) => {
  change((plan) => ids.reduce((next, id) => withChoice(next, id, true), plan));
  // The button is gone; whoever uses the keyboard goes on from what came into the list.
  (document.getElementById(`tiltak-${ids[0]}-status`) ?? one("[data-plan-list]")).focus();
  bar.tell(say("outside-taken", { measures: ids.join(", ") }));
});

const unit = /** @type {HTMLInputElement} */ (one("[data-unit]"));
unit.addEventListener("input", () => change((plan) => ({ ...plan, unit: unit.value }), { merge: "unit" }));

/** @param {WorkDocument | null} plan */
const show = (plan) => {
  const current = planRows(dataOf(plan), roadmap, today());
  showText(unit, dataOf(plan).unit);
  picker.show(new Set(current.map(({ id }) => id)));
  list.show(plan?.id ?? "", current);
  outside.show(dataOf(plan));
  const isMarked = markedOutside(dataOf(plan), roadmap).length > 0;
  one("[data-plan-empty]").hidden = current.length > 0 || isMarked;
  one("[data-plan-unchosen]").hidden = current.length > 0 || !isMarked;
  showProgress(current);
  for (const button of /** @type {HTMLButtonElement[]} */ (all("[data-way]"))) button.disabled = current.length === 0;
};

const bar = documentBar({ store, kind: planKind, show });
watchPrivateFields(one("[data-plan-tool]"));
/** @type {HTMLDetailsElement} */ (one("[data-picker]")).open = rows().length === 0;

/** The whole plan in the order of the list, whatever is filtered away. */
const allRows = () => {
  const shown = list.shownRows();
  return [...shown, ...rows().filter(({ id }) => !shown.some((row) => row.id === id))];
};

const filesStatus = one("[data-files-status]");
for (const button of all("[data-way]")) {
  button.addEventListener("click", async () => {
    try {
      const plan = bar.current();
      const every = allRows();
      if (!plan || !(await mayGoOut([plan.name, plan.data]))) return;
      const way = button.dataset.way ?? "";
      const said = await planFiles[way]?.(plan, every);
      if (COMING_BACK.has(way) && store.get(plan.id)) store.markExported(plan.id);
      if (said) announce(filesStatus, said);
    } catch (error) {
      announce(filesStatus, messageOf(error));
    }
  });
}

onChosenFiles(/** @type {HTMLInputElement} */ (one("[data-import]")), async ([file]) => {
  try {
    if (file) await takeIn(file);
  } catch (error) {
    announce(filesStatus, messageOf(error));
  }
});

/** @param {File} file */
const takeIn = async (file) => {
  const table = await readPlanFile(file);
  const plan = bar.current();
  const name = plan?.name ?? say("document-first-name");
  const changes = planChanges(dataOf(plan), table.rows, roadmap);
  const answer = await askAboutImport({
    file: file.name,
    plan: name,
    table,
    changes,
    keep: plan && (() => one("[data-document-download]").click()),
  });
  const isThere = !plan || store.get(plan.id) !== null;
  // What was shown, and nothing else, also where another tab has changed the plan since.
  if (answer === "merge" && isThere) change((current) => withChanges(current, changes, today()), { of: plan });
  if (answer === "new") bar.add(file.name.replace(/\.\w+$/, "").slice(0, 80), planOfTable(table, today()));
  const isLost = !isThere && answer !== "new";
  announce(filesStatus, isLost ? say("import-plan-gone", { plan: name }) : say(answer ? `import-done-${answer}` : "import-cancelled"));
};

const root = document.documentElement;
one("[data-print-plan]").addEventListener("click", async () => {
  if (await mayGoOut(data())) print();
});
one("[data-print-poster]").addEventListener("click", async () => {
  if (!(await mayGoOut(data()))) return;
  root.dataset.printing = "poster";
  fillPlanPoster(bar.current(), data(), rows());
  print();
});
addEventListener("beforeprint", () => {
  if (root.dataset.printing) return;
  root.dataset.printing = "plan";
  fillPlanPaper(bar.current(), data(), rows(), list.shownRows());
});
addEventListener("afterprint", () => delete root.dataset.printing);
