import assert from "node:assert/strict";
import test from "node:test";

import { findAll, fold, meantNumber } from "../../../static/js/words.js";

test("words are found blind to case and accents, where they stand in the text", () => {
  assert.deepEqual(findAll("Trương Tấn Sang in Hà Nội", "truong tan"), [[0, 10]]);
  assert.deepEqual(findAll("Zaręba, ZARĘBA", "zareba"), [
    [0, 6],
    [8, 14],
  ]);
  assert.deepEqual(findAll("Đà Nẵng", "da nang"), [[0, 7]]);
});

test("letters taken apart keep their accents in the hit", () => {
  assert.deepEqual(findAll("a Ha\u0300 No\u0302\u0323i b", "hà nội"), [[2, 11]]);
});

test("letters outside of the first plane count two units", () => {
  assert.deepEqual(findAll("𝔄 tank", "tank"), [[3, 7]]);
});

test("any run of blanks, and any dash or apostrophe, stands for its plain one", () => {
  assert.deepEqual(findAll("arms \n trade 2012–2016 Russia’s", "arms trade 2012-2016 russia's"), [[0, 31]]);
});

test("nothing is found for nothing, and hits do not overlap", () => {
  assert.deepEqual(findAll("aaaa", "  "), []);
  assert.deepEqual(findAll("aaaa", "aa"), [
    [0, 2],
    [2, 4],
  ]);
});

test("folding keeps a place for every unit", () => {
  const { folded, starts, ends } = fold("Straße");
  assert.equal(folded, "strasse");
  assert.deepEqual(starts, [0, 1, 2, 3, 4, 4, 5]);
  assert.equal(ends.length, folded.length);
});

test("a number is gone to at once only where no longer one begins with it", () => {
  assert.deepEqual(meantNumber("6", ["1", "6"]), { number: "6", mayGoOn: false });
  assert.deepEqual(meantNumber("1", ["1", "12"]), { number: "1", mayGoOn: true });
  assert.deepEqual(meantNumber("9", ["1", "6"]), { number: null, mayGoOn: false });
});
