import assert from "node:assert/strict";
import { test } from "node:test";

import { printedNotes } from "../../../templates/scripts/figures/printed-notes.js";

test("short notes are all printed", () => {
  assert.equal(printedNotes([]), 0);
  assert.equal(printedNotes(Array(8).fill("mars 2026 Ny rutine")), 8);
});

test("of more than there is room for, the latest are printed", () => {
  assert.equal(printedNotes(Array(36).fill("mars 2026 Ny rutine")), 8);
  assert.equal(printedNotes(["x".repeat(200), ...Array(6).fill("kort")]), 6);
});

test("long notes take the room of several", () => {
  assert.equal(printedNotes(Array(36).fill("x".repeat(200))), 2);
});
