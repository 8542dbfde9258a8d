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
 * @returns {Promise<Answers>}
 */
export async function answersInPdf(bytes, guide, reading, library) {
  const document = await opened(bytes, library);
  const reader = objectReader(library, document.context, guide);
  const root = reader.resolved(document.context.trailerInfo.Root);
  const fields = pdfFields(root, reader, guide.limits.fields);
  const ours = fields.filter((field) => new RegExp(guide.names.ours).test(field.name));
  if (!ours.length) {
    const isOld = fields.some((field) => new RegExp(guide.names.formerlyOurs).test(field.name));
    throw new AnswersError(isOld ? "too_old" : "another");
  }
  const information = reader.resolved(document.context.trailerInfo.Info);
  return { ...judged(ours, guide, reading), edition: otherEdition(information, reader, guide, reading) };
}

/**
 * @param {Uint8Array} bytes
 * @param {PdfLibrary} library
 */
async function opened(bytes, library) {
  try {
    const document = await library.PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true });
    if (!document.isEncrypted) return document;
  } catch {
    throw new AnswersError("unreadable");
  }
  try {
    // A file that anybody may open is locked with an empty password.
    return await library.PDFDocument.load(bytes, { updateMetadata: false, password: "" });
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
