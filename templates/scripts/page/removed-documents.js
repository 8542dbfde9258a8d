// What was deleted while the page is open, each with a way back, until it is used or closed. It is kept nowhere else: what
// people delete is gone when they leave the page.

import { element } from "./dom.js";
import { say } from "./texts.js";

/** @import { WorkDocument } from "../types.d.ts" */

/**
 * @param {HTMLElement} list
 * @param {{ restore: (document: WorkDocument) => void, left: () => void }} means
 */
export const removedDocuments = (list, { restore, left }) => {
  const take = (/** @type {HTMLElement} */ item) => {
    item.remove();
    list.hidden = list.childElementCount === 0;
  };
  return {
    /** @param {WorkDocument} document */
    add(document) {
      const said = element("p", { id: `slettet-${document.id}` }, [say("document-removed", { name: document.name })]);
      const item = element("li", {}, [said]);
      const button = (/** @type {string} */ key, /** @type {() => void} */ action) => {
        const made = element("button", { type: "button", class: "button", "aria-describedby": said.id }, [say(key)]);
        made.addEventListener("click", () => {
          action();
          take(item);
          left();
        });
        return made;
      };
      const back = button("document-restore", () => restore(document));
      item.append(back, " ", button("document-removed-close", () => {}));
      list.append(item);
      list.hidden = false;
      back.focus();
    },
    clear() {
      list.replaceChildren();
      list.hidden = true;
    },
  };
};
