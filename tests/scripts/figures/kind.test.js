import assert from "node:assert/strict";
import { test } from "node:test";

import { figuresKind } from "../../../templates/scripts/figures/kind.js";

const month = (month, count, note = "") => ({ month, count, note });
const data = { unit: "Poliklinikken", title: "Video", months: [month("2026-01", 3), month("2026-02", null, "Ferie")], target: 40, targetDate: "2026-12", baseline: { from: "2026-01", to: "2026-02", median: 2.5 } };

test("what is kept comes back as it was", () => {
  assert.deepEqual(figuresKind.read(data), { data, unread: 0 });
  assert.deepEqual(figuresKind.read(figuresKind.empty()).data, figuresKind.empty());
});

test("rows that can't be read are left out and counted, months between are put in", () => {
  const months = [
    month("2026-01", 3), month("2026-01", 9), month("2026-13", 3), month("1026-01", 3), month("9026-01", 3), month("2026-02", 1.5), month("2026-02", -1),
    month("2026-02", "3"), null, "2026-02", [], { month: "2026-02" }, month("2026-04", 7),
  ];
  const read = figuresKind.read({ months });
  assert.deepEqual(read.data.months, [month("2026-01", 3), month("2026-02", null), month("2026-03", null), month("2026-04", 7)]);
  assert.equal(read.unread, 10);
});

test("each field that is something else is as if nobody had written it", () => {
  const read = figuresKind.read({ months: [], unit: {}, title: 3, target: "40", targetDate: "i dag", baseline: { from: "2026-02", to: "2026-01", median: 3 }, __proto__: { unit: "arvet" } });
  assert.deepEqual(read, { data: figuresKind.empty(), unread: 5 });
  for (const median of [NaN, Infinity, -1, 0.3, "3", null]) assert.equal(figuresKind.read({ ...data, baseline: { from: "2026-01", to: "2026-01", median } }).data.baseline, null);
});

test("long texts are cut", () => {
  const read = figuresKind.read({ ...data, title: "x".repeat(5000), months: [month("2026-01", 1, "y".repeat(5000))] });
  assert.equal(read.data.title.length, 80);
  assert.equal(read.data.months[0].note.length, 200);
  assert.equal(read.unread, 2);
});

test("a count that is none is counted, and the note beside it is kept", () => {
  const read = figuresKind.read({ months: [month("2026-01", "mange", "Ferie"), month("2026-02", 3, ["Ferie"])] });
  assert.deepEqual(read, { data: { ...figuresKind.empty(), months: [month("2026-01", null, "Ferie"), month("2026-02", 3)] }, unread: 2 });
});

test("a baseline that can't be used is one part, and so is what nobody asked for in it", () => {
  const unread = (baseline) => figuresKind.read({ months: [], baseline }).unread;
  assert.equal(unread({ from: "2026-13", to: 3, median: "tre" }), 1);
  assert.equal(unread("2026"), 1);
  assert.equal(unread({ from: "2026-01", to: "2026-02", median: 3, why: "Før video" }), 1);
  assert.equal(unread(null), 0);
});

for (const value of [null, undefined, 3, "måltall", [], {}, { months: {} }, { months: null }]) {
  test(`${JSON.stringify(value)} is no such document`, () => assert.throws(() => figuresKind.read(value), { key: "file-foreign" }));
}
