// The clock above the chapters: how much time is left, and what the one who leads can do about it.

import { all, announce, one } from "../page/dom.js";
import { say } from "../page/texts.js";
import { lengthened, moved, paused, read, resting, started } from "./clock.js";

/** @import { Clock, ClockFace, GuideChapter, MeetingDocument } from "./types.d.ts" */

/**
 * @param {HTMLElement} root
 * @param {GuideChapter[]} chapters
 * @param {(next: (clock: Clock) => Clock) => void} change
 * @returns {(meeting: MeetingDocument) => void}
 */
export const clockView = (root, chapters, change) => {
  const bar = one("[data-clock]", root);
  const button = (/** @type {string} */ name) => one(`[data-clock-${name}]`, bar);
  const said = one("[data-clock-said]", bar);
  let clock = resting();
  let shown = read(clock, chapters, new Date());

  const show = () => {
    const face = read(clock, chapters, new Date());
    write(one("[data-clock-chapter]", bar), chapterText(face, chapters));
    write(one("[data-clock-left]", bar), leftText(face));
    write(one("[data-clock-meeting]", bar), meetingText(face));
    for (const name of ["more-1", "more-5"]) button(name).hidden = face.chapter === 0;
    button("next").hidden = face.next === 0;
    button("again").hidden = face.isRunning || face.chapter === 0;
    write(button("run"), say(face.isRunning ? "clock-pause" : face.chapter ? "clock-go-on" : "clock-start"));
    button("run").classList.toggle("button--first", face.chapter === 0);
    bar.classList.toggle("meeting-clock--over", face.chapter > 0 && face.left <= 0);
    bar.classList.toggle("meeting-clock--begun", face.chapter > 0);
    for (const section of all("[data-chapter]", root)) {
      section.toggleAttribute("data-now", Number(section.dataset.chapter) === face.chapter);
    }
    tellOfTheEnd(face);
    shown = face;
  };

  const tellOfTheEnd = (/** @type {ClockFace} */ face) => {
    if (face.chapter === 0 || face.left > 0) write(said, "");
    else if (face.chapter !== shown.chapter || shown.left > 0 || !said.textContent) {
      announce(said, say(face.next ? "clock-ended" : "clock-ended-last", { number: face.chapter }));
    }
  };

  const act = (/** @type {string} */ name, /** @type {(clock: Clock, now: Date) => Clock} */ next) =>
    button(name).addEventListener("click", () => change((before) => next(before, new Date())));
  act("run", (before, now) => (before.since ? paused(before, now) : started(before, chapters, now)));
  act("more-1", (before) => lengthened(before, 1));
  act("more-5", (before) => lengthened(before, 5));
  act("again", () => {
    // Its button goes away.
    button("run").focus();
    return resting();
  });
  const goTo = (/** @type {number} */ number) => {
    change((before) => moved(before, number, new Date()));
    keepClear(bar);
    const heading = one(`#kapittel-${number}-tittel`, root);
    heading.focus({ preventScroll: true });
    heading.scrollIntoView();
  };
  button("next").addEventListener("click", () => goTo(shown.next));
  for (const here of all("[data-clock-here]", root)) {
    here.addEventListener("click", () => goTo(Number(here.dataset.clockHere)));
  }
  // Only what the clock says is drawn anew; how far it has come is read from the time of day.
  setInterval(show, 1000);
  addEventListener("pageshow", show);
  new ResizeObserver(() => keepClear(bar)).observe(bar);
  return (meeting) => {
    clock = meeting.clock;
    show();
  };
};

/**
 * What is scrolled to comes to lie below the bar, which stays in sight.
 * @param {HTMLElement} bar
 */
export const keepClear = (bar) => {
  const covered = getComputedStyle(bar).position === "sticky" ? bar.offsetHeight : 0;
  document.documentElement.style.scrollPaddingTop = `${covered + 16}px`;
};

/** @param {Element} element @param {string} text */
const write = (element, text) => {
  if (element.textContent !== text) element.textContent = text;
};

/** @param {ClockFace} face @param {GuideChapter[]} chapters */
const chapterText = ({ chapter }, chapters) => {
  const found = chapters.find(({ number }) => number === chapter);
  return found ? say("clock-chapter", { number: found.number, title: found.title }) : say("clock-before");
};

/** @param {ClockFace} face */
const leftText = ({ chapter, left }) => {
  if (!chapter) return "";
  if (left > 60) return say("clock-left", { count: Math.ceil(left / 60) });
  if (left > 0) return say("clock-left-little");
  return left > -60 ? say("clock-out") : say("clock-over", { count: Math.floor(-left / 60) });
};

/** @param {ClockFace} face */
const meetingText = ({ meetingLeft, missing }) => {
  const left = meetingLeft > 0 ? say("clock-meeting", { count: Math.ceil(meetingLeft / 60) }) : say("clock-meeting-out");
  return missing < 60 ? left : `${left} ${say("clock-missing", { count: Math.round(missing / 60) })}`;
};
