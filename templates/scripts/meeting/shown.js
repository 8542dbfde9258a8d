// Blocks of text as elements of the page, and as plain text.

import { element } from "../page/dom.js";

/** @import { Block, Span } from "./types.d.ts" */

/**
 * @param {Block[]} blocks
 * @param {number} level of the first heading
 * @returns {HTMLElement[]}
 */
export const elements = (blocks, level) =>
  blocks.map((block) => {
    switch (block.kind) {
      case "heading":
        return element(`h${block.level + level - 1}`, {}, [text(block.spans)]);
      case "paragraph":
        return element("p", {}, block.lines.flatMap((line, index) => (index ? [element("br"), ...inline(line)] : inline(line))));
      case "list":
        return element("ul", {}, block.items.map((item) => element("li", {}, inline(item))));
      case "table":
        return table(block.columns, block.rows);
    }
  });

/**
 * @param {string[]} columns
 * @param {string[][]} rows
 */
const table = (columns, rows) => {
  const head = element("tr", {}, columns.map((column) => element("th", { scope: "col" }, [column])));
  const lines = rows.map((row) => element("tr", {}, row.map((cell) => element("td", {}, [cell]))));
  const name = columns.join(", ");
  return element("div", { class: "table", role: "group", tabindex: "0", "aria-label": name }, [
    element("table", {}, [element("thead", {}, [head]), element("tbody", {}, lines)]),
  ]);
};

/**
 * To be pasted where there is no markup.
 * @param {Block[]} blocks
 */
export const plainText = (blocks) => `${blocks.map(plain).join("\n\n")}\n`;

/** @param {Block} block */
const plain = (block) => {
  switch (block.kind) {
    case "heading":
      return block.level < 3 ? text(block.spans).toUpperCase() : text(block.spans);
    case "paragraph":
      return block.lines.map(text).join("\n");
    case "list":
      return block.items.map((item) => `- ${text(item)}`).join("\n");
    case "table":
      return block.rows.map((row) => `- ${named(block.columns, row).join("; ")}`).join("\n");
  }
};

/**
 * The cells of a row that say something, each with what its column is called.
 * @param {string[]} columns
 * @param {string[]} row
 */
const named = (columns, row) => row.flatMap((cell, index) => (cell ? [`${columns[index]}: ${cell}`] : []));

/** @param {Span[]} spans */
export const text = (spans) => spans.map((span) => span.text).join("");

/** @param {Span[]} spans @returns {(Node | string)[]} */
const inline = (spans) => spans.map((span) => (span.isBold ? element("strong", {}, [span.text]) : span.text));
