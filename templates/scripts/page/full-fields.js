// Says beside a field how much of what came into it at once did not fit, since the browser cuts it off without a word.

import { all } from "./dom.js";
import { noteBelow } from "./field-notes.js";
import { say } from "./texts.js";

/** @import { Field } from "./field-notes.js" */

const NAME = "plass";
const CLASS = "field-full";

/** Watches every field of the page that takes so many characters and no more, also those that come later. */
export const watchFullFields = () =>
  addEventListener("beforeinput", (event) => {
    const field = event.target;
    if (event.isComposing || !isLimited(field)) return;
    const given = event.data ?? event.dataTransfer?.getData("text/plain") ?? "";
    const text = given.replace(/\r\n?|\n/g, field instanceof HTMLTextAreaElement ? "\n" : "");
    const selected = (field.selectionEnd ?? 0) - (field.selectionStart ?? 0);
    const room = Math.max(0, field.maxLength - field.value.length + selected);
    noteBelow(field, { name: NAME, className: CLASS, text: cutText(text.length, text.length - room, field.maxLength) });
  });

/** Takes away what is said of the fields, which show something else now. */
export const forgetFullFields = () => {
  for (const field of /** @type {Field[]} */ (all("[maxlength]"))) noteBelow(field, { name: NAME, className: CLASS, text: "" });
};

/** @param {EventTarget | null} target @returns {target is Field} */
const isLimited = (target) =>
  (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && target.maxLength >= 0 && target.id !== "";

/** @param {number} given @param {number} cut @param {number} most */
const cutText = (given, cut, most) => {
  if (cut <= 0) return "";
  if (given === 1) return say("field-full", { most });
  return say(cut === 1 ? "field-cut-one" : "field-cut", { count: cut, most });
};
