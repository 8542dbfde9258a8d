import assert from "node:assert/strict";
import test from "node:test";

import { readNumber, readSpan } from "../../../templates/scripts/gains/number-input.js";

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

for (const text of ["60–90", "60-90", "60 – 90", "60 til 90", "60—90", "60,0–90,0"]) {
  test(`«${text}» is a span`, () => assert.deepEqual(readSpan(text), { span: { low: 60, high: 90 } }));
}

test("a span of thousands keeps its spaces and dots", () => {
  assert.deepEqual(readSpan("1 350–1.700"), { span: { low: 1350, high: 1700 } });
});

test("a number alone is a span from itself to itself", () => {
  assert.deepEqual(readSpan("2,5"), { span: { low: 2.5, high: 2.5 } });
  assert.deepEqual(readSpan("-5"), { span: { low: -5, high: -5 } });
});

test("a span that goes downwards is said so", () => {
  assert.deepEqual(readSpan("90–60"), { problem: "turned-around" });
});

for (const text of ["60–", "–90", "60–90–120", "a–b", "60 og 90", `${"1".repeat(60)}–${"2".repeat(60)}`]) {
  test(`«${text.slice(0, 20)}» is no span`, () => assert.deepEqual(readSpan(text), { problem: "not-a-number" }));
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

test("reading is quick whatever is pasted", () => {
  const begun = performance.now();
  for (const text of ["1 ".repeat(50_000), "1-".repeat(50_000), "1".repeat(100_000), "til ".repeat(20_000)]) readSpan(text);
  assert.ok(performance.now() - begun < 200);
});
