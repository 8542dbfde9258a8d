import assert from "node:assert/strict";
import { test } from "node:test";

import { CLOCK_SHAPE, lengthened, moved, paused, read, resting, started } from "../../../templates/scripts/meeting/clock.js";

const CHAPTERS = [
  { number: 1, minutes: 8 },
  { number: 2, minutes: 10 },
  { number: 5, minutes: 12 },
];
/** @param {number} minutes */
const at = (minutes) => new Date(Date.UTC(2026, 10, 27, 9, 0, 0) + minutes * 60_000);

test("before the meeting the whole of it is left", () => {
  const reading = read(resting(), CHAPTERS, at(0));
  assert.deepEqual(reading, { chapter: 0, left: 0, meetingLeft: 1800, missing: 0, isRunning: false, next: 0 });
});

test("a clock that runs follows the time of day", () => {
  const clock = started(resting(), CHAPTERS, at(0));
  assert.deepEqual(read(clock, CHAPTERS, at(3)), {
    chapter: 1,
    left: 300,
    meetingLeft: 1620,
    missing: 0,
    isRunning: true,
    next: 2,
  });
});

test("a pause counts to nothing", () => {
  const clock = started(paused(started(resting(), CHAPTERS, at(0)), at(2)), CHAPTERS, at(30));
  assert.equal(read(clock, CHAPTERS, at(31)).left, 300);
  assert.equal(read(paused(clock, at(31)), CHAPTERS, at(99)).left, 300);
});

test("a chapter that runs over takes from those that remain", () => {
  const clock = started(resting(), CHAPTERS, at(0));
  const reading = read(clock, CHAPTERS, at(11));
  assert.equal(reading.left, -180);
  assert.equal(reading.meetingLeft, 1140);
  assert.equal(reading.missing, 180);
});

test("the next chapter begins with all of its time, and earlier ones keep what they used", () => {
  const clock = moved(started(resting(), CHAPTERS, at(0)), 2, at(6));
  assert.deepEqual(
    [read(clock, CHAPTERS, at(7)).left, read(clock, CHAPTERS, at(7)).meetingLeft],
    [540, 1380],
  );
  const back = moved(clock, 1, at(8));
  assert.equal(read(back, CHAPTERS, at(9)).left, 60);
});

test("in the last chapter nothing is next", () => {
  const clock = moved(started(resting(), CHAPTERS, at(0)), 5, at(1));
  assert.equal(read(clock, CHAPTERS, at(1)).next, 0);
});

test("more time for a chapter is time that the others lack", () => {
  const clock = lengthened(lengthened(started(resting(), CHAPTERS, at(0)), 5), 1);
  const reading = read(clock, CHAPTERS, at(0));
  assert.deepEqual([reading.left, reading.meetingLeft, reading.missing], [840, 1800, 360]);
});

test("a machine whose time was set back has spent no time", () => {
  assert.equal(read(started(resting(), CHAPTERS, at(5)), CHAPTERS, at(1)).left, 480);
});

test("a clock that is paused twice counts once", () => {
  const clock = paused(paused(started(resting(), CHAPTERS, at(0)), at(2)), at(9));
  assert.equal(read(clock, CHAPTERS, at(20)).left, 360);
});

test("a chapter that the guide no longer has begins it anew", () => {
  const clock = { ...resting(), chapter: 9, seconds: { 9: 600 } };
  assert.equal(read(clock, CHAPTERS, at(0)).meetingLeft, 1800);
  assert.equal(started(clock, CHAPTERS, at(0)).chapter, 1);
});

test("what a clock can't use is as if it were not, and is counted", () => {
  const odd = { chapter: "1", since: "i går", seconds: [NaN, -3], extra: { 1: -2, x: 3, 2: "5", __proto__: 2 } };
  assert.deepEqual(CLOCK_SHAPE(odd), { data: resting(), unread: 6 });
  for (const value of [null, 3, "x", []]) assert.deepEqual(CLOCK_SHAPE(value), { data: undefined, unread: 1 });
  const clock = { chapter: 2, seconds: { 1: 60.5 }, extra: { 2: 5 }, since: at(0).toISOString() };
  assert.deepEqual(CLOCK_SHAPE(JSON.parse(JSON.stringify(clock))), { data: clock, unread: 0 });
});
