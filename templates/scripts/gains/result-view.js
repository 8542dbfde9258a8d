// The result on the page: in words, as a picture and as a table, and what it was worked out with.

import { drawn, element, one } from "../page/dom.js";
import { say } from "../page/texts.js";
import { barsOf, casesOf, linesOf } from "./lines.js";
import { consultations, estimate, exact, madeText, sentencesOf, usedTexts } from "./wording.js";

/** @import { Answer, BarsOfCase, Line, Result, Span } from "./types.d.ts" */

const BAR_HEIGHT = 24;

/**
 * @param {HTMLElement} page
 * @param {Answer | null} answer the last that could be worked out
 * @param {{ isWrong: boolean, isEmpty: boolean }} fields whether they say what can't be worked out, or nothing at all
 */
export const showResult = (page, answer, { isWrong, isEmpty }) => {
  const isOld = Boolean(answer) && isWrong;
  page.classList.toggle("gains--answered", Boolean(answer));
  page.classList.toggle("gains--old", isOld);
  one("[data-take-away]", page).hidden = !answer;
  one("[data-answer]", page).replaceChildren(
    ...(isOld ? [element("p", { class: "gains-old" }, [say("result-old")])] : []),
    ...(answer ? [madeText(answer), ...sentencesOf(answer.result)] : [say(isEmpty ? "result-empty" : "result-wrong")]).map((text) => element("p", {}, [text])),
  );
  one("[data-details]", page).replaceChildren(...(answer ? [...picture(answer.result), ...table(answer.result), ...used(answer)] : []));
};

/**
 * One picture of all bars; what they show stands in its description and in the table. Not in paragraphs, so that a copy
 * of the text goes without.
 * @param {Result} result
 */
const picture = (result) => {
  const cases = barsOf(result);
  if (!cases.length) return [];
  const names = cases.map((one) => say(`case-${one.case.name}`)).join(` ${say("and")} `);
  const most = estimate({ low: longestOf(cases), high: longestOf(cases) }, "kroner");
  const title = element("div", { class: "picture__title", id: "gevinst-bilde" }, [say("picture-title")]);
  const description = element("div", { class: "visually-hidden", id: "gevinst-bilde-beskrivelse" }, [say("picture-description", { cases: names, most })]);
  const bars = element(
    "div",
    { class: "gains__chart", role: "img", "aria-labelledby": title.id, "aria-describedby": description.id },
    cases.flatMap((one) => [
      element("div", { class: "gains__volume" }, [say("case-heading", { name: say(`case-${one.case.name}`), count: consultations(one.case.consultations) })]),
      ...one.bars.map(row),
    ]),
  );
  return [element("figure", { class: "picture gains-picture" }, [title, bars, description])];
};

/** @type {(cases: BarsOfCase[]) => number} */
const longestOf = (cases) => Math.max(...cases.flatMap(({ bars }) => bars.map(({ span }) => span.high)));

/** @param {BarsOfCase["bars"][number]} bar */
const row = ({ name, span, from, to }) =>
  element("div", { class: "gains__row" }, [
    element("div", { class: "gains__label" }, [say(`line-${name}`)]),
    element("div", { class: "gains__bar" }, [
      drawn("svg", { width: "100%", height: BAR_HEIGHT }, [...(from === to ? solid(to) : spanning(from, to)), drawn("path", { d: `M1 0v${BAR_HEIGHT}`, stroke: "currentColor", "stroke-width": 2 })]),
    ]),
    element("div", { class: "gains__value" }, [estimate(span, "kroner")]),
  ]);

/** @type {(to: number) => Node[]} */
const solid = (to) => [drawn("rect", { y: 4, width: `${to}%`, height: 16, fill: "currentColor" })];

/** Light between the estimates, with a line at each. @type {(from: number, to: number) => Node[]} */
const spanning = (from, to) => [
  drawn("rect", { x: `${from}%`, y: 5, width: `${to - from}%`, height: 14, fill: "currentColor", "fill-opacity": 0.28 }),
  ...[
    [from, 1],
    [to, -1],
  ].map(([end, inwards]) =>
    drawn("svg", { x: `${end}%`, overflow: "visible" }, [drawn("path", { d: `M${inwards} 2v20`, stroke: "currentColor", "stroke-width": 3 })]),
  ),
];

/** @param {Result} result */
const table = (result) => {
  const cases = casesOf(result);
  const heading = element("h3", { id: "gevinst-tabell" }, [say("table-title")]);
  const head = element("tr", {}, [
    element("th", { scope: "col" }, [say("table-what")]),
    ...cases.map((one) => element("th", { scope: "col" }, [say(`case-${one.name}`)])),
  ]);
  const body = linesOf(result).map((line) =>
    element("tr", {}, [
      element("th", { scope: "row" }, [say(`line-${line.name}`)]),
      ...line.spans.map((span) => element("td", {}, [cellText(line, span)])),
    ]),
  );
  const whole = element("table", {}, [element("thead", {}, [head]), element("tbody", {}, body)]);
  return [
    heading,
    element("div", { class: "table", role: "group", "aria-labelledby": heading.id, tabindex: "0" }, [whole]),
    element("p", {}, [say("rounded")]),
  ];
};

/** @type {(line: Line, span: Span) => string} */
const cellText = ({ name, unit }, span) => (name === "consultations" ? exact(span, "number") : estimate(span, unit));

/** @param {Answer} answer */
const used = (answer) => [
  element("h3", {}, [say("used-title")]),
  element("ul", { class: "gains-used" }, usedTexts(answer).map((text) => element("li", {}, [text]))),
];
