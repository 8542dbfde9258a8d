// The page that works out what video saves by a department's own numbers.

import { dayOf } from "../core/dates.js";
import { fileName } from "../core/document-file.js";
import { writeCsv } from "../formats/csv.js";
import { calculate } from "../gains/calculation.js";
import { csvRows } from "../gains/csv-rows.js";
import { fieldsView } from "../gains/fields-view.js";
import { readFields } from "../gains/fields.js";
import { gainsKind, isEmpty, withField, withUnit } from "../gains/kind.js";
import { showResult } from "../gains/result-view.js";
import { roundedResult } from "../gains/rounding.js";
import { sentencesOf } from "../gains/wording.js";
import { documentBar } from "../page/document-bar.js";
import { all, announce, one } from "../page/dom.js";
import { download } from "../page/downloads.js";
import { openedStore } from "../page/opened-store.js";
import { mayGoOut, watchPrivateFields } from "../page/private-fields.js";
import { say } from "../page/texts.js";

/** @import { WorkDocument } from "../types.d.ts" */
/** @import { Answer, GainsData, Rates } from "../gains/types.d.ts" */

const page = one("[data-gains]");
const status = one("[data-status]", page);
/** @type {Rates} */
const rates = JSON.parse(page.dataset.rates ?? "");
const store = openedStore([gainsKind], (name) => say("document-copy", { name }));

/** The last answer of the open calculation. @type {Answer | null} */
let last = null;
/** @type {string | undefined} */
let openId;
let isWrong = false;

const show = (/** @type {WorkDocument<GainsData> | null} */ document) => {
  const data = document?.data ?? gainsKind.empty();
  const isOther = openId !== undefined && document?.id !== openId;
  if (isOther) fields.forget();
  if (isOther || isEmpty(data)) last = null;
  openId = document?.id;
  const { basis } = data;
  const { values, problems } = readFields(data.fields, basis);
  isWrong = Object.keys(problems).length > 0;
  if (!isWrong) last = { name: document?.name ?? "", unit: data.unit, changed: document?.changed ?? "", basis, values, result: roundedResult(calculate(values, basis, rates)) };
  fields.show(data, problems);
  showResult(page, last, { isWrong, isEmpty: isEmpty(data) });
};

const fields = fieldsView(one("[data-form]", page), {
  named: (unit) => bar.change((data) => withUnit(data, unit), { merge: "unit" }),
  typed: (name, text) => bar.change((data) => withField(data, name, text), { merge: `field:${name}` }),
  left() {
    show(bar.current());
    if (last) announce(status, isWrong ? say("status-old") : sentencesOf(last.result).join(" "));
  },
  chose: (basis) => bar.change((data) => ({ ...data, basis })),
});
const bar = documentBar({ store, kind: gainsKind, show });

const sample = one("[data-sample]", page);
sample.addEventListener("click", () => {
  const { sample: count = "", sampleTarget: targetCount = "" } = sample.dataset;
  bar.add(say("sample-name"), { unit: say("sample-name"), basis: "count", fields: { count, targetCount } });
});

one("[data-csv]", page).addEventListener("click", async () => {
  const document = bar.current();
  if (!last || !document || !(await mayGoOut([document.name, document.data]))) return;
  const caveats = all("[data-caveats] li", page).map((item) => item.textContent ?? "");
  const name = fileName(document.name, say("document-file"), dayOf(new Date()), "csv");
  download(name, writeCsv(csvRows(last, caveats)), "text/csv;charset=utf-8");
  announce(status, say("file-downloaded", { file: name }));
});
watchPrivateFields(page);
one("[data-print]", page).addEventListener("click", async () => {
  if (await mayGoOut(bar.data())) print();
});
