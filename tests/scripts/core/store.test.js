import assert from "node:assert/strict";
import test from "node:test";

import { planKind, statusOf, withChoice, withStatus } from "../../../templates/scripts/core/plan-kind.js";
import { openStore } from "../../../templates/scripts/core/store.js";
import { FakeStorage } from "./storage.js";

let made = 0;
const opened = (storage = new FakeStorage(), session = new FakeStorage(), kinds = [planKind]) => {
  let minute = 0;
  const store = openStore({
    kinds,
    storage,
    session,
    now: () => new Date(Date.UTC(2026, 10, 27, 8, (minute += 1))),
    newId: () => `id${(made += 1)}`,
    copyName: (name) => `${name} – kopi`,
  });
  const events = [];
  store.subscribe((event) => events.push(event));
  return { store, events, storage, session };
};
const chosen = (plan, id) => withChoice(plan, id, true);

test("what is written is there when the page is opened again", () => {
  const { store, storage } = opened();
  const plan = store.create("plan", "Vår plan");
  store.update(plan.id, chosen(plan.data, "A3"));
  const again = opened(storage).store;
  assert.equal(again.active("plan").data.measures.A3.chosen, true);
  assert.deepEqual(again.list("plan").map(({ name }) => name), ["Vår plan"]);
  assert.equal(again.active("plan").changesSinceExport, 1);
});

test("each tab remembers its own document, and a new tab opens the last one", () => {
  const { store, storage, session } = opened();
  const first = store.create("plan", "Første");
  const second = store.create("plan", "Andre");
  store.activate(first.id);
  assert.equal(opened(storage, session).store.active("plan").id, first.id);
  const other = opened(storage);
  other.store.activate(second.id);
  assert.equal(opened(storage, session).store.active("plan").id, first.id);
});

test("a tab keeps to the document that it shows, whichever another tab opens", () => {
  const { store, storage } = opened();
  const first = store.create("plan", "Første");
  const second = store.create("plan", "Andre");
  const here = opened(storage).store;
  assert.equal(here.active("plan").id, second.id);
  opened(storage).store.activate(first.id);
  assert.equal(here.active("plan").id, second.id);
});

test("undo and redo go back and forth, and typing is one step", () => {
  const { store } = opened();
  const { id, data } = store.create("plan", "Vår plan");
  store.update(id, { ...data, unit: "K" }, { merge: "unit" });
  store.update(id, { ...data, unit: "Ki" }, { merge: "unit" });
  store.update(id, chosen(store.get(id).data, "A3"));
  assert.equal(store.get(id).changesSinceExport, 2);
  store.undo(id);
  assert.deepEqual(store.get(id).data, { ...data, unit: "Ki" });
  store.undo(id);
  assert.deepEqual(store.get(id).data, data);
  assert.equal(store.canUndo(id), false);
  store.redo(id);
  store.redo(id);
  assert.equal(store.get(id).data.measures.A3.chosen, true);
  assert.equal(store.canRedo(id), false);
});

test("what another tab wrote is not written over: both are kept", () => {
  const here = opened();
  const plan = here.store.create("plan", "Vår plan");
  const there = opened(here.storage);
  there.store.update(plan.id, chosen(plan.data, "A1"));
  here.store.update(plan.id, chosen(plan.data, "B1"));
  assert.ok(here.events.some(({ type }) => type === "conflict"));
  const names = opened(here.storage).store.list("plan").map(({ name, data }) => [name, Object.keys(data.measures)]);
  assert.deepEqual(new Map(names), new Map([["Vår plan", ["A1"]], ["Vår plan – kopi", ["B1"]]]));
  assert.equal(here.store.active("plan").name, "Vår plan – kopi");
});

test("a tab that is told of a change shows it, and goes on from it", () => {
  const here = opened();
  const plan = here.store.create("plan", "Vår plan");
  const there = opened(here.storage);
  there.store.update(plan.id, chosen(plan.data, "A1"));
  here.store.storageChanged(`veikart:plan:${plan.id}`);
  here.store.update(plan.id, chosen(here.store.get(plan.id).data, "B1"));
  assert.deepEqual(Object.keys(opened(here.storage).store.get(plan.id).data.measures), ["A1", "B1"]);
  there.store.remove(plan.id);
  here.store.storageChanged(`veikart:plan:${plan.id}`);
  assert.equal(here.store.active("plan"), null);
});

