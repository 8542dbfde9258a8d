import assert from "node:assert/strict";
import test from "node:test";

import { shown } from "../../../templates/scripts/core/numbers.js";

test("numbers are written as people here write them", () => {
  assert.equal(shown(1350), "1\u00a0350");
  assert.equal(shown(1234567.25, 2), "1\u00a0234\u00a0567,25");
  assert.equal(shown(2.5, 2), "2,5");
  assert.equal(shown(999), "999");
  assert.equal(shown(-1350), "−1\u00a0350");
  assert.equal(shown(-0.2), "0");
});
