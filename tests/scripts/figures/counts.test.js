import assert from "node:assert/strict";
import { test } from "node:test";

import { isCount, readCount } from "../../../templates/scripts/figures/counts.js";

for (const [text, count] of [
  ["0", 0], ["34", 34], [" 34 ", 34], ["034", 34], ["1 350", 1350], ["1.350", 1350], ["350.000", 350000], ["1.350,0", 1350], ["1\u00a0350", 1350], ["1\u202f350", 1350], ["1\u2009350", 1350],
  ["1'350", 1350], ["12,0", 12], ["12,00", 12], ["12.0", 12], ["999999", 999999], ["999 999", 999999],
]) {
  test(`«${text}» is ${count}`, () => assert.deepEqual(readCount(text), { count }));
}

for (const text of ["", " ", "\u00a0", "-", "–", "—", "."]) {
  test(`«${text}» is no count, which is not 0`, () => assert.deepEqual(readCount(text), { count: null }));
}

for (const [text, problem] of [
  ["12,5", "decimal"], ["12.5", "decimal"], ["1 350,25", "decimal"], ["1.35", "decimal"], ["1,350", "decimal"], ["12,000", "decimal"],
  ["-3", "negative"], ["−3", "negative"], ["– 3", "negative"],
  ["1000000", "large"], ["99999999999999999999999", "large"],
  ["ca. 30", "unreadable"], ["13 50", "unreadable"], ["1 3500", "unreadable"], ["1.35.0", "unreadable"], ["3e4", "unreadable"], ["0x10", "unreadable"], ["#REF!", "unreadable"],
  ["=1+1", "unreadable"], ["<b>3</b>", "unreadable"], ["🙂", "unreadable"], ["NaN", "unreadable"], ["Infinity", "unreadable"], ["٣", "unreadable"],
  ["+3", "unreadable"], ["30-40", "unreadable"], ["30 %", "unreadable"],
]) {
  test(`«${text}» is refused: ${problem}`, () => assert.deepEqual(readCount(text), { problem }));
}

test("any whole number that is written in Norwegian is read again", () => {
  const written = new Intl.NumberFormat("nb");
  for (let count = 0; count < 1_000_000; count += 997) assert.deepEqual(readCount(written.format(count)), { count });
});

test("a count is a whole number from 0 on", () => {
  for (const value of [0, 1, 999_999]) assert.ok(isCount(value));
  for (const value of [-1, 1.5, NaN, Infinity, 1_000_000, "3", null, undefined, [3]]) assert.ok(!isCount(value));
});