test("where the browser keeps nothing, work goes on and it is said", () => {
  const { store } = opened(null, null);
  assert.equal(store.state.saved, "blocked");
  const plan = store.create("plan", "Vår plan");
  store.update(plan.id, chosen(plan.data, "A3"));
  assert.equal(store.active("plan").data.measures.A3.chosen, true);
  const refusing = new FakeStorage();
  refusing.isBlocked = true;
  assert.equal(opened(refusing, refusing).store.create("plan", "Vår plan").name, "Vår plan");
});

test("where the storage is full, the change stays in the page until there is room", () => {
  const { store, storage, events } = opened();
  const plan = store.create("plan", "Vår plan");
  storage.isFull = true;
  store.update(plan.id, chosen(plan.data, "A3"));
  assert.equal(store.state.saved, "full");
  assert.ok(events.some(({ type }) => type === "problem"));
  storage.isFull = false;
  store.update(plan.id, chosen(store.get(plan.id).data, "B1"));
  assert.equal(store.state.saved, "saved");
  assert.deepEqual(Object.keys(opened(storage).store.get(plan.id).data.measures), ["A3", "B1"]);
});

test("what another tab wrote while the storage was full is not written over either", () => {
  const here = opened();
  const plan = here.store.create("plan", "Vår plan");
  here.storage.isFull = true;
  here.store.update(plan.id, chosen(plan.data, "B1"));
  here.storage.isFull = false;
  const there = opened(here.storage);
  there.store.update(plan.id, chosen(plan.data, "A1"));
  here.store.update(plan.id, chosen(here.store.get(plan.id).data, "C1"));
  const names = opened(here.storage).store.list("plan").map(({ name, data }) => [name, Object.keys(data.measures)]);
  assert.deepEqual(new Map(names), new Map([["Vår plan", ["A1"]], ["Vår plan – kopi", ["B1", "C1"]]]));
});

test("what can't be read, and what is newer, is left alone and can be taken away or forgotten", () => {
  const storage = new FakeStorage();
  storage.setItem("veikart:plan:x", "{not json");
  storage.setItem("veikart:plan:y", JSON.stringify({ id: "y", name: "Ny", version: 99, data: {} }));
  storage.setItem("veikart:plan:z", JSON.stringify({ id: "other", name: "Feil", version: 1, data: { measures: {} } }));
  storage.setItem("veikart:other-kind:w", "{}");
  const { store } = opened(storage);
  assert.deepEqual(store.list("plan"), []);
  assert.deepEqual(store.broken().map(({ key, reason }) => [key, reason]).sort(), [
    ["veikart:plan:x", "corrupt"],
    ["veikart:plan:y", "newer"],
    ["veikart:plan:z", "corrupt"],
  ]);
  store.forget("veikart:plan:x");
  assert.equal(store.broken().length, 2);
  assert.equal(storage.getItem("veikart:other-kind:w"), "{}");
});

const PARTIAL = JSON.stringify({
  id: "x",
  name: "Vår plan",
  version: 1,
  revision: 4,
  data: { unit: 7, measures: { A3: { chosen: true }, B1: "ja" }, order: ["A3"] },
});
const withPartial = () => {
  const storage = new FakeStorage();
  storage.setItem("veikart:plan:x", PARTIAL);
  return opened(storage);
};
const told = (store) => store.broken().map(({ reason, name, unread, raw }) => ({ reason, name, unread, raw }));
const SET_ASIDE = [{ reason: "aside", name: "Vår plan", unread: undefined, raw: PARTIAL }];

test("a document of which some can't be read is opened and told of, and stays as it lies", () => {
  const { store, storage } = withPartial();
  assert.deepEqual(Object.keys(store.active("plan").data.measures), ["A3"]);
  assert.deepEqual(told(store), [{ reason: "partial", name: "Vår plan", unread: 2, raw: PARTIAL }]);
  assert.deepEqual({ ...storage }, { "veikart:plan:x": PARTIAL });
});

