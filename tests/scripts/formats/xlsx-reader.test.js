import assert from "node:assert/strict";
import { test } from "node:test";

import { MOST_WORKBOOK_BYTES, readWorkbook } from "../../../templates/scripts/formats/xlsx-reader.js";

// Reading itself needs the browser: tests/browser/test_reading_workbooks.py.
test("a file that is too large is refused before anything is read", () => {
  assert.throws(() => readWorkbook(new Uint8Array(MOST_WORKBOOK_BYTES + 1)), {
    name: "ImportError",
    key: "xlsx-too-large",
    values: { megabytes: 10 },
  });
});
