import assert from "node:assert/strict";
import test from "node:test";

import { planKind, statusOf, withChoice, withStatus } from "../../../templates/scripts/core/plan-kind.js";
import { ImportError } from "../../../templates/scripts/core/values.js";

test("every status keeps its day, and the last one of a day counts", () => {
  let plan = withStatus(planKind.empty(), "A3", "i-gang", "2026-11-01");
  plan = withStatus(plan, "A3", "pa-plass", "2026-11-20");
  plan = withStatus(plan, "A3", "ikke-begynt", "2026-11-20");
  assert.deepEqual(plan.measures.A3.states, [
    { status: "i-gang", date: "2026-11-01" },
    { status: "ikke-begynt", date: "2026-11-20" },
  ]);
  assert.equal(statusOf(plan, "A3"), "ikke-begynt");
  assert.deepEqual(withStatus(plan, "A3", "i-gang", "2026-11-20").measures.A3.states, [{ status: "i-gang", date: "2026-11-01" }]);
});

test("what a plan says of a measure stays when it is no longer chosen", () => {
  const plan = withStatus(withChoice(planKind.empty(), "A3", true), "A3", "i-gang", "2026-11-01");
  assert.equal(statusOf(withChoice(plan, "A3", false), "A3"), "i-gang");
});

test("foreign data is read field by field: unknown measures stay, what is no plan of a measure is told", () => {
  const { data, notes } = planKind.read({
    unit: 7,
    order: ["Z9", "A3", "A3", 4],
    measures: { Z9: { chosen: true, role: "leder", deadline: "2026-02-30", states: [{ status: "x", date: "2026-11-01" }, 3] }, A3: "nei", "<b>": {} },
  });
  assert.equal(data.unit, "");
  assert.deepEqual(data.order, ["Z9"]);
  assert.deepEqual(data.measures.Z9.states, [{ status: "x", date: "2026-11-01" }]);
  assert.equal(data.measures.Z9.deadline, "");
  assert.deepEqual(notes, [{ key: "file-unreadable-rows", values: { count: 2 } }]);
  for (const value of [null, [], "x", {}, { measures: [] }]) assert.throws(() => planKind.read(value), ImportError);
});
