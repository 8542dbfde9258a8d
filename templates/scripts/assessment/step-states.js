// What the picture and the table of the result say, the same in both.

import { pageUrl, roadmap } from "../core/roadmap-data.js";
import { element } from "../page/dom.js";
import { say, sayCount } from "../page/texts.js";
import { topRank } from "./judgement.js";
import { roadPicture, smallMark } from "./picture.js";
import { BOLD_LETTER, inColumn, inRows, wrapped } from "./road-layout.js";
import { firstInARow, holdingText, stateName, statementText } from "./words.js";

/** @import { Comparison } from "./comparison.js" */
/** @import { Judgement } from "./judgement.js" */

/** As many steps as a sentence can name before nobody reads it. */
export const MOST_NAMED = 5;

const WORDS_WIDTH = { rows: 142, column: 268, paper: 142 };

/**
 * The road for wide and for narrow windows, of which the page shows one, and for paper.
 * @param {(keyof typeof WORDS_WIDTH)[]} kinds
 * @param {Judgement[]} judgements
 * @param {Comparison[]} comparisons none where nothing is compared
 */
export const pictures = (kinds, judgements, comparisons) =>
  kinds.map((id) => {
    const states = new Map(
      judgements.map((judgement) => [judgement.letter, stopState(judgement, comparisons, WORDS_WIDTH[id])]),
    );
    const below = Math.max(...[...states.values()].map(({ words, before }) => words.length + (before ? 1 : 0)));
    const phases = roadmap.phases.map((phase) => ({ ...phase, title: say("picture-phase", { number: phase.number, title: phase.title }) }));
    const layout = (id === "column" ? inColumn : inRows)(phases, roadmap.steps, below);
    return roadPicture(layout, states, {
      id,
      title: say("picture-title"),
      description: judgements.map((judgement) => stateText(judgement, comparisons)).join(" "),
      top: topRank(roadmap),
      named: id === "column",
    });
  });

/**
 * @param {Judgement} judgement
 * @param {Comparison[]} comparisons
 * @param {number} width
 */
const stopState = (judgement, comparisons, width) => {
  const comparison = comparisons.find(({ now }) => now === judgement);
  return {
    judgement,
    words: [...wrapped(stateName(roadmap, judgement), width, BOLD_LETTER), holdingText(judgement)].filter(Boolean),
    before: comparison ? { judgement: comparison.then, words: beforeText(comparison) } : null,
  };
};

/**
 * A step with its state in words, and the other state where two are compared.
 * @param {Judgement} judgement
 * @param {Comparison[]} comparisons
 */
export const stateText = (judgement, comparisons) => {
  const counted = holdingText(judgement);
  return [comparedText(judgement, comparisons), ...(counted ? [say("sentence", { text: counted })] : [])].join(" ");
};

/** @type {(judgement: Judgement, comparisons: Comparison[]) => string} */
const comparedText = (judgement, comparisons) => {
  const comparison = comparisons.find(({ now }) => now === judgement);
  const values = { letter: judgement.letter, title: titleOf(judgement.letter), state: stateName(roadmap, judgement) };
  if (!comparison) return say("picture-stop", values);
  const [key, before] = [comparison.areOthers ? "picture-stop-others" : "picture-stop-moved", stateName(roadmap, comparison.then)];
  return say(key, { ...values, before, move: moveName(comparison) });
};

/**
 * The rows of the table.
 * @param {Judgement[]} judgements
 * @param {Comparison[]} comparisons
 */
export const rows = (judgements, comparisons) =>
  judgements.map((judgement) => {
    const step = roadmap.steps.find(({ letter }) => letter === judgement.letter);
    const link = element("a", { href: pageUrl(step?.url ?? "") }, [`${judgement.letter} ${titleOf(judgement.letter)}`]);
    const comparison = comparisons.find(({ now }) => now === judgement);
    return element("tr", {}, [
      element("th", { scope: "row" }, [link]),
      element("td", { class: "result-table__state" }, [state(judgement), ...holding(judgement)]),
      ...(comparison
        ? [
            element("td", {}, [state(comparison.then), ...holding(comparison.then)]),
            element("td", { class: "result-table__move" }, [movedText(comparison)]),
          ]
        : []),
      element("td", {}, reasons(judgement)),
    ]);
  });

/** @param {Comparison} comparison */
const beforeText = (comparison) =>
  comparison.areOthers ? say("picture-others") : say("picture-before", { moved: movedText(comparison) });

/**
 * An arrow means development, and between different people there is none.
 * @param {Comparison} comparison
 */
const movedText = (comparison) =>
  comparison.areOthers ? moveName(comparison) : say("moved", { arrow: say(`arrow-${comparison.move}`), move: moveName(comparison) });

/** @param {Comparison} comparison */
const moveName = ({ move, areOthers }) => say(`${areOthers ? "other" : "move"}-${move}`);

/** @param {Judgement} judgement */
const state = (judgement) =>
  element("span", { class: "state" }, [smallMark(judgement, topRank(roadmap)), element("span", {}, [stateName(roadmap, judgement)])]);

/** @param {Judgement} judgement */
const holding = (judgement) => {
  const text = holdingText(judgement);
  return text ? [element("p", { class: "result-table__holding" }, [text])] : [];
};

/**
 * What made the step what it is.
 * @param {Judgement} judgement
 */
const reasons = ({ kind, rank, weakest, open, missing }) => {
  const texts = [];
  if (kind === "judged" && rank === topRank(roadmap)) texts.push(say("why-all"));
  else if (rank !== null && rank < topRank(roadmap)) texts.push(...weakest.map((id) => statementText(roadmap, id)));
  texts.push(...open.map((id) => say("why-open", { statement: statementText(roadmap, id) })));
  if (missing.length && kind !== "unanswered") texts.push(sayCount("why-missing", missing.length));
  return texts.map((text) => element("p", {}, [text]));
};

/** @param {string} letter */
const titleOf = (letter) => roadmap.steps.find((step) => step.letter === letter)?.title ?? "";

/**
 * «A Øke motivasjon og C Etablere superbrukere», of steps; of many only the first, and how many more there are.
 * @param {Judgement[]} judgements
 */
export const stepsInARow = (judgements) =>
  firstInARow(
    judgements.map(({ letter }) => `${letter} ${titleOf(letter)}`),
    MOST_NAMED,
  );

/**
 * How the states are drawn, for the page's key.
 * @param {HTMLElement} key
 */
export const drawKey = (key) => {
  /** @type {[import("./judgement.js").Kind, number | null][]} */
  const states = [
    ...[...new Set(roadmap.answers.flatMap(({ rank }) => (rank === null ? [] : [rank])))].map(
      (rank) => /** @type {[import("./judgement.js").Kind, number]} */ (["judged", rank]),
    ),
    ["open", null],
    ["unfinished", null],
    ["unanswered", null],
    ["not-relevant", null],
  ];
  key.replaceChildren(
    ...states.map(([kind, rank]) => element("li", {}, [state({ letter: "", kind, rank, weakest: [], open: [], missing: [], holding: 0, applying: 0 })])),
  );
};
