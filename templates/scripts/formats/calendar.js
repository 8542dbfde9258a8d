// Calendar files by RFC 5545: events that last a day, and take nobody's time.

/**
 * @typedef {object} CalendarEvent
 * @property {string} uid what tells the event from all others, always the same
 * @property {number} sequence how often the event has changed
 * @property {string} day YYYY-MM-DD
 * @property {string} summary
 * @property {string} [description]
 * @property {string} [url] whole, from https:
 */

const LONGEST_LINE = 75;

/**
 * The text of an .ics file.
 * @param {{product: string, stamp: Date, events: CalendarEvent[]}} calendar product: who made the file, as «-//Name//nb»
 * @returns {string}
 */
export function writeCalendar({ product, stamp, events }) {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:${text(product)}`,
    "CALSCALE:GREGORIAN",
    ...events.flatMap((event) => eventLines(event, stamp)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/**
 * @param {CalendarEvent} event
 * @param {Date} stamp
 */
function eventLines({ uid, sequence, day, summary, description, url }, stamp) {
  return [
    "BEGIN:VEVENT",
    `UID:${text(uid)}`,
    `DTSTAMP:${stamp.toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `SEQUENCE:${sequence}`,
    `DTSTART;VALUE=DATE:${date(day, 0)}`,
    `DTEND;VALUE=DATE:${date(day, 1)}`,
    `SUMMARY:${text(summary)}`,
    ...(description ? [`DESCRIPTION:${text(description)}`] : []),
    ...(url ? [`URL:${new URL(url).href}`] : []),
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/**
 * @param {string} day
 * @param {number} daysLater
 */
function date(day, daysLater) {
  const moved = new Date(`${day}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + daysLater);
  return moved.toISOString().slice(0, 10).replaceAll("-", "");
}

/**
 * A value of the kind TEXT: without the characters that it can't hold.
 * @param {string} value
 */
function text(value) {
  return value
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, "")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");
}

/**
 * A line as several, each of at most 75 octets, never cut inside a character.
 * @param {string} line
 */
function folded(line) {
  const encoder = new TextEncoder();
  let made = "";
  let octets = 0;
  for (const character of line) {
    const length = encoder.encode(character).length;
    if (octets + length > LONGEST_LINE) {
      made += "\r\n ";
      octets = 1;
    }
    made += character;
    octets += length;
  }
  return made;
}
