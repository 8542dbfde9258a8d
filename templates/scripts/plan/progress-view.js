// How far the plan has come, by phase, and the hours that it asks for.

import { shown } from "../core/numbers.js";
import { roadmap } from "../core/roadmap-data.js";
import { element, one } from "../page/dom.js";
import { say } from "../page/texts.js";
import { hoursByRole, phaseProgress } from "./plan-rows.js";

/** @import { PhaseProgress, PlanRow } from "./plan-rows.js" */

/** @param {PlanRow[]} rows */
export const showProgress = (rows) => {
  const overdue = rows.filter((row) => row.overdue).length;
  one("[data-progress]").hidden = rows.length === 0;
  one("[data-phases]").replaceChildren(...phaseProgress(rows, roadmap).map(phaseItem));
  one("[data-overdue]").textContent = overdue ? say(overdue === 1 ? "overdue-one" : "overdue", { count: overdue }) : "";
  const hours = hoursByRole(rows, roadmap);
  one("[data-hours]").hidden = hours.length === 0;
  one("[data-hours-rows]").replaceChildren(
    ...hours.map(({ name, once, monthly }) =>
      element("tr", {}, [
        element("th", { scope: "row" }, [name]),
        element("td", {}, [once ? say("hours", { hours: shown(once, 2) }) : say("no-hours")]),
        element("td", {}, [monthly ? say("hours", { hours: shown(monthly, 2) }) : say("no-hours")]),
      ]),
    ),
  );
};

/** A square for each measure, as on the working poster, and the same in words.
 * @param {PhaseProgress} phase */
const phaseItem = (phase) => {
  const colour = roadmap.phases.find(({ number }) => number === phase.number)?.colour;
  const last = phase.counts.length - 1;
  const squares = phase.counts.flatMap(({ count }, rank) =>
    Array.from({ length: count }, () => element("span", { class: `plan-square plan-square--${rank === last ? "done" : rank ? "begun" : "waiting"}` })),
  );
  return element("li", { class: `plan-phase phase-${colour}` }, [
    element("span", { class: "plan-phase__title" }, [say("phase", { number: phase.number, title: phase.title })]),
    element("span", { class: "plan-phase__squares", "aria-hidden": "true" }, squares.reverse()),
    element("span", { class: "plan-phase__text" }, [phaseText(phase)]),
  ]);
};

/** «2 på plass, 1 i gang», the furthest first.
 * @param {PhaseProgress} phase */
export const phaseText = ({ total, counts }) =>
  total === 0
    ? say("phase-empty")
    : [...counts]
        .reverse()
        .filter(({ count }) => count > 0)
        .map(({ name, count }) => say("phase-count", { count, status: name.toLocaleLowerCase("nb") }))
        .join(", ");
