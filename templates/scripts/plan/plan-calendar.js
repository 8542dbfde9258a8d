// A plan's deadlines and reviews as days in a calendar.

/** @import { CalendarEvent } from "../formats/calendar.js" */
/** @import { PlanRow } from "./plan-rows.js" */
/** @typedef {(key: string, values?: Record<string, string | number>) => string} Say */

/** @typedef {{ row: PlanRow, kind: "deadline" | "review" }} PlanDay */

/**
 * The days ahead, and how many are left out: deadlines of what is in place already, and days that have passed. What is
 * in place is still looked at again, since it is easy to fall back. A day keeps its id from one file to the next, so
 * that a calendar moves it rather than adds another. Notes stay in the plan: calendars are seen by more people.
 * @param {PlanRow[]} rows
 * @param {{ id: string, revision: number, name: string }} plan
 * @param {string} today
 * @param {{ siteUrl: string, statusName: (id: string) => string, say: Say }} site
 * @returns {{ events: CalendarEvent[], done: number, past: number }}
 */
export const planEvents = (rows, plan, today, site) => {
  const days = rows.flatMap(planDays);
  const open = days.filter((day) => !isKept(day));
  const ahead = open.filter(({ row, kind }) => row.planned[kind] >= today);
  return {
    events: ahead.map(({ row, kind }) => planEvent(row, kind, plan, site)),
    done: days.length - open.length,
    past: open.length - ahead.length,
  };
};

/** @param {PlanRow} row @returns {PlanDay[]} */
const planDays = (row) =>
  /** @type {const} */ (["deadline", "review"]).filter((kind) => row.planned[kind] !== "").map((kind) => ({ row, kind }));

/** @param {PlanDay} day */
const isKept = ({ row, kind }) => kind === "deadline" && row.isDone;

/** @param {PlanRow} row @param {"deadline" | "review"} kind @param {{ id: string, revision: number, name: string }} plan
 * @param {{ siteUrl: string, statusName: (id: string) => string, say: Say }} site @returns {CalendarEvent} */
const planEvent = (row, kind, plan, { siteUrl, statusName, say }) => {
  const { id, measure, planned, roleName, status } = row;
  const lines = [
    say("calendar-plan", { plan: plan.name }),
    roleName && say("calendar-role", { role: roleName }),
    say("calendar-status", { status: statusName(status) }),
  ];
  return {
    uid: `${plan.id}-${id}-${kind}@veikart`,
    sequence: plan.revision,
    day: planned[kind],
    summary: say(`calendar-${kind}`, { measure: measure ? `${id} ${measure.title}` : id }),
    description: lines.filter(Boolean).join("\n"),
    ...(measure && siteUrl && { url: new URL(measure.url, siteUrl).href }),
  };
};
