import assert from "node:assert/strict";
import { test } from "node:test";

import { withFiles } from "../../../templates/scripts/assessment/people.js";
import { ImportError } from "../../../templates/scripts/core/values.js";

const means = {
  edition: "0.9, 2026-11-26",
  mostBytes: 1000,
  statements: new Set(["a1", "a2"]),
  read: (text) => {
    const { answers, notes = {}, created, edition = "0.9, 2026-11-26", unread = 0 } = JSON.parse(text);
    if (!answers) throw new ImportError("file-foreign");
    return { name: "", data: { answers, notes }, unread, edition, created };
  },
};
const file = (name, value, size = 100) => ({ name, size, text: async () => (typeof value === "string" ? value : JSON.stringify(value)) });
const said = ({ messages }) => messages.map(({ key, values }) => [key, values.file ?? values.number]);

test("The good files are taken in, and all that is wrong with the others is said at once", async () => {
  const found = await withFiles(
    [],
    [
      file("kari.json", { created: "1", answers: { a1: "stemmer" } }),
      file("handleliste.json", { melk: 2 }),
      file("stor.json", {}, 50_000_000),
      file("annen.json", { created: "2", answers: { a1: "stemmer-ikke" } }),
      { name: "mappe", size: 0, text: () => Promise.reject(new TypeError("no file")) },
    ],
    means,
  );
  assert.deepEqual(found.people.map(({ number }) => number), [1, 2]);
  assert.deepEqual(said(found), [["file-foreign", "handleliste.json"], ["file-large", "stor.json"], ["file-unreadable", "mappe"]]);
});

test("A file that is too large is never read", async () => {
  const large = { name: "stor.json", size: 1001, text: () => assert.fail("it was read") };
  assert.deepEqual(said(await withFiles([], [large], means)), [["file-large", "stor.json"]]);
});

test("The same document twice counts once, also when its fields stand in another order", async () => {
  const one = file("a.json", { created: "1", answers: { a1: "stemmer", a2: "stemmer" } });
  const again = file("a (1).json", { created: "1", answers: { a2: "stemmer", a1: "stemmer" } });
  const found = await withFiles([], [one, again], means);
  assert.equal(found.people.length, 1);
  assert.deepEqual(said(found), [["people-twice", "a (1).json"]]);
  assert.equal((await withFiles(found.people, [one], means)).people.length, 1);
});

test("Two versions of a document, or two that are alike, both count, and it says so", async () => {
  const version = await withFiles(
    [],
    [file("a.json", { created: "1", answers: { a1: "stemmer" } }), file("b.json", { created: "1", answers: { a1: "vet-ikke" } })],
    means,
  );
  assert.deepEqual([version.people.length, said(version)], [2, [["people-version", 2]]]);
  const alike = await withFiles(
    [],
    [file("a.json", { created: "1", answers: { a1: "stemmer" } }), file("b.json", { created: "2", answers: { a1: "stemmer" } })],
    means,
  );
  assert.deepEqual([alike.people.length, said(alike)], [2, [["people-alike", 2]]]);
});

test("Another edition, statements that are not today's, and a file without answers are told of and kept", async () => {
  const found = await withFiles(
    [],
    [
      file("a.json", { created: "1", edition: "0.8, 2026-01-01", answers: { gammel: "stemmer" } }),
      file("b.json", { created: "2", answers: {} }),
    ],
    means,
  );
  assert.deepEqual(said(found), [["people-edition", 1], ["people-unknown", 1], ["people-empty", 2]]);
  assert.deepEqual(found.people[0].content.answers, { gammel: "stemmer" });
});

test("What of a person's file could not be read is told of, and the rest counts", async () => {
  const one = file("a.json", { created: "1", answers: { a1: "stemmer" }, unread: 1 });
  const other = file("b.json", { created: "2", answers: { a1: "vet-ikke" }, unread: 3 });
  const found = await withFiles([], [one, other], means);
  assert.equal(found.people.length, 2);
  assert.deepEqual(found.messages, [
    { key: "people-unread-one", values: { number: 1, count: 1 } },
    { key: "people-unread", values: { number: 2, count: 3 } },
  ]);
});

test("Two versions that look alike because some of one could not be read are no twins", async () => {
  const whole = file("a.json", { created: "1", answers: { a1: "stemmer" } });
  const partial = file("b.json", { created: "1", answers: { a1: "stemmer" }, unread: 2 });
  const found = await withFiles([], [whole, partial, partial], means);
  assert.deepEqual([found.people.length, said(found)], [2, [["people-unread", 2], ["people-version", 2], ["people-twice", "b.json"]]]);
});

test("Numbers are not given again", async () => {
  const { people } = await withFiles([], [file("a", { created: "1", answers: { a1: "x" } }), file("b", { created: "2", answers: { a1: "y" } })], means);
  const more = await withFiles([people[1]], [file("c", { created: "3", answers: { a1: "z" } })], means);
  assert.deepEqual(more.people.map(({ number }) => number), [2, 3]);
});
