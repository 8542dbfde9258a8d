// Documents as the browser keeps them: one text each, under a key of its own. Whatever the storage does, nothing is thrown.

import { asidesOfKind, keysOfKind, openedKey, PREFIX } from "./document-keys.js";
import { upgraded } from "./document-file.js";
import { isRecord } from "./values.js";

/** @import { Broken, Kind, KindName, WorkDocument } from "../types.d.ts" */

/** @typedef {{ document: WorkDocument | null, broken: Broken | null }} Found */

/**
 * @param {object} options
 * @param {Kind[]} options.kinds those that the page knows; others are left alone
 * @param {Storage | null} options.storage where documents are kept; null where the browser refuses
 * @param {Storage | null} options.session where this tab remembers which document it works on
 * @param {() => Date} options.now
 */
export const keptDocuments = ({ kinds, storage, session, now }) => {
  const state = { saved: /** @type {"saved" | "blocked" | "full"} */ (storage ? "saved" : "blocked"), at: /** @type {string | null} */ (null) };

  const keyOf = (/** @type {WorkDocument} */ document) => keysOfKind(document.kind) + document.id;
  const asideKeyOf = (/** @type {WorkDocument} */ { kind, id, revision }) => `${asidesOfKind(kind)}${id}:${revision}`;
  const kindIn = (/** @type {string} */ key) => kinds.find((one) => key.startsWith(keysOfKind(one.kind)));
  const kindAsideIn = (/** @type {string} */ key) => kinds.find((one) => key.startsWith(asidesOfKind(one.kind)));

  /** @type {(where: Storage | null) => string[]} */
  const keysOf = (where) => {
    try {
      return where ? Object.keys(where).filter((key) => key.startsWith(PREFIX)) : [];
    } catch {
      return [];
    }
  };

  /** @type {(where: Storage | null, key: string) => string | null} */
  const textOf = (where, key) => {
    try {
      return where?.getItem(key) ?? null;
    } catch {
      return null;
    }
  };

  /** @type {(where: Storage | null, key: string) => void} */
  const forget = (where, key) => {
    try {
      where?.removeItem(key);
    } catch {
      state.saved = "blocked";
    }
  };

  /** @type {(raw: string, kind: Kind) => { document: WorkDocument, unread: number }} */
  const documentIn = (raw, kind) => {
    const value = JSON.parse(raw);
    if (!isRecord(value) || typeof value.id !== "string" || typeof value.name !== "string") throw new Error("corrupt");
    const text = (/** @type {unknown} */ one) => (typeof one === "string" ? one : now().toISOString());
    const count = (/** @type {unknown} */ one) => (typeof one === "number" && one >= 0 ? Math.floor(one) : 0);
    const { data, unread } = upgraded(value.data, value.version, kind);
    const document = {
      id: value.id,
      kind: kind.kind,
      version: kind.version,
      name: value.name,
      revision: count(value.revision),
      created: text(value.created),
      changed: text(value.changed),
      exported: typeof value.exported === "string" ? value.exported : null,
      changesSinceExport: count(value.changesSinceExport),
      data,
    };
    return { document, unread };
  };

  /**
   * What lies under a key: a document, what can't be read of one, both, or nothing of a kind that the page knows.
   * @type {(key: string) => Found}
   */
  const read = (key) => {
    const asideOf = kindAsideIn(key);
    const kind = asideOf ?? kindIn(key);
    const raw = kind ? textOf(storage, key) : null;
    if (!kind || raw === null) return { document: null, broken: null };
    try {
      const { document, unread } = documentIn(raw, kind);
      const { name } = document;
      if (asideOf) return { document: null, broken: { key, raw, reason: "aside", name } };
      if (keyOf(document) !== key) throw new Error("corrupt");
      return { document, broken: unread ? { key, raw, reason: "partial", name, unread } : null };
    } catch (error) {
      const isNewer = error instanceof Error && "key" in error && error.key === "file-newer";
      return { document: null, broken: { key, raw, reason: isNewer ? "newer" : "corrupt" } };
    }
  };

  return {
    state,
    keyOf,
    read,
    all: () => keysOf(storage).map(read),
    /** The document that a key of the storage is of, where the page knows its kind. @type {(key: string) => string | null} */
    idIn: (key) => (kindIn(key) ? key.split(":").slice(2).join(":") : null),
    /**
     * Whether it could be kept.
     * @param {WorkDocument} document
     * @param {string} [aside] what lies in its place and is set aside, or nothing is written
     */
    write(document, aside) {
      try {
        if (!storage) throw new Error("blocked");
        if (aside !== undefined) storage.setItem(asideKeyOf(document), aside);
        storage.setItem(keyOf(document), JSON.stringify(document));
        state.saved = "saved";
        state.at = now().toISOString();
        return true;
      } catch (error) {
        if (aside !== undefined) forget(storage, asideKeyOf(document));
        const isFull = error instanceof Error && /quota/i.test(error.name);
        state.saved = isFull ? "full" : "blocked";
        return false;
      }
    },
    forget: (/** @type {string} */ key) => forget(storage, key),
    forgetAll() {
      for (const where of [session, storage]) for (const key of keysOf(where)) forget(where, key);
    },
    /** The documents that this tab, and the last one, worked on. @type {(kind: KindName) => (string | null)[]} */
    lastOpened: (kind) => [session, storage].map((where) => textOf(where, openedKey(kind))),
    /** @type {(document: WorkDocument) => void} */
    rememberOpened({ kind, id }) {
      for (const where of [session, storage]) {
        try {
          where?.setItem(openedKey(kind), id);
        } catch {
          // Then this page alone remembers it.
        }
      }
    },
  };
};
