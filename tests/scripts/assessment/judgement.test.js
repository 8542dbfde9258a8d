import assert from "node:assert/strict";
import { test } from "node:test";

import { extremes, judge, progress } from "../../../templates/scripts/assessment/judgement.js";
import { answersOf, roadmap, times } from "./roadmaps.js";

const YES = "stemmer";
const PARTLY = "stemmer-delvis";
const NO = "stemmer-ikke";
const NOT_RELEVANT = "gjelder-ikke";
const UNKNOWN = "vet-ikke";

const first = (a1, a2, a3) => {
  const answers = Object.fromEntries(Object.entries({ a1, a2, a3 }).filter(([, answer]) => answer));
  const [{ kind, rank }] = judge(roadmap(), answers);
  return [kind, rank];
};

test("A step is as strong as its weakest statement", () => {
  assert.deepEqual(first(YES, YES, YES), ["judged", 2]);
  assert.deepEqual(first(YES, PARTLY, YES), ["judged", 1]);
  assert.deepEqual(first(YES, PARTLY, NO), ["judged", 0]);
});

test("What does not apply is left out, and where nothing applies there is no judgement", () => {
  assert.deepEqual(first(NOT_RELEVANT, PARTLY, YES), ["judged", 1]);
  assert.deepEqual(first(NOT_RELEVANT, NOT_RELEVANT, YES), ["judged", 2]);
  assert.deepEqual(first(NOT_RELEVANT, NOT_RELEVANT, NOT_RELEVANT), ["not-relevant", null]);
});

test("What nobody knows keeps a step open, but at most as strong as what is known", () => {
  assert.deepEqual(first(UNKNOWN, PARTLY, YES), ["open", 1]);
  assert.deepEqual(first(UNKNOWN, YES, YES), ["open", 2]);
  assert.deepEqual(first(UNKNOWN, UNKNOWN, NOT_RELEVANT), ["open", null]);
});

test("A step is not finished before all is answered", () => {
  assert.deepEqual(first(null, null, null), ["unanswered", null]);
  assert.deepEqual(first(YES, PARTLY, null), ["unfinished", 1]);
  assert.deepEqual(first(UNKNOWN, NOT_RELEVANT, null), ["unfinished", null]);
});

test("The weakest answer of all decides whatever else is to be found out", () => {
  assert.deepEqual(first(NO, UNKNOWN, null), ["judged", 0]);
});

test("Answers that the roadmap does not have, and names that every object has, count as none", () => {
  const judged = judge(roadmap(), { a1: "toString", a2: YES, a3: YES, c1: YES });
  assert.deepEqual([judged[0].kind, judged[0].missing], ["unfinished", ["a1"]]);
  assert.deepEqual([judged[2].kind, judged[2].missing], ["unfinished", ["constructor"]]);
});

test("It names the statements that decided", () => {
  const [judged] = judge(roadmap(), { a1: PARTLY, a2: UNKNOWN, a3: PARTLY });
  assert.deepEqual([judged.weakest, judged.open], [["a1", "a3"], ["a2"]]);
});

test("No step is stronger than any statement of it that has a rank, whatever people answer", () => {
  const data = roadmap();
  const rankOf = new Map(data.answers.map(({ id, rank }) => [id, rank]));
  times(500, (next) => {
    const answers = answersOf(next, data);
    judge(data, answers).forEach((judgement, place) => {
      const given = data.steps[place].statements.map(({ id }) => (Object.hasOwn(answers, id) ? answers[id] : null));
      const known = given.map((answer) => rankOf.get(answer)).filter((rank) => typeof rank === "number");
      assert.equal(judgement.rank, known.length ? Math.min(...known) : null);
      if (judgement.kind === "judged" && judgement.rank > 0) {
        assert.ok(given.every((answer) => answer !== null && answer !== UNKNOWN));
      }
    });
  });
});

test("A better answer never makes a step weaker", () => {
  const data = roadmap();
  times(300, (next) => {
    const answers = answersOf(next, data);
    const [before] = judge(data, { ...answers, a1: NO });
    const [after] = judge(data, { ...answers, a1: PARTLY });
    assert.ok(after.rank >= before.rank);
  });
});

test("The strongest and the weakest are never the same, and what is open is neither", () => {
  const judged = judge(roadmap(), { a1: NO, b1: YES, b2: YES, c1: UNKNOWN, constructor: YES });
  const { weakest, strongest, undecided } = extremes(judged);
  assert.deepEqual([weakest, strongest, undecided].map((some) => some.map(({ letter }) => letter)), [["A"], ["B"], ["C"]]);
  const alike = extremes(judge(roadmap(), { a1: NO, b1: NO }));
  assert.deepEqual([alike.weakest.length, alike.strongest.length], [2, 0]);
});

test("Progress counts the statements of today", () => {
  assert.deepEqual(progress(roadmap(), { a1: YES, b1: UNKNOWN, gammel: YES }), { answered: 2, all: 7 });
});
