import assert from "node:assert/strict";
import test from "node:test";

import { fileName, fileText, readFile } from "../../../templates/scripts/core/document-file.js";
import { planKind, withChoice } from "../../../templates/scripts/core/plan-kind.js";

const DATA = { edition: { version: "0.9", kind: null, date: "2026-11-22" } };
const NOW = new Date(Date.UTC(2026, 10, 27));
const text = (changes = {}) => {
  const document = { kind: "plan", version: 1, name: "Vår <b>&\"", created: "", changed: "", data: withChoice(planKind.empty(), "A3", true) };
  return JSON.stringify({ ...JSON.parse(fileText(document, DATA, NOW)), ...changes });
};
const key = (content) => {
  try {
    readFile(content, planKind);
  } catch (error) {
    return error.key;
  }
  return "";
};

test("a file comes back as it was, also with a byte order mark", () => {
  const { name, data, unread, edition } = readFile(`\ufeff${text()}`, planKind);
  assert.equal(name, 'Vår <b>&"');
  assert.deepEqual(data, withChoice(planKind.empty(), "A3", true));
  assert.equal(unread, 0);
  assert.equal(edition, "0.9, 2026-11-22");
});

test("what is no file of ours is named for what it is", () => {
  assert.equal(key("{"), "file-broken");
  assert.equal(key(""), "file-broken");
  assert.equal(key("Kjære alle"), "file-foreign");
  assert.equal(key(text({ format: "annet" })), "file-foreign");
  assert.equal(key("[1]"), "file-foreign");
  assert.equal(key("null"), "file-foreign");
  assert.equal(key(text({ kind: "assessment" })), "file-kind-assessment");
  assert.equal(key(text({ kind: "__proto__" })), "file-kind-unknown");
  assert.equal(key(text({ version: 2 })), "file-newer");
  assert.equal(key(text({ version: "1" })), "file-foreign");
  assert.equal(key(text({ version: 0 })), "file-foreign");
  assert.equal(key("x".repeat(5_000_001)), "file-large");
});

test("what of a file's head or data can't be used is counted, and the rest is there", () => {
  const odd = { name: "x".repeat(300), created: 5, exported: null, comment: "Husk dette", data: { unit: 7, measures: { A3: { chosen: true } } } };
  const { name, data, unread, created } = readFile(text(odd), planKind);
  assert.equal(unread, 4);
  assert.equal(name, "x".repeat(200));
  assert.equal(created, "");
  assert.equal(data.measures.A3.chosen, true);
});

test("what another program made is named for what it is", () => {
  const packed = (...names) => names.map((name) => `PK\x03\x04${"\0".repeat(26)}${name}\ufffd\x01`).join("");
  assert.equal(key(packed("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml")), "file-excel");
  assert.equal(key(packed("[Content_Types].xml", "word/document.xml", "word/embeddings/xl/x.xlsx")), "file-office");
  assert.equal(key(packed("ppt/presentation.xml")), "file-office");
  assert.equal(key(packed("plan.json", "excel/xl/notat.txt")), "file-zip");
  assert.equal(key("%PDF-1.7\n%\ufffd"), "file-pdf");
  assert.equal(key("\ufeffId;Tiltak;Status\r\nA1;Begynn;På plass\r\n"), "file-table");
});

test("a file is called by a–z and the day", () => {
  assert.equal(fileName("Vår plan på Ørsta <b>", "plan", "2026-11-27", "json"), "var-plan-pa-orsta-b-2026-11-27.json");
  assert.equal(fileName("…", "plan", "2026-11-27", "json"), "plan-2026-11-27.json");
  assert.equal(fileName("Planlegging", "plan", "2026-11-27", "json"), "plan-planlegging-2026-11-27.json");
  assert.equal(fileName("Måltall", "maltall", "2026-11-27", "csv"), "maltall-2026-11-27.csv");
});

test("what sets a file apart stands in its name, each thing once", () => {
  const named = (name, ...details) => fileName(name, "egenvurdering", "2026-11-27", "json", details);
  assert.equal(named("Vår egenvurdering", "Poliklinikk Ø", "Leder"), "var-egenvurdering-poliklinikk-o-leder-2026-11-27.json");
  assert.equal(named("Egenvurdering Poliklinikk Ø", "poliklinikk ø", ""), "egenvurdering-poliklinikk-o-2026-11-27.json");
  assert.equal(named("Høst", "Leder", "leder"), "egenvurdering-host-leder-2026-11-27.json");
  assert.ok(named("a".repeat(500), "b".repeat(500), "c".repeat(500)).length < 200);
});
