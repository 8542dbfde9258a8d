// What the bar shows of the documents: which there are, where they are kept, and what of them could not be read.

import { clock, dayOf, longDay } from "../core/dates.js";
import { fileName } from "../core/document-file.js";
import { element, one } from "./dom.js";
import { download } from "./downloads.js";
import { say, sayCount } from "./texts.js";

/** @import { Broken, KindName, Store, WorkDocument } from "../types.d.ts" */

const REMIND_AFTER = 20;

/**
 * One of the bar's buttons.
 * @param {HTMLElement} bar
 * @param {string} name
 * @returns {HTMLButtonElement}
 */
export const barButton = (bar, name) => one(`[data-document-${name}]`, bar);

/**
 * @param {HTMLElement} bar
 * @param {Store} store
 * @param {KindName} kind of the documents
 * @returns {() => void} shows what is so now
 */
export const documentState = (bar, store, kind) => () => {
  const document = store.active(kind);
  showChoice(one("[data-document-choose]", bar), store.list(kind), document);
  for (const name of ["rename", "remove", "download"]) barButton(bar, name).disabled = !document;
  // A button that can do nothing keeps the focus until it is left.
  const allow = (/** @type {string} */ name, /** @type {boolean} */ isAllowed) => barButton(bar, name).setAttribute("aria-disabled", String(!isAllowed));
  allow("undo", document !== null && store.canUndo(document.id));
  allow("redo", document !== null && store.canRedo(document.id));
  bar.dataset.saved = store.state.saved;
  one("[data-document-saved]", bar).textContent = savedText(store.state.saved, document);
  one("[data-document-exported]", bar).textContent = exportedText(document);
  showReminder(one("[data-document-reminder]", bar), document?.changesSinceExport ?? 0);
  showBroken(one("[data-document-broken]", bar), store);
};

/** @type {(chooser: HTMLSelectElement, documents: WorkDocument[], open: WorkDocument | null) => void} */
const showChoice = (chooser, documents, open) => {
  const options = documents.map(({ id, name }) => element("option", { value: id }, [name]));
  chooser.replaceChildren(...(options.length ? options : [element("option", {}, [say("document-none")])]));
  chooser.value = open?.id ?? "";
  if (!open) chooser.selectedIndex = 0;
  chooser.disabled = options.length === 0;
};

/** @type {(saved: Store["state"]["saved"], document: WorkDocument | null) => string} */
const savedText = (saved, document) => {
  if (saved !== "saved") return say(`document-${saved}`);
  return document ? say("document-saved", { when: momentText(document.changed) }) : say("document-will-be-saved");
};

/** @param {WorkDocument | null} document */
const exportedText = (document) => {
  if (!document) return "";
  if (!document.exported) return say("document-never-exported");
  const when = momentText(document.exported);
  const count = document.changesSinceExport;
  if (count === 0) return say("document-exported", { when });
  return say(count === 1 ? "document-exported-one" : "document-exported-more", { when, count });
};

/** @type {(reminder: HTMLElement, changes: number) => void} */
const showReminder = (reminder, changes) => {
  const remind = changes >= REMIND_AFTER;
  reminder.hidden = !remind;
  reminder.textContent = remind ? say("document-reminder", { count: changes }) : "";
};

/** @type {(list: HTMLElement, store: Store) => void} */
const showBroken = (list, store) => {
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

/** @param {Broken} broken */
const brokenText = (broken) => {
  if (broken.reason === "partial") return sayCount("document-broken-partial", broken.unread, { name: broken.name });
  return say(`document-broken-${broken.reason}`, broken.reason === "aside" ? { name: broken.name } : {});
};

/** @param {string} iso */
const momentText = (iso) => {
  const moment = new Date(iso);
  const day = dayOf(moment);
  return day === dayOf(new Date()) ? say("moment-today", { clock: clock(moment) }) : say("moment", { day: longDay(day), clock: clock(moment) });
};
