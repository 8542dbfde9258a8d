// The result: how the steps stand, then and now, and everything that was answered.

import { roadmap } from "../core/roadmap-data.js";
import { all, element, one } from "../page/dom.js";
import { say, sayCount } from "../page/texts.js";
import { areFromOthers, compare } from "./comparison.js";
import { answerTo, extremes, judge, lackingOne, todays, topRank } from "./judgement.js";
import { drawKey, MOST_NAMED, pictures, rows, stateText, stepsInARow } from "./step-states.js";
import { aboutText, answerName, rankInText, written } from "./words.js";

/** @import { AssessmentData } from "./assessment-kind.js" */
/** @import { Comparison, Move } from "./comparison.js" */
/** @import { Judgement } from "./judgement.js" */

/** @typedef {{name: string, data: AssessmentData}} Earlier */

/** @param {HTMLElement} section */
export const resultView = (section) => {
  drawKey(one("[data-key]", section));
  return {
    /**
     * @param {string} name
     * @param {AssessmentData} data
     */
    showAbout(name, data) {
      one("[data-about]", section).textContent = aboutText(roadmap, name, data);
    },

    /**
     * @param {AssessmentData} data
     * @param {Earlier | null} earlier
     */
    show(data, earlier) {
      const judgements = judge(roadmap, todays(roadmap, data.answers));
      const comparisons = earlier ? compare(judge(roadmap, todays(roadmap, earlier.data.answers)), judgements, areFromOthers(data, earlier.data)) : [];
      one("[data-findings]", section).replaceChildren(...findings(judgements).map((text) => element("li", {}, [text])));
      one("[data-picture]", section).replaceChildren(...pictures(["rows", "column"], judgements, comparisons));
      one("[data-paper-picture]", section).replaceChildren(...pictures(["paper"], judgements, comparisons));
      one("[data-steps]", section).replaceChildren(...rows(judgements, comparisons));
      for (const head of section.querySelectorAll("[data-compared]")) head.toggleAttribute("hidden", !earlier);
      showMoves(section, comparisons, data, earlier);
      const table = /** @type {HTMLTableElement} */ (one("[data-answers]", section));
      table.replaceChildren(one("thead", table), ...answerRows(data, judgements, comparisons));
    },
  };
};

/** @param {Judgement[]} judgements */
const findings = (judgements) => {
  const { weakest, strongest, undecided } = extremes(judgements);
  const texts = [];
  const [weak, strong] = [weakest.at(0), strongest.at(0)];
  if (weak && !strong) texts.push(...alike(weakest, weak.rank ?? 0));
  if (strong) texts.push(sayCount("found-strongest", strongest.length, { steps: stepsInARow(strongest), state: rankInText(roadmap, strong.rank ?? 0) }));
  if (weak && strong) texts.push(sayCount("found-weakest", weakest.length, { steps: stepsInARow(weakest), state: rankInText(roadmap, weak.rank ?? 0) }));
  const near = lackingOne(judgements);
  if (near.length) texts.push(sayCount("found-near", near.length, { steps: stepsInARow(near) }));
  if (undecided.length) texts.push(sayCount("found-undecided", undecided.length, { steps: stepsInARow(undecided) }));
  return texts;
};

/**
 * What is said where no judged step is stronger than another: of many how many, since a row of all of them tells nothing.
 * @param {Judgement[]} judged
 * @param {number} rank
 */
const alike = (judged, rank) => {
  const state = rankInText(roadmap, rank);
  if (judged.length <= MOST_NAMED) return [sayCount("found-alike", judged.length, { steps: stepsInARow(judged), state })];
  const sum = (/** @type {"holding" | "applying"} */ field) => judged.reduce((total, judgement) => total + judgement[field], 0);
  const values = { steps: judged.length, state, count: sum("holding"), all: sum("applying") };
  return [say(rank === topRank(roadmap) ? "found-all-hold" : "found-none-holds", values)];
};

/**
 * @param {HTMLElement} section
 * @param {Comparison[]} comparisons
 * @param {AssessmentData} data
 * @param {Earlier | null} earlier
 */
const showMoves = (section, comparisons, data, earlier) => {
  for (const part of all("[data-moves]", section)) part.hidden = !earlier;
  if (!earlier) return;
  const areOthers = areFromOthers(data, earlier.data);
  for (const words of all("[data-if-earlier]", section)) words.hidden = areOthers;
  for (const words of all("[data-if-others]", section)) words.hidden = !areOthers;
  one("[data-moves-about]", section).textContent = aboutText(roadmap, earlier.name, earlier.data);
  const texts = /** @type {Move[]} */ (["up", "down", "new", "unclear", "same"]).flatMap((move) => {
    const moved = comparisons.filter((comparison) => comparison.move === move).map(({ now }) => now);
    return moved.length ? [sayCount(`${areOthers ? "differs" : "moved"}-${move}`, moved.length, { steps: stepsInARow(moved) })] : [];
  });
  one("[data-moves-steps]", section).replaceChildren(...texts.map((text) => element("li", {}, [text])));
  const changed = changedStatements(data, earlier.data);
  one("[data-moves-none]", section).hidden = changed.length > 0;
  one("[data-moves-some]", section).hidden = changed.length === 0;
  one("[data-moves-statements]", section).replaceChildren(...changed);
};

/**
 * The statements that are answered otherwise now, as rows of a table.
 * @param {AssessmentData} data
 * @param {AssessmentData} earlier
 */
const changedStatements = (data, earlier) => {
  const [now, then] = [todays(roadmap, data.answers), todays(roadmap, earlier.answers)];
  return roadmap.steps
    .flatMap((step) => step.statements)
    .map(({ id, text }) => ({ text, before: answerTo(roadmap, then, id), after: answerTo(roadmap, now, id) }))
    .filter(({ before, after }) => before !== after)
    .map(({ text, before, after }) =>
      element("tr", {}, [
        element("th", { scope: "row" }, [text]),
        element("td", {}, [answerName(roadmap, before)]),
        element("td", {}, [answerName(roadmap, after)]),
      ]),
    );
};

/**
 * Every step with its state, and every statement with its answer and note, for paper.
 * @param {AssessmentData} data
 * @param {Judgement[]} judgements
 * @param {Comparison[]} comparisons
 */
const answerRows = (data, judgements, comparisons) => {
  const [answers, notes] = [todays(roadmap, data.answers), todays(roadmap, data.notes)];
  return judgements.map((judgement) =>
    element("tbody", {}, [
      element("tr", {}, [element("th", { scope: "rowgroup", colspan: "3" }, [stateText(judgement, comparisons)])]),
      ...(roadmap.steps.find(({ letter }) => letter === judgement.letter)?.statements ?? []).map(({ id, text }) =>
        element("tr", {}, [
          element("th", { scope: "row" }, [text]),
          element("td", {}, [answerName(roadmap, answerTo(roadmap, answers, id))]),
          element("td", { class: "statements-of__note" }, [written(notes, id)]),
        ]),
      ),
    ]),
  );
};
