/**
 * The form fields of a PDF that anybody may have made, read without trusting it: the twin of roadmap/guide/pdf_fields.py.
 *
 * @typedef {typeof import("../vendor/pdf-lib.js")} PdfLibrary
 * @typedef {Awaited<ReturnType<import("../vendor/pdf-lib.js").PDFParser["parseDocument"]>>} PDFContext
 * @typedef {import("../vendor/pdf-lib.js").PDFDict} PDFDict
 * @typedef {import("./types.d.ts").MeetingData} MeetingData
 * @typedef {import("./types.d.ts").PdfField} PdfField
 * @typedef {ReturnType<PDFDict["get"]>} Found
 * @typedef {import("../vendor/pdf-lib.js").PDFRawStream} PDFRawStream
 * @typedef {ReturnType<typeof objectReader>} ObjectReader
 */

const BYTE_ORDER_MARKS = [
  { mark: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { mark: [0xfe, 0xff], encoding: "utf-16be" },
  { mark: [0xff, 0xfe], encoding: "utf-16le" },
];

/**
 * What reads the objects of one document.
 *
 * @param {PdfLibrary} library
 * @param {PDFContext} context
 * @param {Pick<MeetingData, "limits" | "reading">} rules
 */
export function objectReader(library, context, { limits, reading }) {
  const { PDFArray, PDFDict, PDFHexString, PDFName, PDFNull, PDFRawStream, PDFRef, PDFString } = library;

  /** The object itself, where a document only refers to it; nothing for null. @param {Found} object @returns {Found} */
  function resolved(object) {
    const found = object instanceof PDFRef ? context.lookup(object) : object;
    return found === PDFNull || found instanceof PDFRef ? undefined : found;
  }

  /** @param {Found} holder  @param {string} key */
  function valueAt(holder, key) {
    return holder instanceof PDFDict ? resolved(holder.get(PDFName.of(key))) : undefined;
  }

  /** The items as they stand: references remain, since they tell one object from another. @param {Found} holder @param {string} key */
  function itemsAt(holder, key) {
    const value = valueAt(holder, key);
    return value instanceof PDFArray ? value.asArray() : [];
  }

  /** @param {Found} value */
  function bytesOf(value) {
    if (value instanceof PDFHexString) return value.asBytes();
    return value instanceof PDFString ? PDFString.of(withoutBrokenLines(value.asString())).asBytes() : undefined;
  }

  /** The text of a string, as much of it as a title can need; empty for any other object. @param {Found} value */
  function stringText(value) {
    const bytes = bytesOf(value);
    return bytes ? decoded(bytes.subarray(0, limits.bytes), reading.pdfDoc) : "";
  }

  /** The text of a value, empty where there is none; null of what a reader does not write. @param {Found} value */
  function valueText(value) {
    if (value === undefined) return "";
    const bytes = bytesOf(value);
    if (bytes) return bytes.length <= limits.bytes ? decoded(bytes, reading.pdfDoc) : null;
    if (value instanceof PDFName) return new TextDecoder("utf-8", { ignoreBOM: true }).decode(value.asBytes());
    return value instanceof PDFRawStream ? streamText(value) : null;
  }

  /** @param {PDFRawStream} stream */
  function streamText(stream) {
    if (stream.getContentsSize() > limits.packedBytes) return null;
    try {
      const bytes = library.decodePDFRawStream(stream).decode();
      return bytes.length <= limits.bytes ? decoded(bytes, reading.pdfDoc) : null;
    } catch {
      return null;
    }
  }

  return {
    valueAt,
    itemsAt,
    stringText,
    valueText,
    resolved,
    /** @param {Found} object @returns {object is PDFDict} */
    isDictionary: (object) => object instanceof PDFDict,
    /** @param {Found} object */
    isName: (object) => object instanceof PDFName,
    /** @param {Found} object */
    isString: (object) => bytesOf(object) !== undefined,
    /** @param {Found} object */
    isReference: (object) => object instanceof PDFRef,
  };
}

/**
 * Every field with a name, those within a hierarchy by their whole names, in the order of the document.
 *
 * @param {Found} root
 * @param {ObjectReader} reader
 * @param {number} most how many are looked at
 * @returns {PdfField[]}
 */
export function pdfFields(root, reader, most) {
  const waiting = reader
    .itemsAt(reader.valueAt(root, "AcroForm"), "Fields")
    .map((item) => ({ item, name: "", title: "", value: /** @type {Found} */ (undefined) }))
    .reverse();
  const seen = new Set();
  const found = [];
  let count = 0;
  for (let next = waiting.pop(); next && count < most; next = waiting.pop()) {
    const { item, ...above } = next;
    const node = reader.resolved(item);
    if (!reader.isDictionary(node)) continue;
    if (reader.isReference(item)) {
      if (seen.has(node)) continue;
      seen.add(node);
    }
    count += 1;
    const partial = reader.stringText(reader.valueAt(node, "T"));
    const own = {
      name: above.name && partial ? `${above.name}.${partial}` : above.name || partial,
      title: reader.stringText(reader.valueAt(node, "TU")) || above.title,
      value: reader.valueAt(node, "V") ?? above.value,
    };
    const children = reader.itemsAt(node, "Kids").filter((kid) => {
      const child = reader.resolved(kid);
      return reader.isDictionary(child) && reader.valueAt(child, "T") !== undefined;
    });
    if (children.length) {
      for (const child of children.reverse()) waiting.push({ item: child, ...own });
    } else if (own.name) {
      const { name, title, value } = own;
      found.push({ name, title, text: reader.valueText(value), isName: reader.isName(value) });
    }
  }
  return found;
}

/**
 * A line that goes on after a backslash, where the break is of two characters: the library takes it for one.
 *
 * @param {string} text as it stands in the PDF
 */
function withoutBrokenLines(text) {
  return text.replace(/\\(\r\n|[^])/g, (escaped, character) => (character === "\r\n" ? "" : escaped));
}

/**
 * A PDF text string: by its byte order mark, otherwise in PDFDocEncoding.
 *
 * @param {Uint8Array} bytes
 * @param {string} pdfDoc the characters of that encoding, in order
 */
function decoded(bytes, pdfDoc) {
  for (const { mark, encoding } of BYTE_ORDER_MARKS) {
    if (mark.every((byte, index) => bytes[index] === byte)) {
      return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(mark.length));
    }
  }
  return Array.from(bytes, (byte) => pdfDoc[byte]).join("");
}
