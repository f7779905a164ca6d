// Puts a form beside a passage: in the margin at its height; on a narrow window as a sheet below it.

const flow = document.querySelector(".flow");
const bar = document.querySelector(".bar");
const AIR = 8;

/** Scrolls so that the passage stands in the upper part of what the sheet leaves free. */
function bringAbove(host, range, isAgain = false) {
  const top = bar.getBoundingClientRect().bottom + AIR;
  const bottom = innerHeight - host.offsetHeight - AIR;
  const rect = range.getBoundingClientRect();
  if (rect.top >= top && rect.bottom <= bottom) return;
  scrollBy(0, rect.top - top - Math.max((bottom - top) / 3 - rect.height, 0));
  if (!isAgain) requestAnimationFrame(() => bringAbove(host, range, true));
}

export function place(host, ranges) {
  const [range] = ranges;
  if (!range) return;
  if (getComputedStyle(host).position === "fixed") return bringAbove(host, range);
  const top = range.getBoundingClientRect().top;
  const lowest = innerHeight - host.offsetHeight - AIR;
  const highest = bar.getBoundingClientRect().bottom + AIR;
  const aim = Math.max(highest, Math.min(top, lowest));
  host.style.top = `${aim - flow.getBoundingClientRect().top}px`;
}
