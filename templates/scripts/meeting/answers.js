/**
 * What a meeting answered, judged by the form of today's guide: the twin of roadmap/guide/answers.py.
 *
 * @typedef {import("./types.d.ts").Answers} Answers
 * @typedef {import("./types.d.ts").MeetingData} MeetingData
 * @typedef {import("./types.d.ts").PdfField} PdfField
 * @typedef {import("./reading.js").Reading} Reading
 */

/**
 * The fields that say something, each where it belongs.
 *
 * @param {PdfField[]} fields
 * @param {MeetingData} guide
 * @param {Reading} reading
 * @returns {Answers}
 */
export function judged(fields, guide, reading) {
  const form = new Map(Object.entries(guide.fields));
  /** @type {Answers} */
  const answers = { texts: new Map(), former: [], unreadable: [], edition: "" };
  for (const field of fields) {
    const title = reading.oneLine(field.title, guide.limits.title) || reading.oneLine(field.name, guide.limits.title);
    const text = field.text === null ? null : reading.clean(field.text);
    if (text === "" || (text === "Off" && field.isName)) continue;
    const options = form.get(field.name);
    if (text === null || (options && !isPossible(options, text))) {
      answers.unreadable.push(title);
    } else if (!options) {
      answers.former.push({ title, text });
    } else if (!answers.texts.has(field.name)) {
      answers.texts.set(field.name, text);
    } else if (answers.texts.get(field.name) !== text) {
      // Two fields of one name, which disagree: neither may speak for the other.
      answers.former.push({ title, text });
    }
  }
  answers.unreadable = [...new Set(answers.unreadable)];
  return answers;
}

/**
 * Whether a field of the form can have this value; one without options is free text.
 *
 * @param {string[]} options
 * @param {string} text
 */
function isPossible(options, text) {
  return !options.length || options.includes(text);
}
