/**
 * The meeting's clock: how long each chapter has had, and since when it runs. Everything else follows from the time of day,
 * so a page that was closed, or a machine that slept, shows the right time again.
 *
 * @typedef {import("./types.d.ts").Clock} Clock
 * @typedef {import("./types.d.ts").ClockFace} ClockFace
 * @typedef {{number: number, minutes: number}} Timed
 * @import { Shape } from "../types.d.ts"
 */
import { fieldsOf, optional, record, such } from "../core/shapes.js";

/** @returns {Clock} */
export function resting() {
  return { chapter: 0, seconds: {}, extra: {}, since: "" };
}

/**
 * @param {Clock} clock
 * @param {Timed[]} chapters
 * @param {Date} now
 * @returns {ClockFace}
 */
export function read(clock, chapters, now) {
  const at = chapters.findIndex(({ number }) => number === clock.chapter);
  const seconds = banked(clock, now).seconds;
  const lefts = chapters.map(
    ({ number, minutes }) => 60 * (minutes + (clock.extra[number] ?? 0)) - (seconds[number] ?? 0),
  );
  const planned = chapters.reduce((sum, { minutes }) => sum + 60 * minutes, 0);
  const spent = chapters.reduce((sum, { number }) => sum + (seconds[number] ?? 0), 0);
  const needed = lefts.slice(Math.max(at, 0)).reduce((sum, left) => sum + Math.max(left, 0), 0);
  return {
    chapter: at < 0 ? 0 : clock.chapter,
    left: lefts[at] ?? 0,
    meetingLeft: planned - spent,
    missing: Math.max(0, needed - Math.max(0, planned - spent)),
    isRunning: clock.since !== "",
    next: at < 0 ? 0 : (chapters[at + 1]?.number ?? 0),
  };
}

/**
 * @param {Clock} clock
 * @param {Timed[]} chapters
 * @param {Date} now
 * @returns {Clock}
 */
export function started(clock, chapters, now) {
  const chapter = chapters.some(({ number }) => number === clock.chapter) ? clock.chapter : (chapters[0]?.number ?? 0);
  return { ...banked(clock, now), chapter, since: now.toISOString() };
}

/** @param {Clock} clock  @param {Date} now  @returns {Clock} */
export function paused(clock, now) {
  return { ...banked(clock, now), since: "" };
}

/**
 * In another chapter; the clock goes on where it ran.
 *
 * @param {Clock} clock
 * @param {number} chapter
 * @param {Date} now
 * @returns {Clock}
 */
export function moved(clock, chapter, now) {
  return { ...banked(clock, now), chapter, since: clock.since && now.toISOString() };
}

/**
 * With more time for the chapter that the meeting is in; the meeting is no longer for that.
 *
 * @param {Clock} clock
 * @param {number} minutes
 * @returns {Clock}
 */
export function lengthened(clock, minutes) {
  return { ...clock, extra: { ...clock.extra, [clock.chapter]: (clock.extra[clock.chapter] ?? 0) + minutes } };
}

/**
 * With the time since it was last started counted to its chapter.
 *
 * @param {Clock} clock
 * @param {Date} now
 * @returns {Clock}
 */
function banked(clock, now) {
  if (!clock.since) return clock;
  // A machine whose time was set back has spent no time, rather than less than none.
  const passed = Math.max(0, (now.getTime() - Date.parse(clock.since)) / 1000);
  const seconds = { ...clock.seconds, [clock.chapter]: (clock.seconds[clock.chapter] ?? 0) + passed };
  return { ...clock, seconds };
}

const AMOUNTS = optional(fieldsOf((chapter) => /^\d{1,2}$/.test(chapter), such(isAmount)), {});

/** @type {Shape<Clock>} */
export const CLOCK_SHAPE = record({
  chapter: optional(such(isWhole), 0),
  seconds: AMOUNTS,
  extra: AMOUNTS,
  since: optional(such(isMoment), ""),
});

/** @param {unknown} value  @returns {value is number} */
function isAmount(value) {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

/** @param {unknown} value  @returns {value is number} */
function isWhole(value) {
  return Number.isInteger(value);
}

/** @param {unknown} value  @returns {value is string} */
function isMoment(value) {
  return typeof value === "string" && !Number.isNaN(Date.parse(value));
}
