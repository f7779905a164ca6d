// The pure half of fragment links: offsets of the content, places in what is shown.

import assert from "node:assert/strict";
import test from "node:test";

import {
  codePoints,
  contentRange,
  readFragment,
  readLines,
  readRuns,
  shownRange,
  utf16Index,
} from "../../../static/js/offsets.js";

const HEALED = readRuns("100-103+104-110,112-120"); // a blank, then a healed hyphen

test("runs know where they are shown", () => {
  assert.deepEqual(HEALED, [
    { start: 100, end: 103, shown: 0 },
    { start: 104, end: 110, shown: 4 },
    { start: 112, end: 120, shown: 10 },
  ]);
});

test("a stretch inside one run keeps its length", () => {
  assert.deepEqual(shownRange(HEALED, 105, 107), { start: 5, end: 7 });
});

test("a stretch over a healed line end leaves the hyphen out", () => {
  assert.deepEqual(shownRange(HEALED, 108, 114), { start: 8, end: 12 });
});

test("a stretch that begins in a gap begins with what is shown next", () => {
  assert.deepEqual(shownRange(HEALED, 110, 114), { start: 10, end: 12 });
});

test("a stretch elsewhere is not in this block", () => {
  assert.equal(shownRange(HEALED, 130, 140), null);
});

test("code points are not UTF-16 units", () => {
  assert.equal(utf16Index("a😀b", 2), 3);
  assert.equal(utf16Index("Việt", 3), 3);
});

test("fragments are read as RFC 5147 writes them", () => {
  assert.deepEqual(readFragment("char=1200,1230"), { start: 1200, end: 1230 });
  assert.deepEqual(readFragment("char=12"), { start: 12, end: 13 });
  assert.deepEqual(readFragment("char=,20"), { start: 0, end: 20 });
  assert.deepEqual(readFragment("char=5,;length=9876,UTF-8"), { start: 5, end: Infinity });
});

test("other fragments are left alone", () => {
  for (const other of ["p-12", "char=", "char=9,3", "line=1,2", ""]) {
    assert.equal(readFragment(other), null);
  }
});

test("lines are left to the server as they were written", () => {
  assert.equal(readLines("line=10,12"), "10,12");
  assert.equal(readLines("line=,12;length=9876"), ",12");
  for (const other of ["char=1,2", "line=", "line=x", ""]) assert.equal(readLines(other), null);
});

test("what is selected in the shown text leads back to the content", () => {
  assert.deepEqual(contentRange(HEALED, 5, 7), { start: 105, end: 107 });
  assert.deepEqual(contentRange(HEALED, 8, 12), { start: 108, end: 114 });
  assert.deepEqual(contentRange(HEALED, 2, 4), { start: 102, end: 103 }); // with the blank between
  assert.equal(contentRange(HEALED, 3, 4), null); // a blank that the content does not have
});

test("each code point counts once", () => {
  assert.equal(codePoints("a😀b"), 3);
  assert.equal(codePoints("a😀b", 3), 2);
});
