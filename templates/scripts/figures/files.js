/** The counts as CSV and as an Excel workbook, out and in. */

import { dayOf } from "../core/dates.js";
import { fileName } from "../core/document-file.js";
import { ImportError } from "../core/values.js";
import { MOST_CSV_BYTES, readCsv, writeCsv } from "../formats/csv.js";
import { onChosenFiles } from "../page/chosen-files.js";
import { messageOf } from "../page/document-bar.js";
import { one } from "../page/dom.js";
import { download } from "../page/downloads.js";
import { load } from "../page/lazy.js";
import { mayGoOut } from "../page/private-fields.js";
import { say } from "../page/texts.js";
import { readTable } from "./pasted.js";
import { thisMonth } from "./work.js";

/**
 * @typedef {import("./series.js").Series} Series
 * @typedef {import("./work.js").Work} Work
 * @typedef {string | number | boolean | {date: string} | null} Cell
 */

const CSV = "text/csv;charset=utf-8";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * @param {Work} work
 * @param {() => Series} series
 * @param {() => string} name  of the open document
 * @param {import("./paste-panel.js").Panel} panel
 */
export function files(work, series, name, panel) {
  const take = (/** @type {string} */ ending, /** @type {BlobPart} */ content, /** @type {string} */ type) => {
    const file = fileName(name(), say("document-file"), dayOf(new Date()), ending);
    download(file, content, type);
    work.tell(say("file-downloaded", { file }));
  };
  const guarded = (/** @type {() => Promise<void>} */ act) => act().catch((error) => panel.showProblem(messageOf(error)));

  one("[data-download-csv]").addEventListener("click", async () => {
    if (await mayGoOut([name(), work.data()])) take("csv", writeCsv([columns(), ...csvRows(work, series())]), CSV);
  });
  one("[data-download-xlsx]").addEventListener("click", () =>
    guarded(async () => {
      if (!(await mayGoOut([name(), work.data()]))) return;
      const office = await load("office");
      take("xlsx", office.writeWorkbook(workbook(work, series(), name())), XLSX);
    }),
  );
  const chooser = /** @type {HTMLInputElement} */ (one("#hent-fil"));
  onChosenFiles(chooser, ([file]) =>
    guarded(async () => {
      if (!file) return;
      const table = await (/\.xlsx?$/i.test(file.name) ? workbookTable(file) : csvTable(file));
      panel.showSource((first) => readTable(table, first, thisMonth()));
    }),
  );
}

function columns() {
  return ["month", "count", "median", "target", "note"].map((column) => say(`column-${column}`));
}

/**
 * @param {Work} work
 * @param {Series} series
 */
function csvRows(work, { rows, median }) {
  return rows.map(({ month, count, note }) => [month, count, median, work.data().target, note]);
}

/**
 * @param {Work} work
 * @param {Series} series
 * @param {string} title
 */
function workbook(work, { rows, median }, title) {
  const { target, unit } = work.data();
  const [month, count, middle, goal, note] = columns();
  return {
    title,
    sheets: [
      {
        name: say("sheet-name"),
        above: [title, unit].filter(Boolean),
        columns: [
          { header: month, kind: "date", width: 12 },
          { header: count, kind: "number", width: 10 },
          { header: middle, kind: "number", width: 10 },
          { header: goal, kind: "number", width: 10 },
          { header: note, kind: "text", width: 60 },
        ],
        rows: rows.map((row) => [{ date: `${row.month}-01` }, row.count, median, target, row.note]),
      },
    ],
  };
}

/**
 * @param {File} file
 * @returns {Promise<string[][]>}
 */
async function csvTable(file) {
  refuseLarge(file, MOST_CSV_BYTES, "csv-too-large");
  const isOurs = (/** @type {string[]} */ header) => columns().every((column, index) => header[index] === column);
  return readCsv(new Uint8Array(await file.arrayBuffer()), { isOurs });
}

/**
 * The sheet that most months can be read from.
 *
 * @param {File} file
 * @returns {Promise<string[][]>}
 */
async function workbookTable(file) {
  const office = await load("office");
  refuseLarge(file, office.MOST_WORKBOOK_BYTES, "xlsx-too-large");
  /** @type {{sheets: {rows: Cell[][]}[]}} */
  const { sheets } = office.readWorkbook(new Uint8Array(await file.arrayBuffer()));
  const tables = sheets.map(({ rows }) => rows.map((row) => Array.from(row, textOf)).filter(saysSomething));
  const readable = tables.map((table) => readTable(table, null, thisMonth()).rows.length);
  return tables[readable.indexOf(Math.max(...readable))] ?? [];
}

/**
 * @param {File} file
 * @param {number} most
 * @param {string} key
 */
function refuseLarge(file, most, key) {
  if (file.size > most) throw new ImportError(key, { megabytes: Math.floor(most / 1_000_000) });
}

/** Whether a row has anything but formulas that nothing has computed. @param {string[]} row */
function saysSomething(row) {
  return row.some((text) => text !== "" && !text.startsWith("="));
}

/** @param {Cell | undefined} cell */
function textOf(cell) {
  if (typeof cell === "object" && cell !== null) return cell.date;
  // A dot with three digits after it would be read as thousands.
  return typeof cell === "string" ? cell.trim() : typeof cell === "number" ? String(cell).replace(".", ",") : "";
}
