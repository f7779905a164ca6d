// A row is held while somebody works in it: a form is open on it, a card of it, or words selected.

const OPEN = "[data-form-open], .card.open, dialog[open]";
const FIELDS = "input, select, textarea, [contenteditable]";

export function isHeld(pair) {
  if (pair.matches("[data-form-open]") || pair.querySelector(OPEN)) return true;
  const focused = document.activeElement;
  if (pair.contains(focused) && focused.matches(FIELDS)) return true;
  const selection = getSelection();
  return Boolean(selection.rangeCount && !selection.isCollapsed && selection.containsNode(pair, true));
}

/** Calls back when a row may have been let go. */
export function onRelease(callback) {
  let asked = 0;
  const ask = () => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(callback);
  };
  for (const kind of ["selectionchange", "focusout", "click", "keyup"]) {
    document.addEventListener(kind, ask);
  }
}
