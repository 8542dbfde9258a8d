import assert from "node:assert/strict";
import { test } from "node:test";

import { monthName, monthsLater } from "../../../templates/scripts/figures/months.js";
import { readPasted } from "../../../templates/scripts/figures/pasted.js";

const NOW = "2026-11";
const read = (text, first = null) => readPasted(text, first, NOW);
const pairs = (pasted) => pasted.rows.map(({ month, count }) => [month, count]);
const problems = (pasted) => pasted.unread.map(({ line, problem }) => [line, problem]);

test("two columns that Excel copies", () => {
  const pasted = read("jan. 2026\t34\r\nfeb. 2026\t1\u00a0350\r\nmar. 2026\t\r\napr. 2026\t0\r\n");
  assert.deepEqual(pairs(pasted), [["2026-01", 34], ["2026-02", 1350], ["2026-03", null], ["2026-04", 0]]);
  assert.deepEqual(pasted.unread, []);
});

test("a heading is passed over, and says which column is which", () => {
  const text = "Måned\tMåltall\tPå video\tFysiske timer\tDet som forklarer endringen\njanuar 2026\t40\t34\t200\tNy superbruker";
  assert.deepEqual(read(text).rows, [{ month: "2026-01", count: 34, note: "Ny superbruker" }]);
  assert.deepEqual(pairs(read("Periode\tAntall\n01.2026\t3")), [["2026-01", 3]]);
  assert.deepEqual(pairs(read("Når\tHvor mye\n01.2026\t3")), [["2026-01", 3]]);
  assert.deepEqual(pairs(read("Antall;Måned\n3;2026-01")), [["2026-01", 3]]);
});

test("what stands above the heading of a sheet is passed over", () => {
  assert.deepEqual(pairs(read("Måltall for video\t\nPoliklinikken\t\n\t\nMåned\tAntall\tMerknad\n2026-01-01\t3\t")), [["2026-01", 3]]);
  assert.deepEqual(read("\t\t\tFørste måned\t2026-01-01\nMåned\tAntall\tNotat\tMål\t40\n2026-01-01\t3\tFerie\tMedian\t3").rows, [{ month: "2026-01", count: 3, note: "Ferie" }]);
});

test("one column counts from the first month chosen, and an empty line keeps its place", () => {
  assert.deepEqual(pairs(read("34\n\n0\n12\n", "2025-12")), [["2025-12", 34], ["2026-01", null], ["2026-02", 0], ["2026-03", 12]]);
  assert.deepEqual(pairs(read("Antall\n34\n35", "2025-12")), [["2025-12", 34], ["2026-01", 35]]);
});

test("one column without a first month asks for it", () => {
  const pasted = read("34\n35");
  assert.equal(pasted.needsFirst, true);
  assert.deepEqual(pasted.rows, []);
});

test("in one column a line that can't be read keeps its month", () => {
  const pasted = read("34\nmange\n12", "2026-01");
  assert.deepEqual(pairs(pasted), [["2026-01", 34], ["2026-03", 12]]);
  assert.deepEqual(problems(pasted), [[2, "unreadable"]]);
});

test("months without a year follow one another from the first month chosen", () => {
  assert.deepEqual(pairs(read("november\t1\ndesember\t2\njanuar\t3\nmars\t4", "2025-11")), [["2025-11", 1], ["2025-12", 2], ["2026-01", 3], ["2026-03", 4]]);
  const asked = read("november\t1");
  assert.deepEqual([asked.needsFirst, problems(asked)], [true, [[1, "year"]]]);
});

test("each line that can't be taken in says why, and the others are kept", () => {
  const text = ["jan. 2026\t12,5", "feb. 2026\t-3", "mars 2026\tti", "tull\t3", "april 1926\t3", "mai 2026\t1000000", "des. 2026\t3", "juni 2026\t6", "juni 2026\t7", "Sum\t46"].join("\n");
  const pasted = read(text);
  assert.deepEqual(pairs(pasted), [["2026-06", 6]]);
  assert.deepEqual(problems(pasted), [
    [1, "decimal"], [2, "negative"], [3, "unreadable"], [4, "month"], [5, "far"], [6, "large"], [7, "future"], [9, "twice"], [10, "month"],
  ]);
  assert.equal(pasted.unread[0].text, "jan. 2026 · 12,5");
});

test("the running month can be counted, and months ahead that stand ready for counts are no rows", () => {
  const pasted = read("nov. 2026\t3\ndes. 2026\t\njan. 2099\t");
  assert.deepEqual(pairs(pasted), [["2026-11", 3]]);
  assert.deepEqual(pasted.unread, []);
});

