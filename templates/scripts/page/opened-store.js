// The store of a page: the browser's own storage, and what other tabs do to it.

import { openStore } from "../core/store.js";

/** @import { Kind } from "../types.d.ts" */

/**
 * @param {Kind[]} kinds those that the page works with
 * @param {(name: string) => string} copyName
 */
export const openedStore = (kinds, copyName) => {
  const store = openStore({
    kinds,
    storage: allowed(() => localStorage),
    session: allowed(() => sessionStorage),
    now: () => new Date(),
    newId,
    copyName,
  });
  addEventListener("storage", (event) => {
    if (event.storageArea !== sessionStorage) store.storageChanged(event.key);
  });
  return store;
};

/** @type {(storage: () => Storage) => Storage | null} */
const allowed = (storage) => {
  try {
    const found = storage();
    found.getItem("veikart:");
    return found;
  } catch {
    return null;
  }
};

// A page without https has no crypto.randomUUID.
const newId = () => [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
