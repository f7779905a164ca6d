// Suggestions in the reader: s goes to the next one and opens its form; what is decided goes away.

import { blocksShown, rangesOf } from "./fragments.js";
import { hush, say } from "./said.js";
import { goTo } from "./scrolling.js";
import { isTaken } from "./shortcuts.js";

const host = document.getElementById("marking");
const LONGEST_LOOK = 60_000; // milliseconds
let places = null; // [start, end] of each, in reading order; null before they are asked for
let at = -1;
let begun = null; // the first look, while it lasts
const gone = []; // what was decided on before all places were there
let open = () => {};

async function fetchPlaces(after = null) {
  const address = new URL(host.dataset.suggested, location.href);
  if (after !== null) address.searchParams.set("after", after);
  const answer = await fetch(address);
  return answer.ok ? answer.json() : [];
}

/** All places take a while in a long text: the first is there before, and the others follow. */
async function begin() {
  at = offsetHere() - 1;
  say("Looking for suggestions …", LONGEST_LOOK);
  const first = await fetchPlaces(at + 1);
  if (first.length) {
    hush();
    goOn(first);
  }
  const all = await fetchPlaces();
  places = all.filter(([start, end]) => !gone.some((one) => one.start === start && one.end === end));
  show();
  if (first.length) return;
  hush();
  goOn(places);
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

function step() {
  if (places) goOn(places);
  else if (begun) begun.then(step);
  else begun = begin();
}

/** On to the next of these places, and to the first after the last. */
function goOn(places) {
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
  if (!places) {
    gone.push({ start, end });
    return start === at ? begun?.then(step) : undefined;
  }
  const count = places.length;
  places = places.filter((place) => place[0] !== start || place[1] !== end);
  if (places.length === count) return;
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
