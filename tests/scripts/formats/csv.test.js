import assert from "node:assert/strict";
import { test } from "node:test";

import { MOST_CSV_BYTES, readCsv, readCsvText, writeCsv } from "../../../templates/scripts/formats/csv.js";

const bytes = (text) => new TextEncoder().encode(text);
const failing = (key, values = {}) => ({ name: "ImportError", key, values });
const ODD_TEXTS = [
  "",
  " ",
  "Ærlig talt; «ja», «nei»",
  'Hun sa "hei"',
  '"',
  "To\nlinjer",
  "To\r\nlinjer",
  "\ttab",
  "=1+1",
  '=HYPERLINK("https://example.com";"x")',
  "+47",
  "-5",
  "@sum",
  "\r",
  "'=x",
  "''=x",
  "'vanlig",
  "👩‍⚕️ <b>&",
  "\u2028",
  "sep=,",
  "x".repeat(40_000),
];

test("a file begins with a byte order mark, and has semicolons and CRLF", () => {
  assert.equal(writeCsv([["Måned", "Antall"], ["2026-01", 12]]), "\uFEFFMåned;Antall\r\n2026-01;12\r\n");
});

test("numbers have a decimal comma, and nothing where there is none", () => {
  assert.equal(writeCsv([[2.5, -3, 0, null, NaN, Infinity]]), "\uFEFF2,5;-3;0;;;\r\n");
});

test("a text that a spreadsheet could take for a formula is disarmed; a negative number is not", () => {
  const [row] = readCsvText(writeCsv([["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", -1, "1-1", "a=b"]]));
  assert.deepEqual(row, ["'=1+1", "'+1", "'-1", "'@x", "'\tx", "'\rx", "'\nx", "-1", "1-1", "a=b"]);
});

test("what we wrote comes back as it was, odd texts too", () => {
  const rows = [["id", "tekst", "til"], ...ODD_TEXTS.map((text, index) => [`rad-${index}`, text, text])];
  assert.deepEqual(readCsv(bytes(writeCsv(rows)), { isOurs: (header) => header[0] === "id" }), rows);
});

test("an apostrophe in somebody else's file stays", () => {
  const rows = readCsv(bytes("navn;tekst\nx;'=1"), { isOurs: (header) => header[0] === "id" });
  assert.deepEqual(rows, [["navn", "tekst"], ["x", "'=1"]]);
});

for (const [name, separator] of [["semicolon", ";"], ["comma", ","], ["tab", "\t"]]) {
  for (const [ending, newline] of [["CRLF", "\r\n"], ["LF", "\n"], ["CR", "\r"]]) {
    test(`${name} and ${ending} are found by looking`, () => {
      const text = [["a", "b", "c"], ["1", "", "3"], ['"x', 'y"', "z"]].map((row) => row.join(separator)).join(newline);
      const rows = readCsv(bytes(text + newline + newline));
      assert.deepEqual(rows.slice(0, 2), [["a", "b", "c"], ["1", "", "3"]]);
      assert.deepEqual(rows[2], [`x${separator}y`, "z"]);
    });
  }
}

test("decimal commas do not make commas the separator", () => {
  assert.deepEqual(readCsvText("1,5;2,5;3,5\n4,5;5,5;6,5"), [["1,5", "2,5", "3,5"], ["4,5", "5,5", "6,5"]]);
  assert.deepEqual(readCsvText("Antall\n12,5\n13"), [["Antall"], ["12,5"], ["13"]]);
});

test("rows of unequal length are read as they are", () => {
  assert.deepEqual(readCsvText("a;b;c\n1\n1;2\n"), [["a", "b", "c"], ["1"], ["1", "2"]]);
  assert.deepEqual(readCsvText("a,b,c\n1\n1,2;x\n"), [["a", "b", "c"], ["1"], ["1", "2;x"]]);
});

test("Excel's line about the separator is obeyed", () => {
  assert.deepEqual(readCsvText("\uFEFFsep=|\r\na|b;c\r\n"), [["a", "b;c"]]);
});

test("quotation marks inside a cell are part of it", () => {
  assert.deepEqual(readCsvText('Skjerm 24";ja\n"Hei" sa hun;nei'), [['Skjerm 24"', "ja"], ["Hei sa hun", "nei"]]);
});

test("old encodings are read", () => {
  assert.deepEqual(readCsv(Uint8Array.from([0x6d, 0xe5, 0x6e, 0x65, 0x64, 0x3b, 0x80])), [["måned", "€"]]);
  const little = new Uint8Array(Uint16Array.from("\uFEFFmåned\tx", (character) => character.charCodeAt(0)).buffer);
  assert.deepEqual(readCsv(little), [["måned", "x"]]);
  const big = little.map((_, index) => little[index ^ 1]);
  assert.deepEqual(readCsv(big), [["måned", "x"]]);
});

test("what is wrong is named", () => {
  assert.throws(() => readCsv(new Uint8Array(MOST_CSV_BYTES + 1)), failing("csv-too-large", { megabytes: 5 }));
  assert.throws(() => readCsv(bytes("PK\x03\x04…")), failing("csv-workbook"));
  assert.throws(() => readCsv(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0])), failing("csv-workbook"));
  assert.throws(() => readCsv(bytes("%PDF-1.7\0\0")), failing("csv-not-text"));
  assert.throws(() => readCsv(bytes('a;b\n1;2\n3;"åpen\n4;5')), failing("csv-quote", { line: 3 }));
  assert.throws(() => readCsv(bytes("x;x\n".repeat(100_001))), failing("csv-too-many", { cells: 200_000 }));
  for (const text of ["", "\uFEFF", "\r\n\r\n", ";;;\n ; \n", "sep=;\n"]) {
    assert.throws(() => readCsv(bytes(text)), failing("csv-empty"));
  }
});

test("large and hostile files take a moment, not minutes", { timeout: 10_000 }, () => {
  assert.equal(readCsvText(`a;"${'""'.repeat(2_000_000)}"`)[0][1].length, 2_000_000);
  assert.throws(() => readCsvText('"a;'.repeat(100_001)), failing("csv-quote", { line: 1 }));
  assert.throws(() => readCsvText('";'.repeat(1_000_000)));
});

test("names of Object's own are only texts", () => {
  assert.deepEqual(readCsvText("__proto__;constructor\n1;2"), [["__proto__", "constructor"], ["1", "2"]]);
});
