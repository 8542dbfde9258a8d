// People's work with the tools, kept in the browser: documents of several kinds, each with a name of its own.
//
// What can't be kept goes on in memory, and is said. Nothing is written over that this page has not read: what another
// tab wrote meanwhile stays, and ours becomes a document of its own.

import { copyOf, isRecord } from "./values.js";
import { upgraded } from "./document-file.js";

/** @import { Broken, Kind, KindName, Store, StoreEvent, WorkDocument } from "../types.d.ts" */

const PREFIX = "veikart:";
const MOST_STEPS = 200;

/**
 * @typedef {object} Options
 * @property {Kind[]} kinds those that the page knows; others are left alone
 * @property {Storage | null} storage where documents are kept; null where the browser refuses
 * @property {Storage | null} session where this tab remembers which document it works on
 * @property {() => Date} now
 * @property {() => string} newId
 * @property {(name: string) => string} copyName what the copy of a document is called
 */

/** @typedef {{ past: any[], future: any[], merge: string | null }} History */

/**
 * @param {Options} options
 * @returns {Store & { storageChanged(key: string | null): void }}
 */
export const openStore = ({ kinds, storage, session, now, newId, copyName }) => {
  /** @type {Map<string, WorkDocument>} */
  const documents = new Map();
  /** The revision that lies in the storage, as far as this page knows. @type {Map<string, number>} */
  const stored = new Map();
  /** Those that are copies already, and need no longer name. @type {Set<string>} */
  const copies = new Set();
  /** @type {Map<string, History>} */
  const histories = new Map();
  /** @type {Set<(event: StoreEvent) => void>} */
  const listeners = new Set();
  /** @type {Map<KindName, string>} */
  const activeHere = new Map();
  const state = { saved: /** @type {"saved" | "blocked" | "full"} */ (storage ? "saved" : "blocked"), at: /** @type {string | null} */ (null) };

  const kindOf = (/** @type {KindName} */ name) => {
    const kind = kinds.find((one) => one.kind === name);
    if (!kind) throw new Error(`The page does not know documents of the kind ${name}`);
    return kind;
  };
  const keyOf = (/** @type {WorkDocument} */ document) => `${PREFIX}${document.kind}:${document.id}`;
  const tell = (/** @type {StoreEvent["type"]} */ type, /** @type {string} */ id) => {
    for (const listener of [...listeners]) listener({ type, id });
  };
  const historyOf = (/** @type {string} */ id) => {
    const history = histories.get(id) ?? { past: [], future: [], merge: null };
    histories.set(id, history);
    return history;
  };
  const required = (/** @type {string} */ id) => {
    const document = documents.get(id);
    if (!document) throw new Error(`There is no document ${id}`);
    return document;
  };

  /** @type {(where: Storage | null) => string[]} */
  const keysOf = (where) => {
    try {
      return where ? Object.keys(where).filter((key) => key.startsWith(PREFIX)) : [];
    } catch {
      return [];
    }
  };
  const rawOf = (/** @type {string} */ key) => {
    try {
      return storage?.getItem(key) ?? null;
    } catch {
      return null;
    }
  };

  /** @type {(raw: string, kind: Kind) => WorkDocument} */
  const documentIn = (raw, kind) => {
    const value = JSON.parse(raw);
    if (!isRecord(value) || typeof value.id !== "string" || typeof value.name !== "string") throw new Error("corrupt");
    const text = (/** @type {unknown} */ one) => (typeof one === "string" ? one : now().toISOString());
    const count = (/** @type {unknown} */ one) => (typeof one === "number" && one >= 0 ? Math.floor(one) : 0);
    return {
      id: value.id,
      kind: kind.kind,
      version: kind.version,
      name: value.name,
      revision: count(value.revision),
      created: text(value.created),
      changed: text(value.changed),
      exported: typeof value.exported === "string" ? value.exported : null,
      changesSinceExport: count(value.changesSinceExport),
      data: upgraded(value.data, value.version, kind).data,
    };
  };

  /** @type {(key: string) => { document: WorkDocument } | { broken: Broken } | null} */
  const readKey = (key) => {
    const kind = kinds.find((one) => key.startsWith(`${PREFIX}${one.kind}:`));
    const raw = kind ? rawOf(key) : null;
    if (!kind || raw === null) return null;
    try {
      const document = documentIn(raw, kind);
      if (keyOf(document) !== key) throw new Error("corrupt");
      return { document };
    } catch (error) {
      const isNewer = error instanceof Error && "key" in error && error.key === "file-newer";
      return { broken: { key, raw, reason: isNewer ? "newer" : "corrupt" } };
    }
  };

  const load = () => {
    for (const key of keysOf(storage)) {
      const found = readKey(key);
      if (found && "document" in found) take(found.document);
    }
  };

  /** Goes on from what lies in the storage. @type {(document: WorkDocument) => void} */
  const take = (document) => {
    documents.set(document.id, document);
    stored.set(document.id, document.revision);
  };

  /** Writes one text, and remembers whether that can be done. @type {(key: string, text: string) => boolean} */
  const write = (key, text) => {
    try {
      if (!storage) throw new Error("blocked");
      storage.setItem(key, text);
      state.saved = "saved";
      state.at = now().toISOString();
      return true;
    } catch (error) {
      const isFull = error instanceof Error && /quota/i.test(error.name);
      state.saved = isFull ? "full" : "blocked";
      return false;
    }
  };

  /** @type {(document: WorkDocument) => void} */
  const save = (document) => {
    const was = state.saved;
    if (write(keyOf(document), JSON.stringify(document))) stored.set(document.id, document.revision);
    if (was !== state.saved) tell("problem", document.id);
  };

  /** Whether somebody else wrote to the document since this page read it. @type {(document: WorkDocument) => boolean} */
  const isOvertaken = (document) => {
    const found = readKey(keyOf(document));
    return found !== null && (!("document" in found) || found.document.revision !== stored.get(document.id));
  };

  /** @type {(document: WorkDocument, data: any, isNewStep: boolean, name?: string) => WorkDocument} */
  const changed = (document, data, isNewStep, name = document.name) => {
    const next = {
      ...document,
      name,
      data,
      changed: now().toISOString(),
      changesSinceExport: document.changesSinceExport + (isNewStep ? 1 : 0),
    };
    if (isOvertaken(document)) return keptApart(next);
    const saved = { ...next, revision: document.revision + 1 };
    documents.set(saved.id, saved);
    save(saved);
    tell("changed", saved.id);
    return saved;
  };

  /** Ours as a copy, beside what the other tab wrote. @type {(document: WorkDocument) => WorkDocument} */
  const keptApart = (document) => {
    const theirs = readKey(keyOf(document));
    if (theirs && "document" in theirs) take(theirs.document);
    else documents.delete(document.id);
    const name = copies.has(document.id) ? document.name : copyName(document.name);
    const copy = { ...document, id: newId(), name, revision: 1, exported: null };
    copies.add(copy.id);
    documents.set(copy.id, copy);
    histories.set(copy.id, historyOf(document.id));
    histories.delete(document.id);
    save(copy);
    activate(copy.id);
    tell("conflict", copy.id);
    return copy;
  };

  const activate = (/** @type {string} */ id) => {
    const { kind } = required(id);
    activeHere.set(kind, id);
    for (const where of [session, storage]) {
      try {
        where?.setItem(`${PREFIX}active:${kind}`, id);
      } catch {
        // Then this page alone remembers it.
      }
    }
    tell("changed", id);
  };

  /** @type {(kind: KindName) => WorkDocument[]} */
  const list = (kind) =>
    [...documents.values()]
      .filter((document) => document.kind === kind)
      .sort((one, other) => (one.changed < other.changed ? 1 : one.changed > other.changed ? -1 : one.id < other.id ? 1 : -1));

  /** @type {(kind: KindName) => WorkDocument | null} */
  const active = (kind) => {
    /** @type {(string | null | undefined)[]} */
    const remembered = [activeHere.get(kind)];
    for (const where of [session, storage]) {
      try {
        remembered.push(where?.getItem(`${PREFIX}active:${kind}`));
      } catch {
        // It may be kept elsewhere.
      }
    }
    const id = remembered.find((one) => one && documents.get(one)?.kind === kind);
    return (id && documents.get(id)) || list(kind)[0] || null;
  };

  /** @type {Store["create"]} */
  const create = (kindName, name, data) => {
    const kind = kindOf(kindName);
    const moment = now().toISOString();
    /** @type {WorkDocument} */
    const document = {
      id: newId(),
      kind: kindName,
      version: kind.version,
      name,
      revision: 1,
      created: moment,
      changed: moment,
      exported: null,
      changesSinceExport: data === undefined ? 0 : 1,
      data: data === undefined ? kind.empty() : copyOf(data),
    };
    documents.set(document.id, document);
    save(document);
    activate(document.id);
    return document;
  };

  load();
  return {
    get state() {
      return { ...state };
    },
    list,
    get: (id) => documents.get(id) ?? null,
    active,
    activate,
    create,
    begin(kindName, name, data, { merge } = {}) {
      const document = create(kindName, name, data);
      histories.set(document.id, { past: [kindOf(kindName).empty()], future: [], merge: merge ?? null });
      tell("saved", document.id);
      return document;
    },
    update(id, data, { merge } = {}) {
      const document = required(id);
      const history = historyOf(id);
      const isSameStep = merge !== undefined && merge === history.merge && history.past.length > 0;
      if (!isSameStep) history.past = [...history.past, document.data].slice(-MOST_STEPS);
      history.future = [];
      history.merge = merge ?? null;
      return changed(document, copyOf(data), !isSameStep);
    },
    undo(id) {
      const document = required(id);
      const history = historyOf(id);
      if (!history.past.length) return;
      const data = history.past.pop();
      history.future.push(document.data);
      history.merge = null;
      changed(document, data, true);
    },
    redo(id) {
      const document = required(id);
      const history = historyOf(id);
      if (!history.future.length) return;
      const data = history.future.pop();
      history.past.push(document.data);
      history.merge = null;
      changed(document, data, true);
    },
    canUndo: (id) => historyOf(id).past.length > 0,
    canRedo: (id) => historyOf(id).future.length > 0,
    rename(id, name) {
      const document = required(id);
      changed(document, document.data, true, name);
    },
    remove(id) {
      const document = documents.get(id) ?? null;
      if (!document) return null;
      documents.delete(id);
      try {
        storage?.removeItem(keyOf(document));
      } catch {
        state.saved = "blocked";
      }
      tell("changed", id);
      return document;
    },
    restore(document) {
      documents.set(document.id, document);
      save(document);
      activate(document.id);
    },
    removeAll() {
      for (const where of [session, storage]) for (const key of keysOf(where)) where?.removeItem(key);
      documents.clear();
      histories.clear();
      activeHere.clear();
      tell("changed", "");
    },
    markExported(id) {
      const document = required(id);
      if (isOvertaken(document)) return;
      const exported = { ...document, exported: now().toISOString(), changesSinceExport: 0, revision: document.revision + 1 };
      documents.set(id, exported);
      save(exported);
      tell("saved", id);
    },
    broken: () =>
      keysOf(storage)
        .map(readKey)
        .flatMap((found) => (found && "broken" in found ? [found.broken] : [])),
    forget(key) {
      storage?.removeItem(key);
      tell("changed", "");
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** What another tab did to a key of the storage; null is all of it. */
    storageChanged(key) {
      const keys = key === null ? [...documents.values()].map(keyOf) : [key];
      for (const one of keys.filter((name) => kinds.some((kind) => name.startsWith(`${PREFIX}${kind.kind}:`)))) {
        const id = one.split(":").slice(2).join(":");
        const found = readKey(one);
        if (found && "document" in found) take(found.document);
        else documents.delete(id);
        histories.delete(id);
        tell("other-tab", id);
      }
    },
  };
};
