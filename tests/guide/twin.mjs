// The page's scripts at work: for each line of standard input, a line of standard output. The first line is the guide. Then
// {guide} changes it; {answers} or {pdf} (a path) gives {minutes} or {refused}; {text} gives what the scripts read in it.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

import { markdown } from "../../templates/scripts/meeting/markdown.js";
import { minutes } from "../../templates/scripts/meeting/minutes.js";
import { answersInPdf } from "../../templates/scripts/meeting/read-pdf.js";
import { readingBy } from "../../templates/scripts/meeting/reading.js";
import * as library from "../../templates/scripts/vendor/pdf-lib.js";

let guide;
let reading;

async function answered(request) {
  if (request.guide) {
    guide = request.guide;
    reading = readingBy(guide.reading);
    return {};
  }
  if (request.text !== undefined) {
    const { text } = request;
    return { clean: reading.clean(text), oneLine: reading.oneLine(text), folded: reading.folded(text) };
  }
  const answers = request.answers
    ? { ...request.answers, texts: new Map(Object.entries(request.answers.texts)) }
    : await answersInPdf(readFileSync(request.pdf), guide, reading, library);
  return { minutes: markdown(minutes(answers, guide, reading), reading) };
}

for await (const line of createInterface({ input: process.stdin })) {
  let result;
  try {
    result = await answered(JSON.parse(line));
  } catch (error) {
    result = error.name === "AnswersError" ? { refused: error.reason } : { failed: String(error.stack) };
  }
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
