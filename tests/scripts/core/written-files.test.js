// Whatever people do with the tools, the file that a tool writes is read again whole.

import assert from "node:assert/strict";
import test from "node:test";

import { assessmentKind, LONGEST_NOTE as LONGEST_STATEMENT_NOTE } from "../../../templates/scripts/assessment/assessment-kind.js";
import { fileText, readFile } from "../../../templates/scripts/core/document-file.js";
import { LONGEST_NOTE, LONGEST_ROLE, planKind, withChoice, withMeasure, withStatus } from "../../../templates/scripts/core/plan-kind.js";
import { openStore } from "../../../templates/scripts/core/store.js";
import { withTodaysIds } from "../../../templates/scripts/core/todays-ids.js";
import { LARGEST } from "../../../templates/scripts/figures/counts.js";
import { figuresKind, LONGEST_NAME } from "../../../templates/scripts/figures/kind.js";
import { month } from "../../../templates/scripts/figures/months.js";
import { readPasted } from "../../../templates/scripts/figures/pasted.js";
import { frozen, without, withRows } from "../../../templates/scripts/figures/series.js";
import { FIELD_NAMES } from "../../../templates/scripts/gains/fields.js";
import { gainsKind, withField, withUnit } from "../../../templates/scripts/gains/kind.js";
import { lengthened, moved, paused, resting, started } from "../../../templates/scripts/meeting/clock.js";
import { meetingKind, meetingOf, withAnswer } from "../../../templates/scripts/meeting/kind.js";
import { withMoved } from "../../../templates/scripts/plan/plan-order.js";
import { numbers, oneOf } from "../assessment/roadmaps.js";
import { FakeStorage } from "./storage.js";

const EDITION = { edition: { version: "0.9", kind: null, date: "2026-11-22" } };
const NOW = new Date(Date.UTC(2026, 10, 27));
const IDS = ["A1", "A3", "Z9", "A9", "__proto__", "constructor", "x_1-y"];
const DAYS = ["", "2026-11-27", "2028-02-29", "0026-11-01", "9999-12-31"];
const MONTHS = [month(2000, 1), month(2025, 12), month(2026, 1), month(2026, 2), month(2029, 11)];
const CHAPTERS = [{ number: 1, minutes: 8 }, { number: 12, minutes: 10 }];

const upTo = (next, most) => oneOf(next, ["", " ", "<b>&\"\\\u2028", "Poliklinikk Ø 😀", "{count}", "x\ny\tz", "0", "__proto__"]).repeat(1 + next() * 999).slice(0, most);

/** Without what is empty, which a file need not have. */
const said = (data) => JSON.parse(JSON.stringify(data), (_, value) => (value === "" ? undefined : value));

