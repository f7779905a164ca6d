// Shows in the outline and in the bar of marks which part of the text is in the window.

const outline = document.querySelector(".outline");
const bar = document.querySelector(".density");
const view = bar?.querySelector(".view");
let blocks = [];
const links = new Map(
  [...(outline?.querySelectorAll("a[href*='#']") ?? [])].map((link) => [
    link.hash.slice(1),
    link,
  ]),
);
let places = [];

const firstOffset = (block) => parseInt(block.dataset.runs, 10);
const lastOffset = (block) => parseInt(block.dataset.runs.split("-").at(-1), 10);

/** The index of the first element for which the test holds; the elements run down the page. */
function firstWhere(elements, holds) {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(elements[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}

// How far down the window one reads.
const READING_LINE = 0.4;

function showPlace() {
  const past = firstWhere(places, (place) => place.getBoundingClientRect().top > innerHeight * READING_LINE);
  const current = links.get(places[Math.max(past - 1, 0)]?.id);
  for (const link of links.values()) {
    if (link !== current) link.removeAttribute("aria-current");
  }
  current?.setAttribute("aria-current", "location");
}

function showView() {
  const top = firstWhere(blocks, (block) => block.getBoundingClientRect().bottom > 60);
  const bottom = firstWhere(blocks, (block) => block.getBoundingClientRect().top > innerHeight) - 1;
  if (top > bottom || bottom < 0) return;
  const length = Number(bar.dataset.length) || 1;
  const start = (firstOffset(blocks[top]) / length) * 100;
  const end = (lastOffset(blocks[bottom]) / length) * 100;
  view.setAttribute("x", `${start}%`);
  view.setAttribute("width", `${Math.max(end - start, 0.5)}%`);
}

let waiting = false;
function show() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    if (places.length) showPlace();
    if (view && blocks.length) showView();
  });
}

/** Rows that are fetched while one reads have to be known too. */
function look() {
  blocks = [...document.querySelectorAll(".flow [data-runs]")];
  places = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
  show();
}

addEventListener("scroll", show, { passive: true });
addEventListener("resize", show, { passive: true });
document.addEventListener("htmx:load", look);
look();
