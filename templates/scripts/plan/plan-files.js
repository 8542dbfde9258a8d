// The plan as files for other programs: Excel, any spreadsheet, a calendar.

import { dayOf, longDay } from "../core/dates.js";
import { fileName } from "../core/document-file.js";
import { roadmap, siteUrl } from "../core/roadmap-data.js";
import { writeCalendar } from "../formats/calendar.js";
import { writeCsv } from "../formats/csv.js";
import { download } from "../page/downloads.js";
import { load } from "../page/lazy.js";
import { say } from "../page/texts.js";
import { planEvents } from "./plan-calendar.js";
import { COLUMNS, planCells, planColumns, planTexts } from "./plan-table.js";

/** @import { WorkDocument } from "../types.d.ts" */
/** @import { PlanRow } from "./plan-rows.js" */
/** @import { Titles } from "./plan-table.js" */

/** What the columns are called, in files and in what is said of them.
 * @returns {Titles} */
export const columnTitles = () => /** @type {Titles} */ (Object.fromEntries(COLUMNS.map((column) => [column, say(`column-${column}`)])));

/** Those that can be taken in again with all that people fill in. */
export const COMING_BACK = new Set(["xlsx", "csv"]);

/** Each downloads a file, and gives what is to be said of it.
 * @type {Record<string, (plan: WorkDocument, rows: PlanRow[]) => Promise<string>>} */
export const planFiles = {
  xlsx: async (plan, rows) => {
    const office = await load("office");
    const today = dayOf(new Date());
    const workbook = office.writeWorkbook({
      title: plan.name,
      sheets: [
        {
          name: say("sheet-name"),
          above: [plan.name, [plan.data.unit, say("sheet-about", { day: longDay(today) })].filter(Boolean).join(" · ")],
          columns: planColumns(columnTitles(), roadmap),
          rows: planCells(rows, roadmap),
        },
      ],
    });
    return saved(plan, "xlsx", workbook, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  },
  csv: async (plan, rows) => saved(plan, "csv", writeCsv(planTexts(rows, columnTitles(), roadmap)), "text/csv;charset=utf-8"),
  ics: async (plan, rows) => {
    const statusName = (/** @type {string} */ id) => roadmap.progress.find((status) => status.id === id)?.name ?? id;
    const now = new Date();
    const { events, done, past } = planEvents(rows, plan, dayOf(now), { siteUrl: siteUrl(), statusName, say });
    const text = writeCalendar({ product: say("calendar-product"), stamp: now, events });
    const first = events.length ? saved(plan, "ics", text, "text/calendar;charset=utf-8") : say("calendar-empty");
    return [first, leftOut("calendar-done", done), leftOut("calendar-past", past)].filter(Boolean).join(" ");
  },
};

/** @param {string} key @param {number} count */
const leftOut = (key, count) => (count ? say(count === 1 ? `${key}-one` : key, { count }) : "");

/** @param {WorkDocument} plan @param {string} ending @param {BlobPart} content @param {string} type */
const saved = (plan, ending, content, type) => {
  const name = fileName(plan.name, say("document-file"), dayOf(new Date()), ending);
  download(name, content, type);
  return say("file-downloaded", { file: name });
};
