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

test("what today's id has already is kept, and so is the former", () => {
  const before = plan({ A9: planned("gammelt"), A4: planned("nytt") });
  assert.equal(withTodaysIds(before, { A9: "A4" }), before);
});

test("two former ids of one measure take its place one at a time, and nothing is lost", () => {
  const after = withTodaysIds(plan({ A8: planned("først"), A9: planned("sist") }), { A8: "A4", A9: "A4" });
  assert.deepEqual(Object.values(after.measures).map((one) => one.note).toSorted(), ["først", "sist"]);
});

test("ids that nobody knows stay, whatever they are called", () => {
  const before = plan({ constructor: planned(""), X1: planned("") });
  assert.equal(withTodaysIds(before, { A9: "A4" }), before);
});
