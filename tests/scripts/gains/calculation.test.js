import assert from "node:assert/strict";
import test from "node:test";

import { calculate } from "../../../templates/scripts/gains/calculation.js";
import { rounded } from "../../../templates/scripts/gains/rounding.js";

const at = (number) => ({ low: number, high: number });
const RATES = { travel: at(300), minutes: { low: 60, high: 120 }, hourValue: { low: 200, high: 250 } };
const one = (count, values = {}) => calculate({ count: at(count), ...values }, "count", RATES);

test("travel, hours and what they are worth follow the number of consultations", () => {
  const { today, target, difference, perConsultation } = one(100);
  assert.deepEqual([today.travel, today.hours, today.time], [at(30000), { low: 100, high: 200 }, { low: 20000, high: 50000 }]);
  assert.deepEqual(today.total, { low: 50000, high: 80000 });
  assert.deepEqual(perConsultation, { low: 500, high: 800 });
  assert.deepEqual([target, difference, today.kilometres, today.emissions], [null, null, null, null]);
});

test("a share of all consultations is a whole number of them", () => {
  const values = { consultations: at(1350), share: at(2.5), targetShare: at(15) };
  const { today, target, difference } = calculate(values, "share", RATES);
  assert.deepEqual([today.consultations, target.consultations, difference.consultations], [34, 203, 169]);
});

test("a target of nothing is a target, and one below today makes no difference to gain", () => {
  const { target, difference } = one(10, { targetCount: at(0) });
  assert.deepEqual([target.consultations, target.total, difference], [0, at(0), null]);
});

test("own figures take the place of the project's, also where they are nothing", () => {
  const { today, rates } = one(10, { travel: { low: 0, high: 100 }, minutes: at(30), hourValue: at(400) });
  assert.deepEqual([today.travel, today.hours, today.time], [{ low: 0, high: 1000 }, at(5), at(2000)]);
  assert.deepEqual(rates.travel, { low: 0, high: 100 });
});

test("emissions need both kilometres and the reader's own factor", () => {
  assert.deepEqual(one(100, { kilometres: at(50) }).today.kilometres, at(5000));
  assert.equal(one(100, { kilometres: at(50) }).today.emissions, null);
  assert.equal(one(100, { emissions: at(120) }).today.emissions, null);
  assert.deepEqual(one(100, { kilometres: at(50), emissions: { low: 100, high: 200 } }).today.emissions, { low: 500, high: 1000 });
});

test("unused hours and no-shows are the department's own, and no part of society's gain", () => {
  const values = { unusedHours: { low: 10, high: 20 }, noShows: at(5), appointmentValue: at(1000) };
  const { own, today } = one(100, values);
  assert.deepEqual(own, { appointments: { low: 15, high: 25 }, value: { low: 15000, high: 25000 } });
  assert.deepEqual(today, one(100).today);
  assert.deepEqual(one(1, { noShows: at(5) }).own, { appointments: at(5), value: null });
  assert.equal(one(1, { appointmentValue: at(5) }).own, null);
});

test("more consultations never save less, and low is never above high", () => {
  const own = { kilometres: { low: 1, high: 9 }, emissions: { low: 2, high: 3 } };
  let before = one(0, own).today;
  for (let count = 1; count < 10_000_000; count = Math.ceil(count * 1.3)) {
    const now = one(count, own).today;
    for (const name of ["travel", "hours", "time", "total", "kilometres", "emissions"]) {
      assert.ok(now[name].low <= now[name].high, name);
      assert.ok(now[name].low >= before[name].low && now[name].high >= before[name].high, name);
      assert.ok(rounded(now[name].low) <= rounded(now[name].high), name);
      assert.ok(rounded(now[name].low) >= rounded(before[name].low), name);
      assert.ok(Number.isFinite(now[name].high), name);
    }
    before = now;
  }
});

test("the difference is what the target has more than today", () => {
  for (const [count, targetCount] of [[0, 1], [1350, 1700], [5, 9_999_999]]) {
    const { today, target, difference } = one(count, { targetCount: at(targetCount) });
    for (const end of ["low", "high"]) {
      assert.ok(Math.abs(target.total[end] - today.total[end] - difference.total[end]) < 1e-3);
    }
  }
});

test("two digits count, half up, and nothing is finer than a tenth", () => {
  const cases = [[0, 0], [0.04, 0], [0.05, 0.1], [0.949, 0.9], [1.25, 1.3], [9.96, 10], [54.02, 54], [123.9, 120], [125, 130]];
  cases.push([429_344, 430_000], [995, 1000], [1_126_800, 1_100_000], [45 * 1.1 * 100, 5000], [1.005 * 1000, 1000]);
  for (const [value, expected] of cases) assert.equal(rounded(value), expected, String(value));
});

test("rounding stays near, in order, and where it was", () => {
  let before = 0;
  for (let value = 0.1; value < 1e10; value *= 1.017) {
    const near = rounded(value);
    assert.ok(Math.abs(near - value) <= Math.max(0.05, value * 0.05) + 1e-9, String(value));
    assert.ok(near >= before);
    assert.equal(rounded(near), near);
    before = near;
  }
});
