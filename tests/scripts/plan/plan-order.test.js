import assert from "node:assert/strict";
import { test } from "node:test";

import { plannedMeasure, withChoice, withStatus } from "../../../templates/scripts/core/plan-kind.js";
import { chosenInOrder, withMoved } from "../../../templates/scripts/plan/plan-order.js";
import { planOf, roadmap } from "./small-roadmap.js";

const TODAY = "2026-11-27";

test("measures stand in people's order, then the roadmap's, then those it doesn't know", () => {
  const plan = planOf({ A9: {}, A1: {}, A2: { chosen: false }, B1: {} }, ["B1", "A2"]);

  assert.deepEqual(chosenInOrder(plan, roadmap), ["B1", "A1", "A9"]);
});

test("a measure moves to the place of another, up and down", () => {
  const plan = planOf({ A1: {}, A2: {}, B1: {} });
  const order = ["A1", "A2", "B1"];

  assert.deepEqual(withMoved(plan, order, "B1", "A2").order, ["A1", "B1", "A2"]);
  assert.deepEqual(withMoved(plan, order, "A1", "A2").order, ["A2", "A1", "B1"]);
});

test("a measure that is taken out keeps what it had, and has it when it is back", () => {
  const without = withChoice(planOf({ A1: { note: "husk rommet" } }), "A1", false);

  assert.deepEqual(chosenInOrder(without, roadmap), []);
  assert.equal(plannedMeasure(withChoice(without, "A1", true), "A1").note, "husk rommet");
});

test("ids that are names of an object's own are ids like any other", () => {
  for (const id of ["constructor", "__proto__", "toString"]) {
    assert.deepEqual(plannedMeasure(planOf({}), id).states, []);
    const plan = withStatus(withChoice(planOf({}), id, true), id, "i-gang", TODAY);
    assert.deepEqual(chosenInOrder(plan, roadmap), [id]);
    assert.equal(plannedMeasure(plan, id).states.at(-1)?.status, "i-gang");
  }
});
