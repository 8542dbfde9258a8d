// A measure of the plan as a row with fields, and what people do in it.

import { longDay } from "../core/dates.js";
import { pageUrl, roadmap } from "../core/roadmap-data.js";
import { all, clone, element, one } from "../page/dom.js";
import { showText } from "../page/private-fields.js";
import { say } from "../page/texts.js";

/** @import { PlanRow } from "./plan-rows.js" */

/**
 * What a row asks of the plan.
 * @typedef {object} RowActions
 * @property {(id: string, status: string) => void} status
 * @property {(id: string, fields: { role?: string, deadline?: string, review?: string, note?: string }) => void} write
 * @property {(id: string) => void} remove
 * @property {(id: string, by: -1 | 1) => void} move
 */

/** @typedef {{ element: HTMLElement, show: (row: PlanRow, moves: { canMove: boolean, isFirst: boolean, isLast: boolean }) => void }} RowView */

const OTHER_ROLE = "/";

/** @param {string} id @param {RowActions} actions @returns {RowView} */
export const rowView = (id, actions) => {
  const row = clone("plan-row");
  const field = /** @type {<Kind extends HTMLElement = HTMLInputElement>(name: string) => Kind} */ (
    (name) => one(`[data-field="${name}"]`, row)
  );
  const status = /** @type {HTMLSelectElement} */ (field("status"));
  const role = /** @type {HTMLSelectElement} */ (field("role"));
  const otherRole = field("other-role");
  const other = one("[data-other-role]", row);
  const note = /** @type {HTMLTextAreaElement} */ (field("note"));
  const dates = { deadline: field("deadline"), review: field("review") };

  nameFields(row, id);
  status.append(...roadmap.progress.map(option));
  role.append(...roleOptions());

  status.addEventListener("change", () => actions.status(id, status.value));
  role.addEventListener("change", () => {
    other.hidden = role.value !== OTHER_ROLE;
    if (other.hidden) actions.write(id, { role: role.value });
    else otherRole.focus();
  });
  otherRole.addEventListener("input", () => actions.write(id, { role: otherRole.value.trim() }));
  note.addEventListener("input", () => actions.write(id, { note: note.value }));
  for (const [name, input] of Object.entries(dates)) {
    input.addEventListener("change", () => input.validity.valid && actions.write(id, { [name]: input.value }));
    input.addEventListener("focusout", () => judgeDate(input));
  }
  one("[data-remove]", row).addEventListener("click", () => actions.remove(id));
  const up = /** @type {HTMLButtonElement} */ (one("[data-up]", row));
  const down = /** @type {HTMLButtonElement} */ (one("[data-down]", row));
  up.addEventListener("click", () => actions.move(id, -1));
  down.addEventListener("click", () => actions.move(id, 1));

  return {
    element: row,
    show: ({ measure, planned, overdue, status: current }, { canMove, isFirst, isLast }) => {
      showMeasure(row, id, measure);
      if (![...status.options].some(({ value }) => value === current)) status.append(option({ id: current, name: current }));
      status.value = current;
      if (document.activeElement !== otherRole) {
        const isOwn = planned.role !== "" && !roadmap.roles.some(({ id: known }) => known === planned.role);
        role.value = isOwn ? OTHER_ROLE : planned.role;
        other.hidden = !isOwn;
        showText(otherRole, isOwn ? planned.role : "");
      }
      for (const [name, input] of Object.entries(dates)) {
        showText(input, planned[/** @type {"deadline" | "review"} */ (name)]);
        if (input.validity.valid) judgeDate(input);
      }
      showText(note, planned.note);
      one("[data-late]", row).hidden = !overdue;
      row.classList.toggle("plan-row--late", overdue);
      one("[data-history]", row).replaceChildren(...planned.states.map(historyItem));
      one("[data-no-history]", row).hidden = planned.states.length > 0;
      one("[data-moves]", row).hidden = !canMove;
      up.disabled = isFirst;
      down.disabled = isLast;
    },
  };
};

/** Names every field and button in a row by its measure, since all rows have the same.
 * @param {HTMLElement} row @param {string} id */
const nameFields = (row, id) => {
  for (const part of all("[data-of]", row)) part.textContent = ` ${say("of-measure", { id })}`;
  for (const field of all("[data-field]", row)) {
    const hint = field.getAttribute("aria-describedby");
    field.id = `tiltak-${id}-${field.dataset.field}`;
    const label = one(`[data-label="${field.dataset.field}"]`, row);
    /** @type {HTMLLabelElement} */ (label).htmlFor = field.id;
    if (hint) {
      one(`[data-hint="${hint}"]`, row).id = `${field.id}-hjelp`;
      field.setAttribute("aria-describedby", `${field.id}-hjelp`);
    }
  }
};

/** @param {HTMLElement} row @param {string} id @param {PlanRow["measure"]} measure */
const showMeasure = (row, id, measure) => {
  const step = roadmap.steps.find(({ letter }) => letter === measure?.step);
  const phase = roadmap.phases.find(({ number }) => number === step?.phase);
  const link = /** @type {HTMLAnchorElement} */ (one("[data-measure]", row));
  one("[data-id]", link).textContent = measure ? id : "";
  one("[data-title]", link).textContent = measure ? measure.title : say("unknown-measure", { id });
  if (measure) link.href = pageUrl(measure.url);
  one("[data-about]", row).textContent = step
    ? say("about-measure", { step: step.letter, title: step.title, phase: step.phase })
    : say("unknown-about");
  row.className = `plan-row phase-${phase?.colour ?? "none"}`;
};

/** @param {{ id: string, name: string }} item */
const option = ({ id, name }) => element("option", { value: id }, [name]);

const roleOptions = () => {
  const inside = roadmap.roles.filter(({ outside }) => !outside);
  const outside = roadmap.roles.filter((role) => role.outside);
  return [
    option({ id: "", name: say("role-none") }),
    ...inside.map(option),
    element("optgroup", { label: say("role-outside") }, outside.map(option)),
    option({ id: OTHER_ROLE, name: say("role-other") }),
  ];
};

/** Says what is wrong with a day, beside it; the plan keeps the day that it had.
 * @param {HTMLInputElement} input */
const judgeDate = (input) => {
  const problem = one(`[data-problem="${input.dataset.field}"]`, /** @type {HTMLElement} */ (input.closest("[data-row]")));
  problem.textContent = input.validity.valid ? "" : say("date-wrong");
  problem.id = `${input.id}-feil`;
  if (input.validity.valid) {
    input.removeAttribute("aria-invalid");
    input.removeAttribute("aria-describedby");
  } else {
    input.setAttribute("aria-invalid", "true");
    input.setAttribute("aria-describedby", problem.id);
  }
};

/** @param {{ status: string, date: string }} state */
const historyItem = ({ status, date }) => {
  const name = roadmap.progress.find(({ id }) => id === status)?.name ?? status;
  return element("li", {}, [say("history-item", { status: name, day: longDay(date) })]);
};
