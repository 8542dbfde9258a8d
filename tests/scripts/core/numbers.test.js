import assert from "node:assert/strict";
import test from "node:test";

import { readNumber, shown } from "../../../templates/scripts/core/numbers.js";

test("numbers are written as people here write them", () => {
  assert.equal(shown(1350), "1\u00a0350");
  assert.equal(shown(1234567.25, 2), "1\u00a0234\u00a0567,25");
  assert.equal(shown(2.5, 2), "2,5");
  assert.equal(shown(999), "999");
  assert.equal(shown(-1350), "−1\u00a0350");
  assert.equal(shown(-0.2), "0");
});

const NUMBERS = [
  ["1350", 1350],
  ["1 350", 1350],
  ["1\u00a0350", 1350],
  ["1\u202f350", 1350],
  ["1.350", 1350],
  ["1 350 000", 1350000],
  ["1.350.000,5", 1350000.5],
  ["12 350", 12350],
  ["2,5", 2.5],
  ["2.5", 2.5],
  ["1,350", 1.35],
  ["0.125", 0.125],
  ["  7 ", 7],
  ["007", 7],
  ["0", 0],
  ["-5", -5],
  ["\u22125", -5],
];
for (const [text, value] of NUMBERS) {
  test(`«${text}» is ${value}`, () => assert.equal(readNumber(text), value));
}

const NO_NUMBERS = [
  ...["", " ", "fem", "1e3", "1e308", "Infinity", "NaN", "0x10", "1 35", "1.35.000", "1 350.000", "13 50", "1,2,3", "1.2.3"],
  ...[",5", "5,", "--5", "+5", "1_000", "<b>5</b>", "５", "٣", "5 🙂", "constructor", "__proto__", "9".repeat(41)],
];
for (const text of NO_NUMBERS) {
  test(`«${text.slice(0, 20)}» is no number`, () => assert.equal(readNumber(text), null));
}

test("what the site writes reads back", () => {
  for (let value = 0; value < 3_000_000; value = Math.ceil(value * 1.37 + 1)) {
    for (const digits of [0, 1, 2]) {
      const number = value + (digits ? 1 / 4 : 0);
      const text = number.toLocaleString("nb", { minimumFractionDigits: digits, maximumFractionDigits: digits });
      assert.equal(readNumber(text), Number(number.toFixed(digits)), text);
    }
  }
});
