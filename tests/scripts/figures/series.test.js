import assert from "node:assert/strict";
import { test } from "node:test";

import { monthsLater } from "../../../templates/scripts/figures/months.js";
import { changing, filled, frozen, series, withRows, without } from "../../../templates/scripts/figures/series.js";

const NOW = "2026-11";
const row = (month, count, note = "") => ({ month, count, note });
const rows = (first, counts) => counts.map((count, index) => row(monthsLater(first, index), count));
const of = (months, baseline = null, now = NOW) => series({ months, baseline }, now);

test("months between that nobody has a count of keep their place, and are not 0", () => {
  const found = of([row("2026-03", 9), row("2026-01", 3)]);
  assert.deepEqual(found.rows, [row("2026-01", 3), row("2026-02", null), row("2026-03", 9)]);
  assert.equal(found.median, 6);
  assert.equal(found.points.length, 2);
});

test("0 is a count", () => assert.equal(of(rows("2026-01", [0, 0, 9])).median, 0));

test("a month that is not over is drawn and used for nothing", () => {
  const found = of(rows("2026-09", [10, 20, 3]));
  assert.deepEqual(found.unfinished, [{ month: "2026-11", count: 3 }]);
  assert.equal(found.median, 15);
  assert.equal(of(rows("2026-09", [10, 20, 3]), null, "2026-12").median, 10);
});

test("the last row of a month is the one that holds", () => {
  assert.deepEqual(withRows([row("2026-01", 3)], [row("2026-01", 4, "Rettet")]), [row("2026-01", 4, "Rettet")]);
  assert.deepEqual(withRows([row("2026-01", 3)], [row("2026-03", 4)]).map(({ count }) => count), [3, null, 4]);
});

test("a month is taken away at the ends, and emptied in the middle", () => {
  const three = rows("2026-01", [1, 2, 3]);
  assert.deepEqual(without(three, "2026-01"), three.slice(1));
  assert.deepEqual(without(three, "2026-03"), three.slice(0, 2));
  assert.deepEqual(without(three, "2026-02").map(({ count }) => count), [1, null, 3]);
  assert.deepEqual(without([row("2026-01", 3)], "2026-01"), []);
});

test("a frozen median is that of its own months, whatever comes later", () => {
  const months = rows("2025-01", [10, 12, 14, 16, 40, 41, 42]);
  const baseline = frozen(months, "2025-01", "2025-04", NOW);
  assert.deepEqual(baseline, { from: "2025-01", to: "2025-04", median: 13 });
  assert.equal(of(months, baseline).median, 13);
  const changed = withRows(months, [row("2025-02", 900), row("2025-08", 900)]);
  assert.equal(of(changed, baseline).median, 13);
  assert.deepEqual(frozen(changed, "2025-04", "2025-01", NOW), { from: "2025-01", to: "2025-04", median: 15 });
});

test("months without a count freeze nothing", () => {
  assert.equal(frozen(rows("2025-01", [null, null, 3]), "2025-01", "2025-02", NOW), null);
  assert.equal(frozen(rows("2026-11", [3]), "2026-11", "2026-11", NOW), null);
  assert.equal(frozen([], "2026-01", "2026-02", NOW), null);
});

test("the rules look at the months from the baseline on", () => {
  const months = rows("2024-01", [...Array(10).fill(99), ...Array(6).fill(5), ...Array(6).fill(9)]);
  const found = of(months, { from: "2024-11", to: "2025-04", median: 6 });
  assert.equal(found.compared.length, 12);
  assert.equal(found.rules.useful, 12);
  assert.equal(found.rules.longestRun.length, 6);
});

test("nothing at all", () => {
  const found = of([]);
  assert.deepEqual([found.rows, found.points, found.median, found.rules], [[], [], null, null]);
});

test("the order that rows come in changes nothing", () => {
  const months = rows("2025-01", [4, null, 8, 15, 16, 23, 42]);
  assert.deepEqual(filled([...months].reverse()), filled(months));
});

test("of what is pasted, only what changes something is offered, and an empty cell takes nothing away", () => {
  const months = [row("2026-01", 3, "Ferie"), row("2026-02", null)];
  assert.deepEqual(changing(months, [row("2026-01", 3), row("2026-02", null)]), []);
  assert.deepEqual(changing(months, [row("2026-01", null, "")]), []);
  assert.deepEqual(changing(months, [row("2026-01", 4), row("2026-02", 0), row("2026-03", null)]), [row("2026-01", 4, "Ferie"), row("2026-02", 0), row("2026-03", null)]);
  assert.deepEqual(changing(months, [row("2026-01", null, "Ny rutine")]), [row("2026-01", 3, "Ny rutine")]);
});
