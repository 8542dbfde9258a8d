// Warns beside a field when what stands in it may tell who a person is, by the rules of the site's own check.

import { ask } from "./dialogs.js";
import { all } from "./dom.js";
import { noteBelow } from "./field-notes.js";
import { say } from "./texts.js";

/** @import { Field } from "./field-notes.js" */

/**
 * What is to be said of a text; nothing where the rules find nothing. A rule that fails counts as a finding.
 * @param {string} text
 */
export const privateWarning = (text) => {
  try {
    const kinds = privateData.kinds(text);
    if (kinds.length === 0 && !privateData.tellsWhereAndWhat(text)) return "";
    return say("private-found");
  } catch {
    return say("private-unchecked");
  }
};

/**
 * Whether what is on its way out may go: where nothing is warned of, or where people say so after one more warning. Those
 * who go back come to the first of the fields.
 * @param {unknown} kept what the open document holds, which need not stand in the page's fields
 * @param {{where: string, text: string}[]} [others] what else goes out
 */
export const mayGoOut = async (kept, others = []) => {
  const fields = /** @type {Field[]} */ (all("[data-private]")).filter((field) => privateWarning(field.value));
  const written = new Set(fields.map((field) => field.value.trim()));
  const hidden = textsIn(kept).some((text) => !written.has(text.trim()) && privateWarning(text));
  const places = [
    ...fields.map(nameOf),
    ...others.filter(({ text }) => privateWarning(text)).map(({ where }) => where),
    ...(hidden ? [say("private-elsewhere")] : []),
  ];
  if (!places.length) return true;
  const answers = [
    { value: "", name: say("private-back") },
    { value: "yes", name: say("private-go-on") },
  ];
  const { answer } = await ask({ title: say("private-title"), text: say("private-again"), lines: [...new Set(places)], answers });
  if (answer === "yes") return true;
  const [first] = fields;
  if (first) {
    // What lies above the page keeps the focus from its fields.
    for (const dialog of /** @type {HTMLDialogElement[]} */ (all("dialog[open]"))) if (!dialog.contains(first)) dialog.close();
    // Also out of what the page has put away.
    first.dispatchEvent(new Event("reveal", { bubbles: true }));
    for (let around = first.closest("details"); around; around = around.parentElement?.closest("details") ?? null) around.open = true;
    // As the browser asks for what it finds, where the page shows a part of itself at a time.
    first.dispatchEvent(new Event("beforematch", { bubbles: true }));
    warnAt(first);
    first.focus();
  }
  return false;
};

/**
 * The texts in what a tool keeps, however deep they lie.
 * @param {unknown} kept
 * @returns {string[]}
 */
const textsIn = (kept) => {
  if (typeof kept === "string") return [kept];
  return kept && typeof kept === "object" ? Object.values(kept).flatMap(textsIn) : [];
};

/**
 * What a field is called in the page.
 * @param {Field} field
 */
const nameOf = (field) => (field.getAttribute("aria-label") ?? field.labels?.[0]?.textContent ?? "").trim().replace(/\s+/g, " ");

/**
 * Watches the fields in `root` that are marked with `data-private`, also those that come later.
 * @param {HTMLElement} root
 */
export const watchPrivateFields = (root) => {
  const judge = (/** @type {Event} */ event) => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
    if (field.dataset.private !== undefined) warnAt(field);
  };
  root.addEventListener("input", judge);
  root.addEventListener("focusout", judge);
};

/**
 * Shows or takes away the warning below a field.
 * @param {Field} field
 */
export const warnAt = (field) =>
  noteBelow(field, { name: "personvern", className: "private-warning", text: privateWarning(field.value) });

/**
 * Shows a text in a field, unless somebody writes it there, and warns of it as of what is written.
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 * @param {string} text
 */
export const showText = (field, text) => {
  if (field.value === text || (document.activeElement === field && field.value.trim() === text.trim())) return;
  field.value = text;
  if (field.dataset.private !== undefined && field.isConnected) warnAt(field);
};
