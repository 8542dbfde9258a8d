// The fields that say which meeting it is, above the chapters.

import { one } from "../page/dom.js";
import { warnAt } from "../page/private-fields.js";
import { ABOUT } from "./about.js";

/** @import { About, MeetingDocument } from "./types.d.ts" */

/**
 * @param {HTMLElement} root
 * @param {(name: keyof About, text: string) => void} change is told of each change
 */
export const aboutView = (root, change) => {
  const fields = ABOUT.map((name) => {
    const field = /** @type {HTMLInputElement} */ (one(`[data-about="${name}"]`, root));
    field.addEventListener("input", () => change(name, field.value));
    return { name, field };
  });
  const labels = /** @type {Record<keyof About, string>} */ (
    Object.fromEntries(fields.map(({ name, field }) => [name, field.labels?.[0]?.textContent ?? ""]))
  );
  return {
    /** What each is called, in the minutes too. */
    labels,
    show: (/** @type {MeetingDocument} */ meeting) => {
      for (const { name, field } of fields) {
        if (field.value === meeting.about[name]) continue;
        field.value = meeting.about[name];
        if (field.dataset.private !== undefined) warnAt(field);
      }
    },
  };
};
