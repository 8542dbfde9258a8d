// A file that comes back from a spreadsheet: read, shown for what it would change, and then taken in or not.

import { shortDay } from "../core/dates.js";
import { planKind } from "../core/plan-kind.js";
import { roadmap } from "../core/roadmap-data.js";
import { ImportError } from "../core/values.js";
import { MOST_CSV_BYTES, readCsv } from "../formats/csv.js";
import { clone, element, one } from "../page/dom.js";
import { load } from "../page/lazy.js";
import { privateWarning } from "../page/private-fields.js";
import { say } from "../page/texts.js";
import { columnTitles } from "./plan-files.js";
import { planChanges, withChanges } from "./plan-merge.js";
import { roleName } from "./plan-rows.js";
import { isDate } from "./plan-table.js";
import { isPlanHeader, readPlanTable } from "./plan-table-reader.js";

/** @import { PlanData } from "../types.d.ts" */
/** @import { FieldChange, RowChange } from "./plan-merge.js" */
/** @import { PlanTable, TableProblem } from "./plan-table-reader.js" */
/** @import { Cell } from "../formats/xlsx-writer.js" */
/** @typedef {{ hidden: boolean, rows: Cell[][] }} Sheet */

const MOST_ROWS = 1000;
const MOST_SHOWN = 40;

/** What a file says; what is no plan is an ImportError.
 * @param {File} file @returns {Promise<PlanTable>} */
export const readPlanFile = async (file) => {
  const isCsv = /\.(csv|txt)$/i.test(file.name);
  const table = isCsv ? await readText(file) : await readWorkbook(file);
  if (!table) throw new ImportError("import-no-plan", { id: columnTitles().id });
  if (table.rows.length > MOST_ROWS) throw new ImportError("import-too-many", { count: MOST_ROWS });
  return table;
};

/** @param {File} file */
const readText = async (file) => {
  if (file.size > MOST_CSV_BYTES) throw new ImportError("csv-too-large", { megabytes: MOST_CSV_BYTES / 1e6 });
  const titles = columnTitles();
  const isOurs = (/** @type {string[]} */ header) => isPlanHeader(header, titles);
  return readPlanTable([readCsv(new Uint8Array(await file.arrayBuffer()), { isOurs })], titles, roadmap);
};

/** @param {File} file */
const readWorkbook = async (file) => {
  const office = await load("office");
  if (file.size > office.MOST_WORKBOOK_BYTES) throw new ImportError("xlsx-too-large", { megabytes: office.MOST_WORKBOOK_BYTES / 1e6 });
  const { sheets, date1904 } = office.readWorkbook(new Uint8Array(await file.arrayBuffer()));
  const shown = sheets.filter((/** @type {Sheet} */ { hidden }) => !hidden).map((/** @type {Sheet} */ { rows }) => rows);
  return readPlanTable(shown, columnTitles(), roadmap, date1904);
};

/**
 * Shows what a table would change, and gives what people answer.
 * @param {{ file: string, plan: string, table: PlanTable, changes: RowChange[], keep: (() => void) | null }} options `keep` downloads the plan as it is, when there is one
 * @returns {Promise<"merge" | "new" | "">}
 */
export const askAboutImport = ({ file, plan, table, changes, keep }) =>
  new Promise((resolve) => {
    const before = document.activeElement;
    const dialog = /** @type {HTMLDialogElement} */ (clone("plan-import"));
    const unknown = table.rows.filter(({ known }) => !known);
    one("[data-import-title]", dialog).textContent = say("import-title", { file });
    one("[data-import-summary]", dialog).textContent = changes.length ? say("import-summary", { plan }) : say("import-nothing", { plan });
    const warned = table.rows.filter(({ fields }) => warningOf(fields));
    one("[data-import-private]", dialog).textContent = warned[0] ? warningOf(warned[0].fields) : "";
    showLines(dialog, "private", warned.map(({ id }) => measureName(id)));
    showLines(dialog, "new", changes.filter(({ isNew }) => isNew).map(newLine));
    showLines(dialog, "changed", changes.filter(({ isNew }) => !isNew).map(changedLine));
    showLines(dialog, "unknown", unknown.map(({ id }) => id));
    showLines(dialog, "problems", table.problems.map(problemLine));
    one('[value="merge"]', dialog).hidden = changes.length === 0;
    one("[data-import-keep]", dialog).hidden = !keep;
    if (keep) one("[data-import-keep]", dialog).addEventListener("click", keep);
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      resolve(/** @type {"merge" | "new" | ""} */ (dialog.returnValue));
    });
    document.body.append(dialog);
    dialog.showModal();
  });

/** What is to be said of what people wrote in a row, as beside the fields that it goes into.
 * @param {PlanTable["rows"][number]["fields"]} fields */
const warningOf = ({ role = "", note = "" }) => privateWarning(role) || privateWarning(note);

/** @param {HTMLElement} dialog @param {string} part @param {string[]} lines */
const showLines = (dialog, part, lines) => {
  const section = one(`[data-import-part="${part}"]`, dialog);
  section.hidden = lines.length === 0;
  one("[data-count]", section).textContent = String(lines.length);
  const more = lines.length > MOST_SHOWN ? [say("import-more", { count: lines.length - MOST_SHOWN })] : [];
  one("ul", section).append(...[...lines.slice(0, MOST_SHOWN), ...more].map((line) => element("li", {}, [line])));
};

/** @param {RowChange} change */
const newLine = ({ row, changes }) =>
  [measureName(row.id), ...changes.filter(({ to }) => to !== "").map(({ field, to }) => say("import-set", { field: fieldName(field), to: shown(field, to) }))].join(" · ");

/** @param {RowChange} change */
const changedLine = ({ row, changes }) =>
  [measureName(row.id), ...changes.map(({ field, from, to }) => say("import-change", { field: fieldName(field), from: shown(field, from), to: shown(field, to) }))].join(" · ");

/** @param {string} id */
const measureName = (id) => {
  const measure = roadmap.measures.find(({ id: known }) => known === id);
  return measure ? `${id} ${measure.title}` : say("unknown-measure", { id });
};

/** @param {FieldChange["field"]} field */
const fieldName = (field) => columnTitles()[field];

/** @param {FieldChange["field"]} field @param {string} value */
const shown = (field, value) => {
  if (value === "") return say("import-empty");
  if (isDate(field)) return shortDay(value);
  if (field === "role") return roleName(value, roadmap);
  if (field === "status") return roadmap.progress.find(({ id }) => id === value)?.name ?? value;
  return short(value);
};

/** @param {string} text */
const short = (text) => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

/** @param {TableProblem} problem */
const problemLine = ({ line, id, problem, column, value }) =>
  say(`import-problem-${problem}`, { line, id, column: columnTitles()[column], value: short(value) });

/** A plan of what a table says alone.
 * @param {PlanTable} table @param {string} today @returns {PlanData} */
export const planOfTable = (table, today) => {
  const empty = planKind.empty();
  return withChanges(empty, planChanges(empty, table.rows, roadmap), today);
};
