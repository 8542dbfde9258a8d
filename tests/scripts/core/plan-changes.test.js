import assert from "node:assert/strict";
import test from "node:test";

import { withMeasureBack } from "../../../templates/scripts/core/plan-changes.js";
import { planKind, withChoice, withMeasure } from "../../../templates/scripts/core/plan-kind.js";

const empty = planKind.empty();

test("a change of one measure is taken back, and nothing else", () => {
  const before = withChoice(empty, "A1", true);
  const after = withChoice(before, "B1", true);
  const later = { ...withMeasure(after, "A1", { note: "fra en annen fane" }), unit: "Poliklinikken" };
  const back = withMeasureBack(later, "B1", before, after);
  assert.deepEqual(Object.keys(back.measures), ["A1"]);
  assert.deepEqual([back.measures.A1.note, back.unit, back.order], ["fra en annen fane", "Poliklinikken", ["A1"]]);
});

test("a measure that was in the plan already gets back what stood there, in its place", () => {
  const before = withChoice(withMeasure(empty, "A1", { note: "herfra" }), "B1", true);
  const after = withChoice(before, "A1", true);
  assert.deepEqual(withMeasureBack(after, "A1", before, after), before);
});

test("a measure that was changed since, is not taken back", () => {
  const after = withChoice(empty, "B1", true);
  assert.equal(withMeasureBack(withMeasure(after, "B1", { role: "leder" }), "B1", empty, after), null);
  assert.equal(withMeasureBack(empty, "B1", empty, after), null);
});
