import assert from "node:assert/strict";
import { test } from "node:test";

import { difference, fits, inGroup, isQuiet, standings, waitedFor } from "../../../templates/scripts/start/standing.js";

const PROGRESS = [
  { id: "ikke-begynt", name: "Ikke begynt", rank: 0 },
  { id: "i-gang", name: "I gang", rank: 1 },
  { id: "pa-plass", name: "På plass", rank: 2 },
];
const GROUPS = ["ready", "begun", "waiting", "done"];

const measure = (id, requires = [], rest = {}) => ({ id, requires, actors: [], effort: "liten", ...rest });
const roadmapOf = (...measures) => ({ measures, progress: PROGRESS });
const ids = (measures) => measures.map((one) => one.id);
const standing = (all, id) => all.find((one) => one.measure.id === id);
const read = (roadmap, statuses) => standings(roadmap, (one) => statuses.get(one.id) ?? "");

// Numbers that look random and are the same in each run.
const chances = (seed) => () => {
  seed = (seed * 1664525 + 1013904223) % 4294967296;
  return seed / 4294967296;
};

// A roadmap in which a measure may require those before it, and what somebody has said of each.
const made = (seed) => {
  const chance = chances(seed);
  const measures = [];
  for (let number = 0; number < 12; number += 1) {
    measures.push(measure(`M${number}`, ids(measures).filter(() => chance() < 0.25)));
  }
  const statuses = new Map();
  for (const one of measures) statuses.set(one.id, PROGRESS[Math.floor(chance() * 3)].id);
  // Not in the order in which they can be started.
  measures.sort(() => chance() - 0.5);
  return { roadmap: roadmapOf(...measures), statuses, chance };
};
const everyCase = Array.from({ length: 200 }, (_, seed) => made(seed));

const isBegun = (statuses, id) => ["i-gang", "pa-plass"].includes(statuses.get(id));

test("nothing that can start has a requirement which is not begun", () => {
  for (const { roadmap, statuses } of everyCase) {
    for (const { measure: ready } of inGroup(read(roadmap, statuses), "ready")) {
      assert.ok(ready.requires.every((id) => isBegun(statuses, id)));
    }
  }
});

test("what waits, waits for all that is not begun of what it requires, and for nothing else", () => {
  for (const { roadmap, statuses } of everyCase) {
    const waiting = inGroup(read(roadmap, statuses), "waiting");
    for (const { measure: one, missing } of waiting) {
      assert.ok(missing.length > 0);
      const expected = roadmap.measures.filter((other) => one.requires.includes(other.id) && !isBegun(statuses, other.id));
      assert.deepEqual(ids(missing), ids(expected));
    }
  }
});

test("each measure is in exactly one group, in the order of the roadmap", () => {
  for (const { roadmap, statuses } of everyCase) {
    const all = read(roadmap, statuses);
    assert.deepEqual(ids(all.map((one) => one.measure)), ids(roadmap.measures));
    const grouped = GROUPS.flatMap((group) => inGroup(all, group).map((one) => one.measure.id));
    assert.deepEqual(grouped.toSorted(), ids(roadmap.measures).toSorted());
  }
});

test("putting something in place never makes anything else wait, and undoing it gives back what was", () => {
  for (const { roadmap, statuses, chance } of everyCase) {
    const changed = roadmap.measures[Math.floor(chance() * roadmap.measures.length)];
    const before = read(roadmap, statuses);
    const after = read(roadmap, new Map(statuses).set(changed.id, "pa-plass"));
    const forwards = difference(before, after, changed.id);
    assert.deepEqual(forwards.closed, []);
    const othersReady = inGroup(before, "ready").filter((one) => one.measure.id !== changed.id);
    for (const { measure: ready } of othersReady) assert.equal(standing(after, ready.id).group, "ready");
    for (const opened of forwards.opened) assert.ok(opened.requires.includes(changed.id));
    const backwards = difference(after, before, changed.id);
    assert.deepEqual([backwards.opened, backwards.closed], [[], forwards.opened]);
    assert.deepEqual(read(roadmap, statuses), before);
  }
});

test("where nothing is done, only what requires nothing can start", () => {
  const all = read(roadmapOf(measure("A1", ["A2"]), measure("A2"), measure("B1", ["A1", "A2"])), new Map());
  assert.deepEqual(ids(inGroup(all, "ready").map((one) => one.measure)), ["A2"]);
  assert.deepEqual(ids(standing(all, "B1").missing), ["A1", "A2"]);
});

test("something begun is enough for what requires it", () => {
  const all = read(roadmapOf(measure("A1"), measure("A2", ["A1"])), new Map([["A1", "i-gang"]]));
  assert.deepEqual([standing(all, "A1").group, standing(all, "A2").group], ["begun", "ready"]);
});

test("something in place before what it requires stays so, and says what is missing", () => {
  const all = read(roadmapOf(measure("A1"), measure("A2", ["A1"]), measure("A3", ["A2"])), new Map([["A2", "pa-plass"]]));
  assert.deepEqual([standing(all, "A2").group, ids(standing(all, "A2").missing)], ["done", ["A1"]]);
  assert.equal(standing(all, "A3").group, "ready");
});

test("something in place can fall back, and closes what it had opened", () => {
  const roadmap = roadmapOf(measure("A1"), measure("A2", ["A1"]));
  const before = read(roadmap, new Map([["A1", "pa-plass"]]));
  const after = read(roadmap, new Map([["A1", "ikke-begynt"]]));
  assert.deepEqual(ids(difference(before, after, "A1").closed), ["A2"]);
});

test("a status that the roadmap no longer has, counts as not begun", () => {
  const roadmap = roadmapOf(measure("A1"), measure("constructor", ["A1"]));
  const all = read(roadmap, new Map([["A1", "__proto__"], ["constructor", "toString"]]));
  assert.deepEqual([standing(all, "A1").group, standing(all, "constructor").group], ["ready", "waiting"]);
});

test("a measure fits its actors and its effort, and whoever asks for nothing", () => {
  const one = measure("A1", [], { actors: ["leder", "behandler"], effort: "stor" });
  assert.ok(fits(one, { role: "", effort: "" }));
  assert.ok(fits(one, { role: "behandler", effort: "stor" }));
  assert.ok(!fits(one, { role: "superbruker", effort: "stor" }));
  assert.ok(!fits(one, { role: "leder", effort: "liten" }));
});

test("measures are quiet while all of them wait, and wait for others than themselves", () => {
  const roadmap = roadmapOf(measure("A1"), measure("B1", ["A1"]), measure("B2", ["A1", "B1"]), measure("B3", ["C1"]), measure("C1"));
  const inStep = (all) => all.filter((one) => one.measure.id.startsWith("B"));
  const before = read(roadmap, new Map());
  assert.ok(isQuiet(inStep(before)));
  assert.deepEqual(ids(waitedFor(before, inStep(before))), ["A1", "C1"]);
  assert.ok(!isQuiet(inStep(read(roadmap, new Map([["A1", "pa-plass"]])))));
  assert.ok(!isQuiet(inStep(read(roadmap, new Map([["B2", "i-gang"]])))));
});
