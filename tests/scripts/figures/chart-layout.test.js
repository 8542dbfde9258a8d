import assert from "node:assert/strict";
import { test } from "node:test";

import { layout, ticksUpTo } from "../../../templates/scripts/figures/chart-layout.js";
import { monthsLater } from "../../../templates/scripts/figures/months.js";
import { series } from "../../../templates/scripts/figures/series.js";

const NOW = "2026-11";
const NO_TARGET = { number: null, month: null };
const PHONE = { width: 340, plotHeight: 240, textSize: 14 };
const WIDE = { width: 900, plotHeight: 350, textSize: 16 };
const of = (first, counts, { baseline = null, notes = {} } = {}) =>
  series({ months: counts.map((count, index) => ({ month: monthsLater(first, index), count, note: notes[index] ?? "" })), baseline }, NOW);

let state = 3;
const random = () => (state = (state * 48271) % 2147483647) / 2147483647;

test("the axis begins at 0, ends above the highest, and has whole numbers", () => {
  assert.deepEqual(ticksUpTo(0), [0, 1]);
  assert.deepEqual(ticksUpTo(1), [0, 1]);
  assert.deepEqual(ticksUpTo(7), [0, 2, 4, 6, 8]);
  assert.deepEqual(ticksUpTo(34), [0, 10, 20, 30, 40]);
  for (let value = 0; value < 1_000_000; value = Math.ceil(value * 1.1 + 1)) {
    const ticks = ticksUpTo(value);
    assert.ok(ticks.length >= 2 && ticks.length <= 7, `${value}: ${ticks}`);
    assert.ok(ticks.every(Number.isInteger) && ticks[0] === 0 && ticks.at(-1) >= value && ticks.at(-2) < Math.max(value, 1));
  }
});

test("nothing to draw", () => {
  assert.equal(layout(of("2026-01", []), NO_TARGET, PHONE), null);
  assert.equal(layout(of("2026-01", [null, null]), NO_TARGET, PHONE), null);
});

test("one point stands in the middle, without a line", () => {
  const drawn = layout(of("2026-01", [3]), NO_TARGET, PHONE);
  assert.equal(drawn.points.length, 1);
  assert.equal(drawn.lines.length, 0);
  assert.equal(drawn.points[0].x, (drawn.plot.left + drawn.plot.right) / 2);
});

test("the line breaks where a month has no count, and the month keeps its place", () => {
  const drawn = layout(of("2026-01", [3, 4, null, 6, 7, null, 9]), NO_TARGET, WIDE);
  assert.deepEqual(drawn.lines.map((line) => line.length), [2, 2]);
  const [first, second, fourth] = drawn.points.map(({ x }) => x);
  assert.ok(Math.abs(fourth - second - 2 * (second - first)) < 1e-9);
});

test("a month that is not over has a point outside the line", () => {
  const drawn = layout(of("2026-09", [3, 4, 1]), NO_TARGET, WIDE);
  assert.deepEqual(drawn.points.map(({ unfinished }) => unfinished), [false, false, true]);
  assert.deepEqual(drawn.lines.map((line) => line.length), [2]);
});

test("the months of a signal are marked, and none without a signal", () => {
  const signal = layout(of("2025-01", [...Array(8).fill(10), ...Array(8).fill(20)]), NO_TARGET, WIDE);
  assert.equal(signal.points.filter(({ inLongRun }) => inLongRun).length, 8);
  assert.ok(signal.points.slice(8).every(({ inLongRun }) => inLongRun));
  const none = layout(of("2025-01", [1, 9, 2, 8, 1, 9, 2, 8, 1, 9, 2, 8]), NO_TARGET, WIDE);
  assert.ok(none.points.every(({ inLongRun }) => !inLongRun));
});

