import assert from "node:assert/strict";
import { test } from "node:test";

import { planChanges, withChanges } from "../../../templates/scripts/plan/plan-merge.js";
import { planOf, roadmap } from "./small-roadmap.js";

const TODAY = "2026-11-27";
const begun = [{ status: "i-gang", date: "2026-10-01" }];

/** @param {string} id @param {import("../../../templates/scripts/plan/plan-table-reader.js").TableRow["fields"]} fields */
const row = (id, fields) => ({ line: 2, id, known: true, fields });

/** @param {ReturnType<typeof planOf>} plan @param {ReturnType<typeof row>[]} rows */
const merged = (plan, ...rows) => withChanges(plan, planChanges(plan, rows, roadmap), TODAY);

test("only what differs is a change, and a row that differs in nothing is none", () => {
  const plan = planOf({ A1: { role: "leder", deadline: "2027-03-01", states: begun, note: "slik \n" }, A2: {} });
  const changes = planChanges(
    plan,
    [row("A1", { role: "leder", deadline: "2027-04-01", status: "i-gang", since: "2026-10-01", note: "slik" }), row("A2", { status: "ikke-begynt", since: "" })],
    roadmap,
  );

  assert.deepEqual(changes.map(({ row: { id }, isNew, changes: fields }) => [id, isNew, fields]), [
    ["A1", false, [{ field: "deadline", from: "2027-03-01", to: "2027-04-01" }]],
  ]);
});

test("an empty cell empties the field, and a column that is not there leaves it", () => {
  const plan = planOf({ A1: { role: "leder", deadline: "2027-03-01" } });

  assert.deepEqual(merged(plan, row("A1", { deadline: "" })), planOf({ A1: { role: "leder" } }, ["A1"]));
});

test("measures that the table does not name stay as they are", () => {
  const plan = planOf({ A1: { note: "vår" }, A9: { note: "ukjent" } });

  assert.deepEqual(merged(plan, row("A1", { note: "deres" })).measures.A9, plan.measures.A9);
});

test("a measure that is not in the plan comes in, with what it had before", () => {
  const plan = planOf({ A1: { chosen: false, note: "fra i fjor", states: begun } });

  assert.deepEqual(merged(plan, row("A1", { role: "leder" }), row("A9", {})), planOf(
    { A1: { note: "fra i fjor", states: begun, role: "leder" }, A9: {} },
    ["A1", "A9"],
  ));
});

test("a new status has the day that the table gives it, or else today", () => {
  const plan = planOf({ A1: { states: begun } });
  const states = /** @param {string} since */ (since) =>
    merged(plan, row("A1", { status: "pa-plass", since })).measures.A1?.states;

  assert.deepEqual(states("2026-11-15"), [...begun, { status: "pa-plass", date: "2026-11-15" }]);
  assert.deepEqual(states("2026-10-01"), [...begun, { status: "pa-plass", date: TODAY }]);
  assert.deepEqual(states(""), [...begun, { status: "pa-plass", date: TODAY }]);
});

test("the day of a status can be corrected", () => {
  const plan = planOf({ A1: { states: begun } });

  assert.deepEqual(merged(plan, row("A1", { status: "i-gang", since: "2026-09-15" })).measures.A1?.states, [
    { status: "i-gang", date: "2026-09-15" },
  ]);
});

test("a plan that is made of a table has the days that it gives", () => {
  const states = /** @param {Parameters<typeof row>[1]} fields */ (fields) => merged(planOf({}), row("A1", fields)).measures.A1?.states;

  assert.deepEqual(states({ status: "i-gang", since: "2026-09-15" }), [{ status: "i-gang", date: "2026-09-15" }]);
  assert.deepEqual(states({ status: "ikke-begynt", since: "2026-09-15" }), [{ status: "ikke-begynt", date: "2026-09-15" }]);
  assert.deepEqual(states({ status: "ikke-begynt", since: "" }), []);
});
