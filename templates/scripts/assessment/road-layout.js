// Where the stops of the picture stand, and how its road runs. Lengths are in the picture's own units.

/** @import { Phase, Step } from "../types.d.ts" */

export const TEXT_SIZE = 15;
export const LINE_HEIGHT = 19;
export const RADIUS = 21;
export const HEADING_SIZE = 17;
const LETTER_WIDTH = 0.56;
const BOLD_WIDTH = 0.6;
const TURN = 18;

/** @typedef {{step: Step, x: number, y: number, textX: number, textY: number, lines: string[]}} Stop */
/** @typedef {{phase: Phase, x: number, y: number, lines: string[], first: number}} Heading */
/** @typedef {{width: number, height: number, road: string, stops: Stop[], headings: Heading[]}} Layout */

/**
 * A row for each phase, the road turning between them; `below` is how many lines stand under a stop's title.
 * @param {Phase[]} phases
 * @param {Step[]} steps
 * @param {number} below
 * @returns {Layout}
 */
export const inRows = (phases, steps, below) => {
  const width = 860;
  const rows = rowsOf(phases, steps);
  const pitch = (width - 2 * TURN - 20) / Math.max(...rows.map((row) => row.steps.length), 1);
  const left = TURN + 10;
  /** @type {Stop[]} */ const stops = [];
  /** @type {Heading[]} */ const headings = [];
  /** @type {string[]} */ const road = [];
  let top = 0;
  rows.forEach((row, index) => {
    const lines = row.steps.map((step) => wrapped(step.title, pitch - 14));
    const y = top + 40 + LINE_HEIGHT + RADIUS;
    headings.push({ phase: row.phase, x: left, y: top + 20, lines: [row.phase.title], first: stops.length });
    row.steps.forEach((step, place) => {
      const x = left + pitch * place + RADIUS;
      stops.push({ step, x, y, textX: x - RADIUS, textY: y + RADIUS + LINE_HEIGHT + 2, lines: lines[place] ?? [] });
    });
    const bottom = y + RADIUS + LINE_HEIGHT * (Math.max(...lines.map((some) => some.length)) + below) + 16;
    const isLast = index === rows.length - 1;
    road.push(index ? `H${left}` : `M${left + RADIUS} ${y}`);
    // Round to the right, back through the gap, and round to the left, down to the next row.
    if (isLast) road.push(`H${left + pitch * (row.steps.length - 1) + RADIUS}`);
    else {
      const next = bottom + 16 + 40 + LINE_HEIGHT + RADIUS;
      const edge = width - TURN - 6;
      road.push(`H${edge}q${TURN} 0 ${TURN} ${TURN}V${bottom - TURN}q0 ${TURN} ${-TURN} ${TURN}`);
      road.push(`H${TURN + 4}q${-TURN} 0 ${-TURN} ${TURN}V${next - TURN}q0 ${TURN} ${TURN} ${TURN}`);
    }
    top = bottom + 16;
  });
  return { width, height: top, road: road.join(""), stops, headings };
};

/**
 * All stops under each other, for narrow windows.
 * @param {Phase[]} phases
 * @param {Step[]} steps
 * @param {number} below
 * @returns {Layout}
 */
export const inColumn = (phases, steps, below) => {
  const width = 330;
  const x = RADIUS + 4;
  const textX = x + RADIUS + 14;
  /** @type {Stop[]} */ const stops = [];
  /** @type {Heading[]} */ const headings = [];
  let top = 0;
  for (const row of rowsOf(phases, steps)) {
    const title = wrapped(row.phase.title, width - textX, HEADING_SIZE * BOLD_WIDTH);
    headings.push({ phase: row.phase, x: textX, y: top + 22, lines: title, first: stops.length });
    top += 14 + 22 * title.length;
    for (const step of row.steps) {
      const lines = wrapped(`${step.letter} ${step.title}`, width - textX);
      stops.push({ step, x, y: top + RADIUS + 4, textX, textY: top + LINE_HEIGHT, lines });
      top += Math.max(2 * RADIUS + 8, LINE_HEIGHT * (lines.length + below)) + 16;
    }
  }
  const [first, last] = [stops.at(0), stops.at(-1)];
  const road = first && last ? `M${x} ${first.y}V${last.y}` : "";
  return { width, height: top, road, stops, headings };
};

/**
 * @param {Phase[]} phases
 * @param {Step[]} steps
 */
const rowsOf = (phases, steps) =>
  phases
    .map((phase) => ({ phase, steps: steps.filter((step) => step.phase === phase.number) }))
    .filter((row) => row.steps.length);

/** About how wide a bold letter is. */
export const BOLD_LETTER = TEXT_SIZE * BOLD_WIDTH;

/**
 * A text in lines of about a width; a word that is wider stands alone.
 * @param {string} text
 * @param {number} width
 * @param {number} [letter] how wide one is
 */
export const wrapped = (text, width, letter = TEXT_SIZE * LETTER_WIDTH) => {
  const most = Math.floor(width / letter);
  /** @type {string[]} */ const lines = [];
  for (const word of text.split(" ")) {
    const last = lines.pop();
    if (last === undefined) lines.push(word);
    else if (last.length + 1 + word.length <= most) lines.push(`${last} ${word}`);
    else lines.push(last, word);
  }
  return lines;
};