test("a frozen median is drawn from its first month to its last, and otherwise after", () => {
  const drawn = layout(of("2025-01", [9, 9, 9, 9, 9, 9], { baseline: { from: "2025-02", to: "2025-04", median: 8 } }), NO_TARGET, WIDE);
  const [, second, , fourth] = drawn.points.map(({ x }) => x);
  assert.deepEqual([drawn.median.x1, drawn.median.x2, drawn.medianAfter.x1, drawn.medianAfter.x2], [second, fourth, fourth, drawn.plot.right]);
});

test("a baseline outside what is drawn stays inside the picture", () => {
  for (const baseline of [{ from: "2020-01", to: "2020-12", median: 3 }, { from: "2030-01", to: "2030-02", median: 3 }, { from: "2020-01", to: "2030-02", median: 3 }]) {
    const { median, medianAfter, plot } = layout(of("2025-01", [9, 9, 9], { baseline }), NO_TARGET, WIDE);
    for (const x of [median.x1, median.x2, medianAfter.x1, medianAfter.x2]) assert.ok(x >= plot.left && x <= plot.right);
  }
});

test("the axis reaches to the target's month, unless it is far ahead", () => {
  const last = (month) => layout(of("2026-01", [3, 4]), { number: 9, month }, WIDE);
  assert.ok(last("2026-12").targetMonth.x > last("2026-12").points.at(-1).x);
  assert.equal(last("2035-12").targetMonth, null);
  assert.equal(last("2020-12").targetMonth, null);
  assert.equal(last(null).targetMonth, null);
  assert.ok(last(null).target);
});

test("the labels of median and target never cover each other", () => {
  for (let target = 0; target < 60; target += 1) {
    const { labels, plot } = layout(of("2026-01", [20, 30, 25]), { number: target, month: null }, PHONE);
    assert.ok(Math.abs(labels[0].y - labels[1].y) >= PHONE.textSize * 2.5 - 1e-9);
    for (const { y } of labels) assert.ok(y >= plot.top - 20 && y <= plot.bottom + 20);
  }
});

test("numbered notes never cover each other", () => {
  const notes = Object.fromEntries(Array.from({ length: 36 }, (_, index) => [index, `Merknad ${index}`]));
  const { marks, plot, monthsY } = layout(of("2023-01", Array(36).fill(5), { notes }), NO_TARGET, PHONE);
  assert.deepEqual(marks.map(({ number }) => number), Array.from({ length: 36 }, (_, index) => index + 1));
  for (const one of marks) {
    assert.ok(one.y > plot.bottom && one.y < monthsY);
    for (const other of marks) if (one !== other) assert.ok(Math.hypot(one.x - other.x, one.y - other.y) >= PHONE.textSize * 1.5);
  }
});

test("whatever the counts, everything stands inside the picture, higher counts higher", () => {
  for (let round = 0; round < 300; round += 1) {
    const counts = Array.from({ length: 1 + Math.floor(random() * 300) }, () => (random() < 0.15 ? null : Math.floor(random() ** 4 * 999_999)));
    const size = random() < 0.5 ? PHONE : WIDE;
    const drawn = layout(of("2001-01", counts), { number: Math.floor(random() * 1000), month: "2026-12" }, size);
    if (!drawn) continue;
    const { plot } = drawn;
    assert.ok(plot.left < plot.right && plot.bottom - plot.top === size.plotHeight);
    for (const { x, y } of drawn.points) assert.ok(x >= plot.left && x <= plot.right && y >= plot.top - 1e-9 && y <= plot.bottom);
    for (const [index, { x }] of drawn.months.entries()) if (index > 0) assert.ok(x - drawn.months[index - 1].x >= size.textSize * 2);
    for (const [index, { x }] of drawn.years.entries()) if (index > 0) assert.ok(x - drawn.years[index - 1].x >= size.textSize * 2.5);
    const ordered = [...drawn.points].sort((one, other) => one.count - other.count);
    for (let index = 1; index < ordered.length; index += 1) assert.ok(ordered[index].y <= ordered[index - 1].y + 1e-9);
    assert.ok(drawn.yearsY + size.textSize * 0.4 <= drawn.height);
  }
});
