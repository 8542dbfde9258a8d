import assert from "node:assert/strict";
import { test } from "node:test";

import { wordBlocks } from "../../../templates/scripts/meeting/word.js";

// Across a page that stands or lies, in twentieths of a point; a cell keeps so much of its width empty.
const STANDING = 9070;
const LYING = 14002;
const CELL_MARGINS = 216;
// The letters of bold Arial in thousandths of their size, which is 11 points.
const LETTERS = { H: 722, v: 556, e: 556, m: 889, V: 667, B: 722, F: 611, I: 278, n: 611, r: 389 };

/** @param {string} word */
const widthOf = (word) =>
  [...word].reduce((sum, letter) => sum + (LETTERS[/** @type {keyof typeof LETTERS} */ (letter)] ?? 611), 0) * 0.22;

/**
 * The width of each column as the Word file has it.
 * @param {string[]} columns
 * @param {string[][]} rows
 */
const columnWidths = (columns, rows) => {
  const blocks = wordBlocks([
    { kind: "heading", level: 1, spans: [] },
    { kind: "table", columns, rows },
  ]);
  const lies = blocks.some((block) => block.kind === "turn" && block.lies);
  const table = blocks.find((block) => block.kind === "table");
  const widths = (table?.kind === "table" && table.widths) || [];
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => (width / whole) * (lies ? LYING : STANDING));
};

test("a short heading is not broken by what is written in the other columns", () => {
  const long = "Kontrollen etter at pasienten har vært hjemme i to uker, der behandleren ser etter hevelse og smerter. ".repeat(4);
  for (const columns of [
    ["Kontakt", "Formål", "Hvem er med", "Hvor, og reise", "V, B eller F"],
    ["Kontakt", "Hvem er med", "Innen"],
  ]) {
    const widths = columnWidths(columns, [columns.map((_, index) => (index < 2 ? long : ""))]);
    columns.forEach((column, index) => {
      const longest = Math.max(...column.split(" ").map(widthOf));
      assert.ok((widths[index] ?? 0) >= longest + CELL_MARGINS, `${column}: ${widths[index]} of ${longest + CELL_MARGINS}`);
    });
  }
});

test("a column in which much is written is wider", () => {
  const [short = 0, long = 0] = columnWidths(["Innen", "Hva"], [["mai", "Legen ringer pasienten. ".repeat(10)]]);
  assert.ok(long > 2 * short);
});

test("a word that is longer than its page does not crowd the others out", () => {
  const [endless = 0, short = 0] = columnWidths(["Lenke", "Hvem"], [["x".repeat(500), "Legen"]]);
  assert.ok(short >= widthOf("Hvem") + CELL_MARGINS);
  assert.ok(endless > short);
});
