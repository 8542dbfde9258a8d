// What is in the plan that the reader works on, read without opening the store: for pages that do nothing else with it.

import { keysOfKind, newestFirst, openedKey } from "./document-keys.js";

/** @import { PlanData } from "../types.d.ts" */

const PLANS = keysOfKind("plan");
const OPENED = openedKey("plan");

/**
 * The ids of the measures in the plan; none where there is no plan, or nothing can be read.
 * @param {() => Storage} storage
 * @param {() => Storage} session
 * @returns {Set<string>}
 */
export const chosenMeasures = (storage, session) => {
  const plans = keys(storage).flatMap((key) => planIn(read(storage, key), key));
  const remembered = [read(session, OPENED), read(storage, OPENED)];
  const open = remembered.map((id) => plans.find((plan) => plan.id === id)).find(Boolean) ?? [...plans].sort(newestFirst)[0];
  const measures = Object.entries(open?.measures ?? {});
  return new Set(measures.filter(([, planned]) => planned?.chosen === true).map(([id]) => id));
};

/** @typedef {{ id: string, changed: string, measures: PlanData["measures"] }} Plan */

/** @type {(text: string | null, key: string) => Plan[]} */
const planIn = (text, key) => {
  try {
    const { id, changed, data } = JSON.parse(text ?? "");
    return key === PLANS + id && typeof data.measures === "object" ? [{ id, changed, measures: data.measures }] : [];
  } catch {
    return [];
  }
};

/** @param {() => Storage} storage */
const keys = (storage) => {
  try {
    return Object.keys(storage()).filter((key) => key.startsWith(PLANS));
  } catch {
    // The browser allows no storage.
    return [];
  }
};

/** @type {(storage: () => Storage, key: string) => string | null} */
const read = (storage, key) => {
  try {
    return storage().getItem(key);
  } catch {
    return null;
  }
};
