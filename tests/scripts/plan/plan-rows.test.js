import assert from "node:assert/strict";
import { test } from "node:test";

import { ALL, filtered, hoursByRole, phaseProgress, planRows, sorted } from "../../../templates/scripts/plan/plan-rows.js";
import { planOf, roadmap } from "./small-roadmap.js";

const TODAY = "2026-11-27";
const done = [{ status: "pa-plass", date: "2026-10-01" }];
const begun = [{ status: "i-gang", date: "2026-10-01" }];

const plan = planOf(
  {
    B1: { states: begun, role: "leder", deadline: "2026-11-26" },
    A9: { role: "Økonomi", deadline: "2026-11-26", states: done },
    A2: { role: "helsesekretær", deadline: "2026-11-27" },
    A1: { states: done },
  },
  ["B1", "A9", "A2", "A1"],
);
const rows = planRows(plan, roadmap, TODAY);

/** @param {import("../../../templates/scripts/plan/plan-rows.js").PlanRow[]} some */
const ids = (some) => some.map(({ id }) => id).join(" ");

test("a row tells of a measure by names, and of one that is unknown what there is", () => {
  const [first, unknown] = rows;

  assert.deepEqual([first?.measure?.title, first?.phase, first?.roleName, first?.since], ["Sett måltall", 2, "Leder", "2026-10-01"]);
  assert.deepEqual([unknown?.measure, unknown?.phase, unknown?.roleName], [null, null, "Økonomi"]);
});

test("a measure without a status has not begun", () => {
  assert.equal(rows.find(({ id }) => id === "A2")?.status, "ikke-begynt");
});

test("a deadline has passed from the day after, unless the measure is in place", () => {
  assert.equal(ids(rows.filter(({ overdue }) => overdue)), "B1");
});

test("rows are sorted in every way, what is missing last, and then as in the roadmap", () => {
  assert.equal(ids(sorted(rows, "egen", roadmap)), "B1 A9 A2 A1");
  assert.equal(ids(sorted(rows, "veikart", roadmap)), "A1 A2 B1 A9");
  assert.equal(ids(sorted(rows, "frist", roadmap)), "B1 A9 A2 A1");
  assert.equal(ids(sorted(rows, "status", roadmap)), "A2 B1 A1 A9");
  assert.equal(ids(sorted(rows, "rolle", roadmap)), "A2 B1 A9 A1");
});

test("rows are chosen by status, phase, role and what is late, all at once", () => {
  assert.equal(ids(filtered(rows, ALL)), "B1 A9 A2 A1");
  assert.equal(ids(filtered(rows, { ...ALL, status: "pa-plass" })), "A9 A1");
  assert.equal(ids(filtered(rows, { ...ALL, phase: "1" })), "A2 A1");
  assert.equal(ids(filtered(rows, { ...ALL, role: "Økonomi" })), "A9");
  assert.equal(ids(filtered(rows, { ...ALL, overdue: true })), "B1");
  assert.equal(ids(filtered(rows, { ...ALL, status: "i-gang", phase: "1" })), "");
});

test("a phase counts its own measures by status", () => {
  assert.deepEqual(
    phaseProgress(rows, roadmap).map(({ number, total, counts }) => [number, total, ...counts.map(({ count }) => count)]),
    [
      [1, 2, 1, 0, 1],
      [2, 1, 0, 1, 0],
    ],
  );
});

test("hours are summed by role: once for what is not in place yet, and every month", () => {
  assert.deepEqual(hoursByRole(rows, roadmap), [
    { id: "leder", name: "Leder", once: 1, monthly: 0.5 },
    { id: "helsesekretær", name: "Helsesekretær", once: 0, monthly: 1 },
  ]);
  assert.deepEqual(hoursByRole([], roadmap), []);
});
