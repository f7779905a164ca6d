// Suggestions in the reader: s goes to the next one and opens its form; what is decided goes away.

import { blocksShown, rangesOf } from "./fragments.js";
import { hush, say } from "./said.js";
import { goTo } from "./scrolling.js";
import { isTaken } from "./shortcuts.js";

const host = document.getElementById("marking");
const LONGEST_LOOK = 60_000; // milliseconds
let places = null; // [start, end] of each, in reading order; null before they are asked for
let at = -1;
let open = () => {};

async function fetchPlaces() {
  say("Looking for suggestions …", LONGEST_LOOK);
  const answer = await fetch(host.dataset.suggested);
  hush();
  return answer.ok ? answer.json() : [];
}

/** Marks them apart from what people entered. */
function show() {
  if (!CSS.highlights) return;
  const blocks = blocksShown();
  const ranges = places.flatMap(([start, end]) => rangesOf({ start, end }, blocks));
  CSS.highlights.set("proposed", new Highlight(...ranges));
}

/** The offset at the top of what can be seen. */
function offsetHere() {
  const blocks = [...document.querySelectorAll(".flow [data-runs]")];
  const seen = blocks.find((block) => block.getBoundingClientRect().bottom > 90);
  return seen ? parseInt(seen.dataset.runs, 10) : 0;
}

async function step() {
  if (!places) {
    places = await fetchPlaces();
    show();
    at = offsetHere() - 1;
  }
  const found = places.find(([start]) => start > at) ?? places[0];
  if (!found) return say("Nothing is suggested here any more.");
  [at] = found;
  const [range] = rangesOf({ start: found[0], end: found[1] });
  if (!range) return location.assign(`?at=${found[0]}#char=${found[0]},${found[1]}`);
  goTo(range.startContainer.parentElement.closest("[id]"));
  open({ start: found[0], end: found[1] });
}

/** What was entered, rejected or skipped is no suggestion any more; on to the next. */
export function decided({ start, end }) {
  const count = places?.length;
  places = places?.filter((place) => place[0] !== start || place[1] !== end) ?? null;
  if (!places || places.length === count) return;
  show();
  step();
}

/** `openAt` opens the form for a stretch. */
export function listenForSuggestions(openAt) {
  open = openAt;
  document.addEventListener("keydown", (event) => {
    if (isTaken(event)) return;
    const button = host.querySelector(`button[aria-keyshortcuts="${CSS.escape(event.key)}"]`);
    if (button) button.click();
    else if (event.key === "s" && host.hidden) step();
    else return;
    event.preventDefault();
  });
}
