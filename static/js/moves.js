// Keys for passages that wait: j and k go from one to the next, a accepts, m moves, d leaves behind.

import { isTaken } from "./shortcuts.js";

const entries = [...document.querySelectorAll(".moves > li")];

function here() {
  const entry = document.activeElement?.closest(".moves > li");
  return entries.indexOf(entry);
}

function go(step) {
  const next = Math.min(Math.max(here() + step, 0), entries.length - 1);
  entries[next]?.querySelector(".move").focus();
}

const acts = {
  j: () => go(1),
  k: () => go(-1),
  a: (entry) => entry.querySelector("form.accept")?.requestSubmit(),
  m: (entry) => entry.querySelector("a.other")?.click(),
  d: (entry) => entry.querySelector("form.drop input[name=reason]")?.focus(),
};

document.addEventListener("keydown", (event) => {
  const act = acts[event.key];
  if (!act || isTaken(event) || entries.length === 0) return;
  event.preventDefault();
  act(entries[Math.max(here(), 0)]);
});
