/** How many notes a printed sheet has room for below its picture, in two columns. */

const CHARACTERS_A_LINE = 66;
const MOST_LINES = 8;

/**
 * The number of notes, counted from the latest, that fit.
 *
 * @param {string[]} notes  each as it is printed, the latest last
 */
export function printedNotes(notes) {
  let lines = 0;
  let fitting = 0;
  for (const note of [...notes].reverse()) {
    lines += Math.ceil(note.length / CHARACTERS_A_LINE);
    if (lines > MOST_LINES) break;
    fitting += 1;
  }
  return fitting;
}
