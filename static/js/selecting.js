// From what is selected in the page to offsets in the text's content, and back.

import { codePoints, contentRange, readRuns } from "./offsets.js";
import { rangesOf } from "./fragments.js";

const flow = document.querySelector(".flow");

/** Units of the element's text before a point of the page; the point may lie outside of it. */
function unitsBefore(element, node, offset) {
  const range = document.createRange();
  range.selectNodeContents(element);
  const side = range.comparePoint(node, offset);
  if (side > 0) return element.textContent.length;
  if (side < 0) return 0;
  range.setEnd(node, offset);
  return range.toString().length;
}

/** What of an element's shown text lies in the range, without blanks at its ends, in code points. */
function shownPart(element, range) {
  const words = element.textContent;
  let start = unitsBefore(element, range.startContainer, range.startOffset);
  let end = unitsBefore(element, range.endContainer, range.endOffset);
  while (start < end && /\s/.test(words[start])) start += 1;
  while (end > start && /\s/.test(words[end - 1])) end -= 1;
  return start < end && { start: codePoints(words, start), end: codePoints(words, end) };
}

/** Offsets of the content in the part of an element that lies in the range, or null. */
export function stretchOn(element, range) {
  const part = range.intersectsNode(element) && shownPart(element, range);
  return part ? contentRange(readRuns(element.dataset.runs), part.start, part.end) : null;
}

/** Offsets of the content in a range of the page, or null where none of the text is in it. */
function stretchIn(range) {
  let found = null;
  for (const element of flow.querySelectorAll("[data-runs]")) {
    const own = stretchOn(element, range);
    if (!own) continue;
    found = found
      ? { start: Math.min(found.start, own.start), end: Math.max(found.end, own.end) }
      : own;
  }
  return found;
}

/** What is selected now, as offsets of the content. */
export function selectedStretch() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  return range.intersectsNode(flow) ? stretchIn(range) : null;
}

/** Where the page shows a stretch, marked so that it is seen while a field has the focus. */
export function showStretch(stretch) {
  const ranges = stretch ? rangesOf(stretch) : [];
  if (ranges.length) CSS.highlights?.set("marking", new Highlight(...ranges));
  else CSS.highlights?.delete("marking");
  return ranges;
}
