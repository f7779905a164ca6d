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

/** The blocks of the page with their runs, which are read once. */
export function blocksShown() {
  return [...flow.querySelectorAll("[data-runs]")].map((block) => {
    const runs = readRuns(block.dataset.runs);
    const start = Math.min(...runs.map((run) => run.start));
    return { block, runs, start, end: Math.max(...runs.map((run) => run.end)) };
  });
}

/** Where the page shows a stretch of the content; who asks for many hands the blocks over. */
export function rangesOf(asked, blocks = blocksShown()) {
  const ranges = [];
  for (const { block, runs, start, end } of blocks) {
    if (!(asked.start < end && start < asked.end)) continue;
    const shown = shownRange(runs, asked.start, asked.end);
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
