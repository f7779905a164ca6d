// n and p step through the passages, c through the contradictions.

import { openMark } from "./cards.js";
import { bounds, isPart, openPart, wholeAddress } from "./parts.js";
import { goTo } from "./scrolling.js";
import { isTaken } from "./shortcuts.js";

const flow = document.querySelector(".flow");
const END = 999_999_999; // behind the end of any text

/** Marks at which a passage begins, as far as their layer is on. */
function stops(selector) {
  return [...flow.querySelectorAll(selector)].filter(
    (mark) => getComputedStyle(mark).textDecorationLine !== "none",
  );
}

/** Where reading stands: what has the focus, or the mark whose card has it, else the top of the window. */
function here(marks) {
  const active = document.activeElement;
  const focused = active?.closest(".card") ? openMark() : active;
  const at = marks.indexOf(focused);
  if (at >= 0) return at;
  const isInFlow = focused && focused !== flow && flow.contains(focused);
  const isBelow = isInFlow
    ? (mark) => focused.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING
    : (mark) => mark.getBoundingClientRect().top > 60;
  const below = marks.findIndex(isBelow);
  return below < 0 ? marks.length : below - 0.5;
}

function step(selector, by, layers) {
  const marks = stops(selector);
  const next = by > 0 ? Math.floor(here(marks) + 1) : Math.ceil(here(marks) - 1);
  if (marks[next]) goTo(marks[next]);
  else if (isPart()) goBeyond(by, layers);
  else if (marks.length) goTo(marks[(next + marks.length) % marks.length]);
}

/** Goes to the next mark that is not in the page; from the last one to the first. */
async function goBeyond(by, layers) {
  const { start, end } = bounds();
  const found =
    by > 0
      ? ((await ask("after", end - 1, layers)) ?? (await ask("after", 0, layers)))
      : ((await ask("before", start, layers)) ?? (await ask("before", END, layers)));
  if (found) openPart("at", found.start, `p-${found.passage}`);
}

async function ask(side, offset, layers) {
  const address = wholeAddress("next/");
  address.searchParams.delete("layer");
  for (const layer of layers) address.searchParams.append("layer", layer);
  address.searchParams.set(side, String(offset));
  const answer = await fetch(address);
  return answer.status === 200 ? answer.json() : null;
}

const layersShown = () =>
  [...document.querySelectorAll('input[name="layer"]:checked')].map((box) => box.value);

const STEPS = {
  n: () => step("a.mark[id]", 1, layersShown()),
  p: () => step("a.mark[id]", -1, layersShown()),
  c: () => step("a.mark.contradicted", 1, ["contradictions"]),
};

if (flow) {
  document.addEventListener("keydown", (event) => {
    if (isTaken(event) || !(event.key in STEPS)) return;
    event.preventDefault();
    STEPS[event.key]();
  });
}
