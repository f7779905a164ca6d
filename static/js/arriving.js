// The block or passage that an address names has the focus, so that keys go on from there.

import { isPart, openPart } from "./parts.js";
import { goTo } from "./scrolling.js";

const flow = document.querySelector(".flow");

/** A passage that begins where another one does stands before their mark, and shows nothing. */
function shownAt(id) {
  let place = document.getElementById(id);
  while (place?.matches("span:empty")) place = place.nextElementSibling;
  return place;
}

function arrive() {
  const [id, kind, number] = /^([bp])-(\d+)$/.exec(location.hash.slice(1)) ?? [];
  if (!id) return;
  const place = shownAt(id);
  if (place) goTo(place);
  else if (kind === "b") openPart("from", number, id);
  else if (isPart() && !location.search.includes("cards=")) location.assign(`/passages/${number}/`);
}

/** The outline leads to other parts; what has come into the page since needs no new one. */
function onOutline(event) {
  const link = event.target.closest("a[href*='?']");
  if (!link || !document.getElementById(link.hash.slice(1))) return;
  event.preventDefault();
  if (location.hash === link.hash) arrive();
  else location.hash = link.hash;
}

if (flow) {
  document.querySelector(".outline")?.addEventListener("click", onOutline);
  addEventListener("hashchange", arrive);
  arrive();
}
