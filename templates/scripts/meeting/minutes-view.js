// The minutes below the chapters, and the ways to take them along.

import { fileName } from "../core/document-file.js";
import { dayOf, longDay } from "../core/dates.js";
import { announce, one } from "../page/dom.js";
import { download } from "../page/downloads.js";
import { load } from "../page/lazy.js";
import { mayGoOut } from "../page/private-fields.js";
import { say } from "../page/texts.js";
import { markdown } from "./markdown.js";
import { elements, plainText, text } from "./shown.js";
import { wordBlocks } from "./word.js";

/** @import { About, Block } from "./types.d.ts" */
/** @import { Reading } from "./reading.js" */

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/**
 * @param {HTMLElement} root
 * @param {Reading} reading
 * @param {() => string} name what the meeting is called
 * @returns {(blocks: Block[], about: About) => void} shows the minutes
 */
export const minutesView = (root, reading, name) => {
  const shown = one("[data-minutes-shown]", root);
  const status = one("[data-minutes-status]", root);
  /** @type {Block[]} */
  let blocks = [];
  let footer = "";
  const file = (/** @type {string} */ ending) => fileName(name(), say("minutes-file"), dayOf(new Date()), ending);
  const save = (/** @type {string} */ ending, /** @type {BlobPart} */ content, /** @type {string} */ type) => {
    download(file(ending), content, type);
    announce(status, say("file-downloaded", { file: file(ending) }));
  };
  const ways = {
    copy: async () => {
      await navigator.clipboard.writeText(plainText(blocks));
      announce(status, say("minutes-copied"));
    },
    word: async () => {
      const { writeDocument } = await load("office");
      save("docx", writeDocument({ title: titleOf(blocks), blocks: wordBlocks(blocks), footer, created: new Date() }), WORD);
    },
    markdown: async () => save("md", markdown(blocks, reading), "text/markdown;charset=utf-8"),
    print: async () => print(),
  };
  for (const [way, take] of Object.entries(ways)) {
    one(`[data-minutes-${way}]`, root).addEventListener("click", async () => {
      if (await mayGoOut(blocks)) take().catch(() => announce(status, say(way === "copy" ? "minutes-not-copied" : "minutes-not-made")));
    });
  }
  return (next, about) => {
    blocks = next;
    footer = [titleOf(blocks), about.pathway, longDay(about.date)].filter(Boolean).join(", ");
    shown.replaceChildren(...elements(blocks, 3));
  };
};

/** @param {Block[]} blocks */
const titleOf = ([first]) => (first?.kind === "heading" ? text(first.spans) : "");
