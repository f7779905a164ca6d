// j and k go from block to block, g and a number to a table; each block offers its own address.

import { copyButtons } from "./citing.js";
import { say } from "./said.js";
import { isTaken } from "./shortcuts.js";
import { goTo } from "./scrolling.js";
import { meantNumber } from "./words.js";

const flow = document.querySelector(".flow");
const PATIENCE = 900; // milliseconds to wait for another digit
let digits = null;
let waiting = 0;

function blocks() {
  return [...flow.querySelectorAll('[id^="b-"]')].filter((block) => block.checkVisibility());
}

/** The block that has the focus, or holds what has it; else the first below the top. */
function here(all) {
  const focused = document.activeElement?.closest?.('.flow [id^="b-"]');
  const at = all.indexOf(focused);
  if (at >= 0) return at;
  const below = all.findIndex((block) => block.getBoundingClientRect().bottom > 90);
  return below < 0 ? all.length : below - 0.5;
}

function step(by) {
  const all = blocks();
  if (!all.length) return;
  const next = by > 0 ? Math.floor(here(all) + 1) : Math.ceil(here(all) - 1);
  if (all[next]) goTo(all[next]);
  else if (by > 0) stepInto(flow.querySelector(".more [rel=next]"));
  else flow.querySelector(".more [rel=prev]")?.click();
}

/** The next part of a long text is fetched when the way to it comes into view. */
function stepInto(way) {
  if (!way) return;
  document.addEventListener("htmx:load", () => step(1), { once: true });
  way.scrollIntoView({ block: "center" });
}

const numberIn = (name) => /(\d+)\D*$/.exec(name)?.[1];

/** Tables by their numbers; those of other parts stand in the outline. */
function tables() {
  const found = new Map();
  for (const region of flow.querySelectorAll('[role="region"][aria-label]')) {
    const number = numberIn(region.getAttribute("aria-label"));
    if (number && !found.has(number)) found.set(number, region);
  }
  for (const link of document.querySelectorAll(".outline a.of-table[href*='?']")) {
    const number = numberIn(link.firstElementChild.textContent);
    if (number && !found.has(number)) found.set(number, link);
  }
  return found;
}

function finish() {
  clearTimeout(waiting);
  const asked = digits;
  digits = null;
  if (!asked) return;
  const table = tables().get(asked);
  if (!table) return say(`There is no Table ${asked} in this text.`);
  if (table.matches("a")) return table.click();
  goTo(table);
  say(table.getAttribute("aria-label"));
}

function onDigit(key) {
  digits += key;
  clearTimeout(waiting);
  const { mayGoOn } = meantNumber(digits, [...tables().keys()]);
  if (mayGoOn) waiting = setTimeout(finish, PATIENCE);
  else finish();
}

function onKey(event) {
  if (isTaken(event)) return;
  if (digits !== null) {
    if (/^\d$/.test(event.key)) {
      event.preventDefault();
      return onDigit(event.key);
    }
    if (event.key === "Enter") event.preventDefault();
    return finish();
  }
  if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "g") {
    digits = "";
    say("Table …", 2 * PATIENCE);
    waiting = setTimeout(() => (digits = null), 2 * PATIENCE);
  } else if (event.key === "y") copyAddress();
  else return;
  event.preventDefault();
}

/** The address of the block in focus, or of the passage in it. */
async function copyAddress() {
  const place = document.activeElement?.closest?.(".flow [id]");
  if (!place) return say("Go to a block with j or k first.");
  const address = new URL(`#${place.id}`, location.href).href;
  await navigator.clipboard.writeText(address).then(
    () => say("Link copied"),
    () => say(address),
  );
}

// The sign in the left margin that belongs to the block under the pointer or in focus.
const sign = document.createElement("p");
sign.className = "pilcrow";
const link = sign.appendChild(document.createElement("a"));
const tools = sign.appendChild(document.createElement("span"));
tools.className = "links";
tools.hidden = true;

function offer(event) {
  const block = event.target.closest?.('.flow .text > [id^="b-"], .flow li[id^="b-"]');
  if (!block || sign.dataset.of === block.id) return;
  sign.dataset.of = block.id;
  tools.hidden = true;
  link.href = `#${block.id}`;
  link.textContent = "¶";
  link.setAttribute("aria-label", "Link to this block, and how to cite it");
  link.setAttribute("aria-expanded", "false");
  const text = block.closest(".text");
  sign.style.top = `${block.getBoundingClientRect().top - text.getBoundingClientRect().top}px`;
  text.append(sign);
}

function unfold(event) {
  event.preventDefault();
  const cite = new URL(`cite/?block=${sign.dataset.of.slice(2)}`, location.href).href;
  const all = document.createElement("a");
  all.href = cite;
  all.textContent = "All styles";
  tools.replaceChildren(...copyButtons(link.href, cite), all);
  tools.hidden = !tools.hidden;
  link.setAttribute("aria-expanded", String(!tools.hidden));
  history.replaceState(history.state, "", link.href);
}

if (flow) {
  document.addEventListener("keydown", onKey);
  flow.addEventListener("focusin", offer);
  flow.addEventListener("pointerover", offer);
  link.addEventListener("click", unfold);
}
