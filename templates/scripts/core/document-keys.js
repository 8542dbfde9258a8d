// Where the browser keeps documents, and which of them comes first: for the store, and for pages that only look into it.

/** @import { KindName } from "../types.d.ts" */

/** What every key of ours begins with. */
export const PREFIX = "veikart:";

/** What the keys of all documents of a kind begin with. @type {(kind: KindName) => string} */
export const keysOfKind = (kind) => `${PREFIX}${kind}:`;

/** What the keys begin with under which lies what documents of a kind were before some of it was left out. @type {(kind: KindName) => string} */
export const asidesOfKind = (kind) => `${PREFIX}aside:${kind}:`;

/** Where it stands which document of a kind was worked on last. @type {(kind: KindName) => string} */
export const openedKey = (kind) => `${PREFIX}active:${kind}`;

/** @type {(one: { id: string, changed: string }, other: { id: string, changed: string }) => number} */
export const newestFirst = (one, other) =>
  one.changed < other.changed ? 1 : one.changed > other.changed ? -1 : one.id < other.id ? 1 : -1;
