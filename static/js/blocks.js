// j and k go from block to block, g and a number to a table; each block offers its own address.

import { copyButtons } from "./citing.js";
import { isTaken } from "./shortcuts.js";
import { bringIntoView } from "./scrolling.js";
import { meantNumber } from "./words.js";

const flow = document.querySelector(".flow");
const said = document.getElementById("said");
const PATIENCE = 900; // milliseconds to wait for another digit
const SHOWN = 2500;
let digits = null;
let waiting = 0;
let falling = 0;

/** Says something to all: at the foot of the window, and to screen readers. */
function say(words) {
  said.textContent = words;
  clearTimeout(falling);
  falling = setTimeout(() => (said.textContent = ""), SHOWN);
}

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

function goTo(block) {
  block.closest("details")?.setAttribute("open", "");
  if (!block.hasAttribute("tabindex")) block.setAttribute("tabindex", "-1");
  block.focus({ preventScroll: true });
  bringIntoView(block, block.offsetHeight > innerHeight / 2 ? "start" : "center");
}

function step(by) {
  const all = blocks();
  if (!all.length) return;
  const next = by > 0 ? Math.floor(here(all) + 1) : Math.ceil(here(all) - 1);
  goTo(all[Math.max(0, Math.min(next, all.length - 1))]);
}

function tables() {
  const found = new Map();
  for (const region of flow.querySelectorAll('[role="region"][aria-label]')) {
    const number = /(\d+)\D*$/.exec(region.getAttribute("aria-label"))?.[1];
    if (number && !found.has(number)) found.set(number, region);
  }
  return found;
}

function finish() {
  clearTimeout(waiting);
  const asked = digits;
  digits = null;
  if (!asked) return;
  const table = tables().get(asked);
  if (table) {
    goTo(table);
    return say(table.getAttribute("aria-label"));
  }
  const elsewhere = fromOutline(asked);
  if (elsewhere) elsewhere.click();
  else say(`There is no Table ${asked} in this text.`);
}

/** A long text comes in parts: the outline knows also the tables that are not in the page yet. */
function fromOutline(number) {
  const words = new RegExp(`\\b${number}$`);
  return [...document.querySelectorAll(".outline a[href*='?']")].find((link) =>
    words.test(link.firstElementChild.textContent.trim()),
  );
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
    say("Table …");
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
