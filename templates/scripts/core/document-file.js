// A document as a file to take away, and back again.

import { formatOf } from "./other-formats.js";
import { optional, readAs, record, textUpTo } from "./shapes.js";
import { ImportError, isRecord } from "./values.js";

/** @import { Kind, KindName, RoadmapData, Shape, WorkDocument } from "../types.d.ts" */

const FORMAT = "veikart";
export const MOST_BYTES = 5_000_000;
/** More than anybody can type, since copies are named after what they are copies of. */
export const LONGEST_NAME = 200;
const LONGEST_MOMENT = 40;
const LONGEST_EDITION = 80;
const NEVER_ANSWERED = "Uten navn";

/** What is judged before the rest. @type {Shape<unknown>} */
const judged = (data) => ({ data, unread: 0 });
const moment = optional(textUpTo(LONGEST_MOMENT), "");

const HEAD = record({
  format: judged,
  kind: judged,
  version: judged,
  edition: optional(textUpTo(LONGEST_EDITION), ""),
  exported: moment,
  name: optional(textUpTo(LONGEST_NAME), ""),
  created: moment,
  changed: moment,
  data: judged,
});

/**
 * The text of the file.
 * @param {WorkDocument} document
 * @param {RoadmapData} data
 * @param {Date} now
 */
export const fileText = ({ kind, version, name, created, changed, data: content }, data, now) => {
  const { version: edition, date } = data.edition;
  const head = { format: FORMAT, kind, version, edition: `${edition}, ${date}`, exported: now.toISOString() };
  return `${JSON.stringify({ ...head, name, created, changed, data: content }, null, 2)}\n`;
};

/**
 * What the file is to be called: a–z, and the day. What other words say already isn't said twice.
 * @param {string} name
 * @param {string} kind what files of the kind are called
 * @param {string} day
 * @param {string} ending
 * @param {string[]} [details] what else sets it apart from others of the same name
 */
export const fileName = (name, kind, day, ending, details = []) => {
  const parts = [kind, name, ...details].map(plain).filter(Boolean);
  const isSaid = (/** @type {string} */ part, /** @type {number} */ place) =>
    parts.some((other, at) => `-${other}-`.includes(`-${part}-`) && (other === part ? at < place : at !== place));
  return `${[...parts.filter((part, place) => !isSaid(part, place)), day].join("-")}.${ending}`;
};

/** @param {string} text */
const plain = (text) =>
  text
    .toLowerCase()
    .replaceAll("æ", "ae")
    .replaceAll("ø", "o")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 50)
    .replace(/^-+|-+$/g, "");

/**
 * What stands in a file, as data of today's version.
 * @template Data
 * @param {string} text
 * @param {Kind<Data>} kind
 * @returns {{ name: string, data: Data, unread: number, created: string, changed: string, edition: string }}
 */
export const readFile = (text, kind) => {
  const value = parsed(text);
  if (!isRecord(value) || value.format !== FORMAT) throw new ImportError("file-foreign");
  if (value.kind !== kind.kind) throw new ImportError(`file-kind-${kindOf(value.kind)}`);
  const { data, unread } = upgraded(value.data, value.version, kind);
  const head = readAs(HEAD, value);
  const { created, changed, edition } = head.data;
  return { name: head.data.name.trim() || NEVER_ANSWERED, data, unread: unread + head.unread, created, changed, edition };
};

/**
 * Data of whatever version as today's.
 * @template Data
 * @param {unknown} data
 * @param {unknown} version
 * @param {Kind<Data>} kind
 */
export const upgraded = (data, version, kind) => {
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) throw new ImportError("file-foreign");
  if (version > kind.version) throw new ImportError("file-newer");
  let current = data;
  for (let from = version; from < kind.version; from += 1) {
    const upgrade = kind.upgrade[from];
    if (!upgrade) throw new ImportError("file-foreign");
    current = upgrade(current);
  }
  return kind.read(current);
};

/** @param {string} text */
const parsed = (text) => {
  if (text.length > MOST_BYTES) throw new ImportError("file-large");
  try {
    return /** @type {unknown} */ (JSON.parse(text.replace(/^\ufeff/, "")));
  } catch {
    throw new ImportError(`file-${formatOf(text)}`);
  }
};

/** @type {KindName[]} */
const KINDS = ["plan", "assessment", "figures", "meeting", "gains"];

/** @param {unknown} kind */
const kindOf = (kind) => KINDS.find((known) => known === kind) ?? "unknown";
