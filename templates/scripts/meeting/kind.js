// A meeting: what it answered on screen or in a PDF, and its clock.

import { fieldsOf, listOf, optional, readAs, record, textUpTo } from "../core/shapes.js";
import { asRecord } from "../core/values.js";
import { ABOUT_SHAPE, untold } from "./about.js";
import { judged } from "./answers.js";
import { CLOCK_SHAPE, resting } from "./clock.js";

/** @import { Kind, Shape } from "../types.d.ts" */
/** @import { Answers, MeetingDocument, MeetingData } from "./types.d.ts" */
/** @import { Reading } from "./reading.js" */

const NAME = /^(svar|valg|ark|krav|mangler)\/[^\u0000-\u001f]{1,400}$/;
const LONGEST_ANSWER = 1_000_000;
// Those of a PDF have half as many, of which one can be two of the browser's.
const LONGEST_TITLE = 600;
const LONGEST_EDITION = 80;
const MOST = 100_000;

/** @type {Shape<MeetingDocument>} */
const MEETING = record({
  about: optional(ABOUT_SHAPE, untold()),
  answers: fieldsOf((name) => NAME.test(name), textUpTo(LONGEST_ANSWER), MOST),
  former: optional(listOf(record({ title: textUpTo(LONGEST_TITLE), text: textUpTo(LONGEST_ANSWER) }), MOST), []),
  unreadable: optional(listOf(textUpTo(LONGEST_TITLE), MOST), []),
  edition: optional(textUpTo(LONGEST_EDITION), ""),
  clock: optional(CLOCK_SHAPE, resting()),
});

/** @type {Kind<MeetingDocument>} */
export const meetingKind = {
  kind: "meeting",
  version: 1,
  empty: () => ({ about: untold(), answers: {}, former: [], unreadable: [], edition: "", clock: resting() }),
  upgrade: {},
  apart: ["clock"],
  read: (value) => readAs(MEETING, value),
};

/**
 * What a meeting has answered so far, as the minutes have it: what today's guide does not ask stands apart.
 * @param {MeetingDocument} meeting
 * @param {MeetingData} guide
 * @param {Reading} reading
 * @returns {Answers}
 */
export const answersOf = (meeting, guide, reading) => {
  const fields = Object.entries(meeting.answers).map(([name, text]) => ({ name, title: "", text, isName: false }));
  const found = judged(fields, guide, reading);
  return {
    texts: found.texts,
    former: [...meeting.former, ...found.former],
    unreadable: [...meeting.unreadable, ...found.unreadable],
    edition: meeting.edition,
  };
};

/**
 * A meeting that goes on from the answers in a PDF.
 * @param {Answers} answers
 * @returns {MeetingDocument}
 */
export const meetingOf = ({ texts, former, unreadable, edition }) => ({
  ...meetingKind.empty(),
  answers: asRecord(texts),
  former,
  unreadable,
  edition,
});

/**
 * The meeting with an answer in a field, or none.
 * @param {MeetingDocument} meeting
 * @param {string} name
 * @param {string} text
 * @returns {MeetingDocument}
 */
export const withAnswer = (meeting, name, text) => {
  const answers = new Map(Object.entries(meeting.answers));
  if (text === "") answers.delete(name);
  else answers.set(name, text);
  return { ...meeting, answers: asRecord(answers) };
};