/** What people can do in each tool; every one makes new data of what there is. */
const DEEDS = {
  plan: [
    planKind,
    (plan, next) => ({ ...plan, unit: upTo(next, 80) }),
    (plan, next) => withChoice(plan, oneOf(next, IDS), next() < 0.7),
    (plan, next) => withStatus(plan, oneOf(next, IDS), oneOf(next, ["", "i-gang", "pa-plass"]), oneOf(next, DAYS.slice(1))),
    (plan, next) => withMeasure(plan, oneOf(next, IDS), { role: upTo(next, LONGEST_ROLE), note: upTo(next, LONGEST_NOTE) }),
    (plan, next) => withMeasure(plan, oneOf(next, IDS), { deadline: oneOf(next, DAYS), review: oneOf(next, DAYS) }),
    (plan, next) => (plan.order.length ? withMoved(plan, plan.order, oneOf(next, plan.order), oneOf(next, plan.order)) : plan),
    (plan) => withTodaysIds(plan, { A9: "A3" }),
  ],
  assessment: [
    assessmentKind,
    (data, next) => ({ ...data, unit: upTo(next, 80), by: oneOf(next, ["", "leder", "flere"]), date: oneOf(next, DAYS) }),
    (data, next) => ({ ...data, answers: Object.fromEntries([...Object.entries(data.answers), [oneOf(next, IDS), oneOf(next, ["stemmer", "vet-ikke"])]]) }),
    (data, next) => ({ ...data, notes: Object.fromEntries([...Object.entries(data.notes), [oneOf(next, IDS), `${upTo(next, LONGEST_STATEMENT_NOTE - 1)}.`]]) }),
  ],
  figures: [
    figuresKind,
    (data, next) => ({ ...data, unit: upTo(next, LONGEST_NAME), title: upTo(next, LONGEST_NAME) }),
    (data, next) => ({ ...data, target: oneOf(next, [null, 0, LARGEST]), targetDate: oneOf(next, ["", ...MONTHS]) }),
    (data, next) => ({ ...data, months: withRows(data.months, [{ month: oneOf(next, MONTHS), count: oneOf(next, [null, 0, 7, LARGEST]), note: upTo(next, 200) }]) }),
    (data, next) => ({ ...data, months: withRows(data.months, readPasted(`des. 2025\t${Math.floor(next() * 99)}\t${"Ferie ".repeat(next() * 99)}`, null, "2026-11").rows) }),
    (data, next) => ({ ...data, months: without(data.months, oneOf(next, MONTHS)) }),
    (data, next) => ({ ...data, baseline: frozen(data.months, oneOf(next, MONTHS), oneOf(next, MONTHS), "2026-11") }),
  ],
  gains: [
    gainsKind,
    (data, next) => withUnit(data, upTo(next, 999)),
    (data, next) => withField(data, oneOf(next, FIELD_NAMES), upTo(next, 999)),
    (data, next) => ({ ...data, basis: oneOf(next, ["share", "count"]) }),
  ],
  meeting: [
    meetingKind,
    (data, next) => ({ ...data, about: { ...data.about, date: oneOf(next, DAYS), pathway: upTo(next, 500), present: upTo(next, 500) } }),
    (data, next) => withAnswer(data, `${oneOf(next, ["svar", "valg", "ark", "krav", "mangler"])}/${oneOf(next, IDS)}`, upTo(next, 9999)),
    (data, next) => ({ ...data, clock: moved(lengthened(started(data.clock, CHAPTERS, NOW), 5), oneOf(next, [1, 12]), new Date(+NOW + next() * 1e7)) }),
    (data, next) => ({ ...data, clock: oneOf(next, [paused(data.clock, NOW), resting()]) }),
    (data, next) => meetingOf({ texts: new Map([["svar/1", upTo(next, 9999)]]), former: [{ title: "😀".repeat(300), text: upTo(next, 99) }], unreadable: ["😀".repeat(300)], edition: "0.9" }),
  ],
};

for (const [name, [kind, ...deeds]] of Object.entries(DEEDS)) {
  test(`a file of the kind ${name} comes back as it was, and nothing of it is left out`, () => {
    for (let seed = 1; seed <= 25; seed += 1) {
      const next = numbers(seed);
      let data = kind.empty();
      for (let count = 0; count < 30; count += 1) {
        data = oneOf(next, deeds)(data, next);
        const document = { kind: name, version: kind.version, name: "Vår", created: NOW.toISOString(), changed: NOW.toISOString(), data };
        const read = readFile(fileText(document, EDITION, NOW), kind);
        assert.equal(read.unread, 0, `${seed}: ${JSON.stringify(data)}`);
        assert.deepEqual(said(read.data), said(data), `${seed}`);
      }
    }
  });
}

test("what is named after what is named after something else has a name that a file can have", () => {
  const storage = new FakeStorage();
  let made = 0;
  const opened = () =>
    openStore({ kinds: [planKind], storage, session: null, now: () => NOW, newId: () => `id${(made += 1)}`, copyName: (name) => `${name} – kopi fra denne fanen` });
  opened().create("plan", "w".repeat(80));
  for (let count = 0; count < 12; count += 1) {
    const [here, there] = [opened(), opened()];
    const { id, data } = here.active("plan");
    there.activate(id);
    there.update(id, withChoice(data, "A1", true));
    here.update(id, withChoice(data, "B1", true));
  }
  const documents = opened().list("plan");
  assert.equal(documents.length, 13);
  for (const document of documents) {
    const { name, unread } = readFile(fileText(document, EDITION, NOW), planKind);
    assert.deepEqual([name, unread], [document.name, 0]);
  }
});
