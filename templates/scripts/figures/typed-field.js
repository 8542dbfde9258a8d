/** A field that keeps what is typed as it is typed, where it is understood. */

import { showText } from "../page/private-fields.js";
import { say } from "../page/texts.js";

/**
 * @template {string | number | null} Value
 * @typedef {{value: Value} | {problem: string}} Read  the problem as the key of what is said of it
 */

/**
 * What is not understood leaves what was kept before somebody began to write, and not the half of it that was understood
 * on the way.
 *
 * @template {string | number | null} Value
 * @param {HTMLInputElement} field
 * @param {object} options
 * @param {HTMLElement} [options.error]  where what is wrong is said
 * @param {(text: string) => Read<Value>} options.read
 * @param {(text: string) => boolean} [options.isHalf]  whether somebody is on the way to something longer
 * @param {() => Value} options.kept
 * @param {(value: Value) => void} options.keep
 * @param {(value: Value) => string} options.written
 */
export function typedField(field, { error, read, isHalf = () => false, kept, keep, written }) {
  /** What was kept before somebody began to write; null where nobody writes. @type {{value: Value} | null} */
  let former = null;
  /** What the text in the field has come to. @type {{value: Value} | null} */
  let outcome = null;
  const isRefused = () => field.getAttribute("aria-invalid") === "true";
  const tellProblem = (/** @type {string} */ text) => {
    if (error) error.textContent = text;
    if (text) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  };

  /** @param {Read<Value>} got */
  const take = (got) => {
    former ??= { value: kept() };
    outcome = { value: "problem" in got ? former.value : got.value };
    if (outcome.value !== kept()) keep(outcome.value);
  };
  field.addEventListener("input", () => {
    const got = isHalf(field.value) ? { problem: "" } : read(field.value);
    take(got);
    if (!("problem" in got)) tellProblem("");
  });
  field.addEventListener("change", () => {
    const got = read(field.value);
    take(got);
    former = null;
    if ("problem" in got) tellProblem(`${say(got.problem)} ${stillKept(written(kept()))}`.trim());
    else {
      tellProblem("");
      show(false);
    }
  });
  field.addEventListener("blur", () => (former = null));

  /** @param {boolean} isOther  whether the field is of something else than before */
  function show(isOther) {
    const isLeft = former !== null || (isRefused() && !isOther);
    // What somebody is typing stays as they type it, unless it is no longer what is kept.
    if (isLeft && outcome?.value === kept()) return;
    former = null;
    tellProblem("");
    if (field.value !== written(kept())) showText(field, written(kept()));
  }
  return { show };
}

/** @param {string} text */
function stillKept(text) {
  return text && say("still-kept", { kept: text });
}
