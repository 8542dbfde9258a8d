import assert from "node:assert/strict";
import test from "node:test";

import { gainsKind, isEmpty, withField, withUnit } from "../../../templates/scripts/gains/kind.js";

test("what was filled in reads back, wrong values too", () => {
  const data = { unit: "Poliklinikk <b>&\"", basis: "count", fields: { count: "1 350", travel: "tull <b>&\"", minutes: "60–90" } };
  assert.deepEqual(gainsKind.read(JSON.parse(JSON.stringify(data))), { data, unread: 0 });
});

for (const value of [null, 5, "tekst", [], {}, { fields: [] }, { fields: "x" }, { basis: "share" }]) {
  test(`${JSON.stringify(value)} is no calculation`, () => assert.throws(() => gainsKind.read(value), { name: "ImportError", key: "file-foreign" }));
}

test("of foreign data only texts in fields that there are come along", () => {
  const value = JSON.parse('{"basis": "constructor", "fields": {"share": 5, "__proto__": "1", "constructor": "2", "count": {"a": 1}, "travel": "3"}}');
  assert.deepEqual(gainsKind.read(value), { data: { unit: "", basis: "share", fields: { travel: "3" } }, unread: 5 });
  assert.equal({}.travel, undefined);
});

test("nothing longer than a field is kept", () => {
  const long = "9".repeat(100_000);
  const read = gainsKind.read({ unit: long, fields: { count: long } });
  assert.deepEqual([read.data.unit.length, read.data.fields.count.length, read.unread], [80, 80, 2]);
  assert.equal(withUnit(gainsKind.empty(), long).unit.length, 80);
  assert.equal(withField(gainsKind.empty(), "count", long).fields.count.length, 80);
});

test("a calculation without a number in it is empty", () => {
  assert.ok(isEmpty(gainsKind.empty()));
  assert.ok(isEmpty({ unit: "Poliklinikk", basis: "count", fields: { count: " " } }));
  assert.ok(!isEmpty({ unit: "", basis: "share", fields: { count: "0" } }));
});
