import assert from "node:assert/strict";
import { test } from "node:test";

import { planRows } from "../../../templates/scripts/plan/plan-rows.js";
import { COLUMNS, planCells, planColumns, planTexts } from "../../../templates/scripts/plan/plan-table.js";
import { isPlanHeader, readPlanTable } from "../../../templates/scripts/plan/plan-table-reader.js";
import { planOf, roadmap } from "./small-roadmap.js";

/** @type {import("../../../templates/scripts/plan/plan-table.js").Titles} */
const titles = {
  id: "Id",
  title: "Tiltak",
  step: "Steg",
  phase: "Fase",
  status: "Status",
  since: "Status fra",
  role: "Ansvarlig rolle",
  deadline: "Frist",
  review: "Ny vurdering",
  note: "Notat",
};
const plan = planOf({
  A1: {
    states: [{ status: "i-gang", date: "2026-11-01" }],
    role: "leder",
    deadline: "2027-03-01",
    review: "2027-06-15",
    note: '=HYPERLINK("x") <b>&"\nlinje to',
  },
  A9: { role: "Koordinator" },
});
const rows = planRows(plan, roadmap, "2026-11-27");
const everything = [
  {
    line: 2,
    id: "A1",
    known: true,
    fields: {
      status: "i-gang",
      since: "2026-11-01",
      role: "leder",
      deadline: "2027-03-01",
      review: "2027-06-15",
      note: '=HYPERLINK("x") <b>&"\nlinje to',
    },
  },
  {
    line: 3,
    id: "A9",
    known: false,
    fields: { status: "ikke-begynt", since: "", role: "Koordinator", deadline: "", review: "", note: "" },
  },
];

/** @param {import("../../../templates/scripts/plan/plan-table.js").Cell[][]} cells */
const read = (cells) => readPlanTable([cells], titles, roadmap);

test("a plan goes out by names and days and comes back as it was", () => {
  assert.deepEqual(planCells(rows, roadmap)[0], [
    "A1",
    "Del historier",
    "A Motivasjon",
    "1 Velge",
    "I gang",
    { date: "2026-11-01" },
    "Leder",
    { date: "2027-03-01" },
    { date: "2027-06-15" },
    '=HYPERLINK("x") <b>&"\nlinje to',
  ]);
  assert.deepEqual(read([COLUMNS.map((column) => titles[column]), ...planCells(rows, roadmap)]), {
    rows: everything,
    problems: [],
  });
});

test("a plan goes out as text and comes back as it was", () => {
  assert.deepEqual(read(planTexts(rows, titles, roadmap)), { rows: everything, problems: [] });
});

test("statuses and roles are there to choose from", () => {
  const columns = Object.fromEntries(planColumns(titles, roadmap).map(({ header, choices, kind }) => [header, choices ?? kind]));

  assert.deepEqual(columns["Status"], ["Ikke begynt", "I gang", "På plass"]);
  assert.deepEqual(columns["Ansvarlig rolle"], ["Leder", "Helsesekretær"]);
  assert.equal(columns["Frist"], "date");
});

test("columns are found by their titles, in any order, on any sheet, under a heading", () => {
  const sheet = [["Vår plan"], [], [" frist ", "ID", "notat"], ["01.03.2027", "b1", "sees i juni"]];

  assert.deepEqual(readPlanTable([[["Om arket"]], sheet], titles, roadmap)?.rows, [
    { line: 4, id: "B1", known: true, fields: { deadline: "2027-03-01", note: "sees i juni" } },
  ]);
});

test("what is no plan is none", () => {
  for (const cells of [[], [["Id", "Tiltak"]], [["Frist", "Notat"]], [["", ""]], [["Id;Frist"]]]) {
    assert.equal(read(cells), null);
  }
  assert.ok(isPlanHeader(["Id", "Frist"], titles));
});

test("a measure that was renamed is found by its old id, and one that is unknown keeps its own", () => {
  const found = read([["Id", "Notat"], ["a0", "x"], ["constructor", "y"]]);

  assert.deepEqual(found?.rows.map(({ id, known }) => [id, known]), [
    ["A2", true],
    ["constructor", false],
  ]);
});

test("a sheet of all measures says something of those that somebody wrote at", () => {
  assert.deepEqual(
    read([["Id", "Tiltak", "Notat"], ["A1", "Del historier", ""], ["A2", "Gå foran", "vi begynner her"], ["", "", ""]])?.rows.map(({ id }) => id),
    ["A2"],
  );
});

test("what can't be read is told with its row, and the rest is read", () => {
  const found = read([
    ["Id", "Status", "Frist", "Notat"],
    ["A1", "Nesten ferdig", "i vår", "x"],
    ["", "I gang", "", ""],
    ["A2", "på  plass", "3/1/2027", ""],
    ["A2", "I gang", "", ""],
    ["<b>", "I gang", "", ""],
    ["B1", "", "", "x".repeat(1001)],
  ]);

  assert.deepEqual(found?.rows.map(({ id, fields }) => [id, fields]), [
    ["A1", { note: "x" }],
    ["A2", { status: "pa-plass", note: "" }],
    ["B1", { status: "ikke-begynt", deadline: "" }],
  ]);
  assert.deepEqual(found?.problems.map(({ line, problem, value }) => [line, problem, value]), [
    [2, "status", "Nesten ferdig"],
    [2, "date", "i vår"],
    [3, "without-id", ""],
    [4, "date", "3/1/2027"],
    [5, "twice", "A2"],
    [6, "id", "<b>"],
    [7, "long", "x".repeat(1001)],
  ]);
});

test("days without the statuses that they belong to are told of once", () => {
  const found = read([["Id", "Status fra", "Frist"], ["A1", "15.10.2026", "01.03.2027"], ["A2", "16.10.2026", ""]]);

  assert.deepEqual(found?.problems, [{ line: 1, id: "", problem: "without-status", column: "since", value: "" }]);
  assert.equal(found?.rows[0]?.fields.deadline, "2027-03-01");
  assert.deepEqual(read([["Id", "Status fra", "Frist"], ["A1", "", "01.03.2027"]])?.problems, []);
});
