// Which assessment the result is compared with: another that is kept here, or one from a file.

import { MOST_BYTES, readFile } from "../core/document-file.js";
import { ImportError } from "../core/values.js";
import { onChosenFiles } from "../page/chosen-files.js";
import { messageOf } from "../page/document-bar.js";
import { announce, element, one } from "../page/dom.js";
import { say, withUnread } from "../page/texts.js";
import { assessmentKind } from "./assessment-kind.js";

/** @import { Store, WorkDocument } from "../types.d.ts" */
/** @import { Earlier } from "./result-view.js" */

const FROM_FILE = "file";

/**
 * @param {HTMLElement} section
 * @param {Store} store
 * @param {() => void} changed
 */
export const earlierView = (section, store, changed) => {
  const chooser = /** @type {HTMLSelectElement} */ (one("[data-earlier]", section));
  const input = /** @type {HTMLInputElement} */ (one("[data-earlier-file]", section));
  const status = one("[data-earlier-status]", section);
  let chosen = "";
  /** @type {Earlier | null} */ let fromFile = null;

  /** @param {WorkDocument | null} open */
  const show = (open) => {
    const others = store.list("assessment").filter(({ id }) => id !== open?.id);
    if (chosen !== FROM_FILE && !others.some(({ id }) => id === chosen)) chosen = "";
    const options = [
      { value: "", name: say("earlier-none") },
      ...others.map(({ id, name }) => ({ value: id, name })),
      ...(fromFile ? [{ value: FROM_FILE, name: say("earlier-from-file", { name: fromFile.name }) }] : []),
    ];
    chooser.replaceChildren(...options.map(({ value, name }) => element("option", { value }, [name])));
    chooser.value = chosen;
  };

  chooser.addEventListener("change", () => {
    chosen = chooser.value;
    status.textContent = "";
    changed();
  });
  onChosenFiles(input, async ([file]) => {
    if (!file) return;
    try {
      if (file.size > MOST_BYTES) throw new ImportError("file-large");
      const { name, data, unread } = readFile(await file.text(), assessmentKind);
      fromFile = { name, data };
      chosen = FROM_FILE;
      announce(status, withUnread(say("earlier-opened", { name }), unread));
      changed();
    } catch (error) {
      announce(status, messageOf(error));
    }
  });

  return {
    show,
    /** @returns {Earlier | null} */
    earlier() {
      if (chosen === FROM_FILE) return fromFile;
      const document = chosen ? store.get(chosen) : null;
      return document ? { name: document.name, data: document.data } : null;
    },
  };
};
