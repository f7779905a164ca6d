// Finds words in the text that is shown: marks every hit, counts them, steps from one to the next.
// Of a long text only a part is shown: the server knows the hits in the rest, and stepping goes on
// there.

import { rangesOf } from "./fragments.js";
import { readFragment } from "./offsets.js";
import { isPart, wholeAddress } from "./parts.js";
import { bringIntoView } from "./scrolling.js";
import { findAll } from "./words.js";

const form = document.getElementById("find-here");
const box = document.getElementById("find-in-text");
const count = document.getElementById("find-count");
const flow = document.querySelector(".flow");
const MOST_HITS = 2000;
const FEWEST_LETTERS = 2;

const GOES_ON = "find"; // in the session: words whose search goes on in another part

let hits = [];
let now = -1;
let isCut = false; // whether the server found more than it tells of
let elsewhere = []; // links to the hits of the whole text, where it is not in the page

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

function tell() {
  count.textContent = box.value.trim().length < FEWEST_LETTERS ? "" : told();
}

function told() {
  const here = hits.length ? `${now + 1} of ${hits.length}` : "";
  if (!isPart()) return here || "not found";
  if (!elsewhere.length) return here ? `${here} here` : "not in this part";
  return `${here || "0"} here, ${elsewhere.length}${isCut ? "+" : ""} in the whole text`;
}

/** The hit next to those in the page, in the order of reading; behind the last one the first. */
function beyond(by) {
  const shown = [...flow.querySelectorAll('[id^="b-"]')].map((block) => Number(block.id.slice(2)));
  const position = (link) => Number(link.dataset.block);
  return by > 0
    ? (elsewhere.find((link) => position(link) > Math.max(...shown)) ?? elsewhere[0])
    : (elsewhere.findLast((link) => position(link) < Math.min(...shown)) ?? elsewhere.at(-1));
}

function go(by) {
  const next = now + by;
  const away = hits[next] ? null : beyond(by);
  if (away && !document.getElementById(`b-${away.dataset.block}`)) {
    sessionStorage.setItem(GOES_ON, box.value);
    location.assign(away.href);
  } else if (hits.length) show((next + hits.length) % hits.length);
}

function show(index) {
  now = index;
  const place = hits[now].startContainer.parentElement;
  place.closest("details")?.setAttribute("open", "");
  bringIntoView(place, "center");
  paint();
  tell();
}

function clear() {
  hits = [];
  elsewhere = [];
  now = -1;
  paint();
  tell();
}

function renew() {
  clear();
  if (box.value.trim().length < FEWEST_LETTERS) return;
  hits = search(box.value);
  const below = hits.findIndex((hit) => hit.getBoundingClientRect().top > 60);
  if (hits.length) show(Math.max(below, 0));
  tell();
  if (isPart()) askForAll();
}

async function askForAll() {
  const words = box.value;
  const address = wholeAddress("find/");
  address.searchParams.set("q", words);
  const answer = await fetch(address, { headers: { "HX-Request": "true" } });
  if (!answer.ok || words !== box.value) return;
  const found = new DOMParser().parseFromString(await answer.text(), "text/html");
  elsewhere = [...found.querySelectorAll("a[data-block]")];
  isCut = Boolean(found.querySelector("[data-cut]"));
  tell();
}

/** A search that led here from another part goes on at the hit that the address names. */
function goOn() {
  const words = sessionStorage.getItem(GOES_ON);
  const asked = readFragment(location.hash.slice(1));
  sessionStorage.removeItem(GOES_ON);
  if (!words || !asked) return;
  box.value = words;
  box.focus({ preventScroll: true });
  hits = search(words);
  const [place] = rangesOf(asked);
  const at = hits.findIndex((hit) => place?.compareBoundaryPoints(Range.START_TO_START, hit) <= 0);
  if (at >= 0) show(at);
  askForAll();
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
  goOn();
}
