// Opens addresses that name a stretch of the text, as #char=1200,1230 (RFC 5147).

import { bringIntoView } from "./scrolling.js";
import { readFragment, readRuns, shownRange, utf16Index } from "./offsets.js";

const flow = document.querySelector(".flow");

/** A DOM range over these code points of an element's text. */
function rangeIn(element, { start, end }) {
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let passed = 0;
  let hasStart = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = [...node.data].length;
    if (!hasStart && start < passed + length) {
      range.setStart(node, utf16Index(node.data, start - passed));
      hasStart = true;
    }
    if (end <= passed + length) {
      range.setEnd(node, utf16Index(node.data, end - passed));
      return range;
    }
    passed += length;
  }
  return null;
}

function rangesOf(asked) {
  const ranges = [];
  for (const block of flow.querySelectorAll("[data-runs]")) {
    const shown = shownRange(readRuns(block.dataset.runs), asked.start, asked.end);
    const range = shown && rangeIn(block, shown);
    if (range) ranges.push(range);
  }
  return ranges;
}

/** A long text comes in parts: the one that holds the offset may be another. */
function askForPart(offset) {
  const address = new URL(location.href);
  if (!flow.querySelector(".more") || address.searchParams.has("at")) return;
  address.searchParams.delete("from");
  address.searchParams.set("at", String(offset));
  location.replace(address);
}

function openFragment() {
  CSS.highlights?.delete("fragment");
  const asked = readFragment(decodeURIComponent(location.hash.slice(1)));
  if (!asked) return;
  const ranges = rangesOf(asked);
  if (!ranges.length) return askForPart(asked.start);
  if (CSS.highlights) CSS.highlights.set("fragment", new Highlight(...ranges));
  const first = ranges[0].startContainer.parentElement;
  first.closest("details")?.setAttribute("open", "");
  bringIntoView(first, "center");
}

if (flow) {
  addEventListener("hashchange", openFragment);
  openFragment();
}
