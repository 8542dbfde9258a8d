import assert from "node:assert/strict";
import { test } from "node:test";

import { disagreements, sharedAnswers, spreads } from "../../../templates/scripts/assessment/spread.js";
import { answersOf, roadmap, times } from "./roadmaps.js";

const of = (statement, ...given) => {
  const people = given.map((answer) => (answer ? { [statement]: answer } : {}));
  return spreads(roadmap(), people).find((spread) => spread.statement === statement);
};

test("It counts who said what, and who said nothing", () => {
  const { counts, silent } = of("a1", "stemmer", "stemmer-ikke", "stemmer", null);
  assert.deepEqual(counts, [{ answer: "stemmer-ikke", count: 1 }, { answer: "stemmer", count: 2 }]);
  assert.equal(silent, 1);
});

test("People differ where their answers can't all be right; not knowing is no disagreement", () => {
  assert.equal(of("a1", "stemmer", "stemmer-ikke").differs, true);
  assert.equal(of("a1", "stemmer", "gjelder-ikke").differs, true);
  assert.equal(of("a1", "stemmer", "vet-ikke").differs, false);
  assert.equal(of("a1", "stemmer", null).differs, false);
  assert.equal(of("a1", "gjelder-ikke", "gjelder-ikke").differs, false);
});

test("The farthest apart comes first, then where the group is split most evenly, then the roadmap's order", () => {
  const people = [
    { a1: "stemmer", a2: "stemmer", a3: "stemmer", b1: "stemmer" },
    { a1: "stemmer-delvis", a2: "stemmer-ikke", a3: "stemmer-ikke", b1: "stemmer" },
    { a1: "stemmer-delvis", a2: "stemmer", a3: "stemmer", b1: "stemmer" },
    { a1: "stemmer-delvis", a2: "stemmer", a3: "stemmer-ikke", b1: "stemmer" },
  ];
  assert.deepEqual(disagreements(spreads(roadmap(), people)).map(({ statement }) => statement), ["a3", "a2", "a1"]);
});

test("The group begins with what all answered alike; what one left out, or others saw otherwise, is left to decide", () => {
  const people = [
    { a1: "stemmer", a2: "stemmer", a3: "vet-ikke", gammel: "stemmer" },
    { a1: "stemmer", a2: "stemmer-ikke", a3: "vet-ikke", b1: "stemmer", gammel: "stemmer" },
  ];
  assert.deepEqual(sharedAnswers(people), { a1: "stemmer", a3: "vet-ikke", gammel: "stemmer" });
  assert.deepEqual(sharedAnswers([]), {});
});

test("It makes no difference in which order people come, and each answer is counted once", () => {
  const data = roadmap();
  times(200, (next) => {
    const people = [answersOf(next, data), answersOf(next, data), answersOf(next, data)];
    const [one, other, third] = people;
    const all = spreads(data, people);
    const turned = spreads(data, [third, one, other]);
    assert.deepEqual(turned, all);
    assert.deepEqual(disagreements(turned), disagreements(all));
    assert.deepEqual(new Map(Object.entries(sharedAnswers([third, one, other]))), new Map(Object.entries(sharedAnswers(people))));
    for (const { counts, silent, shared, differs } of all) {
      assert.equal(counts.reduce((sum, { count }) => sum + count, silent), people.length);
      assert.ok(!(shared && differs));
    }
  });
});
