import assert from "node:assert/strict";
import test from "node:test";

import { planKind, statusOf, withChoice, withStatus } from "../../../templates/scripts/core/plan-kind.js";
import { ImportError } from "../../../templates/scripts/core/values.js";

test("every status keeps its day, and the last one of a day counts", () => {
  let plan = withStatus(planKind.empty(), "A3", "i-gang", "2026-11-01");
  plan = withStatus(plan, "A3", "pa-plass", "2026-11-20");
  plan = withStatus(plan, "A3", "ikke-begynt", "2026-11-20");
  assert.deepEqual(plan.measures.A3.states, [
    { status: "i-gang", date: "2026-11-01" },
    { status: "ikke-begynt", date: "2026-11-20" },
  ]);
  assert.equal(statusOf(plan, "A3"), "ikke-begynt");
  assert.deepEqual(withStatus(plan, "A3", "i-gang", "2026-11-20").measures.A3.states, [{ status: "i-gang", date: "2026-11-01" }]);
});

test("what a plan says of a measure stays when it is no longer chosen", () => {
  const plan = withStatus(withChoice(planKind.empty(), "A3", true), "A3", "i-gang", "2026-11-01");
  assert.equal(statusOf(withChoice(plan, "A3", false), "A3"), "i-gang");
});

test("foreign data is read field by field: unknown measures stay, what can't be used is counted", () => {
  const { data, unread } = planKind.read({
    unit: 7,
    order: ["Z9", "A3", "A3", 4, "<b>"],
    measures: { Z9: { chosen: true, role: "leder", deadline: "2026-02-30", states: [{ status: "x", date: "2026-11-01" }, 3] }, A3: "nei", "<b>": {} },
  });
  assert.equal(data.unit, "");
  assert.deepEqual(data.order, ["Z9", "A3"]);
  assert.deepEqual(Object.keys(data.measures), ["Z9"]);
  assert.deepEqual(data.measures.Z9.states, [{ status: "x", date: "2026-11-01" }]);
  assert.equal(data.measures.Z9.deadline, "");
  assert.equal(unread, 7);
  for (const value of [null, [], "x", {}, { measures: [] }]) assert.throws(() => planKind.read(value), ImportError);
});

const unreadIn = (changes) => planKind.read({ measures: { A3: { chosen: true, role: "leder", ...changes } } }).unread;

test("each part of a measure that can't be used, or is cut, counts as one", () => {
  assert.equal(unreadIn({}), 0);
  assert.equal(unreadIn({ chosen: "ja" }), 1);
  assert.equal(unreadIn({ role: ["leder"], note: 3 }), 2);
  assert.equal(unreadIn({ note: "x".repeat(1001) }), 1);
  assert.equal(unreadIn({ note: "x".repeat(1000) }), 0);
  assert.equal(unreadIn({ deadline: "1.3.2027", review: "2027-02-29" }), 2);
  assert.equal(unreadIn({ deadline: "2027-03-01T12:00:00Z" }), 1);
  assert.equal(unreadIn({ states: "i-gang" }), 1);
  assert.equal(unreadIn({ states: [{ status: "i-gang", date: "i dag" }, { status: 1, date: "2026-11-01" }, {}] }), 3);
  assert.equal(unreadIn({ states: [{ status: "i-gang", date: "2026-11-01", by: "leder" }] }), 1);
  assert.equal(unreadIn({ merknad: "Husk dette" }), 1);
  assert.equal(unreadIn(JSON.parse('{"__proto__": {"chosen": true}}')), 1);
});

test("where nobody has said anything there is nothing to lose", () => {
  const nothing = { chosen: null, states: null, role: "", deadline: null, review: "", note: undefined, merknad: "" };
  assert.deepEqual(planKind.read({ measures: { A3: nothing, B1: null }, order: null, unit: null, tom: null }), {
    data: { unit: "", measures: { A3: { chosen: false, states: [], role: "", deadline: "", review: "", note: "" } }, order: [] },
    unread: 0,
  });
});

test("a day keeps the year that somebody typed", () => {
  const { data, unread } = planKind.read({ measures: { A3: { deadline: "0026-11-01" } } });
  assert.deepEqual([data.measures.A3.deadline, unread], ["0026-11-01", 0]);
});

test("what is more than anybody has is left out and counted", () => {
  const order = Array.from({ length: 5003 }, (_, number) => `A${number}`);
  const { data, unread } = planKind.read({ measures: Object.fromEntries(order.map((id) => [id, {}])), order });
  assert.deepEqual([Object.keys(data.measures).length, data.order.length, unread], [5000, 5000, 6]);
});

test("all statuses of a measure are kept, the last ones too", () => {
  const day = (number) => new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10);
  let plan = planKind.empty();
  for (let number = 0; number < 150; number += 1) plan = withStatus(plan, "A3", number % 2 ? "i-gang" : "pa-plass", day(number));
  assert.deepEqual(planKind.read(plan), { data: plan, unread: 0 });
});
