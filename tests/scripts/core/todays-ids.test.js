import assert from "node:assert/strict";
import { test } from "node:test";

import { withTodaysIds } from "../../../templates/scripts/core/todays-ids.js";

const planned = (note) => ({ chosen: true, states: [], role: "", deadline: "", review: "", note });
const plan = (measures, order = Object.keys(measures)) => ({ unit: "", measures, order });

test("what stands under a former id is found under today's", () => {
  const before = plan({ A9: planned("hei"), B1: planned("") });
  const after = withTodaysIds(before, { A9: "A4" });
  assert.deepEqual(after, plan({ A4: planned("hei"), B1: planned("") }));
  assert.deepEqual(Object.keys(before.measures), ["A9", "B1"]);
});

test("what a plan says of a measure by both its ids is put together", () => {
  const former = { chosen: true, states: [{ status: "i-gang", date: "2026-01-01" }], role: "leder", deadline: "2026-09-01", review: "", note: "gammelt" };
  const current = { chosen: false, states: [{ status: "pa-plass", date: "2026-05-01" }], role: "superbruker", deadline: "", review: "", note: "nytt" };
  const both = { ...current, chosen: true, states: [...former.states, ...current.states], deadline: "2026-09-01", note: "nytt\ngammelt" };
  assert.deepEqual(withTodaysIds(plan({ A9: former, A4: current }), { A9: "A4" }).measures, { A4: both });
  assert.deepEqual(withTodaysIds(plan({ A4: current, A9: former }), { A9: "A4" }).measures, { A4: both });
});

test("what is too much for one measure stays under both ids", () => {
  const before = plan({ A9: planned("x".repeat(600)), A4: planned("y".repeat(600)) });
  assert.equal(withTodaysIds(before, { A9: "A4" }), before);
});

test("two former ids of one measure take its place, and nothing is lost", () => {
  const after = withTodaysIds(plan({ A8: planned("først"), A9: planned("sist") }), { A8: "A4", A9: "A4" });
  assert.deepEqual(after, plan({ A4: planned("først\nsist") }));
});

test("ids that nobody knows stay, whatever they are called", () => {
  const before = plan({ constructor: planned(""), X1: planned("") });
  assert.equal(withTodaysIds(before, { A9: "A4" }), before);
});
