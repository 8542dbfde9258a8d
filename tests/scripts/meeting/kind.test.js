import assert from "node:assert/strict";
import test from "node:test";

import { meetingKind } from "../../../templates/scripts/meeting/kind.js";

test("what is kept of a meeting comes back as it was", () => {
  const data = {
    about: { date: "2026-11-27", pathway: "Hjertesvikt", unit: "Poliklinikken", present: "Leder" },
    answers: { "svar/1": "<b>&\"", "valg/__proto__": "Ja", "ark/a/b/c": "x\ny", "svar/som-ikke-stilles": "Før" },
    former: [{ title: "Før", text: "" }],
    unreadable: ["Et felt"],
    edition: "0.9",
    clock: { chapter: 2, seconds: { 1: 60.5 }, extra: { 2: 5 }, since: "2026-11-27T09:00:00.000Z" },
  };
  assert.deepEqual(meetingKind.read(JSON.parse(JSON.stringify(data))), { data, unread: 0 });
  assert.deepEqual(meetingKind.read(meetingKind.empty()), { data: meetingKind.empty(), unread: 0 });
});

test("each part that can't be used, however far in, counts as one, and the rest is kept", () => {
  const { data, unread } = meetingKind.read({
    about: { date: "31.12.2026", present: ["Leder"], unit: "Poliklinikken", sted: "Møterom 2" },
    answers: { "svar/1": "Ja", "svar/2": 3, "svar/3": null, "svar/4": "", annet: "Nei" },
    former: [{ title: "Før", text: "Ja" }, { title: "Uten svar" }, "Ja"],
    unreadable: [{ title: "Et felt" }],
    clock: { chapter: 1.5, seconds: { 1: "60", 2: 60 } },
    referent: "Kari",
  });
  assert.equal(unread, 3 + 2 + 2 + 1 + 2 + 1);
  assert.deepEqual(data, {
    ...meetingKind.empty(),
    about: { date: "", pathway: "", unit: "Poliklinikken", present: "" },
    answers: { "svar/1": "Ja" },
    former: [{ title: "Før", text: "Ja" }],
    clock: { chapter: 0, seconds: { 2: 60 }, extra: {}, since: "" },
  });
});

for (const value of [null, 5, "tekst", [], {}, { answers: [] }]) {
  test(`${JSON.stringify(value)} is no meeting`, () => assert.throws(() => meetingKind.read(value), { name: "ImportError", key: "file-foreign" }));
}
