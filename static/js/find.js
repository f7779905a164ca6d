// Finds words in the text that is shown: marks every hit, counts them, steps from one to the next.

import { bringIntoView } from "./scrolling.js";
import { findAll } from "./words.js";

const form = document.getElementById("find-here");
const box = document.getElementById("find-in-text");
const count = document.getElementById("find-count");
const flow = document.querySelector(".flow");
const MOST_HITS = 2000;
const FEWEST_LETTERS = 2;

let hits = [];
let now = -1;

/** The text nodes of a block, with the place at which each begins in its text. */
function nodesOf(block) {
  const nodes = [];
  let start = 0;
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push({ node, start });
    start += node.data.length;
  }
  return nodes;
}

function rangeOver(nodes, [start, end]) {
  const range = document.createRange();
  const first = nodes.findLast((one) => one.start <= start);
  const last = nodes.findLast((one) => one.start < end);
  range.setStart(first.node, start - first.start);
  range.setEnd(last.node, end - last.start);
  return range;
}

function search(words) {
  const found = [];
  for (const block of flow.querySelectorAll("[data-runs]")) {
    const places = findAll(block.textContent, words);
    if (!places.length) continue;
    const nodes = nodesOf(block);
    for (const place of places) found.push(rangeOver(nodes, place));
    if (found.length >= MOST_HITS) break;
  }
  return found;
}

function paint() {
  if (!CSS.highlights) return;
  CSS.highlights.set("found", new Highlight(...hits));
  if (hits[now]) CSS.highlights.set("found-now", new Highlight(hits[now]));
  else CSS.highlights.delete("found-now");
}

/** Whether more of the text is still to come: a long one is fetched in parts. */
const isPart = () => Boolean(flow.querySelector(".more"));

function tell() {
  if (box.value.trim().length < FEWEST_LETTERS) count.textContent = "";
  else if (!hits.length) count.textContent = isPart() ? "not in this part" : "not found";
  else count.textContent = `${now + 1} of ${hits.length}${isPart() ? " here" : ""}`;
}

function go(by) {
  if (!hits.length) return;
  now = (now + by + hits.length) % hits.length;
  const place = hits[now].startContainer.parentElement;
  place.closest("details")?.setAttribute("open", "");
  bringIntoView(place, "center");
  paint();
  tell();
}

function clear() {
  hits = [];
  now = -1;
  paint();
  tell();
}

function renew() {
  clear();
  if (box.value.trim().length < FEWEST_LETTERS) return;
  hits = search(box.value);
  now = hits.findIndex((hit) => hit.getBoundingClientRect().top > 60) - 1;
  if (hits.length) go(1);
  tell();
}

if (form && flow) {
  form.hidden = false;
  let waiting = 0;
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(renew, 150);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go(event.submitter?.value === "back" ? -1 : 1);
  });
  document.addEventListener("htmx:load", () => {
    if (now < 0) return renew();
    hits = search(box.value);
    paint();
    tell();
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      go(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      box.value = "";
      clear();
      box.blur();
    }
  });
}
