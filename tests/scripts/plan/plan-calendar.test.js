import assert from "node:assert/strict";
import { test } from "node:test";

import { planEvents } from "../../../templates/scripts/plan/plan-calendar.js";
import { planRows } from "../../../templates/scripts/plan/plan-rows.js";
import { planOf, roadmap } from "./small-roadmap.js";

const site = {
  siteUrl: roadmap.siteUrl,
  statusName: /** @param {string} id */ (id) => id,
  say: /** @param {string} key @param {object} [values] */ (key, values) => `${key} ${Object.values(values ?? {}).join()}`,
};

/** @param {ReturnType<typeof planOf>} plan @param {number} revision */
const events = (plan, revision = 3) =>
  planEvents(planRows(plan, roadmap, "2026-11-27"), { id: "p-1", revision, name: "Plan 2027" }, site);

test("deadlines and reviews are days of their own", () => {
  assert.deepEqual(events(planOf({ A1: { role: "leder", deadline: "2027-03-01", review: "2027-06-15", note: "Ta det opp" } })), [
    {
      uid: "p-1-A1-deadline@veikart.example",
      sequence: 3,
      day: "2027-03-01",
      summary: "calendar-deadline A1 Del historier",
      description: "calendar-plan Plan 2027\ncalendar-role Leder\ncalendar-status ikke-begynt\nTa det opp",
      url: "https://veikart.example/sti/tiltak/a1/",
    },
    {
      uid: "p-1-A1-review@veikart.example",
      sequence: 3,
      day: "2027-06-15",
      summary: "calendar-review A1 Del historier",
      description: "calendar-plan Plan 2027\ncalendar-role Leder\ncalendar-status ikke-begynt\nTa det opp",
      url: "https://veikart.example/sti/tiltak/a1/",
    },
  ]);
});

test("a day that moves keeps its id", () => {
  const [before] = events(planOf({ A1: { deadline: "2027-03-01" } }));
  const [after] = events(planOf({ A1: { deadline: "2027-04-01" }, A2: { deadline: "2027-01-01" } }), 4);

  assert.equal(after?.uid, before?.uid);
  assert.equal(after?.sequence, 4);
});

test("a measure that is unknown has a day too, and no page to lead to", () => {
  const [event] = events(planOf({ A9: { deadline: "2027-03-01" } }));

  assert.equal(event?.summary, "calendar-deadline A9");
  assert.ok(event && !("url" in event));
});
