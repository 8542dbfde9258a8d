// The result as rows of a file: numbers by themselves, so that they can be reckoned with.

import { say } from "../page/texts.js";
import { casesOf, linesOf } from "./lines.js";
import { madeText, sentencesOf, usedTexts } from "./wording.js";

/** @import { Answer } from "./types.d.ts" */

/**
 * @param {Answer} answer
 * @param {string[]} caveats
 * @returns {(string | number | null)[][]}
 */
export const csvRows = (answer, caveats) => {
  const { result } = answer;
  const names = casesOf(result).map((one) => say(`case-${one.name}`));
  return [
    [say("table-what"), say("csv-unit"), ...names.flatMap((name) => [say("csv-low", { name }), say("csv-high", { name })])],
    ...linesOf(result).map(({ name, unit, spans }) => [say(`line-${name}`), say(`csv-unit-${unit}`), ...spans.flatMap(({ low, high }) => [low, high])]),
    [],
    [say("csv-words")],
    ...[madeText(answer), ...sentencesOf(result)].map((text) => [text]),
    [],
    [say("used-title")],
    ...usedTexts(answer).map((text) => [text]),
    [],
    [say("csv-caveats")],
    ...caveats.map((text) => [text]),
  ];
};
