// A measure as the page shows it: in the list where people mark it, among those to start with, and in the picture.

import { all, clone, one } from "../page/dom.js";
import { planPlace } from "../page/plan-places.js";
import { say } from "../page/texts.js";

/** @import { Standing } from "./standing.js" */

/**
 * Shows in its row where a measure stands and what is missing.
 * @param {HTMLElement} row
 * @param {Standing} standing
 * @param {string} status what people have marked
 */
export const showRow = (row, { group, missing }, status) => {
  row.dataset.group = group;
  const state = one("[data-state]", row);
  state.textContent = say(`group-${group}`);
  // What it waits for says it already.
  state.hidden = group === "waiting";
  const requirements = one("[data-requires]", row);
  requirements.hidden = missing.length === 0;
  if (missing.length) {
    one("[data-requires-label]", row).textContent = say(group === "waiting" ? "waits-for" : "marked-without");
    const ids = new Set(missing.map((measure) => measure.id));
    for (const item of all("[data-required]", row)) item.hidden = !ids.has(item.dataset.required ?? "");
  }
  const radios = /** @type {HTMLInputElement[]} */ (all("input", row));
  const marked = radios.find((radio) => radio.value === status) ?? radios[0];
  if (marked) marked.checked = true;
};

/**
 * Shows it in its box of the picture.
 * @param {Element} box
 * @param {Standing} standing
 */
export const showBox = (box, { measure, group }) => {
  const sign = say(`sign-${group}`);
  box.setAttribute("data-group", group);
  const mark = `${measure.id} ${sign}`.trim();
  box.setAttribute("aria-label", say("box", { mark, title: measure.title, state: say(`group-${group}`) }));
  one("[data-box-sign]", box).textContent = sign;
};

/**
 * An item of a short list, which says of a measure what its row says, and puts it into the plan as the row does.
 * @param {HTMLElement} row
 * @param {() => void} add
 */
export const listItem = (row, add) => {
  const item = clone("start-item");
  one("[data-title]", item).append(one("a", one("[data-row-title]", row)).cloneNode(true));
  one("[data-facts]", item).textContent = row.dataset.facts ?? "";
  item.append(...all("[data-add-to-plan]", row).map((place) => place.cloneNode(true)));
  const places = [...all("[data-add-to-plan]", row), ...all("[data-add-to-plan]", item)].map(planPlace);
  for (const place of places) place.onAdd(add);
  const showInPlan = (/** @type {boolean} */ isInPlan) => places.forEach((place) => place.show(isInPlan));
  return { item, showInPlan };
};

/**
 * Puts the items into a list, and leaves it alone where they stand there already: what is moved loses its focus.
 * @param {HTMLElement} list
 * @param {HTMLElement[]} items
 */
export const fill = (list, items) => {
  const isSame = items.length === list.childElementCount && items.every((item, place) => list.children[place] === item);
  if (!isSame) list.replaceChildren(...items);
};
