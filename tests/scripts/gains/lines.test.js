import assert from "node:assert/strict";
import test from "node:test";

import { calculate } from "../../../templates/scripts/gains/calculation.js";
import { barsOf, casesOf, linesOf } from "../../../templates/scripts/gains/lines.js";
import { roundedResult } from "../../../templates/scripts/gains/rounding.js";

const at = (number) => ({ low: number, high: number });
const RATES = { travel: at(318.03), minutes: { low: 54.02, high: 123.93 }, hourValue: { low: 247.63, high: 250.79 } };
const result = (values) => roundedResult(calculate(values, "count", RATES));

test("there is a line for each thing that is known, in each case", () => {
  const lines = linesOf(result({ count: at(1350), targetCount: at(1700) }));
  assert.deepEqual(lines.map(({ name, spans }) => [name, spans.length]), [
    ["consultations", 3],
    ["travel", 3],
    ["hours", 3],
    ["time", 3],
    ["total", 3],
  ]);
  assert.deepEqual(lines[1].spans.slice(0, 2), [at(430_000), at(540_000)]);
  assert.deepEqual(lines[3].spans[0], { low: 300_000, high: 700_000 });
});

test("kilometres and emissions have lines where somebody gave figures for them", () => {
  const names = (values) => linesOf(result({ count: at(1), ...values })).map(({ name }) => name);
  assert.deepEqual(names({ kilometres: at(80) }).slice(5), ["kilometres"]);
  assert.deepEqual(names({ kilometres: at(80), emissions: at(120) }).slice(5), ["kilometres", "emissions"]);
});

test("what people counted themselves is not rounded", () => {
  const { today, own } = result({ count: at(1351), noShows: at(1234), appointmentValue: at(1111) });
  assert.equal(today.consultations, 1351);
  assert.deepEqual(own, { appointments: at(1234), value: at(1_400_000) });
});

test("bars go from the low estimate to the high, within the longest", () => {
  const drawn = barsOf(result({ count: at(1350), targetCount: at(1700) }));
  assert.deepEqual(drawn.map((one) => one.case.name), ["today", "target"]);
  const bars = drawn.flatMap((one) => one.bars);
  assert.deepEqual(bars.map(({ name }) => name), ["travel", "time", "total", "travel", "time", "total"]);
  assert.equal(Math.max(...bars.map(({ to }) => to)), 100);
  for (const { from, to } of bars) assert.ok(from >= 0 && from <= to && to <= 100);
});

test("a target below today is drawn too, and nothing is where nothing is saved", () => {
  const lower = result({ count: at(1000), targetCount: at(10) });
  assert.deepEqual(casesOf(lower).map(({ name }) => name), ["today", "target"]);
  assert.equal(barsOf(lower).length, 2);
  assert.deepEqual(barsOf(result({ count: at(0) })), []);
  assert.deepEqual(barsOf(result({ count: at(0), targetCount: at(0) })), []);
});
