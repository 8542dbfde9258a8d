// The plan on paper: as a table with lines to sign on, or as the working poster filled in.

import { dayOf, longDay, shortDay } from "../core/dates.js";
import { plannedMeasure, statusOf } from "../core/plan-kind.js";
import { roadmap, siteUrl } from "../core/roadmap-data.js";
import { all, element, one } from "../page/dom.js";
import { say } from "../page/texts.js";
import { outsideText } from "./outside-view.js";
import { firstStatus, phaseProgress, roleName } from "./plan-rows.js";
import { phaseText } from "./progress-view.js";

/** @import { PlanData, WorkDocument } from "../types.d.ts" */
/** @import { PlanRow } from "./plan-rows.js" */

// How large the poster's texts are, beside those of the poster that is filled in by hand.
const LARGEST = 1.12;
const SMALLEST = 0.6;
const LONG_TITLE = 45;
// A note of more lines may go on on the next sheet, which would else leave much of this one empty.
const MOST_LINES_TOGETHER = 12;

/** @param {WorkDocument | null} plan @param {PlanData} data @param {PlanRow[]} every @param {PlanRow[]} shown */
export const fillPlanPaper = (plan, data, every, shown) => {
  const paper = one("[data-plan-paper]");
  one("[data-paper-title]", paper).textContent = plan?.name ?? say("document-first-name");
  const isPart = shown.length < every.length;
  one("[data-paper-about]", paper).textContent = [
    data.unit,
    say("paper-printed", { day: longDay(dayOf(new Date())) }),
    isPart ? say("paper-part", { shown: shown.length, all: every.length }) : "",
  ]
    .filter(Boolean)
    .join(" · ");
  for (const part of all("[data-paper-progress], table", paper)) part.hidden = every.length === 0;
  const outside = outsideText(data);
  one("[data-paper-outside]", paper).textContent = outside;
  one("[data-paper-outside]", paper).hidden = outside === "";
  one("[data-paper-empty]", paper).hidden = every.length > 0 || outside !== "";
  one("[data-paper-progress]", paper).replaceChildren(
    ...phaseProgress(every, roadmap).map((phase) =>
      element("li", {}, [element("strong", {}, [say("phase", { number: phase.number, title: phase.title })]), ` ${phaseText(phase)}`]),
    ),
  );
  one("[data-paper-rows]", paper).replaceChildren(...shown.flatMap(paperRows), one("[data-paper-end]", paper));
};

/** A row of the measure, and where there is a note, one of that.
 * @param {PlanRow} row */
const paperRows = ({ id, measure, roleName: role, status, since, planned, overdue }) => {
  const name = measure ? [element("span", { class: "id" }, [id]), ` ${measure.title}`] : [say("unknown-measure", { id })];
  const statusName = roadmap.progress.find(({ id: known }) => known === status)?.name ?? status;
  const row = element("tr", {}, [
    element("th", { scope: "row" }, name),
    element("td", {}, [role]),
    element("td", {}, [statusName, ...(since ? [element("span", { class: "plan-paper__since" }, [say("paper-since", { day: shortDay(since) })])] : [])]),
    element("td", {}, [shortDay(planned.deadline), ...(overdue ? [element("strong", { class: "plan-paper__since" }, [say("paper-late")])] : [])]),
    element("td", {}, [shortDay(planned.review)]),
  ]);
  const isLong = planned.note.split("\n").length > MOST_LINES_TOGETHER;
  const note = element("tr", { class: isLong ? "plan-paper__note plan-paper__note--long" : "plan-paper__note" }, [element("td", { colspan: String(row.childElementCount) }, [planned.note])]);
  return planned.note ? [row, note] : [row];
};

/** Fills in the poster, and makes its texts smaller until all goes on the sheet.
 * @param {WorkDocument | null} plan @param {PlanData} data @param {PlanRow[]} rows */
export const fillPlanPoster = (plan, data, rows) => {
  const poster = one("[data-plan-poster]");
  const title = one("[data-poster-title]", poster);
  title.textContent = plan?.name ?? say("document-first-name");
  title.toggleAttribute("data-long", title.textContent.length > LONG_TITLE);
  const known = rows.filter(({ measure }) => measure !== null).length;
  one("[data-poster-lead]", poster).textContent = [
    data.unit,
    say("poster-about", { day: longDay(dayOf(new Date())), count: known, all: roadmap.measures.length }),
  ]
    .filter(Boolean)
    .join(" · ");
  one("[data-poster-site]", poster).textContent = siteUrl().replace(/^https?:\/\//, "").replace(/\/$/, "");
  for (const box of all("[data-poster-measure]", poster)) fillBox(box, data);
  const unknown = rows.filter(({ measure }) => measure === null);
  const list = one("[data-poster-unknown]", poster);
  list.hidden = unknown.length === 0;
  list.textContent = say("poster-unknown", { measures: unknown.map(({ id }) => id).join(", ") });
  fit(poster);
};

/** @param {HTMLElement} box @param {PlanData} data */
const fillBox = (box, data) => {
  const id = box.dataset.posterMeasure ?? "";
  const planned = plannedMeasure(data, id);
  const status = statusOf(data, id) || (planned.chosen ? firstStatus(roadmap) : "");
  for (const tick of all("[data-tick]", box)) {
    const isTicked = tick.dataset.tick === status;
    tick.classList.toggle("plan-tick--ticked", isTicked);
    one("[data-ticked]", tick).hidden = !isTicked;
  }
  const who = planned.chosen ? [roleName(planned.role, roadmap), planned.deadline && say("poster-by", { day: shortDay(planned.deadline) })] : [];
  one("[data-who]", box).textContent = who.filter(Boolean).join(", ");
};

/** @param {HTMLElement} poster */
const fit = (poster) => {
  let size = LARGEST;
  do {
    poster.style.setProperty("--fit", size.toFixed(2));
    size -= 0.02;
  } while (poster.scrollHeight > poster.clientHeight && size > SMALLEST);
};
