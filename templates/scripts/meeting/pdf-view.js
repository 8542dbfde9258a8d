// A filled-in PDF of the guide that is chosen or dropped on the page.

import { ImportError } from "../core/values.js";
import { onChosenFiles } from "../page/chosen-files.js";
import { all, announce, one } from "../page/dom.js";
import { load } from "../page/lazy.js";
import { privateWarning } from "../page/private-fields.js";
import { say } from "../page/texts.js";
import { answersInPdf } from "./read-pdf.js";

/** @import { Answers, MeetingData } from "./types.d.ts" */
/** @import { Reading } from "./reading.js" */
/** @import { Walk } from "./walk.js" */

// The guide filled in to the last line is far below it, and a larger file would only keep people waiting.
const MOST_BYTES = 20_000_000;

/**
 * @param {HTMLElement} root
 * @param {MeetingData} guide
 * @param {Reading} reading
 * @param {Walk} walk
 * @param {(name: string, answers: Answers) => void} opened
 */
export const pdfView = (root, guide, reading, walk, opened) => {
  const input = /** @type {HTMLInputElement} */ (one("[data-pdf]", root));
  const status = one("[data-pdf-status]", root);

  /** Opens a file, and gives what is to be said of it. */
  const open = async (/** @type {File} */ file) => {
    announce(status, say("pdf-reading", { file: file.name }));
    try {
      const answers = await answersIn(file, guide, reading);
      if (isEmpty(answers)) throw new ImportError("pdf-empty", { file: file.name });
      opened(file.name.replace(/\.pdf$/i, ""), answers);
      const said = say("pdf-opened", { file: file.name, count: answers.texts.size });
      return [said, ...ofPrivateData(root, walk, answers)].join(" ");
    } catch (error) {
      return messageOf(error, file.name, guide);
    }
  };

  let opening = Promise.resolve();
  /** One after the other, also those that come while others are read. @param {Iterable<File>} files */
  const openAll = (files) => {
    const waiting = [...files];
    opening = opening.then(async () => {
      const said = [];
      for (const file of waiting) said.push(await open(file));
      if (said.length) announce(status, said.join(" "));
    });
    return opening;
  };

  onChosenFiles(input, openAll);
  const isFile = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes("Files") ?? false;
  addEventListener("dragover", (event) => {
    if (isFile(event)) event.preventDefault();
  });
  addEventListener("drop", (event) => {
    if (!isFile(event)) return;
    // Otherwise the browser leaves the page to show the file.
    event.preventDefault();
    void openAll(event.dataTransfer?.files ?? []);
  });
};

/**
 * @param {File} file
 * @param {MeetingData} guide
 * @param {Reading} reading
 */
const answersIn = async (file, guide, reading) => {
  // What is said of the file is shown before a file that is hard to read keeps the page busy.
  await painted();
  if (file.size > MOST_BYTES) throw new ImportError("pdf-large", { megabytes: MOST_BYTES / 1_000_000 });
  const bytes = new Uint8Array(await file.arrayBuffer());
  return answersInPdf(bytes, guide, reading, await load("pdf"));
};

const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

/** @param {Answers} answers */
const isEmpty = ({ texts, former, unreadable }) => texts.size + former.length + unreadable.length === 0;

/**
 * What is to be said where the answers may tell who somebody is. The fields that do, come into sight.
 * @param {HTMLElement} root
 * @param {Walk} walk
 * @param {Answers} answers
 */
const ofPrivateData = (root, walk, answers) => {
  const warned = all(".private-warning", root);
  walk.revealAll(warned);
  if (warned.length) return [say(warned.length === 1 ? "pdf-private-one" : "pdf-private", { count: warned.length })];
  return answers.former.some(({ text }) => privateWarning(text)) ? [say("pdf-private-former")] : [];
};

/**
 * @param {unknown} error
 * @param {string} file
 * @param {MeetingData} guide
 */
const messageOf = (error, file, guide) => {
  if (error instanceof ImportError) return say(error.key, error.values);
  const reason = error instanceof Error && "reason" in error ? String(error.reason) : "";
  const message = guide.messages[reason];
  if (message) return say("pdf-refused", { file, message: sentence(message.replace("{edition}", guide.edition)) });
  console.error(error);
  return say("file-unexpected");
};

/** @param {string} text that the command says after the name of the file */
const sentence = (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
