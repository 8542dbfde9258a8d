// The answers of several people, each from a file, with no names: they are numbered as they come.

import { ImportError, isRecord } from "../core/values.js";

/** @import { Answers } from "./judgement.js" */

/** @typedef {{unit: string, answers: Answers, notes: Record<string, string>}} Content */

/** @typedef {{name: string, data: Content, unread: number, edition: string, created: string}} ReadDocument */

/** @typedef {{number: number, created: string, unread: number, content: Content}} Person */

/** @typedef {{name: string, size: number, text: () => Promise<string>}} ChosenFile */

/**
 * What to say of a file or of an answer, as the key of a text with its values.
 * @typedef {{key: string, values: Record<string, string | number>}} Message
 */

/**
 * Those there are with those of more files, and all that there is to say of the files: the good ones are taken in whatever
 * the others are.
 * @param {Person[]} people
 * @param {ChosenFile[]} files
 * @param {{read: (text: string) => ReadDocument, edition: string, mostBytes: number, statements: Set<string>}} means
 */
export const withFiles = async (people, files, means) => {
  const all = [...people];
  /** @type {Message[]} */ const messages = [];
  for (const file of files) {
    try {
      if (file.size > means.mostBytes) throw new ImportError("file-large");
      const document = means.read(await file.text());
      const number = Math.max(0, ...all.map((person) => person.number)) + 1;
      const person = { number, created: document.created, unread: document.unread, content: document.data };
      const twin = all.find((other) => isSame(other, person));
      if (twin) messages.push({ key: "people-twice", values: { file: file.name, number: twin.number } });
      else {
        messages.push(...remarks(person, document, all, means));
        all.push(person);
      }
    } catch (error) {
      const { key, values } = error instanceof ImportError ? error : new ImportError("file-unreadable");
      messages.push({ key, values: { ...values, file: file.name } });
    }
  }
  return { people: all, messages };
};

/**
 * The same document twice, however often it was taken away. Of two that could not be read alike, nobody knows.
 * @param {Person} one
 * @param {Person} other
 */
const isSame = (one, other) =>
  one.created !== "" && one.created === other.created && one.unread === other.unread && canonical(one.content) === canonical(other.content);

/**
 * @param {Person} person
 * @param {ReadDocument} document
 * @param {Person[]} others
 * @param {{edition: string, statements: Set<string>}} means
 * @returns {Message[]}
 */
const remarks = (person, document, others, { edition, statements }) => {
  const { number, created, unread, content } = person;
  const unknown = Object.keys(content.answers).filter((id) => !statements.has(id)).length;
  const version = others.find((other) => created !== "" && other.created === created);
  const alike = others.find((other) => other !== version && canonical(other.content) === canonical(content));
  return [
    ...(unread ? [{ key: unread === 1 ? "people-unread-one" : "people-unread", values: { number, count: unread } }] : []),
    ...(document.edition === edition ? [] : [{ key: "people-edition", values: { number, edition: document.edition || "?" } }]),
    ...(unknown ? [{ key: unknown === 1 ? "people-unknown" : "people-unknown-many", values: { number, count: unknown } }] : []),
    ...(version ? [{ key: "people-version", values: { number, other: version.number } }] : []),
    ...(alike ? [{ key: "people-alike", values: { number, other: alike.number } }] : []),
    ...(Object.keys(content.answers).length ? [] : [{ key: "people-empty", values: { number } }]),
  ];
};

/**
 * The same text for the same content, in whatever order its fields came.
 * @param {unknown} value
 * @returns {string}
 */
const canonical = (value) =>
  JSON.stringify(value, (_, part) =>
    isRecord(part) ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1))) : part,
  );
