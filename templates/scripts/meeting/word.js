/**
 * Minutes as what Word files are made of: a table whose words need it has a page that lies.
 *
 * @typedef {import("./types.d.ts").Block} Block
 * @typedef {import("./types.d.ts").Span} Span
 * @typedef {import("../formats/docx-writer.js").Block} WordBlock
 */

// So many letters of the longest words stand beside one another across a page that stands; a cell has room around its own.
const LETTERS = 78;
const MARGIN = 3;
const LONGEST = 20;
// A cell that is longer is not made wider.
const MOST_COUNTED = 400;

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
  return needs(first).reduce((sum, need) => sum + need, 0) > LETTERS;
}

/**
 * How many letters each column needs for its longest word not to be broken.
 * @param {{columns: string[], rows: string[][]}} table
 */
function needs({ columns, rows }) {
  return columns.map((column, index) => {
    const words = [column, ...rows.map((row) => row[index] ?? "")].join(" ").split(/\s+/);
    return MARGIN + Math.min(LONGEST, words.reduce((most, word) => Math.max(most, word.length), 0));
  });
}

/**
 * The columns' shares of the width: room for the longest word, and more where more is written.
 * @param {{columns: string[], rows: string[][]}} table
 */
function widths(table) {
  return needs(table).map((need, index) => {
    const longest = table.rows.reduce((most, row) => Math.max(most, row[index]?.length ?? 0), 0);
    return need + Math.sqrt(Math.min(longest, MOST_COUNTED));
  });
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
