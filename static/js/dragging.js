// Lets words in links be selected by the mouse as all others are: browsers drag the link instead.

const FAR_ENOUGH = 4; // pixels: less is a click
let from = null; // {x, y, caret}

function caretAt(x, y) {
  if (document.caretPositionFromPoint) {
    const found = document.caretPositionFromPoint(x, y);
    return found && [found.offsetNode, found.offset];
  }
  const found = document.caretRangeFromPoint?.(x, y);
  return found && [found.startContainer, found.startOffset];
}

function begin(event) {
  const isPlain = !event.button && !event.shiftKey && event.detail < 2;
  const isLink = event.target.closest?.("[data-runs] a");
  const caret = isPlain && isLink && caretAt(event.clientX, event.clientY);
  from = caret ? { x: event.clientX, y: event.clientY, caret } : null;
}

function go(event) {
  if (!from || !(event.buttons & 1)) return;
  const isFar = Math.abs(event.clientX - from.x) + Math.abs(event.clientY - from.y) > FAR_ENOUGH;
  const caret = isFar && caretAt(event.clientX, event.clientY);
  if (caret) getSelection().setBaseAndExtent(...from.caret, ...caret);
}

/** Inside this element. */
export function selectInLinks(element) {
  element.addEventListener("mousedown", begin);
  element.addEventListener("mousemove", go);
  element.addEventListener("dragstart", (event) => from && event.preventDefault());
}
