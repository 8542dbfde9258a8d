import assert from "node:assert/strict";
import { test } from "node:test";

import { areFromOthers, compare } from "../../../templates/scripts/assessment/comparison.js";
import { judge } from "../../../templates/scripts/assessment/judgement.js";
import { answersOf, roadmap, times } from "./roadmaps.js";

const all = (answer) => ({ a1: answer, a2: answer, a3: answer });
const move = (then, now) => compare(judge(roadmap(), then), judge(roadmap(), now), false)[0].move;

test("A step moves up or down by its weakest statement", () => {
  assert.equal(move(all("stemmer-ikke"), all("stemmer-delvis")), "up");
  assert.equal(move(all("stemmer"), { ...all("stemmer"), a2: "stemmer-delvis" }), "down");
  assert.equal(move(all("stemmer"), all("stemmer")), "same");
  // What got better beside the weakest moved nothing.
  assert.equal(move({ ...all("stemmer-delvis"), a1: "stemmer-ikke" }, { ...all("stemmer"), a1: "stemmer-ikke" }), "same");
});

test("Without a judgement then or now nobody can say which way", () => {
  assert.equal(move({}, all("stemmer")), "new");
  assert.equal(move(all("vet-ikke"), all("stemmer")), "new");
  assert.equal(move(all("stemmer"), {}), "unclear");
  assert.equal(move(all("stemmer-ikke"), all("gjelder-ikke")), "unclear");
  assert.equal(move({}, {}), "same");
});

test("What went up one way goes down the other", () => {
  const data = roadmap();
  const opposite = { up: "down", down: "up", same: "same" };
  times(300, (next) => {
    const [one, other] = [judge(data, answersOf(next, data)), judge(data, answersOf(next, data))];
    const back = compare(other, one, false);
    compare(one, other, false).forEach(({ move: way }, place) => {
      if (way in opposite) assert.equal(back[place].move, opposite[way]);
    });
  });
});

test("Another role, another unit, or a group and a person are different people; what nobody filled in tells nothing", () => {
  const others = (one, other) => areFromOthers({ unit: "", by: "", ...one }, { unit: "", by: "", ...other });
  assert.equal(others({ by: "leder" }, { by: "behandler" }), true);
  assert.equal(others({ by: "flere" }, { by: "behandler" }), true);
  assert.equal(others({ by: "" }, { by: "flere" }), true);
  assert.equal(others({ by: "flere", unit: "A" }, { by: "flere", unit: "B" }), true);
  assert.equal(others({ by: "flere", unit: " Øre  nese" }, { by: "flere", unit: "øre nese" }), false);
  assert.equal(others({ by: "leder" }, { by: "", unit: "A" }), false);
  assert.equal(others({}, {}), false);
});
