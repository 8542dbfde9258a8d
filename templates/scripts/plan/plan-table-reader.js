// A table that comes back from a spreadsheet: whatever it says of measures, and what of it could not be read.

import { dayOf } from "../formats/xlsx-dates.js";
import { isMeasureId, LONGEST_NOTE, LONGEST_ROLE } from "../core/plan-kind.js";
import { firstStatus } from "./plan-rows.js";
import { COLUMNS, FIELDS, cellText, isDate } from "./plan-table.js";

/** @import { Cell } from "../formats/xlsx-writer.js" */
/** @import { RoadmapData } from "../types.d.ts" */
/** @import { Column, Field, Titles } from "./plan-table.js" */
/** @typedef {Map<Column, number>} Places */

/** What a row says of a measure; a field that the table has no column for is left out, and so is what could not be read.
 * @typedef {{ line: number, id: string, known: boolean, fields: Partial<Record<Field, string>> }} TableRow */

/** What could not be read, and where.
 * @typedef {{ line: number, id: string, problem: "without-id" | "id" | "twice" | "status" | "date" | "long" | "without-status", column: Column, value: string }} TableProblem */

/** @typedef {{ rows: TableRow[], problems: TableProblem[] }} PlanTable */

// A title or a note may stand above the table.
const HEADER_WITHIN = 20;

/** What the first sheet with a plan on it says; null when none has one.
 * @param {Cell[][][]} sheets @param {Titles} titles @param {RoadmapData} roadmap @param {boolean} [date1904]
 * @returns {PlanTable | null} */
export const readPlanTable = (sheets, titles, roadmap, date1904 = false) => {
  for (const cells of sheets) {
    const header = cells.findIndex((row, line) => line < HEADER_WITHIN && isPlanHeader(row, titles));
    if (header >= 0) return readRows(cells, header, columnPlaces(cells[header] ?? [], titles), roadmap, date1904);
  }
  return null;
};

/** Whether a row has the titles of a plan's columns: the ids', and one at least of those that people fill in.
 * @param {Cell[]} row @param {Titles} titles */
export const isPlanHeader = (row, titles) => {
  const places = columnPlaces(row, titles);
  return places.has("id") && FIELDS.some((field) => places.has(field));
};

/** Where each column is; the first wins when a title stands twice.
 * @param {Cell[]} row @param {Titles} titles @returns {Places} */
const columnPlaces = (row, titles) => {
  const found = row.map((cell) => comparable(cellText(cell)));
  /** @type {[Column, number][]} */
  const places = COLUMNS.map((column) => [column, found.indexOf(comparable(titles[column]))]);
  return new Map(places.filter(([, place]) => place >= 0));
};

/** @param {string} text */
const comparable = (text) => text.normalize("NFC").replace(/\s+/gu, " ").trim().toLocaleLowerCase("nb");

/** @param {Cell[][]} cells @param {number} header @param {Places} places @param {RoadmapData} roadmap
 * @param {boolean} date1904 @returns {PlanTable} */
const readRows = (cells, header, places, roadmap, date1904) => {
  /** @type {PlanTable} */
  const table = { rows: [], problems: [] };
  const seen = new Set();
  // A day is that of a status, and nobody knows which one was meant.
  const withoutStatus = places.has("since") && !places.has("status");
  if (withoutStatus && cells.slice(header + 1).some((row) => cellText(cellAt(row, places, "since")) !== "")) {
    table.problems.push({ line: header + 1, id: "", problem: "without-status", column: "since", value: "" });
  }
  for (const [index, row] of cells.entries()) {
    if (index <= header || !saysSomething(row, places)) continue;
    const line = index + 1;
    const written = cellText(cellAt(row, places, "id"));
    const id = measureId(written, roadmap);
    if (!isMeasureId(id) || seen.has(id)) {
      const problem = seen.has(id) ? "twice" : id === "" ? "without-id" : "id";
      table.problems.push({ line, id, problem, column: "id", value: written });
      continue;
    }
    seen.add(id);
    const { fields, problems } = readFields(row, places, roadmap, date1904);
    table.problems.push(...problems.map((problem) => ({ line, id, ...problem })));
    table.rows.push({ line, id, known: roadmap.measures.some((measure) => measure.id === id), fields });
  }
  return table;
};

/** A row that only names a measure, as a sheet of all measures does, says nothing of the plan.
 * @param {Cell[]} row @param {Places} places */
const saysSomething = (row, places) => FIELDS.some((field) => cellText(cellAt(row, places, field)) !== "");

/** @param {Cell[]} row @param {Places} places @param {Column} column @returns {Cell} */
const cellAt = (row, places, column) => row[places.get(column) ?? -1] ?? null;

/** The id as the roadmap writes it today; as it stands, when it has no such measure.
 * @param {string} written @param {RoadmapData} roadmap */
const measureId = (written, roadmap) => {
  const isSame = /** @param {string} id */ (id) => comparable(id) === comparable(written);
  const renamed = Object.entries(roadmap.renamed).find(([former]) => isSame(former));
  return roadmap.measures.find(({ id }) => isSame(id))?.id ?? renamed?.[1] ?? written;
};

/** @param {Cell[]} row @param {Places} places @param {RoadmapData} roadmap @param {boolean} date1904 */
const readFields = (row, places, roadmap, date1904) => {
  /** @type {TableRow["fields"]} */
  const fields = {};
  /** @type {Pick<TableProblem, "problem" | "column" | "value">[]} */
  const problems = [];
  for (const column of FIELDS.filter((field) => places.has(field))) {
    const cell = cellAt(row, places, column);
    const value = readField(column, cell, roadmap, date1904);
    if (value === null) problems.push({ problem: problemOf(column), column, value: cellText(cell) });
    else fields[column] = value;
  }
  return { fields, problems };
};

/** @param {Field} column @returns {TableProblem["problem"]} */
const problemOf = (column) => {
  if (isDate(column)) return "date";
  return column === "status" ? "status" : "long";
};

/** @param {Field} field @param {Cell} cell @param {RoadmapData} roadmap @param {boolean} date1904 @returns {string | null} */
const readField = (field, cell, roadmap, date1904) => {
  const written = cellText(cell);
  if (isDate(field)) return written === "" ? "" : dayOf(cell, date1904);
  if (field === "status") return written === "" ? firstStatus(roadmap) : (namedIn(roadmap.progress, written) ?? null);
  if (field === "note") return written.length > LONGEST_NOTE ? null : written;
  return namedIn(roadmap.roles, written) ?? (written.length > LONGEST_ROLE ? null : written);
};

/** The id of what somebody calls by its name or its id.
 * @param {{ id: string, name: string }[]} items @param {string} written */
const namedIn = (items, written) =>
  items.find(({ id, name }) => [id, name].some((one) => comparable(one) === comparable(written)))?.id;
