// The guide on screen: a meeting answers in the page, the clock goes, and the minutes write themselves.

import { planKind } from "../core/plan-kind.js";
import { head } from "../meeting/about.js";
import { aboutView } from "../meeting/about-view.js";
import { answerFields } from "../meeting/fields.js";
import { folds } from "../meeting/folds.js";
import { chaptersView } from "../meeting/chapters-view.js";
import { clockView } from "../meeting/clock-view.js";
import { answersOf, meetingKind, meetingOf, withAnswer } from "../meeting/kind.js";
import { largeView } from "../meeting/large-view.js";
import { measuresView } from "../meeting/measures-view.js";
import { minutes } from "../meeting/minutes.js";
import { minutesView } from "../meeting/minutes-view.js";
import { pdfView } from "../meeting/pdf-view.js";
import { readingBy } from "../meeting/reading.js";
import { unsettledView } from "../meeting/unsettled-view.js";
import { chapterWalk } from "../meeting/walk.js";
import { documentBar } from "../page/document-bar.js";
import { one } from "../page/dom.js";
import { openedStore } from "../page/opened-store.js";
import { watchPrivateFields } from "../page/private-fields.js";
import { say } from "../page/texts.js";

/** @import { MeetingDocument } from "../meeting/types.d.ts" */

const root = one("[data-meeting]");
const guide = globalThis.meetingData;
const reading = readingBy(guide.reading);
const store = openedStore([meetingKind, planKind], (name) => say("document-copy", { name }));
const nameOfMeeting = () => store.active("meeting")?.name ?? say("document-first-name");

const about = aboutView(root, (name, text) =>
  bar.change((/** @type {MeetingDocument} */ meeting) => ({ ...meeting, about: { ...meeting.about, [name]: text } }), {
    merge: `about/${name}`,
  }),
);
const showFields = answerFields(root, (name, text) =>
  bar.change((/** @type {MeetingDocument} */ meeting) => withAnswer(meeting, name, text), { merge: name }),
);
const showFolds = folds(root);
const walk = chapterWalk(root);
const clock = clockView(root, guide.chapters, walk, (next) =>
  bar.change((/** @type {MeetingDocument} */ meeting) => ({ ...meeting, clock: next(meeting.clock) })),
);
const showChapters = chaptersView(root, guide.chapters);
const showMeasures = measuresView(root, guide, store);
const showMinutes = minutesView(root, reading, nameOfMeeting);

const bar = documentBar({
  store,
  kind: meetingKind,
  show: (document) => {
    /** @type {MeetingDocument} */
    const meeting = document?.data ?? meetingKind.empty();
    const answers = answersOf(meeting, guide, reading);
    about.show(meeting);
    showFields(meeting);
    showFolds();
    clock.show(meeting);
    showChapters(answers);
    showMeasures(answers);
    showMinutes(minutes(answers, guide, reading, head(meeting.about, about.labels)), meeting.about);
  },
});
pdfView(root, guide, reading, walk, (name, answers) => bar.add(name, meetingOf(answers)));
watchPrivateFields(root);
unsettledView(root, walk);
largeView(root, walk, clock);
