import assert from "node:assert/strict";
import { test } from "node:test";

import { chosenMeasures } from "../../../templates/scripts/core/chosen.js";
import { planKind, withChoice } from "../../../templates/scripts/core/plan-kind.js";
import { openStore } from "../../../templates/scripts/core/store.js";

// As the browser's: its keys are those of the object.
const emptyStorage = () =>
  Object.defineProperties(
    {},
    {
      getItem: { value(key) { return Object.hasOwn(this, key) ? this[key] : null; } },
      setItem: { value(key, text) { this[key] = String(text); } },
      removeItem: { value(key) { delete this[key]; } },
    },
  );

const opened = (storage, session, minutes = { now: 0 }) => {
  let number = 0;
  return openStore({
    kinds: [planKind],
    storage,
    session,
    now: () => new Date(Date.UTC(2026, 10, 27, 8, minutes.now++)),
    newId: () => `id${number++}`,
    copyName: (name) => name,
  });
};
const chosen = (storage, session) => [...chosenMeasures(() => storage, () => session)];
const inActive = (store) =>
  Object.entries(store.active("plan")?.data.measures ?? {}).flatMap(([id, planned]) => (planned.chosen ? [id] : []));

test("what is chosen is that of the plan which the store has open, whatever was done", () => {
  const storage = emptyStorage();
  const session = emptyStorage();
  const store = opened(storage, session);
  const holds = () => assert.deepEqual(chosen(storage, session), inActive(store));
  holds();
  const first = store.create("plan", "Vår plan", withChoice(planKind.empty(), "A1", true));
  holds();
  const second = store.create("plan", "En til", withChoice(planKind.empty(), "B1", true));
  holds();
  store.activate(first.id);
  holds();
  store.update(first.id, withChoice(withChoice(first.data, "C1", true), "A1", false));
  holds();
  assert.deepEqual(chosen(storage, session), ["C1"]);
  store.remove(first.id);
  holds();
  store.undo(second.id);
  holds();
  // Another tab remembers nothing of its own.
  assert.deepEqual(chosen(storage, emptyStorage()), inActive(opened(storage, emptyStorage())));
});

test("where no plan was opened, it is the one that was changed last", () => {
  const storage = emptyStorage();
  const store = opened(storage, null);
  store.create("plan", "Eldre", withChoice(planKind.empty(), "A1", true));
  store.create("plan", "Nyere", withChoice(planKind.empty(), "B1", true));
  storage.removeItem("veikart:active:plan");
  assert.deepEqual(chosen(storage, emptyStorage()), ["B1"]);
});

test("texts that are no plans are passed over", () => {
  const storage = emptyStorage();
  for (const text of ["{", "null", "[]", '"x"', '{"id":"a"}', '{"id":"a","data":{}}', '{"id":"b","data":{"measures":{}}}']) {
    storage.setItem("veikart:plan:a", text);
    assert.deepEqual(chosen(storage, emptyStorage()), []);
  }
  storage.setItem("veikart:plan:a", '{"id":"a","changed":"2026","data":{"measures":{"A1":null,"B1":{"chosen":true},"C1":7}}}');
  assert.deepEqual(chosen(storage, emptyStorage()), ["B1"]);
});

test("where the browser allows no storage, nothing is chosen", () => {
  const refused = () => {
    throw new Error("SecurityError");
  };
  assert.deepEqual([...chosenMeasures(refused, refused)], []);
});