test("before it is written over, what it was is set aside, until somebody forgets it", () => {
  const { store, storage } = withPartial();
  store.update("x", chosen(store.get("x").data, "C1"));
  store.update("x", chosen(store.get("x").data, "C2"));
  assert.deepEqual(told(store), SET_ASIDE);
  const again = opened(storage).store;
  assert.deepEqual(Object.keys(again.get("x").data.measures), ["A3", "C1", "C2"]);
  assert.deepEqual(again.list("plan").length, 1);
  assert.deepEqual(told(again), SET_ASIDE);
  again.forget(again.broken()[0].key);
  assert.deepEqual([again.broken(), opened(storage).store.broken()], [[], []]);
  assert.deepEqual(Object.keys(opened(storage).store.get("x").data.measures), ["A3", "C1", "C2"]);
});

test("what can't be read of a document can be forgotten, and the rest stays", () => {
  const { store, storage } = withPartial();
  store.forget(store.broken()[0].key);
  for (const one of [store, opened(storage).store]) {
    assert.deepEqual([Object.keys(one.get("x").data.measures), one.broken()], [["A3"], []]);
  }
});

test("where there is no room to set it aside, nothing is written over it", () => {
  const { store, storage } = withPartial();
  storage.isFull = true;
  store.update("x", chosen(store.get("x").data, "C1"));
  assert.equal(store.state.saved, "full");
  assert.deepEqual({ ...storage }, { "veikart:plan:x": PARTIAL });
  storage.isFull = false;
  store.update("x", chosen(store.get("x").data, "C2"));
  assert.deepEqual(told(opened(storage).store), SET_ASIDE);
});

test("where there is room for what is set aside and for no more, none is taken up", () => {
  const { store, storage } = withPartial();
  storage.room = 1;
  store.update("x", chosen(store.get("x").data, "C1"));
  assert.deepEqual([store.state.saved, { ...storage }], ["full", { "veikart:plan:x": PARTIAL }]);
});

test("a document that is removed and taken back still has what could not be read of it", () => {
  const { store, storage } = withPartial();
  store.restore(store.remove("x"));
  assert.deepEqual(told(opened(storage).store), SET_ASIDE);
  store.removeAll();
  assert.deepEqual(Object.keys(storage), []);
});

test("another tab that set it aside is seen", () => {
  const { store: here, storage } = withPartial();
  const { store: there } = opened(storage);
  there.update("x", chosen(there.get("x").data, "C1"));
  for (const key of Object.keys(storage)) here.storageChanged(key);
  assert.deepEqual(told(here), SET_ASIDE);
  here.update("x", chosen(here.get("x").data, "C2"));
  assert.deepEqual(Object.keys(opened(storage).store.get("x").data.measures), ["A3", "C1", "C2"]);
});

test("data of an earlier version is upgraded step by step", () => {
  const storage = new FakeStorage();
  storage.setItem("veikart:plan:x", JSON.stringify({ id: "x", name: "Gammel", version: 1, data: { one: 1 } }));
  const kind = {
    kind: "plan",
    version: 3,
    empty: () => ({}),
    upgrade: { 1: (data) => ({ two: data.one + 1 }), 2: (data) => ({ three: data.two + 1 }) },
    read: (value) => ({ data: value, unread: 0 }),
  };
  assert.deepEqual(opened(storage, new FakeStorage(), [kind]).store.get("x").data, { three: 3 });
});

test("removing can be undone, and removing all leaves nothing of ours and all of others'", () => {
  const { store, storage, session } = opened();
  storage.setItem("someone-else", "stays");
  const plan = store.create("plan", "Vår plan");
  const removed = store.remove(plan.id);
  assert.equal(store.active("plan"), null);
  store.restore(removed);
  assert.equal(store.active("plan").name, "Vår plan");
  store.removeAll();
  assert.deepEqual(Object.keys(storage), ["someone-else"]);
  assert.deepEqual(Object.keys(session), []);
});

