import assert from "node:assert/strict";
import { test } from "node:test";

import {
  everyMonth,
  isMonth,
  monthName,
  monthOf,
  monthsBetween,
  monthsLater,
  readMonth,
  withinReach,
} from "../../../templates/scripts/figures/months.js";

const january = { year: 2026, number: 1 };

for (const text of [
  "jan. 2026", "jan 2026", "Januar 2026", "JANUAR 2026", " januar  2026 ", "januar\u00a02026", "januar, 2026", "january 2026",
  "01.2026", "1.2026", "1/2026", "01-2026", "01 2026",
  "2026-01", "2026-1", "2026/01", "2026.01", "2026-01-31", "2026-01-01 00:00:00", "2026-01-01T00:00:00.000Z",
  "jan-26", "jan.26", "jan 26", "jan '26", "jan’26", "jan.-26", "Jan/2026",
  "01.01.2026", "1.1.2026", "31.01.26", "1/1/2026", "31. 1. 2026", "01.01.2026 00:00", "1. januar 2026", "31 jan 2026", "31. jan. 26",
]) {
  test(`«${text}» is January 2026`, () => assert.deepEqual(readMonth(text), january));
}

test("every month is read by its names, short and long, Norwegian and as an English Excel shows it", () => {
  const months = [
    ["jan", "januar"], ["feb", "febr", "februar"], ["mar", "mars"], ["apr", "april"], ["mai", "may"], ["jun", "juni"],
    ["jul", "juli"], ["aug", "august"], ["sep", "sept", "september"], ["okt", "oktober", "oct"], ["nov", "november"], ["des", "desember", "dec"],
  ];
  for (const [index, names] of months.entries()) {
    for (const name of names) assert.deepEqual(readMonth(`${name}. 2025`), { year: 2025, number: index + 1 }, name);
  }
});

test("a month without a year says so", () => {
  assert.deepEqual(readMonth("mars"), { year: null, number: 3 });
  assert.deepEqual(readMonth("Des."), { year: null, number: 12 });
});

for (const text of [
  "", " ", "34", "2026", "13.2026", "0.2026", "2026-13", "2026-00", "januari 2026", "uke 3", "3. kvartal 2026", "1. januar", "mars 202", "constructor",
  "__proto__", "måned", "1,5", "01.26", "<b>jan</b> 2026", "🙂", "jan 2026 34", "31.13.2026", "sum", "januar 20266",
]) {
  test(`«${text}» is no month`, () => assert.equal(readMonth(text), null));
}

test("what is shown is read again, whatever the month", () => {
  for (const month of everyMonth("1999-11", "2051-02")) {
    for (const form of ["long", "short"]) {
      const { year, number } = readMonth(monthName(month, form));
      assert.equal(`${year}-${String(number).padStart(2, "0")}`, month);
    }
  }
});

test("months are named as Norwegian names them, on one line", () => {
  assert.equal(monthName("2026-09"), "september\u00a02026");
  assert.equal(monthName("2026-09", "short"), "sep.\u00a02026");
  assert.equal(monthName("2026-09", "name"), "sep");
});

test("months are counted over the turn of the year, both ways", () => {
  assert.equal(monthsLater("2025-12", 1), "2026-01");
  assert.equal(monthsLater("2026-01", -1), "2025-12");
  assert.equal(monthsLater("2026-01", -13), "2024-12");
  assert.equal(monthsBetween("2025-11", "2026-02"), 3);
  assert.deepEqual(everyMonth("2025-11", "2026-02"), ["2025-11", "2025-12", "2026-01", "2026-02"]);
  assert.deepEqual(everyMonth("2026-02", "2026-02"), ["2026-02"]);
  assert.deepEqual(everyMonth("2026-02", "2026-01"), []);
});

test("the running month is that of the place where the reader is", () => {
  assert.equal(monthOf(new Date(2026, 10, 30, 23, 59)), "2026-11");
});

test("a month is four digits and two", () => {
  assert.ok(isMonth("2026-01"));
  for (const value of ["2026-13", "2026-1", "2026-01-01", 202601, null, undefined, ["2026-01"]]) assert.ok(!isMonth(value));
});

test("a slip of the keys does not make a thousand rows", () => {
  assert.ok(withinReach("2000-01", "2026-11"));
  assert.ok(!withinReach("1926-11", "2026-11"));
  assert.ok(withinReach("2029-11", "2026-11"));
  assert.ok(!withinReach("2062-11", "2026-11"));
});
