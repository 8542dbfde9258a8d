// What is said of a field right below it, for eyes and screen readers alike.

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

import { element } from "./dom.js";

/**
 * Shows a note below a field, or takes it away where there is nothing to say.
 * @param {Field} field
 * @param {{ name: string, className: string, text: string }} note `name` tells it from other notes of the field
 */
export const noteBelow = (field, { name, className, text }) => {
  const id = `${field.id}-${name}`;
  const shown = document.getElementById(id);
  if (shown?.textContent === text || (!shown && !text)) return;
  const described = new Set((field.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
  if (text) {
    described.add(id);
    if (shown) shown.textContent = text;
    else (field.closest("label") ?? field).after(element("p", { id, class: className, role: "status" }, [text]));
  } else {
    described.delete(id);
    shown?.remove();
  }
  if (described.size) field.setAttribute("aria-describedby", [...described].join(" "));
  else field.removeAttribute("aria-describedby");
};
