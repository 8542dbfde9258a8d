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

const TODAY = "2026-11-27";
const IN_PLACE = [{ status: "pa-plass", date: "2026-10-01" }];

/** @param {ReturnType<typeof planOf>} plan @param {number} revision */
const days = (plan, revision = 3) => planEvents(planRows(plan, roadmap, TODAY), { id: "p-1", revision, name: "Plan 2027" }, TODAY, site);

/** @param {ReturnType<typeof planOf>} plan @param {number} [revision] */
const events = (plan, revision) => days(plan, revision).events;

test("deadlines and reviews are days of their own", () => {
  assert.deepEqual(events(planOf({ A1: { role: "leder", deadline: "2027-03-01", review: "2027-06-15", note: "Ta det opp" } })), [
    {
      uid: "p-1-A1-deadline@veikart",
      sequence: 3,
      day: "2027-03-01",
      summary: "calendar-deadline A1 Del historier",
      description: "calendar-plan Plan 2027\ncalendar-role Leder\ncalendar-status ikke-begynt",
      url: "https://veikart.example/sti/tiltak/a1/",
    },
    {
      uid: "p-1-A1-review@veikart",
      sequence: 3,
      day: "2027-06-15",
      summary: "calendar-review A1 Del historier",
      description: "calendar-plan Plan 2027\ncalendar-role Leder\ncalendar-status ikke-begynt",
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

test("nobody is reminded of a deadline that is kept, nor of a day that has passed", () => {
  const { events: ahead, done, past } = days(
    planOf({
      A1: { states: IN_PLACE, deadline: "2027-03-01", review: "2027-06-15" },
      A2: { states: IN_PLACE, deadline: "2026-03-01", review: "2026-11-26" },
      B1: { deadline: "2026-11-26", review: TODAY },
    }),
  );

  assert.deepEqual(ahead.map(({ uid }) => uid.split("@")[0]), ["p-1-A1-review", "p-1-B1-review"]);
  assert.deepEqual([done, past], [2, 2]);
});

test("a day has the same id whatever else is left out", () => {
  const [before] = events(planOf({ A1: { deadline: "2027-01-01" }, B1: { deadline: "2027-03-01" } })).slice(-1);
  const [after] = events(planOf({ A1: { deadline: "2027-01-01", states: IN_PLACE }, B1: { deadline: "2027-03-01" } }));

  assert.equal(after?.uid, before?.uid);
});

test("where nobody knows the site's address, a day leads nowhere and has the same id", () => {
  const plan = planOf({ A1: { deadline: "2027-03-01" } });
  const [here] = events(plan);
  const [elsewhere] = planEvents(planRows(plan, roadmap, TODAY), { id: "p-1", revision: 3, name: "Plan 2027" }, TODAY, { ...site, siteUrl: "" }).events;

  assert.equal(elsewhere?.uid, here?.uid);
  assert.ok(elsewhere && !("url" in elsewhere));
});

test("a measure that is unknown has a day too, and no page to lead to", () => {
  const [event] = events(planOf({ A9: { deadline: "2027-03-01" } }));

  assert.equal(event?.summary, "calendar-deadline A9");
  assert.ok(event && !("url" in event));
});
