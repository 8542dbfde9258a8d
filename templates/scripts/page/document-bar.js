// The bar above a tool: which document is open, where it is kept, and how it is taken away.

import { fileName, fileText, MOST_BYTES, readFile } from "../core/document-file.js";
import { clock, dayOf, longDay } from "../core/dates.js";
import { roadmap } from "../core/roadmap-data.js";
import { textOf } from "../core/text-bytes.js";
import { ImportError, isImportError } from "../core/values.js";
import { onChosenFiles } from "./chosen-files.js";
import { ask } from "./dialogs.js";
import { all, announce, element, one } from "./dom.js";
import { download } from "./downloads.js";
import { forgetFullFields, watchFullFields } from "./full-fields.js";
import { mayGoOut } from "./private-fields.js";
import { removedDocuments } from "./removed-documents.js";
import { say, sayCount, withUnread } from "./texts.js";

/** @import { Broken, Kind, Store, WorkDocument } from "../types.d.ts" */

const REMIND_AFTER = 20;

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
  const chooser = /** @type {HTMLSelectElement} */ (one("[data-document-choose]", bar));
  const status = one("[data-document-status]", bar);
  const button = (/** @type {string} */ name) => /** @type {HTMLButtonElement} */ (one(`[data-document-${name}]`, bar));
  const open = () => store.active(kind.kind);
  const removed = removedDocuments(one("[data-document-removed]", bar), {
    restore(document) {
      store.restore(document);
      announce(status, say("document-restored", { name: document.name }));
    },
    // Whoever uses the keyboard goes on from here when the buttons go.
    left: () => (chooser.disabled ? button("undo") : chooser).focus(),
  });
  let shownId = "";

  /** A name that no other document has. @type {(name: string) => string} */
  const freeName = (name) => {
    const taken = new Set(store.list(kind.kind).map((document) => document.name));
    if (!taken.has(name)) return name;
    let number = 2;
    while (taken.has(`${name} (${number})`)) number += 1;
    return `${name} (${number})`;
  };

  const add = (/** @type {string} */ name, /** @type {any} */ data, unread = 0) => {
    const document = store.create(kind.kind, freeName(name), data);
    announce(status, withUnread(say("document-opened", { name: document.name }), unread));
    return document;
  };

  /** A button that can do nothing keeps the focus until it is left. @type {(name: string, isAllowed: boolean) => void} */
  const allow = (name, isAllowed) => button(name).setAttribute("aria-disabled", String(!isAllowed));

  const showBar = () => {
    const document = open();
    const documents = store.list(kind.kind);
    chooser.replaceChildren(
      ...(documents.length ? documents.map(({ id, name }) => element("option", { value: id }, [name])) : [element("option", {}, [say("document-none")])]),
    );
    chooser.value = document?.id ?? "";
    if (!document) chooser.selectedIndex = 0;
    chooser.disabled = documents.length === 0;
    for (const name of ["rename", "remove", "download"]) button(name).disabled = !document;
    allow("undo", document !== null && store.canUndo(document.id));
    allow("redo", document !== null && store.canRedo(document.id));
    bar.dataset.saved = store.state.saved;
    one("[data-document-saved]", bar).textContent = savedText(document);
    one("[data-document-exported]", bar).textContent = exportedText(document);
    const reminder = one("[data-document-reminder]", bar);
    const remind = document !== null && document.changesSinceExport >= REMIND_AFTER;
    reminder.hidden = !remind;
    reminder.textContent = remind ? say("document-reminder", { count: document.changesSinceExport }) : "";
    showBroken();
  };

  /** @type {(document: WorkDocument | null) => string} */
  const savedText = (document) => {
    const { saved } = store.state;
    if (saved !== "saved") return say(`document-${saved}`);
    return document ? say("document-saved", { when: momentText(document.changed) }) : say("document-will-be-saved");
  };

  /** @type {(document: WorkDocument | null) => string} */
  const exportedText = (document) => {
    if (!document) return "";
    if (!document.exported) return say("document-never-exported");
    const when = momentText(document.exported);
    const count = document.changesSinceExport;
    if (count === 0) return say("document-exported", { when });
    return say(count === 1 ? "document-exported-one" : "document-exported-more", { when, count });
  };

  const showBroken = () => {
    const list = one("[data-document-broken]", bar);
    list.replaceChildren(
      ...store.broken().map((broken) => {
        const { key, raw } = broken;
        const keep = element("button", { type: "button", class: "button" }, [say("document-broken-download")]);
        keep.addEventListener("click", () => download(fileName("", say("document-broken-file"), dayOf(new Date()), "txt"), raw, "text/plain"));
        const forget = element("button", { type: "button", class: "button" }, [say("name" in broken ? "document-broken-forget-rest" : "document-broken-forget")]);
        forget.addEventListener("click", () => store.forget(key));
        return element("li", {}, [element("p", {}, [brokenText(broken)]), keep, " ", forget]);
      }),
    );
    list.hidden = list.childElementCount === 0;
  };

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
    if (open()?.id === document_.id) announce(status, say(way === "undo" ? "document-undone" : "document-redone"));
    // Where somebody stood in what is gone.
    if (focused !== document.body && (document.activeElement === document.body || !document.activeElement?.checkVisibility())) button(way).focus();
  };

  /** Another tab did something to the document that is shown here. @type {(id: string) => void} */
  const tellOfOtherTab = (id) => {
    if (store.get(id)) {
      if (status.textContent?.trim() !== say("document-conflict")) announce(status, say("document-other-tab"));
      return;
    }
    const isThere = store.broken().some(({ key }) => key.endsWith(`:${id}`));
    announce(status, isThere ? "" : say("document-removed-elsewhere"));
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
    announce(status, say("document-downloaded", { file: name }));
  };

  const openFile = async (/** @type {File} */ file) => {
    try {
      if (file.size > MOST_BYTES) throw new ImportError("file-large");
      const { name, data, unread } = readFile(await textOf(file), kind);
      add(name || say("document-unnamed"), data, unread);
    } catch (error) {
      announce(status, messageOf(error));
    }
  };

  chooser.addEventListener("change", () => store.activate(chooser.value));
  const onOpen = (/** @type {(document: WorkDocument) => void} */ action) => () => {
    const document = open();
    if (document) action(document);
  };
  button("undo").addEventListener("click", () => step("undo"));
  button("redo").addEventListener("click", () => step("redo"));
  button("download").addEventListener("click", takeAway);
  button("new").addEventListener("click", async () => {
    const field = { label: say("document-name"), value: freeName(say("document-first-name")) };
    const { answer, text } = await ask({ title: say("document-new-title"), field, answers: answers("document-new-yes") });
    if (answer === "yes") store.create(kind.kind, freeName(text || say("document-first-name")));
  });
  const rename = async (/** @type {WorkDocument} */ document) => {
    const field = { label: say("document-name"), value: document.name };
    const { answer, text } = await ask({ title: say("document-rename-title"), field, answers: answers("document-rename-yes") });
    if (answer !== "yes" || !text || text === document.name || !store.get(document.id)) return;
    const name = freeName(text.slice(0, 80));
    store.rename(document.id, name);
    announce(status, say("document-renamed", { name }));
  };
  button("rename").addEventListener("click", onOpen((document) => void rename(document)));
  const remove = (/** @type {WorkDocument} */ document) => {
    store.remove(document.id);
    removed.add(document);
    announce(status, "");
  };
  button("remove").addEventListener("click", onOpen(remove));
  button("remove-all").addEventListener("click", async () => {
    const { answer } = await ask({ title: say("document-remove-all-title"), text: say("document-remove-all-text"), answers: answers("document-remove-all-yes") });
    if (answer !== "yes") return;
    store.removeAll();
    removed.clear();
    announce(status, say("document-removed-all"));
  });
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
    if (type === "conflict") announce(status, say("document-conflict"));
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
      else store.begin(kind.kind, freeName(say("document-first-name")), next(kind.empty()), options);
      return true;
    },
    add,
    tell: (text) => announce(status, text),
  };
};

/** @param {Broken} broken */
const brokenText = (broken) => {
  if (broken.reason === "partial") return sayCount("document-broken-partial", broken.unread, { name: broken.name });
  return say(`document-broken-${broken.reason}`, broken.reason === "aside" ? { name: broken.name } : {});
};

/** @param {string} yes */
const answers = (yes) => [
  { value: "yes", name: say(yes) },
  { value: "", name: say("dialog-cancel") },
];

/** @param {string} iso */
const momentText = (iso) => {
  const moment = new Date(iso);
  const day = dayOf(moment);
  return day === dayOf(new Date()) ? say("moment-today", { clock: clock(moment) }) : say("moment", { day: longDay(day), clock: clock(moment) });
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
