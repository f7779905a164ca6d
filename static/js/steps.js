// n and p step through the passages, c through the contradictions.

import { openMark } from "./cards.js";
import { isTaken } from "./shortcuts.js";
import { bringIntoView } from "./scrolling.js";

const flow = document.querySelector(".flow");

/** Marks at which a passage begins, as far as their layer is on. */
function stops(selector) {
  return [...flow.querySelectorAll(selector)].filter(
    (mark) => getComputedStyle(mark).textDecorationLine !== "none",
  );
}

/** Where reading stands: the focused mark or the one whose card has the focus, else the first one below the top of the window. */
function here(marks) {
  const focused = document.activeElement;
  const at = marks.indexOf(focused?.closest(".card") ? openMark() : focused);
  if (at >= 0) return at;
  const below = marks.findIndex((mark) => mark.getBoundingClientRect().top > 60);
  return below < 0 ? marks.length : below - 0.5;
}

function step(selector, by) {
  const marks = stops(selector);
  if (!marks.length) return;
  const next = by > 0 ? Math.floor(here(marks) + 1) : Math.ceil(here(marks) - 1);
  const mark = marks[(next + marks.length) % marks.length];
  mark.closest("details")?.setAttribute("open", "");
  mark.focus({ preventScroll: true });
  bringIntoView(mark, "center");
}

const STEPS = {
  n: () => step("a.mark[id]", 1),
  p: () => step("a.mark[id]", -1),
  c: () => step("a.mark.contradicted", 1),
};

if (flow) {
  document.addEventListener("keydown", (event) => {
    if (isTaken(event) || !(event.key in STEPS)) return;
    event.preventDefault();
    STEPS[event.key]();
  });
}
