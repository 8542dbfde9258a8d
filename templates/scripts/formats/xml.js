// XML as the files of Word and Excel hold it.
import { ImportError } from "../core/values.js";

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * Text as it stands in an element or an attribute, without the characters that XML can't hold.
 * @param {string} text
 */
export function escaped(text) {
  return text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "")
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/**
 * The root of what a part of a package holds. A document type is refused, and so are the entities that it could bring.
 * @param {Uint8Array} bytes
 * @returns {Element}
 */
export function rootOf(bytes) {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  if (text.includes("<!DOCTYPE")) throw new ImportError("xlsx-damaged");
  const parsed = new DOMParser().parseFromString(text, "application/xml");
  if (parsed.getElementsByTagName("parsererror").length > 0) throw new ImportError("xlsx-damaged");
  return parsed.documentElement;
}

/**
 * The children of one name, in whatever namespace: there are two for the same format.
 * @param {Element | null} element
 * @param {string} name
 */
export function childrenOf(element, name) {
  const found = [];
  for (let child = firstOf(element, name); child; child = next(child.nextElementSibling, name)) found.push(child);
  return found;
}

/**
 * The first of them.
 * @param {Element | null} element
 * @param {string} name
 */
export function firstOf(element, name) {
  return next(element?.firstElementChild ?? null, name);
}

/**
 * @param {Element | null} element
 * @param {string} name
 */
function next(element, name) {
  while (element && element.localName !== name) element = element.nextElementSibling;
  return element;
}

/** @param {Uint8Array} bytes */
function encodingOf(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return "utf-8";
}
