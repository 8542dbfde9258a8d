/** @import { KindName, Store } from "../types.d.ts" */

/**
 * A name that no other document of a kind has.
 * @param {Store} store
 * @param {KindName} kind
 * @param {string} name as it would be called
 */
export const freeName = (store, kind, name) => {
  const taken = new Set(store.list(kind).map((document) => document.name));
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name} (${number})`)) number += 1;
  return `${name} (${number})`;
};
