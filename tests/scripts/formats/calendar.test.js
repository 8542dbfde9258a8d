import assert from "node:assert/strict";
import { test } from "node:test";

import { writeCalendar } from "../../../templates/scripts/formats/calendar.js";

const STAMP = new Date(Date.UTC(2026, 10, 27, 5, 6, 7, 890));
const EVENT = { uid: "plan-a1@veikart", sequence: 2, day: "2026-12-31", summary: "Frist" };

const written = (changes) => writeCalendar({ product: "-//Veikart//nb", stamp: STAMP, events: [{ ...EVENT, ...changes }] });

test("an event is written line by line", () => {
  assert.equal(
    written({ description: "Rolle: leder; behandler, alle\nSe \\ her", url: "https://veikart.example/plan/?a=1,2" }),
    [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Veikart//nb",
      "CALSCALE:GREGORIAN",
      "BEGIN:VEVENT",
      "UID:plan-a1@veikart",
      "DTSTAMP:20261127T050607Z",
      "SEQUENCE:2",
      "DTSTART;VALUE=DATE:20261231",
      "DTEND;VALUE=DATE:20270101",
      "SUMMARY:Frist",
      "DESCRIPTION:Rolle: leder\\; behandler\\, alle\\nSe \\\\ her",
      "URL:https://veikart.example/plan/?a=1,2",
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ].join("\r\n"),
  );
});

test("a line of 75 octets stays whole, one of 76 is folded", () => {
  const room = 75 - "SUMMARY:".length;
  assert.ok(written({ summary: "x".repeat(room) }).includes(`SUMMARY:${"x".repeat(room)}\r\n`));
  assert.ok(written({ summary: `${"x".repeat(room)}y` }).includes(`SUMMARY:${"x".repeat(room)}\r\n y\r\n`));
});

test("a character is never cut in two", () => {
  for (const character of ["å", "€", "👩"]) {
    for (let before = 0; before < 4; before += 1) {
      const lines = written({ summary: "x".repeat(before) + character.repeat(60) }).split("\r\n");
      for (const line of lines) {
        assert.ok(new TextEncoder().encode(line).length <= 75);
        assert.ok(line.isWellFormed());
      }
    }
  }
});

test("half a character counts as what it will be written as", () => {
  const lines = written({ summary: "\ud800".repeat(60) }).split("\r\n");
  for (const line of lines) assert.ok(new TextEncoder().encode(line).length <= 75);
});

test("no text can begin a line of its own", () => {
  const made = written({ summary: "a\r\nEND:VEVENT", uid: "u\nx", description: "\u2028b\rc" });
  const lines = made.split(/\r\n|[\r\n\u2028\u2029]/);
  assert.equal(lines.filter((line) => line === "END:VEVENT").length, 1);
  assert.ok(lines.includes("SUMMARY:a\\nEND:VEVENT"));
  assert.ok(lines.includes("DESCRIPTION:\\nb\\nc"));
});
