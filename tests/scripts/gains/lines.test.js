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

const ends = ["low", "high"];
const summed = ({ today, target, difference }) => {
  for (const end of ends) {
    for (const one of [today, target, difference]) assert.ok(Math.abs(one.total[end] - one.travel[end] - one.time[end]) < 1e-6);
    for (const name of ["travel", "hours", "time", "total", "kilometres", "emissions"]) {
      if (today[name]) assert.ok(Math.abs(target[name][end] - today[name][end] - difference[name][end]) < 1e-6, `${name} ${end}`);
    }
  }
};

test("what is shown adds up: parts to their total, and today and the difference to the target", () => {
  summed(result({ count: at(200), targetCount: at(600) }));
  const exact = (values) => calculate(values, "count", RATES);
  for (let today = 0; today < 9000; today = Math.ceil(today * 1.7) + 1) {
    for (let target = today + 1; target < 5_000_000; target = Math.ceil(target * 1.6) + 1) {
      const values = { count: at(today), targetCount: at(target), kilometres: { low: 0.3, high: 0.31 }, emissions: { low: 90, high: 91 } };
      const shown = result(values);
      summed(shown);
      for (const name of ["today", "target", "difference"]) {
        for (const line of ["travel", "hours", "time", "total", "kilometres", "emissions"]) {
          const [near, true_] = [shown[name][line], exact(values)[name][line]];
          assert.ok(near.low <= near.high, `${name} ${line}`);
          for (const end of ends) assert.ok(Math.abs(near[end] - true_[end]) <= 0.05 * true_[end] + 0.1001, `${name} ${line}`);
        }
      }
    }
  }
});

test("a difference that is little beside what there is today is no nothing", () => {
  const { today, target, difference } = result({ count: at(1350), targetCount: at(1360) });
  assert.deepEqual([today.travel, difference.travel, target.travel], [at(430_000), at(3200), at(433_200)]);
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
