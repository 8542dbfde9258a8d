// What is filled in of each chapter, in the list of them: what is out of sight says so there.

import { all } from "../page/dom.js";
import { say } from "../page/texts.js";
import { isAnswered } from "./minutes.js";

/** @import { Answers, GuideChapter } from "./types.d.ts" */

/**
 * @param {HTMLElement} root
 * @param {GuideChapter[]} chapters
 * @returns {(answers: Answers) => void}
 */
export const chaptersView = (root, chapters) => {
  const places = all("[data-section-state]", root).map((place) => {
    const section = root.querySelector(`#${place.dataset.sectionState}`);
    const chapter = chapters.find(({ number }) => section?.getAttribute("data-chapter") === String(number));
    const starred = (chapter?.questions ?? []).filter((question) => question.isStarred);
    const names = new Set(all("[name]", section ?? root).map((field) => field.getAttribute("name") ?? ""));
    for (const { id } of starred) for (const kind of ["svar", "valg"]) names.delete(`${kind}/${id}`);
    return { place, starred, others: [...names] };
  });
  return (answers) => {
    for (const { place, starred, others } of places) {
      const count = starred.filter((question) => isAnswered(answers, question)).length;
      const more = others.filter((name) => answers.texts.has(name)).length;
      const parts = [
        ...(starred.length ? [say(count === starred.length ? "chapter-all" : "chapter-some", { count, all: starred.length })] : []),
        ...(more ? [say(more === 1 ? "chapter-field" : "chapter-fields", { count: more })] : []),
      ];
      place.textContent = parts.join(", ");
    }
  };
};
