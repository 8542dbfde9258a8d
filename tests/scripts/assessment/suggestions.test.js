import assert from "node:assert/strict";
import { test } from "node:test";

import { judge, topRank } from "../../../templates/scripts/assessment/judgement.js";
import { suggest } from "../../../templates/scripts/assessment/suggestions.js";
import { answersOf, measure, oneOf, roadmap, statusesOf, times } from "./roadmaps.js";

const ids = (suggestions) => suggestions.map(({ measure }) => measure.id);
const suggested = (data, answers, { statuses = {}, begin = "A2", role = null } = {}) =>
  suggest(data, answers, { statuses: new Map(Object.entries(statuses)), begin, role });
const inStep = (data, letter, answer) =>
  Object.fromEntries(data.steps.find((step) => step.letter === letter).statements.map(({ id }) => [id, answer]));

test("What the roadmap begins with comes first, and what it opens comes next", () => {
  const { now, next } = suggested(roadmap(), { a1: "stemmer-delvis", b1: "stemmer-ikke" });
  assert.deepEqual(ids(now), ["A2"]);
  assert.deepEqual(ids(next), ["B1", "A1", "C1"]);
  assert.deepEqual(next[0].waitsFor, ["A2"]);
});

test("When it is in place the weakest steps come first", () => {
  const data = roadmap();
  const answers = { a1: "stemmer-delvis", a2: "stemmer", a3: "stemmer", c1: "stemmer-ikke" };
  const { now } = suggested(data, answers, { statuses: { A2: "pa-plass" } });
  assert.deepEqual(ids(now), ["C1", "A1", "B1"]);
});

test("Among steps that are as weak, the reader's role comes first, then an earlier phase, then the least work", () => {
  const none = suggested(roadmap(), { a1: "stemmer-ikke", b1: "stemmer-ikke" }, { statuses: { A2: "pa-plass" } });
  assert.deepEqual(ids(none.now).slice(0, 2), ["A1", "B1"]);
  const behandler = suggested(
    roadmap(),
    { a1: "stemmer-ikke", b1: "stemmer-ikke" },
    { statuses: { A2: "pa-plass" }, role: "behandler" },
  );
  assert.deepEqual(ids(behandler.now).slice(0, 2), ["B1", "A1"]);
  const heavier = roadmap({ measures: [measure("A1", { effort: "stor" }), measure("B1", { effort: "liten" })] });
  assert.deepEqual(ids(suggested(heavier, { a1: "stemmer-ikke", b1: "stemmer-ikke" }).now), ["B1", "A1"]);
});

test("All statements of a step being true, its measures are in place unless the plan says otherwise", () => {
  const data = roadmap();
  const answers = inStep(data, "A", "stemmer");
  assert.ok(!ids(suggested(data, answers).now).includes("A2"));
  assert.deepEqual(ids(suggested(data, answers).now), ["B1", "C1"]);
  assert.deepEqual(ids(suggested(data, answers, { statuses: { A2: "ikke-begynt" } }).now), ["A2"]);
});

test("A measure under way is named, and not suggested again", () => {
  const { now, next, underWay } = suggested(roadmap(), { a1: "stemmer-ikke" }, { statuses: { A2: "i-gang" } });
  assert.deepEqual(underWay.map(({ id }) => id), ["A2"]);
  assert.deepEqual(ids(now), ["A1", "B1", "C1"]);
  assert.deepEqual(ids(next), []);
});

test("Where nothing applies, nothing is suggested unless others wait for it", () => {
  const data = roadmap();
  const { now } = suggested(data, inStep(data, "C", "gjelder-ikke"), { statuses: { A2: "pa-plass", C1: "pa-plass" } });
  assert.ok(!ids(now).includes("C2"));
});

test("The need of a measure is that of the weakest of the statements that it helps with", () => {
  const data = roadmap();
  const inPlace = { statuses: { A2: "pa-plass", B1: "pa-plass", A1: "pa-plass", C1: "pa-plass" } };
  const { now } = suggested(data, { c1: "stemmer-ikke", constructor: "stemmer-delvis", b1: "stemmer", b2: "stemmer-ikke" }, inPlace);
  assert.deepEqual(ids(now), ["B2", "C2"]);
  assert.deepEqual(now.map(({ judgement, concerns }) => [judgement.rank, judgement.weakest, concerns]), [
    [0, ["b2"], "measure"],
    [1, ["constructor"], "measure"],
  ]);
});

test("Where none of its statements has an answer, the need of a measure is that of its step", () => {
  const { now } = suggested(roadmap(), { c1: "stemmer-ikke", b2: "stemmer-delvis" }, { statuses: { A2: "pa-plass", C1: "pa-plass" } });
  const [first] = now;
  assert.deepEqual([first.measure.id, first.judgement.weakest, first.concerns], ["C2", ["c1"], "step"]);
  const unnamed = roadmap({ measures: [measure("C3")] });
  assert.deepEqual(suggested(unnamed, { c1: "stemmer-ikke" }).now.map(({ concerns }) => concerns), ["step"]);
});

test("A measure whose statements are true is suggested only where another waits for it, and last", () => {
  const data = roadmap();
  const answers = { a1: "stemmer-ikke", a2: "stemmer", a3: "stemmer", c1: "stemmer", constructor: "stemmer-delvis" };
  const { now } = suggested(data, answers, { begin: null });
  assert.deepEqual(ids(now), ["A2"]);
  const opened = suggested(data, answers, { begin: null, statuses: { A2: "pa-plass", C2: "pa-plass" } });
  assert.deepEqual(ids(opened.now), ["A1", "B1", "C1"]);
  assert.ok(!ids(suggested(data, { ...answers, constructor: "stemmer-ikke", c1: "stemmer" }, { statuses: { C1: "pa-plass", C2: "pa-plass" } }).now).includes("C2"));
});

test("Statuses that the roadmap does not have are no status", () => {
  assert.deepEqual(ids(suggested(roadmap(), {}, { statuses: { A2: "constructor" } }).now), ["A2"]);
});

test("Whatever people answer, no suggestion has an unmet requirement, none is in place, and they are at most five", () => {
  const data = roadmap();
  times(1000, (next) => {
    const answers = answersOf(next, data);
    const judgements = judge(data, answers);
    const statuses = statusesOf(next, data);
    const role = oneOf(next, [null, "leder", "behandler"]);
    const found = suggest(data, answers, { statuses, begin: "A2", role });
    const strong = new Set(
      judgements.filter(({ kind, rank }) => kind === "judged" && rank === topRank(data)).map(({ letter }) => letter),
    );
    const isInPlace = ({ id, step }) => (statuses.has(id) ? statuses.get(id) === "pa-plass" : strong.has(step));
    const isBegun = (one) => isInPlace(one) || statuses.get(one.id) === "i-gang";
    const missing = ({ requires }) => requires.filter((id) => !isBegun(data.measures.find((other) => other.id === id)));
    const coming = new Set(ids(found.now));
    for (const { measure } of found.now) {
      assert.deepEqual(missing(measure), []);
      assert.ok(!isInPlace(measure));
    }
    for (const { measure, waitsFor } of found.next) {
      assert.deepEqual(waitsFor, missing(measure));
      assert.ok(waitsFor.length && waitsFor.every((id) => coming.has(id)));
    }
    assert.ok(found.now.length + found.next.length <= 5);
    assert.equal(new Set(ids([...found.now, ...found.next])).size, found.now.length + found.next.length);
    if (ids(found.now).includes("A2")) assert.equal(found.now[0].measure.id, "A2");
  });
});
