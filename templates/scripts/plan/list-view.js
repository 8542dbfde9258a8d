// The plan's list: sorted and filtered as people ask. Rows stay where they are while somebody works in them, also when
// what they write would have sorted them elsewhere.

import { roadmap } from "../core/roadmap-data.js";
import { all, announce, element, one } from "../page/dom.js";
import { warnAt } from "../page/private-fields.js";
import { say } from "../page/texts.js";
import { ALL, filtered, roleName, sorted } from "./plan-rows.js";
import { rowView } from "./row-view.js";

/** @import { PlanRow, Sorting } from "./plan-rows.js" */
/** @import { RowActions, RowView } from "./row-view.js" */

/**
 * @param {RowActions} actions
 * @returns {{ show: (documentId: string, rows: PlanRow[]) => void, shownRows: () => PlanRow[] }}
 */
export const listView = (actions) => {
  const list = one("[data-plan-list]");
  const sorting = /** @type {HTMLSelectElement} */ (one("[data-sort]"));
  const roles = /** @type {HTMLSelectElement} */ (one('[data-narrow="role"]'));
  /** @type {Map<string, RowView>} */
  const views = new Map();
  /** @type {PlanRow[]} */
  let rows = [];
  /** @type {string[]} */
  let arranged = [];
  let arrangedFor = "";
  let shownFor = "";

  const filter = () => ({ ...ALL, ...Object.fromEntries(all("[data-narrow]").map((field) => [field.dataset.narrow, filterValue(field)])) });
  const isFiltered = () => JSON.stringify(filter()) !== JSON.stringify(ALL);
  const canMove = () => sorting.value === "egen" && !isFiltered();
  const shownRows = () => arranged.flatMap((id) => rows.find((row) => row.id === id) ?? []);

  const arrange = () => {
    arranged = filtered(sorted(rows, /** @type {Sorting} */ (sorting.value), roadmap), filter()).map(({ id }) => id);
  };

  /** @param {PlanRow} row */
  const newView = ({ id, planned }) => {
    const view = rowView(id, actions);
    views.set(id, view);
    /** @type {HTMLDetailsElement} */ (one("[data-more]", view.element)).open = planned.note !== "";
    return view;
  };

  const showRows = () => {
    const shown = shownRows();
    const focused = document.activeElement;
    const elements = shown.map((row, place) => {
      const view = views.get(row.id) ?? newView(row);
      view.show(row, { canMove: canMove(), isFirst: place === 0, isLast: place === shown.length - 1 });
      return view.element;
    });
    const hadFocus = list.contains(focused);
    const focusedPlace = [...list.children].findIndex((row) => row.contains(focused));
    if (elements.length !== list.childElementCount || elements.some((row, place) => list.children[place] !== row)) {
      list.replaceChildren(...elements);
      // The rows of another plan are new; what somebody writes in may be there too.
      const again = list.contains(focused) ? focused : document.getElementById(focused?.id ?? "");
      if (hadFocus) focusIn(again instanceof HTMLElement ? again : rowNear(elements, focusedPlace));
      for (const field of /** @type {HTMLInputElement[]} */ (all("[data-private]", list))) warnAt(field);
    }
    one("[data-shown]").textContent = shownText(shown.length, rows.length);
    one("[data-plan-controls]").hidden = rows.length === 0;
    one("[data-none-shown]").hidden = rows.length === 0 || shown.length > 0;
  };

  /** Where the row of the focus is gone, what stands in its place. @param {HTMLElement[]} elements @param {number} place */
  const rowNear = (elements, place) => {
    const row = elements[Math.min(place, elements.length - 1)];
    return row ? one('[data-field="status"]', row) : list;
  };

  const showRoles = () => {
    const names = new Map(rows.filter(({ role }) => role !== "").map(({ role, roleName }) => [role, roleName]));
    const chosen = roles.value;
    if (chosen && !names.has(chosen)) names.set(chosen, roleName(chosen, roadmap));
    const options = [...names].sort(([, first], [, second]) => first.localeCompare(second, "nb"));
    roles.replaceChildren(...[["", say("filter-all")], ...options].map(([value = "", name = ""]) => element("option", { value }, [name])));
    roles.value = chosen;
  };

  const rearrange = () => {
    arrange();
    showRows();
  };
  for (const field of all("[data-sort], [data-narrow]")) field.addEventListener("change", rearrange);
  const showEverything = () => {
    for (const field of all("[data-narrow]")) {
      if (field instanceof HTMLInputElement) field.checked = false;
      else /** @type {HTMLSelectElement} */ (field).value = "";
    }
  };
  one("[data-show-all]").addEventListener("click", () => {
    showEverything();
    rearrange();
    list.focus();
    announce(one("[data-shown]"), shownText(rows.length, rows.length));
  });

  return {
    show: (documentId, next) => {
      rows = next;
      if (shownFor !== documentId) {
        // What was asked of one plan says nothing of another.
        showEverything();
        views.clear();
        shownFor = documentId;
      }
      const key = `${documentId} ${canMove()} ${(canMove() ? next.map(({ id }) => id) : next.map(({ id }) => id).sort()).join(" ")}`;
      if (key !== arrangedFor) {
        arrangedFor = key;
        arrange();
      }
      showRoles();
      showRows();
    },
    shownRows,
  };
};

/** @param {HTMLElement} field */
const filterValue = (field) => (field instanceof HTMLInputElement ? field.checked : /** @type {HTMLSelectElement} */ (field).value);

/** The button that moved a row to the end of the list can't move it further.
 * @param {HTMLElement} focused */
const focusIn = (focused) => {
  const isOff = focused instanceof HTMLButtonElement && focused.disabled;
  const other = isOff ? focused.parentElement?.querySelector("button:not(:disabled)") : focused;
  if (other instanceof HTMLElement) other.focus();
};

/** @param {number} shown @param {number} total */
const shownText = (shown, total) => {
  if (shown < total) return say("shown-some", { shown, all: total });
  return say(total === 1 ? "shown-one" : "shown-all", { all: total });
};
