import assert from "node:assert/strict";
import test from "node:test";

import { answersInPdf } from "../../../templates/scripts/meeting/read-pdf.js";
import { readingBy } from "../../../templates/scripts/meeting/reading.js";
import * as library from "../../../templates/scripts/vendor/pdf-lib.js";

const reading = readingBy({ space: " ", digit: "0-9", dropped: "\\u{0}", pdfDoc: "", folded: {} });
const guide = /** @type {any} */ ({
  limits: { fields: 100, bytes: 100, packedBytes: 100, title: 300, edition: 40 },
  names: { ours: "^svar/", formerlyOurs: "^svar-", edition: "Utgave", digest: "Skjema" },
  fields: {},
});

for (const piece of ["1 0 obj ", "1 0 obj<<", "1 0 obj(", "(", "[", "<<", "xref\n0 1\n", "1 0 obj<</Length 9>>stream\n", "1 0 obj(endobj "]) {
  test(`a file of nothing but ${JSON.stringify(piece)} is given up in time`, async () => {
    const bytes = new TextEncoder().encode(`%PDF-1.7\n${piece.repeat(2_000_000 / piece.length)}`);
    const begun = Date.now();
    await assert.rejects(answersInPdf(bytes, guide, reading, library, 300), { name: "AnswersError", reason: "unreadable" });
    // Far more than the limit, and far less than the minutes that each takes without one.
    assert.ok(Date.now() - begun < 15_000);
  });
}
