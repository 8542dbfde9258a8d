// A plan's deadlines and reviews as days in a calendar.

/** @import { CalendarEvent } from "../formats/calendar.js" */
/** @import { PlanRow } from "./plan-rows.js" */
/** @typedef {(key: string, values?: Record<string, string | number>) => string} Say */

/**
 * A day keeps its id from one file to the next, so that a calendar moves it rather than adds another.
 * @param {PlanRow[]} rows
 * @param {{ id: string, revision: number, name: string }} plan
 * @param {{ siteUrl: string, statusName: (id: string) => string, say: Say }} site
 * @returns {CalendarEvent[]}
 */
export const planEvents = (rows, plan, site) =>
  rows.flatMap((row) =>
    /** @type {const} */ (["deadline", "review"])
      .filter((kind) => row.planned[kind] !== "")
      .map((kind) => planEvent(row, kind, plan, site)),
  );

/** @param {PlanRow} row @param {"deadline" | "review"} kind @param {{ id: string, revision: number, name: string }} plan
 * @param {{ siteUrl: string, statusName: (id: string) => string, say: Say }} site @returns {CalendarEvent} */
const planEvent = (row, kind, plan, { siteUrl, statusName, say }) => {
  const { id, measure, planned, roleName, status } = row;
  const lines = [
    say("calendar-plan", { plan: plan.name }),
    roleName && say("calendar-role", { role: roleName }),
    say("calendar-status", { status: statusName(status) }),
    planned.note,
  ];
  return {
    uid: `${plan.id}-${id}-${kind}@${new URL(siteUrl).host}`,
    sequence: plan.revision,
    day: planned[kind],
    summary: say(`calendar-${kind}`, { measure: measure ? `${id} ${measure.title}` : id }),
    description: lines.filter(Boolean).join("\n"),
    ...(measure && { url: new URL(measure.url, siteUrl).href }),
  };
};
