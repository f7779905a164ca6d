// What all keyboard shortcuts agree on.

/** Whether a key press belongs to something else: a field, a dialog, the browser. */
export function isTaken(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true;
  const target = event.target;
  return Boolean(target.closest?.("input, select, textarea, dialog, [contenteditable]"));
}
