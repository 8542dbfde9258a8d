// The fields on the page: what stands in them, and what is wrong with it.

import { all, one } from "../page/dom.js";
import { FIELD_NAMES, isAsked } from "./fields.js";
import { problemText } from "./wording.js";

/** @import { Basis, FieldName, GainsData, Problem, Problems } from "./types.d.ts" */

/**
 * @param {HTMLFormElement} form
 * @param {{ named: (unit: string) => void, typed: (name: FieldName, text: string) => void, left: () => void, chose: (basis: Basis) => void }} listener
 *   `left` when somebody is done with a field
 */
export const fieldsView = (form, { named, typed, left, chose }) => {
  /** Fields that somebody was done with, so that it is no longer too soon to say what is wrong. @type {Set<FieldName>} */
  const done = new Set();
  /** @type {Map<FieldName, HTMLInputElement>} */
  const inputs = new Map(FIELD_NAMES.map((name) => [name, one(`[name="${name}"]`, form)]));

  /** @type {(name: FieldName, problem: Problem | undefined) => boolean} */
  const isToldOf = (name, problem) =>
    problem !== undefined && (done.has(name) || (problem !== "missing" && document.activeElement !== inputs.get(name)));

  /** @type {HTMLInputElement} */
  const unitField = one("[data-unit]", form);
  unitField.addEventListener("input", () => named(unitField.value));
  for (const [name, input] of inputs) {
    input.addEventListener("input", () => typed(name, input.value));
    input.addEventListener("change", () => {
      done.add(name);
      left();
    });
  }
  for (const choice of radios(form)) {
    choice.addEventListener("change", () => chose(choice.value === "count" ? "count" : "share"));
  }
  form.addEventListener("submit", (event) => event.preventDefault());

  return {
    /** @type {(data: GainsData, problems: Problems) => void} */
    show({ unit, basis, fields }, problems) {
      if (unitField.value !== unit) unitField.value = unit;
      for (const choice of radios(form)) choice.checked = choice.value === basis;
      for (const group of all("[data-basis]", form)) group.hidden = group.dataset.basis !== basis;
      for (const [name, input] of inputs) {
        const text = fields[name] ?? "";
        if (input.value !== text) input.value = text;
        const problem = isAsked(name, basis) ? problems[name] : undefined;
        showProblem(input, problem && isToldOf(name, problem) ? problemText(name, problem) : "");
      }
    },
    /** Begins anew, as when other fields are opened. */
    forget: () => done.clear(),
  };
};

/** @type {(form: HTMLFormElement) => HTMLInputElement[]} */
const radios = (form) => all("input[name=basis]", form);

/** @type {(input: HTMLInputElement, text: string) => void} */
const showProblem = (input, text) => {
  const field = input.closest("[data-field]");
  if (!field) return;
  const error = one("[data-error]", field);
  if (error.textContent !== text) error.textContent = text;
  field.classList.toggle("gains-field--wrong", text !== "");
  if (text) input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
  const folded = input.closest("details");
  if (text && folded) folded.open = true;
};
