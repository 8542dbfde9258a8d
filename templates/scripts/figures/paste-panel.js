/** What is pasted or opened from a file is shown first, with what could not be read, and taken in when people say so. */

import { shown } from "../core/numbers.js";
import { announce, element, one } from "../page/dom.js";
import { say } from "../page/texts.js";
import { monthName, month as monthFrom, readMonth } from "./months.js";
import { readPasted } from "./pasted.js";
import { changing, withRows } from "./series.js";
import { thisMonth } from "./work.js";

/**
 * @typedef {import("./months.js").Month} Month
 * @typedef {import("./series.js").Row} Row
 * @typedef {import("./pasted.js").Pasted} Pasted
 * @typedef {import("./work.js").Work} Work
 * @typedef {(first: Month | null) => Pasted} Source
 * @typedef {object} Panel  shows what another part of the page has read, or a message
 * @property {(pasted: string, month: Month) => void} showText  with the month of the first line
 * @property {(read: Source) => void} showSource
 * @property {(message: string) => void} showProblem
 * @property {() => void} show  what the open document has become
 */

/**
 * @param {Work} work
 * @returns {Panel}
 */
export function pastePanel(work) {
  const panel = /** @type {HTMLDetailsElement} */ (one("[data-paste]"));
  const text = /** @type {HTMLTextAreaElement} */ (one("#lim-inn"));
  const first = /** @type {HTMLInputElement} */ (one("#lim-inn-forste"));
  const firstField = one("[data-paste-first]", panel);
  const preview = one("[data-preview]", panel);
  const status = one("[data-paste-status]", panel);
  const take = /** @type {HTMLButtonElement} */ (one("[data-take]", panel));
  /** @type {Source | null} */
  let source = null;
  /** @type {Row[]} */
  let offered = [];

  const empty = () => {
    source = null;
    text.value = "";
    first.value = "";
    look();
    status.textContent = "";
  };

  /** @param {boolean} isRead  whether it is another text or file than before */
  const look = (isRead = true) => {
    const read = readMonth(first.value);
    const chosen = read?.year ? monthFrom(read.year, read.number) : null;
    const pasted = source?.(chosen) ?? { rows: [], unread: [], needsFirst: false, cut: false };
    firstField.hidden = !pasted.needsFirst && first.value === "";
    offered = changing(work.data().months, pasted.rows);
    preview.hidden = source === null;
    take.disabled = offered.length === 0;
    take.textContent = offered.length === 1 ? say("take-one") : say("take-some", { count: offered.length });
    one("[data-preview-table]", preview).hidden = offered.length === 0;
    one("[data-preview-rows]", preview).replaceChildren(...offered.map((row) => previewRow(row, work.data().months)));
    const waits = pasted.needsFirst && chosen === null;
    const unread = waits ? pasted.unread.filter(({ problem }) => problem !== "first" && problem !== "year") : pasted.unread;
    const list = one("[data-unread]", preview);
    list.replaceChildren(
      ...unread.map(({ line, text: shownText, problem }) => element("li", {}, [say("unread-line", { line, text: shownText, reason: say(`problem-${problem}`) })])),
    );
    one("[data-unread-title]", preview).hidden = list.childElementCount === 0;
    const said = summary(offered.length, unread.length, waits, pasted.cut);
    if (source && (isRead || status.textContent?.trim() !== said)) announce(status, said);
  };

  text.addEventListener("input", () => {
    source = text.value.trim() === "" ? null : (month) => readPasted(text.value, month, thisMonth());
    look();
    if (!source) status.textContent = "";
  });
  first.addEventListener("input", () => look());
  one("[data-cancel]", panel).addEventListener("click", () => {
    empty();
    text.focus();
  });
  take.addEventListener("click", () => {
    const rows = offered;
    const count = rows.length;
    empty();
    const data = work.data();
    work.change({ ...data, months: withRows(data.months, rows) });
    panel.open = false;
    one("summary", panel).focus();
    work.tell(count === 1 ? say("taken-one") : say("taken-some", { count }));
  });

  return {
    showText(pasted, month) {
      panel.open = true;
      text.value = pasted;
      source = (chosen) => readPasted(text.value, chosen, thisMonth());
      first.value = source(null).needsFirst ? monthName(month) : "";
      look();
      text.focus();
    },
    showSource(read) {
      panel.open = true;
      text.value = "";
      source = read;
      look();
      (firstField.hidden ? take : first).focus();
    },
    showProblem(message) {
      panel.open = true;
      empty();
      announce(status, message);
    },
    show: () => look(false),
  };
}

/**
 * @param {Row} row
 * @param {Row[]} months
 */
function previewRow({ month, count, note }, months) {
  const before = months.find((row) => row.month === month);
  const replaced = [
    before && before.count !== null && before.count !== count ? shown(before.count) : "",
    before && before.note !== note ? before.note : "",
  ];
  const cells = [count === null ? say("compared-empty") : shown(count), replaced.filter(Boolean).join(" · "), note];
  return element("tr", {}, [element("th", { scope: "row" }, [monthName(month, "short")]), ...cells.map((cell) => element("td", {}, [cell]))]);
}

/**
 * @param {number} count
 * @param {number} unread
 * @param {boolean} waits  for the month of the first line
 * @param {boolean} cut
 */
function summary(count, unread, waits, cut) {
  if (waits) return say("paste-needs-first");
  const read = count === 0 ? say("paste-none") : count === 1 ? say("paste-one") : say("paste-some", { count });
  const left = unread === 0 ? "" : unread === 1 ? say("paste-unread-one") : say("paste-unread", { count: unread });
  return [read, left, cut ? say("paste-cut") : ""].filter(Boolean).join(" ");
}