test("the first change of a document can be undone", () => {
  const { store } = opened();
  const plan = store.begin("plan", "Vår plan", chosen(planKind.empty(), "A3"), { merge: "x" });
  store.undo(plan.id);
  assert.deepEqual(store.get(plan.id).data, planKind.empty());
  store.redo(plan.id);
  assert.equal(store.get(plan.id).data.measures.A3.chosen, true);
});

test("what stands apart from people's texts is no step, and undo and redo leave it as it is", () => {
  const kind = {
    kind: "meeting",
    version: 1,
    apart: ["clock"],
    empty: () => ({ text: "", clock: 0 }),
    upgrade: {},
    read: (value) => ({ data: value, unread: 0 }),
  };
  const { store } = opened(new FakeStorage(), new FakeStorage(), [kind]);
  const { id } = store.begin("meeting", "Møte", { text: "", clock: 1 });
  assert.equal(store.canUndo(id), false);
  store.update(id, { text: "en", clock: 1 }, { merge: "text" });
  store.update(id, { text: "en", clock: 2 });
  store.update(id, { text: "en og to", clock: 2 }, { merge: "text" });
  store.update(id, { text: "tre", clock: 2 });
  store.update(id, { text: "tre", clock: 3 });
  store.undo(id);
  assert.deepEqual(store.get(id).data, { text: "en og to", clock: 3 });
  store.update(id, { text: "en og to", clock: 4 });
  store.redo(id);
  assert.deepEqual(store.get(id).data, { text: "tre", clock: 4 });
  store.undo(id);
  store.undo(id);
  assert.deepEqual(store.get(id).data, { text: "", clock: 4 });
  assert.equal(store.canUndo(id), false);
});

test("what a newer version wrote in the place of a document is said at once", () => {
  const { store, storage } = opened();
  const { id, data } = store.create("plan", "Vår plan");
  const key = `veikart:plan:${id}`;
  storage.setItem(key, JSON.stringify({ ...JSON.parse(storage.getItem(key)), version: 99 }));
  store.update(id, chosen(data, "A1"));
  assert.deepEqual(store.broken().map(({ reason }) => reason), ["newer"]);
});

test("what is taken back writes over nothing that came in its place", () => {
  const here = opened();
  const plan = here.store.create("plan", "Vår plan");
  const there = opened(here.storage);
  const removed = here.store.remove(plan.id);
  // The other tab is not told of it yet.
  there.store.update(plan.id, chosen(plan.data, "A1"));
  here.store.restore(removed);
  const names = opened(here.storage).store.list("plan").map(({ name, data }) => [name, Object.keys(data.measures)]);
  assert.deepEqual(new Map(names), new Map([["Vår plan", ["A1"]], ["Vår plan – kopi", []]]));
});

test("a copy is named a copy once", () => {
  const here = opened();
  const plan = here.store.create("plan", "Vår plan");
  for (const id of ["A1", "A2"]) {
    const there = opened(here.storage);
    const document = here.store.active("plan");
    there.store.update(document.id, chosen(document.data, id));
    here.store.update(document.id, chosen(document.data, "B1"));
  }
  assert.deepEqual(new Set(here.store.list("plan").map(({ name }) => name)), new Set(["Vår plan", "Vår plan – kopi"]));
  assert.equal(here.store.list("plan").length, 3);
  assert.ok(plan);
});

test("taking it away counts anew", () => {
  const { store } = opened();
  const plan = store.create("plan", "Vår plan");
  store.update(plan.id, chosen(plan.data, "A3"));
  store.markExported(plan.id);
  assert.equal(store.get(plan.id).changesSinceExport, 0);
  assert.ok(store.get(plan.id).exported);
});

test("ids that all objects have are ids like others", () => {
  const { store, storage } = opened();
  const { id, data } = store.create("plan", "Vår plan");
  assert.equal(statusOf(data, "constructor"), "");
  store.update(id, withStatus(chosen(data, "constructor"), "constructor", "i-gang", "2026-11-27"));
  assert.equal(statusOf(opened(storage).store.get(id).data, "constructor"), "i-gang");
});
