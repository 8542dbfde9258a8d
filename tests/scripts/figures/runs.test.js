import assert from "node:assert/strict";
import { test } from "node:test";

import { fewestExpected, longestExpected, median, rules } from "../../../templates/scripts/figures/runs.js";

const points = (counts) => counts.map((count, index) => ({ month: `20${10 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`, count }));
const judged = (counts) => rules(points(counts), median(counts));

test("the limits are those of the published table", () => {
  const table = [10, 12, 18, 24].map((useful) => [useful, longestExpected(useful), fewestExpected(useful)]);
  assert.deepEqual(table, [[10, 6, 2], [12, 7, 3], [18, 7, 5], [24, 8, 8]]);
});

test("the median is the middle number, or the mean of the two in the middle", () => {
  assert.equal(median([]), null);
  assert.equal(median([7]), 7);
  assert.equal(median([100, 9, 20]), 20);
  assert.equal(median([1, 2, 10, 100]), 6);
  assert.equal(median([3, 2]), 2.5);
});

test("the median does not touch the numbers that it is given", () => {
  const values = [3, 1, 2];
  median(values);
  assert.deepEqual(values, [3, 1, 2]);
});

test("a line that swings evenly gives no signal", () => {
  const found = judged([10, 20, 11, 19, 12, 18, 10, 20, 11, 19, 12, 18]);
  assert.equal(found.useful, 12);
  assert.deepEqual([found.longRun, found.fewCrossings, found.missing], [false, false, 0]);
  assert.equal(found.crossings, 11);
});

test("a level that moves gives a long run and few crossings", () => {
  const found = judged([10, 11, 12, 10, 11, 12, 10, 11, 20, 21, 22, 20, 21, 22, 20, 21]);
  assert.deepEqual(found.longestRun, { side: "over", length: 8, from: "2010-09", to: "2011-04" });
  assert.deepEqual([found.longestExpected, found.longRun], [7, true]);
  assert.deepEqual([found.crossings, found.fewestExpected, found.fewCrossings], [1, 4, true]);
});

test("a run as long as chance makes is no signal, one longer is", () => {
  const swing = [1, 9, 1, 9, 1];
  const of = (length) => rules(points([...Array(length).fill(9), ...swing]), 5);
  assert.equal(of(7).longestExpected, 7);
  assert.equal(of(7).longRun, false);
  assert.equal(of(8).longestExpected, 7);
  assert.equal(of(8).longRun, true);
});

test("a point on the median neither ends a run nor counts", () => {
  const found = rules(points([6, 7, 5, 8, 5, 5, 9, 1]), 5);
  assert.equal(found.useful, 5);
  assert.deepEqual(found.longestRun, { side: "over", length: 4, from: "2010-01", to: "2010-07" });
  assert.equal(found.crossings, 1);
});

test("with eleven useful points the rules are not used, whatever the line does", () => {
  const found = rules(points([...Array(11).fill(9), 5]), 5);
  assert.equal(found.missing, 1);
  assert.deepEqual([found.longRun, found.fewCrossings], [false, false]);
  assert.equal(rules(points(Array(12).fill(9)), 5).longRun, true);
});

test("numbers that are all alike have a median and no useful point", () => {
  const found = judged(Array(20).fill(4));
  assert.deepEqual([found.useful, found.missing, found.longestRun, found.crossings], [0, 12, null, 0]);
});

test("no points at all", () => {
  assert.deepEqual(rules([], 3).useful, 0);
  assert.equal(fewestExpected(0), 0);
  assert.equal(longestExpected(0), 0);
});

test("of two runs as long, the last is named", () => {
  assert.equal(rules(points([9, 9, 1, 1]), 5).longestRun.side, "under");
});

test("whatever the counts: turning them about turns the side and keeps the rest", () => {
  let state = 7;
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
  for (let round = 0; round < 200; round += 1) {
    const counts = Array.from({ length: 1 + Math.floor(random() * 60) }, () => Math.floor(random() * 30));
    const [found, turned] = [judged(counts), judged(counts.map((count) => 30 - count))];
    assert.equal(found.useful, turned.useful);
    assert.equal(found.crossings, turned.crossings);
    assert.equal(found.longestRun?.length, turned.longestRun?.length);
    assert.ok(found.useful <= counts.length);
    assert.ok((found.longestRun?.length ?? 0) <= found.useful);
    assert.equal(found.missing === 0, found.useful >= 12);
  }
});
