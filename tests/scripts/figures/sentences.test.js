import assert from "node:assert/strict";
import { test } from "node:test";

import { monthsLater } from "../../../templates/scripts/figures/months.js";
import { headline, inShort, situation, statistics, verdict } from "../../../templates/scripts/figures/sentences.js";
import { series } from "../../../templates/scripts/figures/series.js";

const NOW = "2026-11";
const NO_TARGET = { number: null, month: null };
const of = (first, counts, baseline = null) =>
  series({ months: counts.map((count, index) => ({ month: monthsLater(first, index), count, note: "" })), baseline }, NOW);
const keys = (sentences) => sentences.map(({ key }) => key);
const values = (sentences, key) => sentences.find((sentence) => sentence.key === key).values;

test("nothing, one point, every month, and gaps are said apart", () => {
  assert.deepEqual(keys(situation(of("2026-01", []), NO_TARGET)), ["no-points"]);
  assert.deepEqual(keys(situation(of("2026-01", [3]), NO_TARGET)), ["one-point", "latest-on"]);
  assert.deepEqual(keys(situation(of("2026-01", [3, 4]), NO_TARGET)), ["every-month", "latest-over"]);
  const gaps = situation(of("2026-01", [4, null, 3]), NO_TARGET);
  assert.deepEqual(keys(gaps), ["with-gaps", "latest-under"]);
  assert.deepEqual(values(gaps, "with-gaps"), { from: "januar\u00a02026", to: "mars\u00a02026", months: 3, counted: 2 });
  assert.deepEqual(values(gaps, "latest-under"), { month: "mars\u00a02026", count: 3, median: 3.5 });
});

test("empty rows at the ends are not among the months that lack a count", () => {
  assert.deepEqual(keys(situation(of("2026-01", [null, 3, 4, null]), NO_TARGET)), ["every-month", "latest-over"]);
});

test("the target is reached from its own number on", () => {
  const at = (count) => situation(of("2026-01", [count]), { number: 40, month: "2026-12" }).at(-1);
  assert.deepEqual([at(40).key, at(41).key], ["target-reached-by", "target-reached-by"]);
  assert.deepEqual(at(38), { key: "target-ahead-by", values: { target: 40, lacking: 2, month: "desember\u00a02026" } });
  assert.equal(situation(of("2026-01", [1]), { number: 40, month: null }).at(-1).key, "target-ahead");
});

test("a target of 0 is a target", () => {
  assert.equal(situation(of("2026-01", [0]), { number: 0, month: null }).at(-1).key, "target-reached");
});

test("a month that is not over is named", () => {
  assert.deepEqual(keys(situation(of("2026-10", [3, 2]), NO_TARGET)), ["one-point", "latest-on", "unfinished"]);
  assert.deepEqual(keys(situation(of("2026-11", [2]), NO_TARGET)), ["unfinished", "no-points"]);
});

test("before twelve useful months it is said how many lack", () => {
  assert.deepEqual(verdict(of("2026-01", [])), []);
  assert.deepEqual(verdict(of("2025-01", [1, 2, 3, 4])), [{ key: "some-missing", values: { missing: 8, useful: 4 } }]);
  assert.deepEqual(verdict(of("2025-01", [1, 9, 1, 9, 1, 9, 1, 9, 1, 9, 5])), [{ key: "some-missing", values: { missing: 2, useful: 10 } }]);
  assert.deepEqual(keys(verdict(of("2025-01", [1, 9, 1, 9, 1, 9, 1, 9, 1, 9, 5, 5, 9]))), ["one-missing"]);
});

test("a signal is named with its numbers, and what it does not say comes after", () => {
  const found = verdict(of("2025-01", [...Array(8).fill(10), ...Array(8).fill(20)]));
  assert.deepEqual(keys(found), ["long-run-over", "one-crossing", "signal"]);
  assert.deepEqual(found[0].values, { length: 8, from: "september\u00a02025", to: "april\u00a02026", expected: 7 });
  assert.deepEqual(found[1].values, { crossings: 1, expected: 4 });
  assert.deepEqual(keys(verdict(of("2025-01", [...Array(8).fill(20), ...Array(8).fill(10)]))), ["long-run-under", "one-crossing", "signal"]);
});

test("no signal says so", () => {
  assert.deepEqual(keys(verdict(of("2025-01", [1, 9, 2, 8, 1, 9, 2, 8, 1, 9, 2, 8]))), ["no-signal"]);
});

test("a frozen median says what it rests on", () => {
  const found = verdict(of("2025-01", Array(12).fill(9), { from: "2025-01", to: "2025-03", median: 5 }));
  assert.deepEqual(keys(found), ["frozen", "long-run-over", "no-crossing", "signal"]);
  assert.deepEqual(found[0].values, { from: "januar\u00a02025", to: "mars\u00a02025", median: 5, counted: 3 });
});

test("in short it is the month that went, and the target", () => {
  assert.deepEqual(keys(inShort(of("2026-08", [3, null, 4, 9]), { number: 5, month: null })), ["latest-over", "target-ahead"]);
  assert.deepEqual(inShort(of("2026-11", [3]), NO_TARGET), []);
});

const low = Array(8).fill(10);
const high = Array(8).fill(20);
for (const [counts, key] of [
  [[1, 2, 3], "headline-few"],
  [[1, 9, 2, 8, 1, 9, 2, 8, 1, 9, 2, 8], "headline-none"],
  [[...low, ...high], "headline-latest-over"],
  [[...high, ...low], "headline-latest-under"],
  [[...low, ...high, 20, 5], "headline-run-over"],
  [[...high, ...low, 10, 25], "headline-run-under"],
  [[...low, 20, 20, 20, 20, null, 20, 20, 20, 20], "headline-run-over"],
  [[1, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9], "headline-crossings-over"],
  [[9, 9, 9, 9, 9, 9, 1, 1, 1, 1, 1, 1], "headline-crossings-under"],
]) {
  test(`of ${counts} the headline is ${key}`, () => assert.deepEqual(keys(headline(of("2025-01", counts))), [key]));
}

test("the headline says how many months, and their median", () => {
  assert.deepEqual(headline(of("2025-01", [...low, ...high]))[0].values, { length: 8, median: 15 });
  assert.deepEqual(headline(of("2025-01", [])), []);
});

test("the statistics do not say over again that something has changed", () => {
  assert.deepEqual(keys(statistics(of("2025-01", [...low, ...high]))), ["long-run-over", "one-crossing"]);
});
