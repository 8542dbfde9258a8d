/**
 * The answers in a PDF of the guide that a meeting saved, with the result and the refusals of `python -m roadmap answers`.
 *
 * @typedef {import("./types.d.ts").Answers} Answers
 * @typedef {import("./types.d.ts").MeetingData} MeetingData
 * @typedef {import("./reading.js").Reading} Reading
 * @typedef {import("./pdf-fields.js").Found} Found
 * @typedef {import("./pdf-fields.js").ObjectReader} ObjectReader
 * @typedef {import("./pdf-fields.js").PdfLibrary} PdfLibrary
 */
import { judged } from "./answers.js";
import { objectReader, pdfFields } from "./pdf-fields.js";

// A guide takes a fraction of it; only a file that is made to keep people waiting takes more.
const MOST_MILLISECONDS = 10_000;

/** A file that holds no answers to the guide; `reason` is a key of the guide's messages. */
export class AnswersError extends Error {
  /** @param {string} reason */
  constructor(reason) {
    super(reason);
    this.name = "AnswersError";
    this.reason = reason;
  }
}

/**
 * @param {Uint8Array} bytes
 * @param {MeetingData} guide
 * @param {Reading} reading
 * @param {PdfLibrary} library
 * @param {number} [most] how many milliseconds to try
 * @returns {Promise<Answers>}
 */
export async function answersInPdf(bytes, guide, reading, library, most = MOST_MILLISECONDS) {
  const context = await opened(bytes, library, Date.now() + most);
  const reader = objectReader(library, context, guide);
  const fields = pdfFields(reader.resolved(context.trailerInfo.Root), reader, guide.limits.fields);
  const ours = fields.filter((field) => new RegExp(guide.names.ours).test(field.name));
  if (!ours.length) {
    const isOld = fields.some((field) => new RegExp(guide.names.formerlyOurs).test(field.name));
    throw new AnswersError(isOld ? "too_old" : "another");
  }
  const information = reader.resolved(context.trailerInfo.Info);
  return { ...judged(ours, guide, reading), edition: otherEdition(information, reader, guide, reading) };
}

/**
 * @param {Uint8Array} bytes
 * @param {PdfLibrary} library
 * @param {number} end when to give up
 */
async function opened(bytes, library, end) {
  const context = await parsed(bytes, library, end);
  if (!context.lookup(context.trailerInfo.Root)) throw new AnswersError("unreadable");
  const lock = context.lookup(context.trailerInfo.Encrypt);
  return lock ? parsed(bytes, library, end, key(lock, context, library)) : context;
}

/**
 * @param {Uint8Array} bytes
 * @param {PdfLibrary} library
 * @param {number} end when to give up
 * @param {import("../vendor/pdf-lib.js").CipherTransformFactory} [lock]
 */
async function parsed(bytes, library, end, lock) {
  try {
    const parser = library.PDFParser.forBytesWithOptions(bytes, undefined, false, false, false, lock);
    stopAt(end, parser);
    return await parser.parseDocument();
  } catch {
    throw new AnswersError("unreadable");
  }
}

/**
 * Makes the parser give up. Some files take it a time that grows with the square of their size, and it has no limit of
 * its own; in all that it does it asks whether the file has ended.
 *
 * @param {number} end
 * @param {any} parser whose bytes are its own business
 */
function stopAt(end, parser) {
  const { bytes } = parser;
  const isDone = bytes.done.bind(bytes);
  let asked = 0;
  let isOver = false;
  bytes.done = () => {
    asked += 1;
    isOver ||= asked % 1000 === 0 && Date.now() > end;
    if (isOver) throw new AnswersError("unreadable");
    return isDone();
  };
}

/**
 * What opens a file that is locked without a password, as one is that nobody may print or change.
 *
 * @param {import("./pdf-fields.js").Found} lock
 * @param {import("./pdf-fields.js").PDFContext} context
 * @param {PdfLibrary} library
 */
function key(lock, context, library) {
  const { CipherTransformFactory, PDFArray, PDFDict, PDFHexString, PDFString } = library;
  const ids = context.lookup(context.trailerInfo.ID);
  const id = ids instanceof PDFArray ? ids.lookup(0) : undefined;
  try {
    if (!(lock instanceof PDFDict)) throw new TypeError("no dictionary");
    return new CipherTransformFactory(
      lock,
      id instanceof PDFString || id instanceof PDFHexString ? id.asBytes() : new Uint8Array(),
    );
  } catch {
    throw new AnswersError("locked");
  }
}

/**
 * The edition of the PDF where its form differs from today's.
 *
 * @param {Found} information
 * @param {ObjectReader} reader
 * @param {MeetingData} guide
 * @param {Reading} reading
 */
function otherEdition(information, reader, guide, reading) {
  const edition = reader.valueAt(information, guide.names.edition);
  const digest = reader.valueAt(information, guide.names.digest);
  if (!reader.isString(edition) || !reader.isString(digest)) return guide.unknownEdition;
  if (reader.stringText(digest) === guide.digest) return "";
  return reading.oneLine(reader.stringText(edition), guide.limits.edition) || guide.unknownEdition;
}
