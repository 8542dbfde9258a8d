// The road as a picture, each stop with its state. The table beside it says the same.

import { drawn } from "../page/dom.js";
import { markOf } from "./marks.js";
import { HEADING_SIZE, LINE_HEIGHT, RADIUS, TEXT_SIZE } from "./road-layout.js";

/** @import { Judgement } from "./judgement.js" */
/** @import { Layout } from "./road-layout.js" */
/** @import { Mark } from "./marks.js" */

const SMALL = 7;

/**
 * What stands under a stop: the state as words, and where two points in time are compared, the state before.
 * @typedef {{judgement: Judgement, words: string[], before: {judgement: Judgement, words: string} | null}} StopState
 */

/**
 * @param {Layout} layout
 * @param {Map<string, StopState>} states by the steps' letters
 * @param {{id: string, title: string, description: string, top: number, named: boolean}} words
 *     `named`: the titles of the stops have their letters already
 */
export const roadPicture = (layout, states, words) => {
  const picture = drawn("svg", {
    viewBox: `0 0 ${layout.width} ${layout.height}`,
    width: layout.width,
    height: layout.height,
    role: "img",
    "aria-labelledby": `${words.id}-title ${words.id}-desc`,
    class: `state-road state-road--${words.id}`,
  });
  picture.append(drawn("title", { id: `${words.id}-title` }, [words.title]));
  picture.append(drawn("desc", { id: `${words.id}-desc` }, [words.description]));
  picture.append(drawn("path", { d: layout.road, class: "state-road__line" }));
  for (const { phase, x, y, lines } of layout.headings) {
    const attributes = { class: `state-road__phase phase-${phase.colour}`, "font-size": HEADING_SIZE };
    picture.append(...lines.map((line, place) => drawn("text", { ...attributes, x, y: y + 22 * place }, [line])));
  }
  for (const stop of layout.stops) {
    const state = states.get(stop.step.letter);
    const colour = layout.headings.find(({ phase }) => phase.number === stop.step.phase)?.phase.colour ?? 1;
    const group = drawn("g", { class: `state-road__stop phase-${colour}` });
    if (!words.named) group.append(drawn("text", { x: stop.x, y: stop.y - RADIUS - 7, class: "state-road__letter" }, [stop.step.letter]));
    let y = stop.textY;
    for (const line of stop.lines) {
      group.append(drawn("text", { x: stop.textX, y, class: "state-road__title" }, [line]));
      y += LINE_HEIGHT;
    }
    if (state) {
      group.append(marked(markOf(state.judgement, words.top, RADIUS), stop.x, stop.y, TEXT_SIZE * 1.6));
      for (const line of state.words) {
        group.append(drawn("text", { x: stop.textX, y, class: "state-road__state" }, [line]));
        y += LINE_HEIGHT;
      }
      if (state.before) {
        group.append(marked(markOf(state.before.judgement, words.top, SMALL), stop.textX + SMALL, y - 5, 9));
        group.append(drawn("text", { x: stop.textX + 2 * SMALL + 6, y, class: "state-road__before" }, [state.before.words]));
      }
    }
    picture.append(group);
  }
  return picture;
};

/**
 * A mark by itself, for the table.
 * @param {Judgement} judgement
 * @param {number} top
 */
export const smallMark = (judgement, top) => {
  const picture = drawn("svg", { viewBox: "-13 -13 26 26", width: 26, height: 26, "aria-hidden": "true", class: "state-mark" });
  picture.append(marked(markOf(judgement, top, 10), 0, 0, 13));
  return picture;
};

/**
 * @param {Mark} mark
 * @param {number} x
 * @param {number} y
 * @param {number} size of its sign
 */
const marked = (mark, x, y, size) => {
  const group = drawn("g", { transform: `translate(${x} ${y})`, class: "state-mark__shape" });
  group.append(drawn("path", { d: mark.ring, class: mark.dashed ? "state-mark__ring state-mark__ring--dashed" : "state-mark__ring" }));
  if (mark.fill) group.append(drawn("path", { d: mark.fill, class: "state-mark__fill" }));
  if (mark.sign) {
    const name = mark.fill ? "state-mark__sign state-mark__sign--on-fill" : "state-mark__sign";
    group.append(drawn("text", { y: size * 0.36, "font-size": size, class: name }, [mark.sign]));
  }
  return group;
};
