// What people do with whole documents: begin a new one, give one another name, delete one or all, and take back what is
// deleted.

import { freeName } from "../core/free-name.js";
import { ask } from "./dialogs.js";
import { one } from "./dom.js";
import { barButton } from "./document-state.js";
import { removedDocuments } from "./removed-documents.js";
import { say } from "./texts.js";

/** @import { KindName, Store, WorkDocument } from "../types.d.ts" */

const LONGEST_NAME = 80;

/**
 * @param {HTMLElement} bar
 * @param {Store} store
 * @param {KindName} kind of the documents
 * @param {(text: string) => void} tell
 */
export const documentChoices = (bar, store, kind, tell) => {
  const chooser = /** @type {HTMLSelectElement} */ (one("[data-document-choose]", bar));
  const removed = removedDocuments(one("[data-document-removed]", bar), {
    restore(document) {
      store.restore(document);
      tell(say("document-restored", { name: document.name }));
    },
    // Whoever uses the keyboard goes on from here when the buttons go.
    left: () => (chooser.disabled ? barButton(bar, "undo") : chooser).focus(),
  });

  const begin = async () => {
    const field = { label: say("document-name"), value: freeName(store, kind, say("document-first-name")) };
    const { answer, text } = await ask({ title: say("document-new-title"), field, answers: answers("document-new-yes") });
    if (answer === "yes") store.create(kind, freeName(store, kind, text || say("document-first-name")));
  };

  const rename = async (/** @type {WorkDocument} */ document) => {
    const field = { label: say("document-name"), value: document.name };
    const { answer, text } = await ask({ title: say("document-rename-title"), field, answers: answers("document-rename-yes") });
    if (answer !== "yes" || !text || text === document.name || !store.get(document.id)) return;
    const name = freeName(store, kind, text.slice(0, LONGEST_NAME));
    store.rename(document.id, name);
    tell(say("document-renamed", { name }));
  };

  const remove = (/** @type {WorkDocument} */ document) => {
    store.remove(document.id);
    removed.add(document);
    tell("");
  };

  const removeAll = async () => {
    const { answer } = await ask({ title: say("document-remove-all-title"), text: say("document-remove-all-text"), answers: answers("document-remove-all-yes") });
    if (answer !== "yes") return;
    store.removeAll();
    removed.clear();
    tell(say("document-removed-all"));
  };

  const onOpen = (/** @type {(document: WorkDocument) => unknown} */ action) => () => {
    const document = store.active(kind);
    if (document) action(document);
  };
  chooser.addEventListener("change", () => store.activate(chooser.value));
  barButton(bar, "new").addEventListener("click", begin);
  barButton(bar, "rename").addEventListener("click", onOpen(rename));
  barButton(bar, "remove").addEventListener("click", onOpen(remove));
  barButton(bar, "remove-all").addEventListener("click", removeAll);
};

/** @param {string} yes */
const answers = (yes) => [
  { value: "yes", name: say(yes) },
  { value: "", name: say("dialog-cancel") },
];
