/**
 * Minutes as what Word files are made of: a table whose words need it has a page that lies.
 *
 * @typedef {import("./types.d.ts").Block} Block
 * @typedef {import("./types.d.ts").Span} Span
 * @typedef {import("../formats/docx-writer.js").Block} WordBlock
 */

// In twentieths of a point: the width of a page that stands and of one that lies, and what a cell keeps empty at its sides.
const STANDING = 9070;
const LYING = 14002;
const MARGINS = 2 * 108 + 20;
// How wide letters of bold Arial are in a size of 11 points; all others are as wide as the widest of the ordinary.
const LETTERS = [
  { letters: /[ijlI.,:;!|'()[\]/ft-]/, width: 75 },
  { letters: /[mwMW%@æÆ…]/, width: 220 },
  { letters: /[A-ZØÅ]/, width: 171 },
];
const OTHERS = 135;
// A column is not made wider for a word or a text that is longer.
const LONGEST_WORD = 20 * OTHERS;
const LONGEST_TEXT = 400;

/**
 * What stands below the title, for `writeDocument`.
 * @param {Block[]} blocks
 * @returns {WordBlock[]}
 */
export function wordBlocks(blocks) {
  const below = blocks.slice(1);
  let lies = false;
  return below.flatMap((block, index) => {
    const wanted = liesAt(below, index);
    /** @type {WordBlock[]} */
    const turn = wanted === lies ? [] : [{ kind: "turn", lies: wanted }];
    lies = wanted;
    return [...turn, wordBlock(block)];
  });
}

/**
 * Whether a block is on a page that lies, as a wide table is, and the headings right above it.
 *
 * @param {Block[]} blocks
 * @param {number} index
 */
function liesAt(blocks, index) {
  const first = blocks.slice(index).find((block) => block.kind !== "heading");
  if (first?.kind !== "table") return false;
  return sum(needs(first)) > STANDING;
}

/**
 * How wide each column must be for its longest word not to be broken.
 * @param {{columns: string[], rows: string[][]}} table
 */
function needs({ columns, rows }) {
  return columns.map((column, index) => {
    const words = [column, ...rows.map((row) => row[index] ?? "")].join(" ").split(/\s+/);
    return MARGINS + Math.min(LONGEST_WORD, Math.max(...words.map(widthOf)));
  });
}

/** @param {string} word */
function widthOf(word) {
  return sum(Array.from(word, (letter) => LETTERS.find(({ letters }) => letters.test(letter))?.width ?? OTHERS));
}

/**
 * The widths of the columns: room for the longest word, and the rest of the page where most is written.
 * @param {{columns: string[], rows: string[][]}} table
 */
function widths(table) {
  const needed = needs(table);
  const rest = Math.max(0, (sum(needed) > STANDING ? LYING : STANDING) - sum(needed));
  const written = needed.map((_, index) => {
    const longest = table.rows.reduce((most, row) => Math.max(most, row[index]?.length ?? 0), 1);
    return Math.sqrt(Math.min(longest, LONGEST_TEXT));
  });
  return needed.map((need, index) => need + (rest * (written[index] ?? 0)) / sum(written));
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((whole, number) => whole + number, 0);
}

/**
 * @param {Block} block
 * @returns {WordBlock}
 */
function wordBlock(block) {
  switch (block.kind) {
    case "heading":
      return { kind: "heading", level: block.level === 2 ? 1 : 2, text: text(block.spans) };
    case "paragraph":
      return { kind: "paragraph", text: block.lines.map(text).join("\n") };
    case "list":
      return { kind: "list", items: block.items.map(text) };
    case "table":
      return { kind: "table", header: block.columns, rows: block.rows, widths: widths(block) };
  }
}

/** @param {Span[]} spans */
function text(spans) {
  return spans.map((span) => span.text).join("");
}
