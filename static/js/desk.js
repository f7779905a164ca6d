// The editor's desk: keys to step through the queue, take a case, choose a verdict, settle, go on.

import { isTaken } from "./shortcuts.js";

const STEPS = { j: 1, k: -1 };

function doer(key) {
  return document.querySelector(`[data-key="${key}"]`);
}

/** Move the focus to the next or previous case of the queue. */
function step(by) {
  const links = [...document.querySelectorAll("[data-step]")];
  if (!links.length) return;
  const here = links.indexOf(document.activeElement);
  const to = here < 0 ? (by > 0 ? 0 : links.length - 1) : here + by;
  links[Math.min(Math.max(to, 0), links.length - 1)].focus();
}

function choose(kind) {
  const radio = document.querySelector(`#verdict-form [name="kind"][value="${kind}"]`);
  if (!radio) return false;
  radio.closest("details")?.setAttribute("open", "");
  radio.click();
  radio.focus();
  return true;
}

/** What a key means here; whether it meant anything. */
function act(key) {
  if (key in STEPS && document.querySelector("[data-step]")) return step(STEPS[key]) ?? true;
  if (/^[1-7]$/.test(key)) return choose(key);
  if (key === "r") {
    const reason = document.querySelector('#verdict-form [name="rationale"]');
    reason?.focus();
    return Boolean(reason);
  }
  const found = ["a", "n", "u"].includes(key) ? doer(key) : null;
  found?.click();
  return Boolean(found);
}

/** Digits go on choosing while a verdict's kind has the focus. */
function isChoosing(event) {
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented;
  return plain && Boolean(event.target.matches?.("#verdict-form [type=radio], [type=checkbox]"));
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    const settle = event.target.closest?.("#verdict-form") && doer("settle");
    if (settle) event.preventDefault();
    settle?.click();
  } else if (event.key === "Escape" && event.target.closest?.("#verdict-form")) {
    event.target.blur();
  } else if ((!isTaken(event) || isChoosing(event)) && act(event.key)) {
    event.preventDefault();
  }
});

// A verdict that is on its way holds all that its draft would; the page may come back from memory.
const form = document.getElementById("verdict-form");
let isSent = false;
form?.addEventListener("submit", () => (isSent = true));
window.addEventListener("pageshow", () => (isSent = false));
form?.addEventListener("htmx:beforeRequest", (event) => isSent && event.preventDefault());
