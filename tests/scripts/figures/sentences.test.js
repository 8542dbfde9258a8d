import assert from "node:assert/strict";
import { test } from "node:test";

import { monthsLater } from "../../../templates/scripts/figures/months.js";
import { change, compared, headline, situation, statistics, verdict } from "../../../templates/scripts/figures/sentences.js";
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

test("before twelve useful months it is said how many there are, and when there can be enough", () => {
  const few = (counts, baseline) => verdict(of("2025-01", counts, baseline)).at(-1);
  assert.deepEqual(verdict(of("2026-01", [])), []);
  assert.deepEqual(few([1, 2, 3, 4]), { key: "too-few-until", values: { needed: 12, useful: 4, months: 8, month: "desember\u00a02025" } });
  // With one month more none of them need be on the median.
  const eleven = few([1, 9, 1, 9, 1, 9, 1, 9, 1, 9, 5]);
  assert.deepEqual([eleven.key, eleven.values.useful, eleven.values.month], ["too-few-until", 10, "desember\u00a02025"]);
  assert.equal(few([1, 9, 1, 9, 1, 9, 1, 9, 1, 9, 5, 5, 9]).values.month, "februar\u00a02026");
  // A median that is locked does not move.
  const locked = { from: "2025-01", to: "2025-03", median: 5 };
  assert.equal(few([1, 5, 9, 9, 9], locked).values.month, "januar\u00a02026");
  assert.deepEqual(keys([few([1, null, 3, 4])]), ["too-few"]);
  assert.deepEqual(keys([few([1, null, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1])]), ["too-few-one"]);
});

test("the rules are never said to be of use later than they are", () => {
  for (let size = 1; size < 12; size += 1) {
    for (const more of [Array(12).fill(20), Array.from({ length: 12 }, (_, place) => 30 + place)]) {
      const counts = Array.from({ length: size }, (_, place) => (place * 7) % 11);
      const { values } = verdict(of("2025-01", counts)).at(-1);
      for (let added = 1; added < values.months; added += 1) {
        assert.ok(keys(verdict(of("2025-01", [...counts, ...more.slice(0, added)]))).at(-1).startsWith("too-few"));
      }
    }
  }
});

test("a signal is named with its numbers, and what it does not say comes after", () => {
  const found = verdict(of("2025-01", [...Array(8).fill(10), ...Array(8).fill(20)]));
  assert.deepEqual(keys(found), ["long-run-over", "one-crossing", "signal"]);
  assert.deepEqual(found[0].values, { length: 8, from: "september\u00a02025", to: "april\u00a02026", expected: 7 });
  assert.deepEqual(found[1].values, { crossings: 1, expected: 4 });
  assert.deepEqual(keys(verdict(of("2025-01", [...Array(8).fill(20), ...Array(8).fill(10)]))), ["long-run-under", "one-crossing", "signal"]);
});

test("no signal says so, and when the rules are used next", () => {
  const found = [{ key: "no-signal", values: { month: "januar\u00a02026" } }];
  assert.deepEqual(verdict(of("2025-01", [1, 9, 2, 8, 1, 9, 2, 8, 1, 9, 2, 8])), found);
});

test("a frozen median says what it rests on", () => {
  const found = verdict(of("2025-01", Array(12).fill(9), { from: "2025-01", to: "2025-03", median: 5 }));
  assert.deepEqual(keys(found), ["frozen", "long-run-over", "no-crossing", "signal"]);
  assert.deepEqual(found[0].values, { from: "januar\u00a02025", to: "mars\u00a02025", median: 5, counted: 3 });
});

test("the headline is the month that went, and the target", () => {
  const counts = of("2026-08", [3, null, 4, 9]);
  const latest = { key: "latest-alone", values: { month: "oktober\u00a02026", count: 4 } };
  assert.deepEqual(headline(counts, NO_TARGET), [latest]);
  assert.deepEqual(keys(headline(counts, { number: 5, month: null })), ["latest-alone", "target-ahead"]);
  assert.deepEqual(keys(headline(of("2026-11", [3]), NO_TARGET)), ["no-points"]);
});

test("the year so far is added up, and the same month of the year before stands beside it", () => {
  const counts = Array.from({ length: 22 }, (_, place) => place + 1);
  assert.deepEqual(compared(of("2025-01", counts)), [
    { key: "year-so-far", values: { from: "januar", to: "oktober\u00a02026", total: 175, counted: 10 } },
    { key: "latest-alone", values: { month: "oktober\u00a02025", count: 10 } },
  ]);
  assert.deepEqual(compared(of("2026-07", [1, null, 3, 4, 5])), [
    { key: "year-with-gaps", values: { from: "juli", to: "oktober\u00a02026", total: 8, counted: 3 } },
  ]);
  assert.deepEqual(keys(compared(of("2025-12", [1, 2]))), []);
  assert.deepEqual(compared(of("2026-11", [3])), []);
});

const low = Array(8).fill(10);
const high = Array(8).fill(20);
for (const [counts, key] of [
  [[1, 2, 3], "too-few-until"],
  [[1, 9, 2, 8, 1, 9, 2, 8, 1, 9, 2, 8], "no-signal"],
  [[...low, ...high], "change-latest-over"],
  [[...high, ...low], "change-latest-under"],
  [[...low, ...high, 20, 5], "change-run-over"],
  [[...high, ...low, 10, 25], "change-run-under"],
  [[...low, 20, 20, 20, 20, null, 20, 20, 20, 20], "change-run-over"],
  [[1, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9], "change-crossings-over"],
  [[9, 9, 9, 9, 9, 9, 1, 1, 1, 1, 1, 1], "change-crossings-under"],
]) {
  test(`of ${counts} the sheet says ${key}`, () => assert.deepEqual(keys(change(of("2025-01", counts))), [key]));
}

test("a change is said with how many months it is, and their median", () => {
  assert.deepEqual(change(of("2025-01", [...low, ...high]))[0].values, { length: 8, median: 15 });
  assert.deepEqual(change(of("2025-01", [])), []);
});

test("the statistics do not say over again that something has changed", () => {
  assert.deepEqual(keys(statistics(of("2025-01", [...low, ...high]))), ["long-run-over", "one-crossing"]);
  assert.deepEqual(statistics(of("2025-01", [1, 2, 3])), []);
});
