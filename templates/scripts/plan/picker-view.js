// All measures of the roadmap, to choose from.

import { all, announce, one } from "../page/dom.js";
import { say } from "../page/texts.js";

/** @param {(id: string, isChosen: boolean) => void} choose
 * @returns {{ show: (chosen: Set<string>) => void }} */
export const pickerView = (choose) => {
  const boxes = /** @type {HTMLInputElement[]} */ (all("[data-pick]"));
  const find = /** @type {HTMLInputElement} */ (one("[data-find]"));
  const found = one("[data-found]");

  const search = () => {
    const words = find.value.toLocaleLowerCase("nb").split(/\s+/).filter(Boolean);
    const items = all("[data-measure-text]");
    for (const item of items) item.hidden = !words.every((word) => (item.dataset.measureText ?? "").includes(word));
    for (const step of all("[data-picker-step]")) step.hidden = all("[data-measure-text]", step).every((item) => item.hidden);
    const count = items.filter((item) => !item.hidden).length;
    announce(found, words.length ? say(count === 1 ? "found-one" : "found", { count }) : "");
  };
  find.addEventListener("input", search);
  for (const box of boxes) box.addEventListener("change", () => choose(box.value, box.checked));

  return {
    show: (chosen) => {
      for (const box of boxes) box.checked = chosen.has(box.value);
    },
  };
};
