// Opens addresses that name a stretch of the text, as #char=1200,1230 or #line=10,12 (RFC 5147).

import { bringIntoView } from "./scrolling.js";
import { readFragment, readLines, readRuns, shownRange, utf16Index } from "./offsets.js";
import { openPart, wholeAddress } from "./parts.js";

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

/** Where the page shows a stretch of the content. */
export function rangesOf(asked) {
  const ranges = [];
  for (const block of flow.querySelectorAll("[data-runs]")) {
    const shown = shownRange(readRuns(block.dataset.runs), asked.start, asked.end);
    const range = shown && rangeIn(block, shown);
    if (range) ranges.push(range);
  }
  return ranges;
}

/** Lines count in the file, which only the server has. */
async function stretchOfLines(asked) {
  const address = wholeAddress("lines/");
  address.searchParams.set("lines", asked);
  const answer = await fetch(address);
  return answer.status === 200 ? answer.json() : null;
}

async function openFragment() {
  CSS.highlights?.delete("fragment");
  const fragment = decodeURIComponent(location.hash.slice(1));
  const lines = readLines(fragment);
  const asked = lines ? await stretchOfLines(lines) : readFragment(fragment);
  if (!asked) return;
  const ranges = rangesOf(asked);
  if (!ranges.length) return openPart("at", asked.start, fragment);
  if (CSS.highlights) CSS.highlights.set("fragment", new Highlight(...ranges));
  const first = ranges[0].startContainer.parentElement;
  first.closest("details")?.setAttribute("open", "");
  bringIntoView(first, "center");
}

if (flow) {
  addEventListener("hashchange", openFragment);
  openFragment();
}
