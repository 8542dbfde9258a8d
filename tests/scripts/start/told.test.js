import assert from "node:assert/strict";
import { test } from "node:test";

import { told } from "../../../templates/scripts/start/told.js";

const named = (measures) => measures.map((one) => one.id).join(" og ");
const keys = (notes) => notes.map((note) => note.key);
const A1 = { id: "A1" };
const B1 = { id: "B1" };
const B2 = { id: "B2" };
const NOTHING = { opened: [], closed: [] };

test("what a measure opens for is said when it is in place", () => {
  const notes = told({ measure: A1, group: "done", missing: [] }, { opened: [B1, B2], closed: [] }, named);
  assert.deepEqual(keys(notes), ["said-done", "said-opened"]);
  assert.deepEqual(notes[1].values, { id: "A1", list: "B1 og B2" });
});

test("what it closes again is said when it falls back", () => {
  const notes = told({ measure: A1, group: "begun", missing: [] }, { opened: [], closed: [B1] }, named);
  assert.deepEqual(keys(notes), ["said-begun", "said-closed"]);
  assert.deepEqual(keys(told({ measure: A1, group: "ready", missing: [] }, NOTHING, named)), ["said-not-begun"]);
});

test("what is missing is said of what is begun or in place, and not of what waits", () => {
  const missing = [B1];
  assert.deepEqual(keys(told({ measure: A1, group: "done", missing }, NOTHING, named)), ["said-done", "said-missing"]);
  assert.deepEqual(keys(told({ measure: A1, group: "begun", missing }, NOTHING, named)), ["said-begun", "said-missing"]);
  assert.deepEqual(keys(told({ measure: A1, group: "waiting", missing }, NOTHING, named)), ["said-not-begun"]);
});
