// Keys for a list of things to decide on: j and k go from one to the next, others act on it.

import { isTaken } from "./shortcuts.js";

export function queueKeys(acts) {
  const entries = [...document.querySelectorAll(".moves > li")];
  const here = () => entries.indexOf(document.activeElement?.closest(".moves > li"));
  const go = (step) => {
    const next = Math.min(Math.max(here() + step, 0), entries.length - 1);
    entries[next]?.querySelector(".move").focus();
  };
  const all = { j: () => go(1), k: () => go(-1), ...acts };

  document.addEventListener("keydown", (event) => {
    const act = all[event.key];
    if (!act || isTaken(event) || entries.length === 0) return;
    event.preventDefault();
    act(entries[Math.max(here(), 0)]);
  });
}
