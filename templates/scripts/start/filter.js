// Which of the measures people want to see: those that somebody in a role takes part in, or of a size.

import { one } from "../page/dom.js";

/**
 * @param {() => void} show called when something else is wanted
 */
export const startFilter = (show) => {
  const form = /** @type {HTMLFormElement} */ (one("[data-start-filter]"));
  const reset = one("[type=reset]", form);
  const field = (/** @type {string} */ name) => /** @type {HTMLSelectElement} */ (form.elements.namedItem(name));
  const wanted = () => ({ role: field("role").value, effort: field("effort").value });
  const isOn = () => Object.values(wanted()).some(Boolean);
  const changed = () => {
    reset.hidden = !isOn();
    show();
  };
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", changed);
  reset.addEventListener("click", (event) => {
    event.preventDefault();
    form.reset();
    changed();
    // The button goes, and the place in the page must not go with it.
    field("role").focus();
  });
  return { wanted, isOn };
};
