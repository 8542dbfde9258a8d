/**
 * Blocks as Markdown for people to go on writing in, with the escapes of roadmap/guide/minutes.py.
 *
 * @typedef {import("./types.d.ts").Block} Block
 * @typedef {import("./types.d.ts").Span} Span
 * @typedef {import("./reading.js").Reading} Reading
 */

// Characters that Markdown gives a meaning anywhere on a line.
const MARKUP = /[\\`*_{}[\]#|<~]|&(?=[#A-Za-z0-9])/g;
const ENTITIES = new Map([
  ["<", "&lt;"],
  ["~", "&#126;"],
  ["&", "&amp;"],
]);

/**
 * @param {Block[]} blocks
 * @param {Reading} reading
 */
export function markdown(blocks, reading) {
  const text = blocks.map((block) => written(block, reading)).join("\n\n");
  return `${reading.strip(text.replace(/\n{3,}/g, "\n\n"))}\n`;
}

/**
 * @param {Block} block
 * @param {Reading} reading
 */
function written(block, reading) {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level)} ${line(block.spans, reading)}`;
    case "paragraph":
      return block.lines.map((spans) => line(spans, reading)).join("  \n");
    case "list":
      return block.items.map((spans) => `- ${line(spans, reading)}`).join("\n");
    case "table": {
      /** @param {string[]} cells */
      const row = (cells) => ["|", ...cells.map((cell) => ` ${within(cell, reading)} |`)].join("");
      return [row(block.columns), `|${"---|".repeat(block.columns.length)}`, ...block.rows.map(row)].join("\n");
    }
  }
}

/**
 * @param {Span[]} spans
 * @param {Reading} reading
 */
function line(spans, reading) {
  const isBoldAt = (/** @type {number} */ index) => Boolean(spans[index]?.isBold);
  return spans
    .map((span, index) => {
      const text = span.isSaid ? span.text : index === 0 ? first(span.text, reading) : within(span.text, reading);
      const mark = "**";
      const opens = span.isBold && !isBoldAt(index - 1) ? mark : "";
      const closes = span.isBold && !isBoldAt(index + 1) ? mark : "";
      return opens + text + closes;
    })
    .join("");
}

/**
 * One line of text that is shown to the letter, at the beginning of a line too.
 *
 * @param {string} text
 * @param {Reading} reading
 */
function first(text, reading) {
  return reading
    .unnumbered(within(text, reading))
    .replace(/^[-+>!]/, "\\$&")
    .replace(/^[=:]/, (character) => `&#${character.charCodeAt(0)};`);
}

/**
 * One line of text that is shown to the letter where something stands before it.
 *
 * @param {string} text
 * @param {Reading} reading
 */
function within(text, reading) {
  return reading.words(text).replace(MARKUP, (character) => ENTITIES.get(character) ?? `\\${character}`);
}
