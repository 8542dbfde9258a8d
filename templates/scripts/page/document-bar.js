// The bar above a tool: which document is open, where it is kept, and how it is taken away.

import { fileName, fileText, MOST_BYTES, readFile } from "../core/document-file.js";
import { clock, dayOf, longDay } from "../core/dates.js";
import { roadmap } from "../core/roadmap-data.js";
import { textOf } from "../core/text-bytes.js";
import { ImportError, isImportError } from "../core/values.js";
import { onChosenFiles } from "./chosen-files.js";
import { ask } from "./dialogs.js";
import { announce, element, one } from "./dom.js";
import { download } from "./downloads.js";
import { mayGoOut } from "./private-fields.js";
import { say } from "./texts.js";

/** @import { Kind, Note, Store, WorkDocument } from "../types.d.ts" */

const REMIND_AFTER = 20;

/**
 * @typedef {object} Bar
 * @property {() => WorkDocument | null} current the open document
 * @property {() => any} data what stands in it; the data of an empty one where there is none
 * @property {(next: (data: any) => any, options?: { merge?: string }) => void} change makes the first document by itself
 * @property {(name: string, data: any, notes?: Note[]) => WorkDocument} add opens data as a new document
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

  /** A name that no other document has. @type {(name: string) => string} */
  const freeName = (name) => {
    const taken = new Set(store.list(kind.kind).map((document) => document.name));
    if (!taken.has(name)) return name;
    let number = 2;
    while (taken.has(`${name} (${number})`)) number += 1;
    return `${name} (${number})`;
  };

  const add = (/** @type {string} */ name, /** @type {any} */ data, /** @type {Note[]} */ notes = []) => {
    const document = store.create(kind.kind, freeName(name), data);
    announce(status, [say("document-opened", { name: document.name }), ...notes.map(({ key, values }) => say(key, values))].join(" "));
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
      ...store.broken().map(({ key, raw, reason }) => {
        const keep = element("button", { type: "button", class: "button" }, [say("document-broken-download")]);
        keep.addEventListener("click", () => download(fileName("", say("document-broken-file"), dayOf(new Date()), "txt"), raw, "text/plain"));
        const forget = element("button", { type: "button", class: "button" }, [say("document-broken-forget")]);
        forget.addEventListener("click", () => store.forget(key));
        return element("li", {}, [element("p", {}, [say(`document-broken-${reason}`)]), keep, " ", forget]);
      }),
    );
    list.hidden = list.childElementCount === 0;
  };

  const showAll = () => {
    showBar();
    show(open());
  };

  const takeAway = async () => {
    const asked = open();
    if (!asked || !(await mayGoOut([asked.name, asked.data]))) return;
    const document = open();
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
      const { name, data, notes } = readFile(await textOf(file), kind);
      add(name || say("document-unnamed"), data, notes);
    } catch (error) {
      announce(status, messageOf(error));
    }
  };

  chooser.addEventListener("change", () => store.activate(chooser.value));
  const onOpen = (/** @type {(document: WorkDocument) => void} */ action) => () => {
    const document = open();
    if (document) action(document);
  };
  button("undo").addEventListener("click", onOpen(({ id }) => store.undo(id)));
  button("redo").addEventListener("click", onOpen(({ id }) => store.redo(id)));
  button("download").addEventListener("click", takeAway);
  button("new").addEventListener("click", async () => {
    const field = { label: say("document-name"), value: freeName(say("document-first-name")) };
    const { answer, text } = await ask({ title: say("document-new-title"), field, answers: answers("document-new-yes") });
    if (answer === "yes") store.create(kind.kind, freeName(text || say("document-first-name")));
  });
  const rename = async (/** @type {WorkDocument} */ document) => {
    const field = { label: say("document-name"), value: document.name };
    const { answer, text } = await ask({ title: say("document-rename-title"), field, answers: answers("document-rename-yes") });
    if (answer !== "yes" || !text || text === document.name) return;
    const name = freeName(text.slice(0, 80));
    store.rename(document.id, name);
    announce(status, say("document-renamed", { name }));
  };
  button("rename").addEventListener("click", onOpen((document) => void rename(document)));
  const remove = (/** @type {WorkDocument} */ document) => {
    store.remove(document.id);
    const back = element("button", { type: "button", class: "button" }, [say("document-restore")]);
    back.addEventListener("click", () => {
      store.restore(document);
      announce(status, say("document-restored", { name: document.name }));
      // The button goes, and whoever uses the keyboard goes on from what it gave back.
      chooser.focus();
    });
    announce(status, say("document-removed", { name: document.name }));
    status.append(" ", back);
    back.focus();
  };
  button("remove").addEventListener("click", onOpen(remove));
  button("remove-all").addEventListener("click", async () => {
    const { answer } = await ask({ title: say("document-remove-all-title"), text: say("document-remove-all-text"), answers: answers("document-remove-all-yes") });
    if (answer !== "yes") return;
    store.removeAll();
    announce(status, say("document-removed-all"));
  });
  onChosenFiles(/** @type {HTMLInputElement} */ (one("[data-document-open]", bar)), ([file]) => file && openFile(file));
  addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || document.querySelector("dialog[open]")) return;
    const isTyping = event.target instanceof HTMLElement && event.target.matches("input:not([type=radio], [type=checkbox]), textarea");
    const document_ = open();
    if (event.key.toLowerCase() === "s") {
      event.preventDefault();
      void takeAway();
    } else if (event.key.toLowerCase() === "z" && !isTyping && document_) {
      event.preventDefault();
      if (event.shiftKey) store.redo(document_.id);
      else store.undo(document_.id);
    }
  });
  store.subscribe(({ type }) => {
    if (type === "conflict") announce(status, say("document-conflict"));
    if (type === "other-tab" && status.textContent?.trim() !== say("document-conflict")) announce(status, say("document-other-tab"));
    if (type === "problem" || type === "saved") showBar();
    else showAll();
  });
  showAll();
  one("[data-not-started]").remove();

  return {
    current: open,
    data: () => open()?.data ?? kind.empty(),
    change(next, options) {
      const document = open();
      if (document) store.update(document.id, next(document.data), options);
      else store.begin(kind.kind, freeName(say("document-first-name")), next(kind.empty()), options);
    },
    add,
    tell: (text) => announce(status, text),
  };
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
