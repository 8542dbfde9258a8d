/**
 * Text as roadmap/text/plain.py and Python read it, whatever edition of Unicode the browser has.
 *
 * @typedef {import("./types.d.ts").ReadingRules} ReadingRules
 * @typedef {ReturnType<typeof readingBy>} Reading
 */

/** @param {ReadingRules} rules */
export function readingBy(rules) {
  const spaces = new RegExp(`[${rules.space}]+`, "u");
  const ends = new RegExp(`^[${rules.space}]+|[${rules.space}]+$`, "gu");
  const dropped = new RegExp(`(?!\\n)[${rules.dropped}]`, "gu");
  const numbered = new RegExp(`^([${rules.digit}]+)([.)])(?=[${rules.space}]|$)`, "u");
  const folded = new Map(Object.entries(rules.folded));

  /** @param {string} text */
  const strip = (text) => text.replace(ends, "");
  /** @param {string} text */
  const words = (text) => text.split(spaces).filter(Boolean).join(" ");
  /** @param {string} text */
  const clean = (text) =>
    strip(
      text
        .replace(/\r\n?|[\x85\u2028\u2029]/g, "\n")
        .replace(/[\t\v\f]/g, " ")
        .replace(dropped, ""),
    );
  return {
    strip,
    /** With one space between words, and none around them. */
    words,
    /** In plain lines, without characters that control how others are shown. */
    clean,
    /** @param {string} text  @param {number} [most] how many characters */
    oneLine: (text, most = Infinity) => [...words(clean(text))].slice(0, most).join(""),
    /** A backslash before the mark that would make a line the first of a numbered list. @param {string} line */
    unnumbered: (line) => line.replace(numbered, "$1\\$2"),
    /** As words of an answer are compared: without regard to capitals. @param {string} text */
    folded: (text) => Array.from(text, (character) => folded.get(character) ?? character).join(""),
  };
}
