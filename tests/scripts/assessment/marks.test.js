import assert from "node:assert/strict";
import { test } from "node:test";

import { markOf } from "../../../templates/scripts/assessment/marks.js";

const mark = (kind, rank) => markOf({ letter: "A", kind, rank, weakest: [], open: [], missing: [] }, 2, 10);

test("Each state has a shape of its own", () => {
  const states = [
    ["judged", 0],
    ["judged", 1],
    ["judged", 2],
    ["open", 1],
    ["unfinished", 1],
    ["unanswered", null],
    ["not-relevant", null],
  ];
  assert.equal(new Set(states.map(([kind, rank]) => JSON.stringify(mark(kind, rank)))).size, states.length);
});

test("A judged stop is as full as its weakest answer is good", () => {
  assert.equal(mark("judged", 0).fill, "");
  assert.match(mark("judged", 1).fill, /^M-10 0A10 10 0 0 0 10 0Z$/);
  assert.equal(mark("judged", 2).fill, mark("judged", 2).ring);
});

test("An open stop shows no more than that it is open, whatever it may be at most", () => {
  assert.deepEqual(mark("open", 2), mark("open", null));
});

test("A scale of one answer has nothing to divide by", () => {
  const only = markOf({ letter: "A", kind: "judged", rank: 0, weakest: [], open: [], missing: [] }, 0, 10);
  assert.doesNotMatch(only.fill, /NaN/);
});
