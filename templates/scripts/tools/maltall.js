/** The page «Måltall»: counts by month, the run chart, and the sheet for the wall. */

import { documentBar } from "../page/document-bar.js";
import { openedStore } from "../page/opened-store.js";
import { watchPrivateFields } from "../page/private-fields.js";
import { one } from "../page/dom.js";
import { say } from "../page/texts.js";
import { baselineFields } from "../figures/baseline-fields.js";
import { factFields } from "../figures/fact-fields.js";
import { files } from "../figures/files.js";
import { figuresKind } from "../figures/kind.js";
import { monthTable } from "../figures/month-table.js";
import { noteList } from "../figures/note-list.js";
import { pastePanel } from "../figures/paste-panel.js";
import { picture } from "../figures/picture.js";
import { series } from "../figures/series.js";
import { thisMonth } from "../figures/work.js";

/** @import { WorkDocument } from "../types.d.ts" */

const store = openedStore([figuresKind], (name) => say("document-copy", { name }));
const opened = () => store.active("figures");

/** @type {import("../figures/work.js").Work} */
const work = {
  data: () => opened()?.data ?? figuresKind.empty(),
  change: (data, merge) => bar.change(() => data, merge === undefined ? {} : { merge }),
  tell: (text) => bar.tell(text),
};
const counted = () => series(work.data(), thisMonth());

const panel = pastePanel(work);
const table = monthTable(work, panel.showText);
const facts = factFields(work);
const notes = noteList(work);
const baseline = baselineFields(work);
const chart = picture();
files(work, counted, () => opened()?.name ?? say("document-first-name"), panel);

let shownId = "";

/** @param {WorkDocument | null} document */
const show = (document) => {
  const isOther = (document?.id ?? "") !== shownId;
  shownId = document?.id ?? "";
  const found = counted();
  facts.show(isOther);
  table.show(found, isOther);
  notes.show(found.rows, isOther);
  baseline.show(found, isOther);
  panel.show();
  chart.show(work.data(), found);
};

const bar = documentBar({ store, kind: figuresKind, show });
watchPrivateFields(one("[data-figures]"));
