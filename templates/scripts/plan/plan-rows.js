// A plan as people see it: its rows sorted and filtered, how far each phase has come, and what it asks of whom.

import { plannedMeasure, statusOf } from "../core/plan-kind.js";
import { chosenInOrder } from "./plan-order.js";

/** @import { Measure, PlanData, PlannedMeasure, RoadmapData } from "../types.d.ts" */

/**
 * A measure in the plan. `measure` is null when the roadmap has no such measure today; `role` is a role's id or what
 * somebody wrote, `roleName` what to show of it.
 * @typedef {object} PlanRow
 * @property {string} id
 * @property {Measure | null} measure
 * @property {number | null} phase
 * @property {PlannedMeasure} planned
 * @property {string} status
 * @property {string} since
 * @property {string} role
 * @property {string} roleName
 * @property {boolean} isDone
 * @property {boolean} overdue
 */

/** @typedef {"veikart" | "frist" | "status" | "rolle" | "egen"} Sorting */
/** @typedef {{ status: string, phase: string, role: string, overdue: boolean }} Filter */

/** @type {Filter} */
export const ALL = { status: "", phase: "", role: "", overdue: false };

/** @param {PlanData} data @param {RoadmapData} roadmap @param {string} today @returns {PlanRow[]} */
export const planRows = (data, roadmap, today) =>
  chosenInOrder(data, roadmap).map((id) => planRow(id, plannedMeasure(data, id), roadmap, today));

/** @param {string} id @param {PlannedMeasure} planned @param {RoadmapData} roadmap @param {string} today @returns {PlanRow} */
export const planRow = (id, planned, roadmap, today) => {
  const measure = roadmap.measures.find((one) => one.id === id) ?? null;
  const step = roadmap.steps.find((one) => one.letter === measure?.step);
  const status = planned.states.at(-1)?.status || firstStatus(roadmap);
  const isDone = status === lastStatus(roadmap);
  return {
    id,
    measure,
    phase: step?.phase ?? null,
    planned,
    status,
    since: planned.states.at(-1)?.date ?? "",
    role: planned.role,
    roleName: roleName(planned.role, roadmap),
    isDone,
    overdue: planned.deadline !== "" && planned.deadline < today && !isDone,
  };
};

/**
 * The measures that have come somewhere without being chosen, in the roadmap's order, and those that it doesn't have last.
 * @param {PlanData} data @param {RoadmapData} roadmap
 * @returns {{ id: string, statusName: string }[]}
 */
export const markedOutside = (data, roadmap) => {
  const places = new Map(roadmap.measures.map((measure, place) => [measure.id, place]));
  return Object.keys(data.measures)
    .filter((id) => !plannedMeasure(data, id).chosen && !["", firstStatus(roadmap)].includes(statusOf(data, id)))
    .sort((one, other) => placeIn(places, one) - placeIn(places, other))
    .map((id) => ({ id, statusName: statusName(statusOf(data, id), roadmap) }));
};

/** @param {string} status @param {RoadmapData} roadmap @returns {string} */
const statusName = (status, roadmap) => roadmap.progress.find(({ id }) => id === status)?.name ?? status;

/** @param {string} role @param {RoadmapData} roadmap @returns {string} */
export const roleName = (role, roadmap) => roadmap.roles.find((one) => one.id === role)?.name ?? role;

/** @param {RoadmapData} roadmap @returns {string} */
export const firstStatus = (roadmap) => byRank(roadmap)[0]?.id ?? "";

/** @param {RoadmapData} roadmap @returns {string} */
const lastStatus = (roadmap) => byRank(roadmap).at(-1)?.id ?? "";

/** @param {RoadmapData} roadmap */
const byRank = (roadmap) => [...roadmap.progress].sort((one, other) => one.rank - other.rank);

/** @param {PlanRow[]} rows as people ordered them @param {Sorting} sorting @param {RoadmapData} roadmap
 * @returns {PlanRow[]} */
export const sorted = (rows, sorting, roadmap) => {
  if (sorting === "egen") return rows;
  const places = new Map(roadmap.measures.map((measure, place) => [measure.id, place]));
  const ranks = new Map(roadmap.progress.map((status) => [status.id, status.rank]));
  const inRoadmap = [...rows].sort((one, other) => placeIn(places, one.id) - placeIn(places, other.id));
  const inOrder = {
    veikart: () => 0,
    frist: byText((row) => row.planned.deadline),
    status: /** @param {PlanRow} one @param {PlanRow} other */ (one, other) =>
      placeIn(ranks, one.status) - placeIn(ranks, other.status),
    rolle: byText((row) => row.roleName),
  }[sorting];
  return inRoadmap.sort(inOrder);
};

/** What has no place comes last. @param {Map<string, number>} places @param {string} key */
const placeIn = (places, key) => places.get(key) ?? places.size;

/** Rows without the text come last.
 * @param {(row: PlanRow) => string} textOf @returns {(one: PlanRow, other: PlanRow) => number} */
const byText = (textOf) => (one, other) =>
  Number(textOf(one) === "") - Number(textOf(other) === "") || textOf(one).localeCompare(textOf(other), "nb");

/** @param {PlanRow[]} rows @param {Filter} filter @returns {PlanRow[]} */
export const filtered = (rows, filter) =>
  rows.filter(
    (row) =>
      (filter.status === "" || row.status === filter.status) &&
      (filter.phase === "" || String(row.phase) === filter.phase) &&
      (filter.role === "" || row.role === filter.role) &&
      (!filter.overdue || row.overdue),
  );

/**
 * How many of a phase's measures in the plan have each status.
 * @typedef {{ number: number, title: string, total: number, counts: { id: string, name: string, count: number }[] }} PhaseProgress
 */

/** @param {PlanRow[]} rows @param {RoadmapData} roadmap @returns {PhaseProgress[]} */
export const phaseProgress = (rows, roadmap) =>
  roadmap.phases.map(({ number, title }) => {
    const own = rows.filter((row) => row.phase === number);
    const counts = byRank(roadmap).map(({ id, name }) => ({ id, name, count: own.filter((row) => row.status === id).length }));
    return { number, title, total: own.length, counts };
  });

/**
 * What the plan asks of one person in a role: `once` for all that is not in place yet, and every month.
 * @typedef {{ id: string, name: string, once: number, monthly: number }} RoleHours
 */

/** @param {PlanRow[]} rows @param {RoadmapData} roadmap @returns {RoleHours[]} */
export const hoursByRole = (rows, roadmap) =>
  roadmap.roles
    .map(({ id, name }) => {
      const parts = rows.flatMap(({ measure, isDone }) =>
        (measure?.work ?? []).filter(({ role }) => role === id).map((work) => ({ ...work, isDone })),
      );
      return {
        id,
        name,
        once: parts.reduce((sum, { once, isDone }) => sum + (isDone ? 0 : once), 0),
        monthly: parts.reduce((sum, { monthly }) => sum + monthly, 0),
      };
    })
    .filter(({ once, monthly }) => once > 0 || monthly > 0);
