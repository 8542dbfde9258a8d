/** The median that people lock to a period of their own choice, and unlock again. Nothing here moves it by itself. */

import { shown } from "../core/numbers.js";
import { element, one } from "../page/dom.js";
import { say } from "../page/texts.js";
import { monthName } from "./months.js";
import { FEWEST_USEFUL, median } from "./runs.js";
import { frozen, within } from "./series.js";
import { thisMonth } from "./work.js";

/**
 * @typedef {import("./series.js").Series} Series
 * @typedef {import("./work.js").Work} Work
 */

/** @param {Work} work */
export function baselineFields(work) {
  const form = one("[data-baseline-form]");
  const state = one("[data-baseline-state]");
  const unlock = one("[data-unlock]");
  const from = /** @type {HTMLSelectElement} */ (one("#grunnlag-fra"));
  const to = /** @type {HTMLSelectElement} */ (one("#grunnlag-til"));
  const status = one("[data-baseline-status]");

  for (const chooser of [from, to]) chooser.addEventListener("change", () => (chooser.dataset.chosen = chooser.value));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const data = work.data();
    const baseline = frozen(data.months, from.value, to.value, thisMonth());
    if (!baseline) return void (status.textContent = say("nothing-to-lock"));
    status.textContent = "";
    work.change({ ...data, baseline });
    unlock.focus();
  });
  unlock.addEventListener("click", () => {
    work.change({ ...work.data(), baseline: null });
    from.focus();
  });

  /**
   * @param {Series} series
   * @param {boolean} isOther
   */
  const show = (series, isOther) => {
    const { baseline, points } = series;
    if (isOther) status.textContent = "";
    form.hidden = baseline !== null;
    unlock.hidden = baseline === null;
    const [first, last] = [points[0]?.month ?? "", points.at(-1)?.month ?? ""];
    offer(from, series, isOther, first);
    offer(to, series, isOther, points[FEWEST_USEFUL - 1]?.month ?? last);
    state.hidden = baseline === null;
    state.replaceChildren(...(baseline ? locked(work, baseline).map((text) => element("p", {}, [text])) : []));
  };
  return { show };
}

/**
 * Offers the months that are counted; what is proposed follows the counts until somebody chooses.
 *
 * @param {HTMLSelectElement} chooser
 * @param {Series} series
 * @param {boolean} isOther
 * @param {string} proposal
 */
function offer(chooser, { points }, isOther, proposal) {
  const stands = !isOther && points.some(({ month }) => month === chooser.dataset.chosen);
  const chosen = stands ? (chooser.dataset.chosen ?? "") : proposal;
  if (!stands) delete chooser.dataset.chosen;
  chooser.replaceChildren(...points.map(({ month }) => element("option", { value: month }, [monthName(month)])));
  chooser.value = chosen;
}

/**
 * What the lock rests on, and what has changed under it since.
 *
 * @param {Work} work
 * @param {import("./series.js").Baseline} baseline
 */
function locked(work, { from, to, median: middle }) {
  const counts = within(work.data().months, from, to, thisMonth()).map(({ count }) => count);
  const now = median(counts);
  const values = { from: monthName(from), to: monthName(to), median: shown(middle, 1), counted: counts.length };
  const texts = [say("locked", values)];
  if (counts.length < FEWEST_USEFUL) texts.push(say("short-baseline"));
  if (now !== middle) texts.push(now === null ? say("locked-without-counts") : say("locked-differs", { now: shown(now, 1) }));
  return texts;
}
