// The pure half of the keyboard cursor: words, sentences, and how it goes from one to the next.

import assert from "node:assert/strict";
import test from "node:test";

import { next, pieces } from "../../../static/js/segments.js";

const said = (text, unit) => pieces(text, unit).map(({ start, end }) => text.slice(start, end));

test("figures and words of any script are words", () => {
  assert.deepEqual(said("In 1,056 Đà Nẵng, 2 млн.", "word"), ["In", "1,056", "Đà", "Nẵng", "2", "млн"]);
});

test("sentences come without the blank after them", () => {
  assert.deepEqual(said("It fell. Why? ", "sentence"), ["It fell.", "Why?"]);
});

test("the cursor goes on and back", () => {
  assert.deepEqual(next("one two three", "word", 3, 1), { start: 4, end: 7 });
  assert.deepEqual(next("one two three", "word", 4, -1), { start: 0, end: 3 });
  assert.equal(next("one", "word", 3, 1), null);
});

test("what is extended can be drawn in again, but not to nothing", () => {
  assert.deepEqual(next("one two three", "word", 13, -1, 4), { start: 4, end: 7 });
  assert.equal(next("one two three", "word", 7, -1, 4), null);
});
