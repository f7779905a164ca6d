// A cursor for the keyboard: m begins it, arrows go by words and sentences, Shift extends.

import { say } from "./said.js";
import { goTo } from "./scrolling.js";
import { isTaken } from "./shortcuts.js";
import { next, pieces } from "./segments.js";

const flow = document.querySelector(".flow");
const bar = document.querySelector(".bar");
let cursor = null; // {block, from, to}: units of the block's text

const blocks = () => [...flow.querySelectorAll("[data-runs]")].filter((one) => one.checkVisibility());

/** The block in focus, else the first that begins in sight, else the first of which an end is. */
function firstBlock() {
  const focused = document.activeElement?.closest(".flow *");
  const own = focused?.closest("[data-runs]") ?? focused?.querySelector("[data-runs]");
  if (own) return own;
  const highest = bar.getBoundingClientRect().bottom;
  const below = blocks().filter((block) => block.getBoundingClientRect().bottom > highest);
  const begins = ({ top }) => top >= highest && top < innerHeight;
  return below.find((block) => begins(block.getBoundingClientRect())) ?? below[0];
}

/** A place in the element's text as a point of the page. */
export function pointAt(element, units) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = units;
  let node = walker.nextNode();
  while (node && left > node.data.length) {
    left -= node.data.length;
    node = walker.nextNode() ?? null;
  }
  return node ? [node, left] : [element, 0];
}

function select() {
  const start = pointAt(cursor.block, cursor.from);
  const end = pointAt(cursor.block, cursor.to);
  getSelection().setBaseAndExtent(...start, ...end);
  say(cursor.block.textContent.slice(cursor.from, cursor.to).trim());
  start[0].parentElement.scrollIntoView({ block: "nearest" });
}

function begin() {
  const block = firstBlock();
  if (!block) return;
  if (!block.closest(":focus")) goTo(block.closest("[id]") ?? block);
  const [first] = pieces(block.textContent, "word");
  if (!first) return;
  cursor = { block, from: first.start, to: first.end };
  select();
}

function step(by, unit, isExtending) {
  const words = cursor.block.textContent;
  const edge = by > 0 ? cursor.to : cursor.from;
  const piece = isExtending
    ? next(words, unit, cursor.to, by, cursor.from)
    : next(words, unit, edge, by);
  if (!piece) return isExtending ? undefined : leap(by, unit);
  if (isExtending) cursor.to = piece.end;
  else Object.assign(cursor, { from: piece.start, to: piece.end });
  select();
}

/** Into the block before or after. */
function leap(by, unit) {
  const all = blocks();
  const block = all[all.indexOf(cursor.block) + by];
  const found = block && pieces(block.textContent, unit).at(by > 0 ? 0 : -1);
  if (!found) return;
  cursor = { block, from: found.start, to: found.end };
  select();
}

const STEPS = {
  ArrowRight: [1, "word"],
  ArrowLeft: [-1, "word"],
  ArrowDown: [1, "sentence"],
  ArrowUp: [-1, "sentence"],
};

export function endCursor() {
  cursor = null;
}

/** `open` is called when Enter is pressed on what is selected. */
export function listenForCursor(open) {
  document.addEventListener("keydown", (event) => {
    if (isTaken(event)) return;
    if (!cursor && event.key !== "m") return;
    if (event.key === "m") begin();
    else if (STEPS[event.key]) step(...STEPS[event.key], event.shiftKey);
    else if (event.key === "Enter") open();
    else if (event.key === "Escape") {
      endCursor();
      getSelection().empty();
    } else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  });
  document.addEventListener("pointerdown", endCursor);
}
