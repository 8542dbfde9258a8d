// The clock above the chapters: how much time is left, and what the one who leads can do about it.

import { all, announce, one } from "../page/dom.js";
import { say } from "../page/texts.js";
import { lengthened, moved, paused, read, resting, started } from "./clock.js";

/** @import { Clock, ClockFace, GuideChapter, MeetingDocument } from "./types.d.ts" */
/** @import { Walk } from "./walk.js" */

/**
 * @param {HTMLElement} root
 * @param {GuideChapter[]} chapters
 * @param {Walk} walk
 * @param {(next: (clock: Clock) => Clock) => void} change
 */
export const clockView = (root, chapters, walk, change) => {
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
    button("next").hidden = !target(1) || !(face.chapter || walk.isLarge());
    button("previous").hidden = !target(-1) || !walk.isLarge();
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
  const moveTo = (/** @type {number} */ number) => change((before) => moved(before, number, new Date()));
  /** The chapter so many steps away: from the one in sight where that is one, and else from the clock's. */
  const target = (/** @type {number} */ steps) => {
    const found = walk.at(steps, walk.isOne() ? walk.current() : walk.chapter(shown.chapter));
    return found?.dataset.chapter ? found : undefined;
  };
  const goTo = (/** @type {HTMLElement} */ section) => {
    walk.show(section);
    keepClear(bar);
    const heading = one("h2", section);
    heading.focus({ preventScroll: true });
    heading.scrollIntoView();
  };
  /** To another section; the clock goes along from its chapter to the next. */
  const walkTo = (/** @type {HTMLElement} */ section) => {
    if (shown.next && section === walk.chapter(shown.next) && (!walk.isOne() || walk.current() === walk.chapter(shown.chapter))) {
      moveTo(shown.next);
    }
    goTo(section);
  };
  const step = (/** @type {number} */ steps) => {
    const section = target(steps);
    if (section) walkTo(section);
  };
  button("next").addEventListener("click", () => step(1));
  button("previous").addEventListener("click", () => step(-1));
  for (const on of all("[data-walk-to]", root)) {
    on.addEventListener("click", () => walkTo(one(`#${on.dataset.walkTo}`, root)));
  }
  for (const here of all("[data-clock-here]", root)) {
    const number = Number(here.dataset.clockHere);
    here.addEventListener("click", () => {
      moveTo(number);
      const section = walk.chapter(number);
      if (section) goTo(section);
    });
  }
  walk.onChange(() => show());
  // Only what the clock says is drawn anew; how far it has come is read from the time of day.
  setInterval(show, 1000);
  addEventListener("pageshow", show);
  new ResizeObserver(() => keepClear(bar)).observe(bar);
  return {
    step,
    /** The chapter that the clock is in. */
    chapter: () => shown.chapter,
    show: (/** @type {MeetingDocument} */ meeting) => {
      clock = meeting.clock;
      show();
    },
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
