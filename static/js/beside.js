// Puts a form beside a passage: in the margin at its height; on a narrow window as a sheet below it.

import { bringIntoView } from "./scrolling.js";

const flow = document.querySelector(".flow");
const bar = document.querySelector(".bar");
const AIR = 8;

export function place(host, ranges) {
  const [range] = ranges;
  if (!range) return;
  const element = range.startContainer.parentElement;
  if (getComputedStyle(host).position === "fixed") {
    const rect = range.getBoundingClientRect();
    const isHidden = rect.bottom > innerHeight - host.offsetHeight - AIR || rect.top < AIR;
    if (isHidden) bringIntoView(element.closest("[data-runs]") ?? element, "start");
    return;
  }
  const top = range.getBoundingClientRect().top;
  const lowest = innerHeight - host.offsetHeight - AIR;
  const highest = bar.getBoundingClientRect().bottom + AIR;
  const aim = Math.max(highest, Math.min(top, lowest));
  host.style.top = `${aim - flow.getBoundingClientRect().top}px`;
}
