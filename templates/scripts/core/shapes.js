// What a file or the browser's storage is to hold, told as shapes. A shape reads what nobody is trusted with: it keeps what
// it can use and counts the rest, so that whoever opens something can be told of all that did not come along.

import { asDay } from "./dates.js";
import { ImportError, isRecord, own } from "./values.js";

/** @import { Read, Shape } from "../types.d.ts" */

const MOST_PARTS = 5000;

/** A part that can't be used is one, whatever it holds. @type {Read<undefined>} */
const UNUSABLE = { data: undefined, unread: 1 };

/**
 * A value that is as it should be.
 * @template Value
 * @param {(given: unknown) => given is Value} isUsable
 * @returns {Shape<Value>}
 */
export const such = (isUsable) => (given) => (isUsable(given) ? { data: given, unread: 0 } : UNUSABLE);

/**
 * A text of at most so many characters; a longer one is cut.
 * @param {number} most
 * @returns {Shape<string>}
 */
export const textUpTo = (most) => (given) =>
  typeof given === "string" ? { data: given.slice(0, most), unread: Number(given.length > most) } : UNUSABLE;

/** A day; of a moment, the day is kept. @type {Shape<string>} */
export const day = (given) => {
  const data = asDay(given);
  return data ? { data, unread: Number(data !== given) } : UNUSABLE;
};

/** @type {Shape<boolean>} */
export const yesOrNo = such((given) => typeof given === "boolean");

/**
 * A part that need not be there; what can't be used is as if it were not.
 * @template Value, None
 * @param {Shape<Value>} shape
 * @param {None} none
 * @returns {Shape<Value | None>}
 */
export const optional = (shape, none) => (given) => {
  const { data, unread } = isNothing(given) ? { data: undefined, unread: 0 } : shape(given);
  return { data: data === undefined ? none : data, unread };
};

/**
 * What is of a shape and fits besides.
 * @template Value
 * @param {Shape<Value>} shape
 * @param {(data: Value) => boolean} isFit
 * @returns {Shape<Value>}
 */
export const where = (shape, isFit) => (given) => {
  const read = shape(given);
  return read.data === undefined || isFit(read.data) ? read : UNUSABLE;
};

/**
 * The entries of a list that can be used.
 * @template Value
 * @param {Shape<Value>} shape
 * @param {number} [most]
 * @returns {Shape<Value[]>}
 */
export const listOf = (shape, most = MOST_PARTS) => (given) => {
  if (!Array.isArray(given)) return UNUSABLE;
  const all = given.filter((one) => !isNothing(one));
  const read = all.slice(0, most).map((one) => shape(one));
  const data = read.flatMap((one) => (one.data === undefined ? [] : [one.data]));
  return { data, unread: unreadIn(read) + Math.max(0, all.length - most) };
};

/**
 * The fields of an object that can be used, whatever they are called as long as it is a name. None of those names means
 * something already: «__proto__» is one like others.
 * @template Value
 * @param {(name: string) => boolean} isName
 * @param {Shape<Value>} shape
 * @param {number} [most]
 * @returns {Shape<Record<string, Value>>}
 */
export const fieldsOf = (isName, shape, most = MOST_PARTS) => (given) => {
  if (!isRecord(given)) return UNUSABLE;
  const all = Object.entries(given).filter(([, one]) => !isNothing(one));
  const read = all.slice(0, most).map(([name, one]) => ({ name, ...(isName(name) ? shape(one) : UNUSABLE) }));
  const data = read.flatMap((one) => (one.data === undefined ? [] : [/** @type {[string, Value]} */ ([one.name, one.data])]));
  return { data: Object.fromEntries(data), unread: unreadIn(read) + Math.max(0, all.length - most) };
};

/**
 * An object with these fields, each of its shape; where one that must be there can't be used, none of it can.
 * @template {object} Fields
 * @param {{ [Name in keyof Fields]: Shape<Fields[Name]> }} shapes
 * @returns {Shape<Fields>}
 */
export const record = (shapes) => (given) => {
  if (!isRecord(given)) return UNUSABLE;
  const all = /** @type {[string, Shape<unknown>][]} */ (Object.entries(shapes));
  const read = all.map(([name, shape]) => ({ name, ...shape(own(given, name)) }));
  if (read.some(({ data }) => data === undefined)) return UNUSABLE;
  const others = Object.keys(given).filter((name) => !Object.hasOwn(shapes, name) && !isNothing(given[name]));
  const data = Object.fromEntries(read.map((one) => [one.name, one.data]));
  return { data: /** @type {Fields} */ (data), unread: unreadIn(read) + others.length };
};

/**
 * What was given as the data of a kind; what can't be is no document of the kind.
 * @template Data
 * @param {Shape<Data>} shape
 * @param {unknown} given
 * @returns {Read<Data>}
 */
export const readAs = (shape, given) => {
  const { data, unread } = shape(given);
  if (data === undefined) throw new ImportError("file-foreign");
  return { data, unread };
};

/** Where nobody has said anything there is nothing to lose. @param {unknown} given */
const isNothing = (given) => given === undefined || given === null || given === "";

/** @param {Read<unknown>[]} all */
const unreadIn = (all) => all.reduce((sum, { unread }) => sum + unread, 0);
