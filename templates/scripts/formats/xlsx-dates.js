// Days in workbooks: Excel counts them from 1900, with a 29 February that year never had, or from 1904.
import { asDay } from "../core/dates.js";

/** @typedef {import("./xlsx-writer.js").Cell} Cell */

const DAY = 86_400_000;
const BEFORE_1900 = Date.UTC(1899, 11, 31);
const FIRST_OF_1904 = Date.UTC(1904, 0, 1);
const NOT_A_DAY = 60;
const LAST_SERIAL = 2_958_465;
const ISO_LENGTH = 10;
// Formats that every workbook has without defining them, and that show a day.
const DATE_FORMATS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/**
 * The number that a day has in a workbook that counts from 1900; null for what is no day, or an earlier one.
 * @param {string} day YYYY-MM-DD
 */
export function serialOf(day) {
  if (asDay(day) !== day) return null;
  const count = Math.round((Date.parse(`${day}T00:00:00Z`) - BEFORE_1900) / DAY);
  const serial = count < NOT_A_DAY ? count : count + 1;
  return serial >= 1 ? serial : null;
}

/**
 * The day that a number means; null for a number that means none.
 * @param {number} serial
 * @param {boolean} date1904
 */
export function dayOfSerial(serial, date1904) {
  const whole = Math.floor(serial);
  if (!(whole >= (date1904 ? 0 : 1) && whole <= LAST_SERIAL)) return null;
  const days = date1904 || whole < NOT_A_DAY ? whole : whole - 1;
  return new Date((date1904 ? FIRST_OF_1904 : BEFORE_1900) + days * DAY).toISOString().slice(0, 10);
}

/**
 * Whether a number with this format is shown as a day.
 * @param {number} id
 * @param {string | undefined} code as the workbook defines it
 */
export function isDateFormat(id, code) {
  if (code === undefined) return DATE_FORMATS.has(id);
  // Hours, minutes or seconds in all: «[h]:mm».
  if (/\[(h+|m+|s+)\]/i.test(code)) return false;
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "").toLowerCase();
  return /[dy]|mmm/.test(bare) || (bare.includes("m") && !/[hs]/.test(bare));
}

/**
 * The day that a cell means: a date, a serial number, or a text as 2026-03-01 or 1.3.2026; null for anything else.
 * @param {Cell} cell
 * @param {boolean} [date1904]
 * @returns {string | null}
 */
export function dayOf(cell, date1904 = false) {
  if (typeof cell === "number") return dayOfSerial(cell, date1904);
  if (typeof cell === "string") return dayOfText(cell.trim());
  return cell && typeof cell === "object" ? asDay(cell.date) || null : null;
}

/** @param {string} text */
function dayOfText(text) {
  const day = text.replace(
    /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/,
    (_, date, month, year) => `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`,
  );
  return day.length === ISO_LENGTH ? asDay(day) || null : null;
}
