/** The run chart with its sentences, on the page and on the sheet that is shown to all. */

import { shown } from "../core/numbers.js";
import { all, element, one } from "../page/dom.js";
import { mayGoOut } from "../page/private-fields.js";
import { say } from "../page/texts.js";
import { chart } from "./chart.js";
import { layout } from "./chart-layout.js";
import { monthName } from "./months.js";
import { printedNotes } from "./printed-notes.js";
import { change, compared, headline, situation, statistics, verdict } from "./sentences.js";

/**
 * @typedef {import("./kind.js").FiguresData} FiguresData
 * @typedef {import("./series.js").Series} Series
 * @typedef {import("./sentences.js").Sentence} Sentence
 */

/** The sheet's picture fills an A4 page that lies down, in pixels of print. */
const SHEET = { width: 1040, plotHeight: 380, textSize: 19 };

export function picture() {
  const figure = one("[data-chart]");
  const sheet = /** @type {HTMLDialogElement} */ (one("[data-sheet]"));
  /** @type {{data: FiguresData, series: Series} | null} */
  let latest = null;
  let drawnWidth = 0;
  let wasOpen = false;

  const drawOnPage = () => {
    if (!latest) return;
    drawnWidth = figure.clientWidth;
    const textSize = parseFloat(getComputedStyle(figure).fontSize);
    const width = Math.max(drawnWidth, 240);
    draw(figure, latest, { width, plotHeight: Math.min(Math.max(width * 0.45, 200), 360), textSize }, "kurve");
  };
  const drawOnSheet = (/** @type {number} */ width) => {
    const size = width < SHEET.width ? { width, plotHeight: Math.max(width * 0.4, 200), textSize: width < 700 ? 15 : SHEET.textSize } : SHEET;
    if (latest) draw(one("[data-sheet-chart]", sheet), latest, size, "ark");
  };

  new ResizeObserver(() => {
    if (figure.clientWidth !== drawnWidth) drawOnPage();
  }).observe(figure);
  const open = () => {
    sheet.showModal();
    drawOnSheet(one("[data-sheet-chart]", sheet).clientWidth);
  };
  one("[data-show-sheet]").addEventListener("click", open);
  sheet.addEventListener("close", () => drawOnSheet(SHEET.width));
  one("[data-print-sheet]", sheet).addEventListener("click", async () => {
    if (await mayGoOut(latest?.data)) print();
  });
  one("[data-close-sheet]", sheet).addEventListener("click", () => sheet.close());
  // What lies above the page can't have a sheet of its own, so it is put back into the page meanwhile.
  addEventListener("beforeprint", () => {
    wasOpen = sheet.open;
    sheet.close();
    drawOnSheet(SHEET.width);
  });
  addEventListener("afterprint", () => {
    if (wasOpen) open();
  });

  /**
   * @param {FiguresData} data
   * @param {Series} series
   */
  const show = (data, series) => {
    latest = { data, series };
    const isDrawn = series.points.length + series.unfinished.length > 0;
    for (const part of all("[data-with-points]")) part.hidden = !isDrawn;
    document.documentElement.classList.toggle("has-sheet", isDrawn);
    const found = { situation: texts(situation(series, targetOf(data))), verdict: texts(verdict(series)) };
    fill("[data-situation]", found.situation);
    fill("[data-verdict]", found.verdict);
    fill("[data-signal]", [say(signalKey(series))]);
    one("[data-sheet-title]").textContent = say("sheet-title", { what: whatOf(data) });
    one("[data-sheet-unit]").textContent = data.unit;
    fill("[data-sheet-headline]", texts(headline(series, targetOf(data))));
    fill("[data-sheet-text]", texts(compared(series)));
    fill("[data-sheet-change]", texts(change(series)));
    fill("[data-sheet-statistics]", texts(statistics(series)));
    drawOnPage();
    drawOnSheet(sheet.open ? one("[data-sheet-chart]", sheet).clientWidth : SHEET.width);
    fillNotes(sheet, series);
  };
  return { show };
}

/**
 * @param {HTMLElement} where
 * @param {{data: FiguresData, series: Series}} what
 * @param {{width: number, plotHeight: number, textSize: number}} size
 * @param {string} id
 */
function draw(where, { data, series }, size, id) {
  const target = targetOf(data);
  const placed = layout(series, target, size);
  if (!placed) return where.replaceChildren();
  const first = series.rows[0]?.month ?? "";
  const last = series.rows.at(-1)?.month ?? "";
  const description = [...situation(series, target), ...verdict(series)];
  where.replaceChildren(
    chart(placed, size, {
      id,
      title: say("chart-title", { what: whatOf(data), from: monthName(first), to: monthName(last) }),
      description: texts(description).join(" "),
      median: say("label-median"),
      target: say("label-target"),
    }),
  );
}

/** @param {FiguresData} data */
function targetOf({ target, targetDate }) {
  return { number: target, month: targetDate || null };
}

/** @param {FiguresData} data */
function whatOf({ title }) {
  return title.trim() || say("counted");
}

/** @param {Series} series */
function signalKey({ rules }) {
  if (!rules || rules.missing > 0) return "state-drawn";
  return rules.longRun || rules.fewCrossings ? "state-signal" : "state-none";
}

/**
 * @param {Sentence[]} sentences
 * @returns {string[]}
 */
function texts(sentences) {
  return sentences.map(({ key, values }) => {
    const written = Object.entries(values).map(([name, value]) => [name, typeof value === "number" ? shown(value, 1) : value]);
    return say(`sentence-${key}`, Object.fromEntries(written));
  });
}

/**
 * @param {string} selector
 * @param {string[]} sentences
 */
function fill(selector, sentences) {
  const text = sentences.join(" ");
  if (one(selector).textContent !== text) one(selector).textContent = text;
}

/**
 * All notes, each with its number in the picture; on paper the latest that there is room for.
 *
 * @param {HTMLElement} sheet
 * @param {Series} series
 */
function fillNotes(sheet, { rows }) {
  const list = one("[data-sheet-notes]", sheet);
  const noted = rows.filter(({ note }) => note !== "").map(({ month, note }) => ({ name: monthName(month), note }));
  const leftOut = noted.length - printedNotes(noted.map(({ name, note }) => `${name} ${note}`));
  list.replaceChildren(
    ...noted.map(({ name, note }, place) =>
      element("li", { value: String(place + 1), ...(place < leftOut ? { class: "sheet__note--left-out" } : {}) }, [element("strong", {}, [name]), ` ${note}`]),
    ),
  );
  list.hidden = noted.length === 0;
  one("[data-sheet-left-out]", sheet).textContent = leftOut === 0 ? "" : say(leftOut === 1 ? "sheet-left-out-one" : "sheet-left-out", { count: leftOut });
}
