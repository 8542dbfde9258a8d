// A meeting: what it answered on screen or in a PDF, and its clock.

import { asFields, asList, asRecord, asText, ImportError, isRecord } from "../core/values.js";
import { aboutOf } from "./about.js";
import { judged } from "./answers.js";
import { clockOf, resting } from "./clock.js";

/** @import { Kind, Note } from "../types.d.ts" */
/** @import { Answers, MeetingDocument, MeetingData } from "./types.d.ts" */
/** @import { Reading } from "./reading.js" */

const NAME = /^(svar|valg|ark|krav|mangler)\/[^\u0000-\u001f]{1,400}$/;
const LONGEST_ANSWER = 1_000_000;
const LONGEST_TITLE = 300;
const MOST = 100_000;

/** @type {Kind<MeetingDocument>} */
export const meetingKind = {
  kind: "meeting",
  version: 1,
  empty: () => ({ about: aboutOf({}), answers: {}, former: [], unreadable: [], edition: "", clock: resting() }),
  upgrade: {},
  read(value) {
    if (!isRecord(value) || !isRecord(value.answers)) throw new ImportError("file-foreign");
    const given = [...asFields(value.answers, MOST)];
    const answers = given.filter(([name, text]) => NAME.test(name) && typeof text === "string" && text !== "");
    const former = asList(value.former, MOST).flatMap((one) =>
      isRecord(one) && typeof one.title === "string" && typeof one.text === "string"
        ? [{ title: one.title.slice(0, LONGEST_TITLE), text: one.text.slice(0, LONGEST_ANSWER) }]
        : [],
    );
    const lost = given.filter(([, text]) => text !== "").length - answers.length;
    /** @type {Note[]} */
    const notes = lost ? [{ key: "file-unreadable-rows", values: { count: lost } }] : [];
    return {
      data: {
        about: aboutOf(value.about),
        answers: asRecord(answers.map(([name, text]) => [name, asText(text, LONGEST_ANSWER)])),
        former,
        unreadable: asList(value.unreadable, MOST).flatMap((title) => asText(title, LONGEST_TITLE) || []),
        edition: asText(value.edition, 80),
        clock: clockOf(value.clock),
      },
      notes,
    };
  },
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
