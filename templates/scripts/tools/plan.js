// The page «Vår plan»: the plan that is open, and everything on the page that shows or changes it.

import { dayOf } from "../core/dates.js";
import { planKind, withChoice, withMeasure, withStatus } from "../core/plan-kind.js";
import { roadmap } from "../core/roadmap-data.js";
import { documentBar, messageOf } from "../page/document-bar.js";
import { all, announce, one } from "../page/dom.js";
import { openedStore } from "../page/opened-store.js";
import { watchPrivateFields } from "../page/private-fields.js";
import { say } from "../page/texts.js";
import { listView } from "../plan/list-view.js";
import { pickerView } from "../plan/picker-view.js";
import { withCurrentIds, withMoved } from "../plan/plan-data.js";
import { planFiles } from "../plan/plan-files.js";
import { askAboutImport, planOfTable, readPlanFile } from "../plan/plan-import.js";
import { planChanges, withChanges } from "../plan/plan-merge.js";
import { fillPlanPaper, fillPlanPoster } from "../plan/plan-paper.js";
import { planRows } from "../plan/plan-rows.js";
import { showProgress } from "../plan/progress-view.js";

/** @import { PlanData, WorkDocument } from "../types.d.ts" */

const store = openedStore([planKind], (name) => say("document-copy", { name }));
const today = () => dayOf(new Date());

/** The open plan by today's ids; an empty one before there is any.
 * @param {WorkDocument | null} plan @returns {PlanData} */
const dataOf = (plan) => withCurrentIds(plan?.data ?? planKind.empty(), roadmap);
const data = () => dataOf(store.active("plan"));
const rows = () => planRows(data(), roadmap, today());

const list = listView({
  status: (id, status) => bar.change(withStatus(data(), id, status, today())),
  write: (id, fields) => bar.change(withMeasure(data(), id, fields), { merge: `${id} ${Object.keys(fields).join()}` }),
  move: (id, by) => {
    const order = rows().map((row) => row.id);
    const place = order[order.indexOf(id) + by];
    if (place !== undefined) bar.change(withMoved(data(), order, id, place));
  },
  remove: (id) => {
    const next = list.shownRows().map((row) => row.id);
    const place = next.indexOf(id);
    bar.change(withChoice(data(), id, false));
    const neighbour = next[place + 1] ?? next[place - 1];
    (document.getElementById(`tiltak-${neighbour}-status`) ?? one("[data-plan-list]")).focus();
    bar.tell(say("removed", { id }));
  },
});

const picker = pickerView((id, isChosen) => {
  bar.change(withChoice(data(), id, isChosen));
  bar.tell(say(isChosen ? "added" : "removed", { id }));
});

const unit = /** @type {HTMLInputElement} */ (one("[data-unit]"));
unit.addEventListener("input", () => bar.change({ ...data(), unit: unit.value }, { merge: "unit" }));

/** @param {WorkDocument | null} plan */
const show = (plan) => {
  const current = planRows(dataOf(plan), roadmap, today());
  if (document.activeElement !== unit) unit.value = dataOf(plan).unit;
  picker.show(new Set(current.map(({ id }) => id)));
  list.show(plan?.id ?? "", current);
  showProgress(current);
  for (const button of /** @type {HTMLButtonElement[]} */ (all("[data-way]"))) button.disabled = current.length === 0;
};

const bar = documentBar({ store, kind: planKind, show });
watchPrivateFields(one("[data-plan]"));

/** The whole plan in the order of the list, whatever is filtered away. */
const allRows = () => {
  const shown = list.shownRows();
  return [...shown, ...rows().filter(({ id }) => !shown.some((row) => row.id === id))];
};

for (const button of all("[data-way]")) {
  button.addEventListener("click", async () => {
    try {
      const file = await planFiles[button.dataset.way ?? ""]?.(bar.current(), allRows());
      if (file) bar.tell(say("document-downloaded", { file }));
    } catch (error) {
      bar.tell(messageOf(error));
    }
  });
}

const importStatus = one("[data-import-status]");
const importField = /** @type {HTMLInputElement} */ (one("[data-import]"));
importField.addEventListener("change", async () => {
  const [file] = importField.files ?? [];
  try {
    if (file) await takeIn(file);
  } catch (error) {
    announce(importStatus, messageOf(error));
  }
  // So that the same file can be chosen again.
  importField.value = "";
});

/** @param {File} file */
const takeIn = async (file) => {
  const table = await readPlanFile(file);
  const plan = store.active("plan");
  const answer = await askAboutImport({
    file: file.name,
    plan: plan?.name ?? say("document-first-name"),
    table,
    changes: planChanges(data(), table.rows, roadmap),
    keep: plan && (() => one("[data-document-download]").click()),
  });
  if (answer === "merge") bar.change(withChanges(data(), planChanges(data(), table.rows, roadmap), today()));
  if (answer === "new") bar.add(file.name.replace(/\.\w+$/, "").slice(0, 80), planOfTable(table, today()));
  announce(importStatus, say(answer ? `import-done-${answer}` : "import-cancelled"));
};

const root = document.documentElement;
one("[data-print-plan]").addEventListener("click", () => print());
one("[data-print-poster]").addEventListener("click", () => {
  root.dataset.printing = "poster";
  fillPlanPoster(store.active("plan"), data(), rows());
  print();
});
addEventListener("beforeprint", () => {
  if (root.dataset.printing) return;
  root.dataset.printing = "plan";
  fillPlanPaper(store.active("plan"), data(), rows(), list.shownRows());
});
addEventListener("afterprint", () => delete root.dataset.printing);
