import assert from "node:assert/strict";
import test from "node:test";

import { readSpan } from "../../../templates/scripts/gains/number-input.js";

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

test("reading is quick whatever is pasted", () => {
  const begun = performance.now();
  for (const text of ["1 ".repeat(50_000), "1-".repeat(50_000), "1".repeat(100_000), "til ".repeat(20_000)]) readSpan(text);
  assert.ok(performance.now() - begun < 200);
});
