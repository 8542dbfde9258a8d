// A plan as a table, for spreadsheets. Measures are told by their ids, statuses and roles by their names, since a spreadsheet
// shows what people can read.

/** @import { Cell } from "../formats/xlsx-writer.js" */
/** @import { RoadmapData } from "../types.d.ts" */
/** @import { PlanRow } from "./plan-rows.js" */
/** @typedef {"status" | "since" | "role" | "deadline" | "review" | "note"} Field */
/** @typedef {"id" | "title" | "step" | "phase" | Field} Column */
/** @typedef {Record<Column, string>} Titles */

/** @type {Column[]} */
export const COLUMNS = ["id", "title", "step", "phase", "status", "since", "role", "deadline", "review", "note"];

/** What people fill in.
 * @type {Field[]} */
export const FIELDS = ["status", "since", "role", "deadline", "review", "note"];

/** @param {Column} column */
export const isDate = (column) => ["since", "deadline", "review"].includes(column);

/** How wide each is, in characters.
 * @type {Record<Column, number>} */
const WIDTHS = { id: 8, title: 40, step: 26, phase: 22, status: 14, since: 13, role: 22, deadline: 13, review: 13, note: 40 };

/** The columns of a workbook, with the statuses and roles to choose from.
 * @param {Titles} titles @param {RoadmapData} roadmap @returns {import("../formats/xlsx-writer.js").Column[]} */
export const planColumns = (titles, roadmap) =>
  COLUMNS.map((column) => ({
    header: titles[column],
    width: WIDTHS[column],
    kind: isDate(column) ? "date" : "text",
    ...(column === "status" && { choices: roadmap.progress.map(({ name }) => name) }),
    ...(column === "role" && { choices: roadmap.roles.map(({ name }) => name), allowsOthers: true }),
  }));

/** The cells of a plan's rows, by `COLUMNS`.
 * @param {PlanRow[]} rows @param {RoadmapData} roadmap @returns {Cell[][]} */
export const planCells = (rows, roadmap) => rows.map((row) => Object.values(rowCells(row, roadmap)));

/** @param {PlanRow} row @param {RoadmapData} roadmap @returns {Record<Column, Cell>} in the order of `COLUMNS` */
const rowCells = ({ id, measure, phase, planned, status, since, roleName }, roadmap) => {
  const step = roadmap.steps.find(({ letter }) => letter === measure?.step);
  const title = roadmap.phases.find(({ number }) => number === phase)?.title;
  return {
    id,
    title: measure?.title ?? "",
    step: step ? `${step.letter} ${step.title}` : "",
    phase: title ? `${phase} ${title}` : "",
    status: roadmap.progress.find((one) => one.id === status)?.name ?? status,
    since: day(since),
    role: roleName,
    deadline: day(planned.deadline),
    review: day(planned.review),
    note: planned.note,
  };
};

/** @param {string} date @returns {Cell} */
const day = (date) => (date === "" ? null : { date });

/** The rows of a text file, with the columns' titles first.
 * @param {PlanRow[]} rows @param {Titles} titles @param {RoadmapData} roadmap @returns {string[][]} */
export const planTexts = (rows, titles, roadmap) => [
  COLUMNS.map((column) => titles[column]),
  ...planCells(rows, roadmap).map((cells) => cells.map(cellText)),
];

/** A cell as text, its lines ended as a text field ends them.
 * @param {Cell | undefined} cell @returns {string} */
export const cellText = (cell) => {
  if (cell === null || cell === undefined) return "";
  return typeof cell === "object" ? cell.date : String(cell).replace(/\r\n?/g, "\n").trim();
};
