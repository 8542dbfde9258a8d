// ZIP archives that may be broken or hostile: what is unpacked is counted while it is unpacked.
import { ImportError } from "../core/values.js";
import { Inflate } from "../vendor/fflate.js";

/** @typedef {{method: number, isEncrypted: boolean, packed: number, size: number, start: number}} Entry */
/** @typedef {{has: (name: string) => boolean, read: (name: string) => Uint8Array}} Archive */

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const FILE = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const LONGEST_COMMENT = 65_535;
// So little is unpacked at a time that what comes of it, a thousand times as much at worst, fits in memory.
const STEP = 8_192;

/**
 * The files of an archive, by names in which letter case and the slant of slashes don't matter.
 * @param {Uint8Array} bytes
 * @param {number} most how many bytes may be unpacked in all
 * @returns {Archive}
 */
export function openZip(bytes, most) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = damagedUnless(() => entriesOf(bytes, view));
  let left = most;
  return {
    has: (name) => entries.has(plain(name)),
    read(name) {
      const entry = entries.get(plain(name));
      if (!entry) throw new ImportError("xlsx-damaged");
      if (entry.isEncrypted) throw new ImportError("xlsx-encrypted");
      const content = damagedUnless(() => unpacked(bytes, view, entry, left));
      left -= content.length;
      return content;
    },
  };
}

/**
 * What a function gives; whatever goes wrong in it means that the file is damaged.
 * @template T
 * @param {() => T} work
 * @returns {T}
 */
function damagedUnless(work) {
  try {
    return work();
  } catch (error) {
    throw error instanceof ImportError ? error : new ImportError("xlsx-damaged");
  }
}

/** @param {string} name */
function plain(name) {
  return name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();
}

/**
 * @param {Uint8Array} bytes
 * @param {DataView} view
 */
function entriesOf(bytes, view) {
  const end = endOf(view);
  const decoder = new TextDecoder();
  /** @type {Map<string, Entry>} */
  const entries = new Map();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== ENTRY) throw new ImportError("xlsx-damaged");
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const name = plain(decoder.decode(bytes.subarray(at + 46, nameEnd)));
    // Two files of one name: programs would not agree on which it is.
    if (entries.has(name)) throw new ImportError("xlsx-damaged");
    entries.set(name, {
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      start: view.getUint32(at + 42, true),
    });
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/**
 * Where the record begins that ends every archive.
 * @param {DataView} view
 */
function endOf(view) {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new ImportError("xlsx-damaged");
}

/**
 * @param {Uint8Array} bytes
 * @param {DataView} view
 * @param {Entry} entry
 * @param {number} most
 */
function unpacked(bytes, view, { method, packed, size, start }, most) {
  if (view.getUint32(start, true) !== FILE) throw new ImportError("xlsx-damaged");
  const first = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  const content = bytes.subarray(first, first + packed);
  if (content.length !== packed || (method !== STORED && method !== DEFLATED)) throw new ImportError("xlsx-damaged");
  if (size > most) throw new ImportError("xlsx-too-much");
  const result = method === STORED ? content : inflated(content, size);
  if (result.length !== size) throw new ImportError("xlsx-damaged");
  return result;
}

/**
 * @param {Uint8Array} content
 * @param {number} size how large the file says that it is: what is more, is refused
 */
function inflated(content, size) {
  const result = new Uint8Array(size);
  let length = 0;
  const inflate = new Inflate((chunk) => {
    if (length + chunk.length > size) throw new ImportError("xlsx-too-much");
    result.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at < content.length; at += STEP) {
    inflate.push(content.subarray(at, at + STEP), at + STEP >= content.length);
  }
  return result.subarray(0, length);
}
