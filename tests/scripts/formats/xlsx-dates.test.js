import assert from "node:assert/strict";
import { test } from "node:test";

import { dayOf, dayOfSerial, isDateFormat, serialOf } from "../../../templates/scripts/formats/xlsx-dates.js";

test("days have the numbers that Excel gives them", () => {
  const known = {
    "1900-01-01": 1,
    "1900-02-28": 59,
    "1900-03-01": 61,
    "1970-01-01": 25569,
    "2026-12-10": 46366,
    "9999-12-31": 2958465,
  };
  for (const [day, serial] of Object.entries(known)) {
    assert.equal(serialOf(day), serial, day);
    assert.equal(dayOfSerial(serial, false), day);
  }
});

test("every day of a century comes back", () => {
  for (let serial = 36526; serial < 73050; serial += 1) assert.equal(serialOf(dayOfSerial(serial, false)), serial);
});

test("a time of day is dropped, and workbooks may count from 1904", () => {
  assert.equal(dayOfSerial(46366.99, false), "2026-12-10");
  assert.equal(dayOfSerial(44904, true), "2026-12-10");
  assert.equal(dayOfSerial(0, true), "1904-01-01");
});

test("what is no day has no number, and what is no number has no day", () => {
  for (const text of ["", "2026-02-30", "2026-13-01", "2026-1-1", "10.12.2026", "1899-12-31", "12026-01-01"]) {
    assert.equal(serialOf(text), null, text);
  }
  for (const number of [0, 0.5, -1, 2958466, 1e300, NaN, Infinity]) assert.equal(dayOfSerial(number, false), null);
});

test("formats that show a day are told from those that don't", () => {
  const dates = ["dd.mm.yyyy", "d. mmmm yyyy", "yyyy-mm-dd;@", "mmm", "mm", "[$-414]d. mmmm yyyy;@", "dd/mm/yy hh:mm"];
  const numbers = ["General", "0.00", '#,##0 "dager"', "0\\d", "[Red]0", "0.00E+00", "@", "_-* #,##0.00 [$kr-414]", ""];
  const others = [...numbers, "hh:mm", "mm:ss", "[h]:mm", "[$-F400]h:mm:ss AM/PM"];
  for (const code of dates) assert.ok(isDateFormat(164, code), code);
  for (const code of others) assert.ok(!isDateFormat(164, code), code);
  assert.deepEqual([14, 22, 0, 9, 18, 49].filter((id) => isDateFormat(id, undefined)), [14, 22]);
});

test("a cell may mean a day in several ways", () => {
  for (const cell of [{ date: "2026-03-01" }, "2026-03-01", "1.3.2026", " 01.03.2026 ", "1. 3. 2026", 46082]) {
    assert.equal(dayOf(cell), "2026-03-01", JSON.stringify(cell));
  }
  for (const cell of [null, "", "snart", "31.02.2026", "1.3.26", true, false, { date: "2026-02-30" }, -4]) {
    assert.equal(dayOf(cell), null, JSON.stringify(cell));
  }
  assert.equal(dayOf(44904, true), "2026-12-10");
});
