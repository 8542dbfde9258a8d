/**
 * What every part of the page works on: the open document's data, and the way to change it.
 *
 * @typedef {import("./kind.js").FiguresData} FiguresData
 * @typedef {object} Work
 * @property {() => FiguresData} data  of the open document, or empty where there is none
 * @property {(data: FiguresData, merge?: string) => void} change  changes that share a `merge` one after another are one step back
 * @property {(text: string) => void} tell
 */

import { monthOf } from "./months.js";

/** The month that is running. */
export function thisMonth() {
  return monthOf(new Date());
}
