// The text of a file that any program may have saved.

/**
 * By its byte order mark, else as UTF-8, else as Windows in this country writes it.
 * @param {Uint8Array} bytes
 */
export const textIn = (bytes) => new TextDecoder(encodingOf(bytes)).decode(bytes);

/** @param {Uint8Array} bytes */
const encodingOf = (bytes) => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    return "windows-1252";
  }
};

/**
 * The text of a file that somebody chose.
 * @param {Blob} file
 */
export const textOf = async (file) => textIn(new Uint8Array(await file.arrayBuffer()));
