// The steps of the list. Those where everything waits are folded, and open when something in them can start; what
// people fold or open themselves stays so until they open another plan.

import { all, one } from "../page/dom.js";
import { say } from "../page/texts.js";
import { isQuiet, waitedFor } from "./standing.js";

/** @import { Standing } from "./standing.js" */

/**
 * @returns {{ show: (planId: string, standing: Standing[]) => void, showWaits: (standing: Standing[], isWanted: (one: Standing) => boolean) => void }}
 */
export const stepsView = () => {
  const steps = /** @type {HTMLDetailsElement[]} */ (all("[data-step]"));
  const fold = one("[data-fold]");
  /** @type {string | null} */
  let shownFor = null;
  /** @type {Set<HTMLElement>} */
  let quiet = new Set();

  const inStep = (/** @type {HTMLElement} */ step, /** @type {Standing[]} */ standing) =>
    standing.filter(({ measure }) => measure.step === step.dataset.step);
  const areAllOpen = () => steps.every((step) => step.open);
  const nameButton = () => {
    fold.textContent = say(areAllOpen() ? "fold-all" : "open-all");
  };
  fold.addEventListener("click", () => {
    const isOpen = !areAllOpen();
    for (const step of steps) step.open = isOpen;
  });
  for (const step of steps) step.addEventListener("toggle", nameButton);

  return {
    show: (planId, standing) => {
      // The first mark makes the first plan, which is no other plan than the one they saw.
      const isOther = shownFor === null || (shownFor !== "" && shownFor !== planId);
      const before = quiet;
      quiet = new Set(steps.filter((step) => isQuiet(inStep(step, standing))));
      for (const step of steps) {
        if (isOther) step.open = !quiet.has(step);
        else if (before.has(step) && !quiet.has(step)) step.open = true;
      }
      shownFor = planId;
      nameButton();
    },
    showWaits: (standing, isWanted) => {
      for (const step of steps) {
        const shown = quiet.has(step) ? inStep(step, standing).filter(isWanted) : [];
        one("[data-step-waits]", step).textContent = shown.length ? waitsText(standing, shown) : "";
      }
    },
  };
};

/** @type {(standing: Standing[], shown: Standing[]) => string} */
const waitsText = (standing, shown) => {
  const list = new Intl.ListFormat("nb").format(waitedFor(standing, shown).map(({ id }) => id));
  return say(shown.length === 1 ? "step-waits-one" : "step-waits", { count: shown.length, list });
};
