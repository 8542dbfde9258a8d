import assert from "node:assert/strict";
import { test } from "node:test";

import { assessmentKind } from "../../../templates/scripts/assessment/assessment-kind.js";

test("Answers and notes come back as they were, also to statements that nobody knows today", () => {
  const data = { unit: "Poliklinikken <b>&\"", answers: { a1: "stemmer", gammel: "noe-annet" }, notes: { a1: "x".repeat(500) }, date: "2026-11-27", by: "leder" };
  assert.deepEqual(assessmentKind.read(JSON.parse(JSON.stringify(data))), { data, unread: 0 });
});

test("Each part that can't be used, or is cut, counts as one, and the rest is kept", () => {
  const { data, unread } = assessmentKind.read({
    unit: 7,
    answers: { a1: "stemmer", a2: 3, a3: null, a4: "", "<b>": "stemmer", a5: ["stemmer"] },
    notes: { a1: "x".repeat(501), a2: {} },
    date: "2026-02-30",
    by: "leder",
    konklusjon: "Vi begynner",
  });
  assert.equal(unread, 1 + 3 + 2 + 1 + 1);
  assert.deepEqual(data, { unit: "", answers: { a1: "stemmer" }, notes: { a1: "x".repeat(500) }, date: "", by: "leder" });
});

test("An assessment without answers in it is none", () => {
  for (const value of [null, [], "x", {}, { answers: ["stemmer"] }]) assert.throws(() => assessmentKind.read(value), { key: "file-foreign" });
});
