import assert from "node:assert/strict";
import { test } from "node:test";

import { inColumn, inRows, LINE_HEIGHT, RADIUS, wrapped } from "../../../templates/scripts/assessment/road-layout.js";
import { roadmap } from "./roadmaps.js";

const { phases, steps } = roadmap();

for (const [name, layout] of Object.entries({ rows: inRows(phases, steps, 2), column: inColumn(phases, steps, 2) })) {
  test(`In ${name} every stop stands within the picture, and no two in the same place`, () => {
    assert.deepEqual(layout.stops.map(({ step }) => step.letter), ["A", "B", "C"]);
    for (const { x, y, textY, lines } of layout.stops) {
      assert.ok(x - RADIUS >= 0 && x + RADIUS <= layout.width);
      assert.ok(y - RADIUS >= 0 && textY + LINE_HEIGHT * (lines.length + 1) <= layout.height);
    }
    assert.equal(new Set(layout.stops.map(({ x, y }) => `${x} ${y}`)).size, 3);
  });

  test(`In ${name} each phase is named over its stops`, () => {
    assert.deepEqual(layout.headings.map(({ phase, first }) => [phase.number, layout.stops[first].step.letter]), [[1, "A"], [2, "C"]]);
    for (const { y, first } of layout.headings) assert.ok(y < layout.stops[first].y - RADIUS);
  });

  test(`In ${name} the road is one line`, () => {
    assert.match(layout.road, /^M[^M]+$/);
    assert.doesNotMatch(layout.road, /NaN|undefined/);
  });
}

test("A phase without steps, and a roadmap without any, leave no gap", () => {
  assert.equal(inRows([...phases, { number: 3, title: "Tom", colour: 3 }], steps, 1).headings.length, 2);
  assert.deepEqual(inColumn(phases, [], 1).stops, []);
  assert.deepEqual(inRows(phases, [], 1).road, "");
});

test("Lines break between words, and a word alone is never cut", () => {
  assert.deepEqual(wrapped("Øke motivasjon blant behandlere", 120), ["Øke motivasjon", "blant", "behandlere"]);
  assert.deepEqual(wrapped("Implementeringsarbeidsgruppemøte", 50), ["Implementeringsarbeidsgruppemøte"]);
});
