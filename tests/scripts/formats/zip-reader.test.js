import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";

import { openZip } from "../../../templates/scripts/formats/zip-reader.js";
import { zipSync } from "../../../templates/scripts/vendor/fflate.js";

const MOST = 1_000_000;
const SIGNATURE = { entry: [0x50, 0x4b, 1, 2], end: [0x50, 0x4b, 5, 6] };
const bytes = (text) => new TextEncoder().encode(text);
const text = (content) => new TextDecoder().decode(content);
const failing = (key) => ({ name: "ImportError", key });

/** Where a signature stands in an archive, first or last. */
function place(archive, signature, isLast = false) {
  const found = Array.from(archive.keys()).filter((at) => signature.every((byte, index) => archive[at + index] === byte));
  return isLast ? found.at(-1) : found[0];
}

function changed(archive, at, values) {
  const copy = archive.slice();
  copy.set(values, at);
  return copy;
}

test("files are read by name, whether packed or not", () => {
  const files = { "xl/a.xml": bytes("æ".repeat(50_000)), b: [bytes("b"), { level: 0 }], empty: bytes("") };
  const archive = openZip(zipSync(files), MOST);
  assert.equal(text(archive.read("xl/a.xml")), "æ".repeat(50_000));
  assert.equal(text(archive.read("b")), "b");
  assert.equal(archive.read("empty").length, 0);
  assert.ok(archive.has("XL\\A.XML"));
  assert.ok(!archive.has("constructor") && !archive.has("__proto__"));
  assert.throws(() => archive.read("c"), failing("xlsx-damaged"));
});

test("names that lead out of an archive lead nowhere", () => {
  const archive = openZip(zipSync({ "../../etc/passwd": bytes("x"), "/absolute": bytes("y") }), MOST);
  assert.ok(!archive.has("etc/passwd"));
  assert.equal(text(archive.read("absolute")), "y");
});

test("a bomb is refused by what it says, before anything is unpacked", () => {
  const bomb = zipSync({ a: new Uint8Array(40_000_000) });
  assert.ok(bomb.length < 50_000);
  assert.throws(() => openZip(bomb, MOST).read("a"), failing("xlsx-too-much"));
});

test("a bomb that says it is small is refused while it is unpacked", { timeout: 5_000 }, () => {
  const bomb = zipSync({ a: new Uint8Array(40_000_000) });
  const size = place(bomb, SIGNATURE.entry) + 24;
  assert.throws(() => openZip(changed(bomb, size, [100, 0, 0, 0]), MOST).read("a"), failing("xlsx-too-much"));
});

test("many files are counted together", () => {
  const parts = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`part${index}`, new Uint8Array(100_000)]));
  const archive = openZip(zipSync(parts), MOST);
  for (let index = 0; index < 10; index += 1) archive.read(`part${index}`);
  assert.throws(() => archive.read("part10"), failing("xlsx-too-much"));
});

test("a locked file is named as such", () => {
  const archive = zipSync({ a: bytes("a") });
  const locked = changed(archive, place(archive, SIGNATURE.entry) + 8, [1]);
  assert.throws(() => openZip(locked, MOST).read("a"), failing("xlsx-encrypted"));
});

test("an archive with a comment is read", () => {
  const archive = zipSync({ a: bytes("a") }, {});
  const commented = changed(new Uint8Array([...archive, ...bytes("hei")]), place(archive, SIGNATURE.end) + 20, [3, 0]);
  assert.equal(text(openZip(commented, MOST).read("a")), "a");
});

test("whatever is broken is called damaged", () => {
  const archive = zipSync({ a: bytes("innhold".repeat(1000)), b: bytes("b") });
  const entry = place(archive, SIGNATURE.entry);
  const end = place(archive, SIGNATURE.end);
  const broken = {
    "cut off": archive.slice(0, end),
    "only the end": archive.slice(end),
    nothing: new Uint8Array(),
    "no archive": bytes("PK hei på deg"),
    "two of one name": changed(archive, place(archive, SIGNATURE.entry, true) + 46, bytes("a")),
    "unknown method": changed(archive, entry + 10, [99]),
    "place outside": changed(archive, entry + 42, [255, 255, 255, 127]),
    "longer than it says": changed(archive, entry + 24, [255, 255, 0, 0]),
    "directory outside": changed(archive, end + 16, [255, 255, 255, 255]),
    "too many entries": changed(archive, end + 10, [9, 0]),
    "content not packed": changed(archive, 31, deflateRawSync(bytes("x")).map((byte) => byte ^ 255)),
  };
  for (const [name, content] of Object.entries(broken)) {
    assert.throws(() => openZip(content, MOST).read("a"), failing("xlsx-damaged"), name);
  }
});

test("any one byte changed gives the content, or a clear refusal", () => {
  const archive = zipSync({ a: bytes("Innhold som er litt langt, og litt likt: litt langt, litt likt.") });
  for (let at = 0; at < archive.length; at += 1) {
    for (const value of [0, 255, archive[at] ^ 1]) {
      try {
        openZip(changed(archive, at, [value]), MOST).read("a");
      } catch (error) {
        assert.equal(error.name, "ImportError", `${at}: ${error.stack}`);
      }
    }
  }
});