test("months from the last to the first come in order", () => {
  assert.deepEqual(pairs(read("mars 2026\t3\nfeb. 2026\t2\njan. 2026\t1")), [["2026-01", 1], ["2026-02", 2], ["2026-03", 3]]);
});

test("months side by side are turned", () => {
  assert.deepEqual(pairs(read("jan. 2026\tfeb. 2026\tmars 2026\n3\t\t5")), [["2026-01", 3], ["2026-02", null], ["2026-03", 5]]);
  assert.deepEqual(pairs(read("Måned\tjan. 2026\tfeb. 2026\nAntall\t3\t4")), [["2026-01", 3], ["2026-02", 4]]);
});

test("lines that somebody wrote", () => {
  assert.deepEqual(pairs(read("januar 2026: 34\nfebruar 2026 1 350\n2026-03,12\n1. april 2026 7\nmai 2026\njuni 2026 8")), [
    ["2026-01", 34], ["2026-02", 1350], ["2026-03", 12], ["2026-04", 7], ["2026-05", null], ["2026-06", 8],
  ]);
  assert.deepEqual(pairs(read("jan-26 34\nfeb-26\nmar-26 0")), [["2026-01", 34], ["2026-02", null], ["2026-03", 0]]);
  assert.deepEqual(pairs(read("jan 26\nfeb 27", "2026-01")), [["2026-01", 26], ["2026-02", 27]]);
});

test("quotes of a CSV file, and its mark of UTF-8", () => {
  assert.deepEqual(read('\ufeff"Måned";"Antall";"Merknad"\r\n"jan. 2026";"3";"«Ja» & ""nei"""').rows, [{ month: "2026-01", count: 3, note: '«Ja» & "nei"' }]);
});

test("empty months at either end are no rows, those between are", () => {
  assert.deepEqual(pairs(read("jan. 2026\t\nfeb. 2026\t3\nmar. 2026\t\napr. 2026\t5\nmai 2026\t\n")), [["2026-02", 3], ["2026-03", null], ["2026-04", 5]]);
  assert.deepEqual(read("jan. 2026\t\nfeb. 2026\t").rows, []);
  assert.deepEqual(read("jan. 2026\t\t\nfeb. 2026\t\tFerie").rows, [{ month: "2026-02", count: null, note: "Ferie" }]);
});

test("hostile and odd text gives no row, and no error", () => {
  for (const text of ["", "\n\n", "\t\t\n\t", "<b>&\"\t<script>", "__proto__\tconstructor", "🙂".repeat(5000), "{\"format\": \"veikart\"}", "\u0000\u0001", "=cmd|'/c calc'!A1\t3"]) {
    const pasted = read(text);
    assert.deepEqual(pasted.rows, [], text.slice(0, 20));
    for (const { text: shown } of pasted.unread) assert.ok(shown.length <= 70);
  }
});

test("a very long paste is read up to a limit", () => {
  const pasted = read("jan. 2026\t3\n".repeat(200_000));
  assert.equal(pasted.rows.length, 1);
  assert.equal(pasted.unread.length, 1999);
  assert.equal(pasted.cut, true);
  assert.equal(read("jan. 2026\t3").cut, false);
});

test("a line without an end is soon done with", () => {
  const before = performance.now();
  assert.deepEqual(read("jan ".repeat(1_000_000)).rows, []);
  assert.ok(performance.now() - before < 500);
});

test("whatever the series, it comes back from each way of writing it", () => {
  const ways = [
    (month, count) => `${month}\t${count ?? ""}`,
    (month, count) => `${monthName(month)}\t${count === null ? "" : new Intl.NumberFormat("nb").format(count)}`,
    (month, count) => `${monthName(month, "short")};${count ?? "–"}`,
    (month, count) => `01.${month.slice(5)}.${month.slice(0, 4)}\t${count ?? ""}`,
    (month, count) => `${monthName(month)} ${count ?? ""}`,
  ];
  const trimmed = (series) => {
    const counted = series.flatMap(([, count], index) => (count === null ? [] : [index]));
    return counted.length ? series.slice(counted[0], counted.at(-1) + 1) : [];
  };
  let state = 11;
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
  for (let round = 0; round < 100; round += 1) {
    const series = Array.from({ length: 1 + Math.floor(random() * 40) }, (_, index) => [
      monthsLater("2022-05", index),
      random() < 0.2 ? null : Math.floor(random() * 5000),
    ]);
    for (const way of ways) assert.deepEqual(pairs(read(series.map((pair) => way(...pair)).join("\n"))), trimmed(series));
    const column = series.map(([, count]) => count ?? "").join("\r\n");
    assert.deepEqual(pairs(read(`${column}\r\n`, "2022-05")), trimmed(series));
  }
});
