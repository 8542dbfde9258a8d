// The bar above a tool: which document is open, where it is kept, and how it is taken away.

import { fileName, fileText, MOST_BYTES, readFile } from "../core/document-file.js";
import { dayOf } from "../core/dates.js";
import { freeName } from "../core/free-name.js";
import { roadmap } from "../core/roadmap-data.js";
import { textOf } from "../core/text-bytes.js";
import { ImportError, isImportError } from "../core/values.js";
import { onChosenFiles } from "./chosen-files.js";
import { documentChoices } from "./document-choices.js";
import { barButton, documentState } from "./document-state.js";
import { all, announce, one } from "./dom.js";
import { download } from "./downloads.js";
import { forgetFullFields, watchFullFields } from "./full-fields.js";
import { mayGoOut } from "./private-fields.js";
import { say, withUnread } from "./texts.js";

/** @import { Kind, Store, WorkDocument } from "../types.d.ts" */

/**
 * @typedef {object} Bar
 * @property {() => WorkDocument | null} current the open document
 * @property {() => any} data what stands in it; the data of an empty one where there is none
 * @property {(next: (data: any) => any, options?: { merge?: string, of?: WorkDocument | null }) => boolean} change makes
 *   the first document by itself. Who asked people meanwhile says what it was `of`; where that is gone, nothing happens
 * @property {(name: string, data: any, unread?: number) => WorkDocument} add opens data as a new document; `unread` parts of a file did not come along
 * @property {(text: string) => void} tell says something in the bar's status
 */

/**
 * Sets up the bar in the page. `show` is called whenever there is something new to show.
 * @param {object} options
 * @param {Store} options.store
 * @param {Kind} options.kind
 * @param {(document: WorkDocument | null) => void} options.show
 * @param {(document: WorkDocument) => string[]} [options.details] what the file's name tells besides the document's
 * @returns {Bar}
 */
export const documentBar = ({ store, kind, show, details = () => [] }) => {
  const bar = one("[data-document-bar]");
  const status = one("[data-document-status]", bar);
  const tell = (/** @type {string} */ text) => announce(status, text);
  const showBar = documentState(bar, store, kind.kind);
  const open = () => store.active(kind.kind);
  let shownId = "";

  const showAll = () => {
    const id = open()?.id ?? "";
    if (id !== shownId) forgetFullFields();
    shownId = id;
    showBar();
    show(open());
  };

  /** Goes a step back or forth, and says so in place of what was said of the step. @type {(way: "undo" | "redo") => void} */
  const step = (way) => {
    const document_ = open();
    if (!document_ || !(way === "undo" ? store.canUndo : store.canRedo)(document_.id)) return;
    const focused = document.activeElement;
    store[way](document_.id);
    for (const told of all("[data-told]")) told.textContent = "";
    // What another tab wrote may have made a copy of it, which has been told of.
    if (open()?.id === document_.id) tell(say(way === "undo" ? "document-undone" : "document-redone"));
    // Where somebody stood in what is gone.
    if (focused !== document.body && (document.activeElement === document.body || !document.activeElement?.checkVisibility())) barButton(bar, way).focus();
  };

  /** Another tab did something to the document that is shown here. @type {(id: string) => void} */
  const tellOfOtherTab = (id) => {
    if (store.get(id)) {
      if (status.textContent?.trim() !== say("document-conflict")) tell(say("document-other-tab"));
      return;
    }
    const isThere = store.broken().some(({ key }) => key.endsWith(`:${id}`));
    tell(isThere ? "" : say("document-removed-elsewhere"));
    // What they ask is about what is gone.
    for (const dialog of /** @type {HTMLDialogElement[]} */ (all("dialog[open]"))) dialog.close("");
  };

  const takeAway = async () => {
    const asked = open();
    if (!asked || !(await mayGoOut([asked.name, asked.data]))) return;
    const document = store.get(asked.id);
    if (!document) return;
    const now = new Date();
    const name = fileName(document.name, say("document-file"), dayOf(now), "json", details(document));
    download(name, fileText(document, roadmap, now), "application/json");
    store.markExported(document.id);
    tell(say("document-downloaded", { file: name }));
  };

  const openFile = async (/** @type {File} */ file) => {
    try {
      if (file.size > MOST_BYTES) throw new ImportError("file-large");
      const { name, data, unread } = readFile(await textOf(file), kind);
      add(name || say("document-unnamed"), data, unread);
    } catch (error) {
      tell(messageOf(error));
    }
  };

  const add = (/** @type {string} */ name, /** @type {any} */ data, unread = 0) => {
    const document = store.create(kind.kind, freeName(store, kind.kind, name), data);
    tell(withUnread(say("document-opened", { name: document.name }), unread));
    return document;
  };

  documentChoices(bar, store, kind.kind, tell);
  barButton(bar, "undo").addEventListener("click", () => step("undo"));
  barButton(bar, "redo").addEventListener("click", () => step("redo"));
  barButton(bar, "download").addEventListener("click", takeAway);
  onChosenFiles(/** @type {HTMLInputElement} */ (one("[data-document-open]", bar)), ([file]) => file && openFile(file));
  addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || document.querySelector("dialog[open]")) return;
    const isTyping = event.target instanceof HTMLElement && event.target.matches("input:not([type=radio], [type=checkbox]), textarea");
    if (event.key.toLowerCase() === "s") {
      event.preventDefault();
      void takeAway();
    } else if (event.key.toLowerCase() === "z" && !isTyping) {
      event.preventDefault();
      step(event.shiftKey ? "redo" : "undo");
    }
  });
  store.subscribe(({ type, id }) => {
    if (type === "conflict") tell(say("document-conflict"));
    if (type === "other-tab" && id === shownId) tellOfOtherTab(id);
    if (type === "problem" || type === "saved") showBar();
    else showAll();
  });
  watchFullFields();
  showAll();
  one("[data-not-started]").remove();

  return {
    current: open,
    data: () => open()?.data ?? kind.empty(),
    change(next, { of = open(), ...options } = {}) {
      const document = of && store.get(of.id);
      if (of && !document) return false;
      if (document) store.update(document.id, next(document.data), options);
      else store.begin(kind.kind, freeName(store, kind.kind, say("document-first-name")), next(kind.empty()), options);
      return true;
    },
    add,
    tell,
  };
};

/**
 * What an error says to the reader; what nobody thought of is no secret to those who can mend it.
 * @param {unknown} error
 */
export const messageOf = (error) => {
  if (isImportError(error)) return say(error.key, error.values);
  console.error(error);
  return say("file-unexpected");
};
