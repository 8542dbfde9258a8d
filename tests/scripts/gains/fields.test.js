import assert from "node:assert/strict";
import test from "node:test";

import { readFields } from "../../../templates/scripts/gains/fields.js";

const byShare = (texts) => readFields({ consultations: "4 000", share: "5", ...texts }, "share");

test("what is filled in is read, and what is empty is left out", () => {
  assert.deepEqual(byShare({ targetShare: "15 %", travel: "kr 200–400", minutes: "90 min" }), {
    values: {
      consultations: { low: 4000, high: 4000 },
      share: { low: 5, high: 5 },
      targetShare: { low: 15, high: 15 },
      travel: { low: 200, high: 400 },
      minutes: { low: 90, high: 90 },
    },
    problems: {},
  });
});

test("the units that people write are no part of the number", () => {
  const { values } = byShare({ travel: "318 kr", hourValue: "250,-", kilometres: "80 km", emissions: "120 g" });
  assert.deepEqual(Object.values(values).map((span) => span.low), [4000, 5, 318, 250, 80, 120]);
});

test("only the way of counting that was chosen is asked for", () => {
  assert.deepEqual(readFields({ consultations: "tull", count: "1 350" }, "count"), {
    values: { count: { low: 1350, high: 1350 } },
    problems: {},
  });
  assert.deepEqual(readFields({}, "count").problems, { count: "missing" });
  assert.deepEqual(readFields({}, "share").problems, { consultations: "missing", share: "missing" });
});

const WRONG = [
  [{ consultations: "mange" }, { consultations: "not-a-number" }],
  [{ consultations: "1e308" }, { consultations: "not-a-number" }],
  [{ consultations: "-1" }, { consultations: "negative" }],
  [{ consultations: "0" }, { consultations: "too-small" }],
  [{ consultations: "10 000 001" }, { consultations: "too-large" }],
  [{ consultations: "1,5" }, { consultations: "not-whole" }],
  [{ consultations: "100–200" }, { consultations: "not-one" }],
  [{ consultations: "200–100" }, { consultations: "not-one" }],
  [{ share: "150 %" }, { share: "too-large" }],
  [{ share: "-2" }, { share: "negative" }],
  [{ travel: "400–200" }, { travel: "turned-around" }],
  [{ travel: "-400–200" }, { travel: "negative" }],
  [{ minutes: "10001" }, { minutes: "too-large" }],
  [{ share: " ", travel: "x", noShows: "?" }, { share: "missing", travel: "not-a-number", noShows: "not-a-number" }],
];
for (const [texts, problems] of WRONG) {
  test(`${JSON.stringify(texts)} is refused`, () => assert.deepEqual(byShare(texts).problems, problems));
}

test("none and all on video can be asked about", () => {
  assert.deepEqual(byShare({ share: "0", targetShare: "100" }).problems, {});
});
