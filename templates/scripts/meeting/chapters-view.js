// What is left of each chapter, in the list of them.

import { all } from "../page/dom.js";
import { say } from "../page/texts.js";
import { isAnswered } from "./minutes.js";

/** @import { Answers, GuideChapter } from "./types.d.ts" */

/**
 * @param {HTMLElement} root
 * @param {GuideChapter[]} chapters
 * @returns {(answers: Answers) => void}
 */
export const chaptersView = (root, chapters) => (answers) => {
  for (const place of all("[data-chapter-state]", root)) {
    const chapter = chapters.find(({ number }) => number === Number(place.dataset.chapterState));
    const starred = (chapter?.questions ?? []).filter((question) => question.isStarred);
    const count = starred.filter((question) => isAnswered(answers, question)).length;
    place.textContent = say(count === starred.length ? "chapter-all" : "chapter-some", { count, all: starred.length });
  }
};
