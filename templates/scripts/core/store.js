// People's work with the tools, kept in the browser: documents of several kinds, each with a name of its own.
//
// What can't be kept goes on in memory, and is said. Nothing is written over that this page has not read: what another
// tab wrote meanwhile stays, and ours becomes a document of its own; what could not be read of a document is set aside.

import { LONGEST_NAME } from "./document-file.js";
import { newestFirst } from "./document-keys.js";
import { histories } from "./histories.js";
import { keptDocuments } from "./kept-documents.js";
import { copyOf } from "./values.js";

/** @import { Kind, KindName, Store, StoreEvent, WorkDocument } from "../types.d.ts" */

/**
 * @typedef {object} Options
 * @property {Kind[]} kinds those that the page knows; others are left alone
 * @property {Storage | null} storage where documents are kept; null where the browser refuses
 * @property {Storage | null} session where this tab remembers which document it works on
 * @property {() => Date} now
 * @property {() => string} newId
 * @property {(name: string) => string} copyName what the copy of a document is called
 */

/**
 * @param {Options} options
 * @returns {Store & { storageChanged(key: string | null): void }}
 */
export const openStore = ({ kinds, storage, session, now, newId, copyName }) => {
  const kept = keptDocuments({ kinds, storage, session, now });
  const history = histories();
  /** @type {Map<string, WorkDocument>} */
  const documents = new Map();
  /** The revision that lies in the storage, as far as this page knows. @type {Map<string, number>} */
  const stored = new Map();
  /** Those that are copies already, and need no longer name. @type {Set<string>} */
  const copies = new Set();
  /** @type {Map<KindName, string>} */
  const activeHere = new Map();
  /** @type {Set<(event: StoreEvent) => void>} */
  const listeners = new Set();

  const kindOf = (/** @type {KindName} */ name) => {
    const kind = kinds.find((one) => one.kind === name);
    if (!kind) throw new Error(`The page does not know documents of the kind ${name}`);
    return kind;
  };
  const tell = (/** @type {StoreEvent["type"]} */ type, /** @type {string} */ id) => {
    for (const listener of [...listeners]) listener({ type, id });
  };
  const required = (/** @type {string} */ id) => {
    const document = documents.get(id);
    if (!document) throw new Error(`There is no document ${id}`);
    return document;
  };

  /** Goes on from what lies in the storage. @type {(document: WorkDocument) => void} */
  const take = (document) => {
    documents.set(document.id, document);
    stored.set(document.id, document.revision);
  };

  /** @type {(document: WorkDocument) => void} */
  const save = (document) => {
    documents.set(document.id, document);
    const was = kept.state.saved;
    const partial = broken.find(({ key }) => key === kept.keyOf(document));
    if (kept.write(document, partial?.raw)) stored.set(document.id, document.revision);
    if (partial) broken = brokenNow();
    if (was !== kept.state.saved) tell("problem", document.id);
  };

  /** Whether somebody else wrote to the document since this page read it. @type {(document: WorkDocument) => boolean} */
  const isOvertaken = (document) => {
    const { document: found, broken: rest } = kept.read(kept.keyOf(document));
    return found ? found.revision !== stored.get(document.id) : rest !== null;
  };

  /** @type {(document: WorkDocument, data: any, isStep: boolean, name?: string) => WorkDocument} */
  const changed = (document, data, isStep, name = document.name) => {
    const next = {
      ...document,
      name,
      data,
      changed: now().toISOString(),
      changesSinceExport: document.changesSinceExport + (isStep ? 1 : 0),
    };
    if (isOvertaken(document)) return keptApart(next);
    const saved = { ...next, revision: document.revision + 1 };
    save(saved);
    tell("changed", saved.id);
    return saved;
  };

  /** Ours as a copy, beside what the other tab wrote. @type {(document: WorkDocument) => WorkDocument} */
  const keptApart = (document) => {
    const theirs = kept.read(kept.keyOf(document)).document;
    if (theirs) take(theirs);
    else {
      documents.delete(document.id);
      broken = brokenNow();
    }
    const name = copies.has(document.id) ? document.name : copyName(document.name);
    const copy = { ...document, id: newId(), name: name.slice(0, LONGEST_NAME), revision: 1, exported: null };
    copies.add(copy.id);
    history.move(document.id, copy.id);
    save(copy);
    activate(copy.id);
    tell("conflict", copy.id);
    return copy;
  };

  const activate = (/** @type {string} */ id) => {
    const document = required(id);
    activeHere.set(document.kind, id);
    kept.rememberOpened(document);
    tell("changed", id);
  };

  /** @type {(kind: KindName) => WorkDocument[]} */
  const list = (kind) =>
    [...documents.values()]
      .filter((document) => document.kind === kind)
      .sort(newestFirst);

  /** @type {(kind: KindName) => WorkDocument | null} */
  const active = (kind) => {
    const remembered = [activeHere.get(kind), ...kept.lastOpened(kind)];
    const id = remembered.find((one) => one && documents.get(one)?.kind === kind);
    const document = (id && documents.get(id)) || list(kind)[0] || null;
    // Another tab may open another one; this page goes on with what it shows.
    if (document) activeHere.set(kind, document.id);
    return document;
  };

  /** What stands apart from the steps in data, as fields of it. @type {(kind: Kind, data: any) => [string, any][]} */
  const apartIn = (kind, data) => (kind.apart ?? []).map((field) => [field, data[field]]);

  /** The data of another step, with what stands apart as it is now. @type {(document: WorkDocument, data: any) => any} */
  const atStep = (document, data) => ({ ...data, ...Object.fromEntries(apartIn(kindOf(document.kind), document.data)) });

  /** @type {(document: WorkDocument, data: any, merge?: string) => boolean} */
  const isNewStep = (document, data, merge) => {
    const isApart = kindOf(document.kind).apart && JSON.stringify(atStep(document, data)) === JSON.stringify(document.data);
    return !isApart && history.step(document.id, document.data, merge);
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
      name: name.slice(0, LONGEST_NAME),
      revision: 1,
      created: moment,
      changed: moment,
      exported: null,
      changesSinceExport: data === undefined ? 0 : 1,
      data: data === undefined ? kind.empty() : copyOf(data),
    };
    save(document);
    activate(document.id);
    return document;
  };

  const brokenNow = (found = kept.all()) => found.flatMap((one) => one.broken ?? []);
  const foundAtFirst = kept.all();
  for (const { document } of foundAtFirst) if (document) take(document);
  // Every document is read to know this, and pages ask after each change; what this page writes is never broken.
  let broken = brokenNow(foundAtFirst);

  return {
    get state() {
      return { ...kept.state };
    },
    list,
    get: (id) => documents.get(id) ?? null,
    active,
    activate,
    create,
    begin(kindName, name, data, { merge } = {}) {
      const document = create(kindName, name, data);
      isNewStep({ ...document, data: kindOf(kindName).empty() }, document.data, merge);
      tell("saved", document.id);
      return document;
    },
    update(id, data, { merge } = {}) {
      const document = required(id);
      const copy = copyOf(data);
      return changed(document, copy, isNewStep(document, copy, merge));
    },
    undo(id) {
      const document = required(id);
      if (history.canUndo(id)) changed(document, atStep(document, history.undone(id, document.data)), true);
    },
    redo(id) {
      const document = required(id);
      if (history.canRedo(id)) changed(document, atStep(document, history.redone(id, document.data)), true);
    },
    canUndo: history.canUndo,
    canRedo: history.canRedo,
    rename(id, name) {
      const document = required(id);
      changed(document, document.data, true, name.slice(0, LONGEST_NAME));
    },
    remove(id) {
      const document = documents.get(id) ?? null;
      if (!document) return null;
      documents.delete(id);
      kept.forget(kept.keyOf(document));
      tell("changed", id);
      return document;
    },
    restore(document) {
      const { document: other, broken: rest } = kept.read(kept.keyOf(document));
      if (other || rest) keptApart(document);
      else {
        save(document);
        activate(document.id);
      }
    },
    removeAll() {
      kept.forgetAll();
      broken = brokenNow();
      documents.clear();
      history.clear();
      activeHere.clear();
      tell("changed", "");
    },
    markExported(id) {
      const document = required(id);
      if (isOvertaken(document)) return;
      save({ ...document, exported: now().toISOString(), changesSinceExport: 0, revision: document.revision + 1 });
      tell("saved", id);
    },
    broken: () => broken,
    forget(key) {
      // What could be read of a document stays.
      const { document } = kept.read(key);
      if (document) kept.write(document);
      else kept.forget(key);
      broken = brokenNow();
      tell("changed", "");
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** What another tab did to a key of the storage; null is all of it. */
    storageChanged(key) {
      broken = brokenNow();
      for (const one of key === null ? [...documents.values()].map(kept.keyOf) : [key]) {
        const id = kept.idIn(one);
        if (id === null) continue;
        const { document } = kept.read(one);
        if (document) take(document);
        else documents.delete(id);
        history.forget(id);
        tell("other-tab", id);
      }
    },
  };
};
