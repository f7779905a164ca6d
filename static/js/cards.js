// A mark opens its card beside the text, without moving the page; Escape or Close closes it.

import { fetchCards } from "./notes.js";
import { bringIntoView } from "./scrolling.js";

const flow = document.querySelector(".flow");
const bar = document.querySelector(".bar");
const AIR = 12; // pixels between an open card and the edges of the window
let open = null;

function cardOf(link) {
  const card = link.hash ? document.getElementById(link.hash.slice(1)) : null;
  return card?.classList.contains("card") ? card : null;
}

function marksOf(card) {
  return flow.querySelectorAll(`.mark[href$="#${CSS.escape(card.id)}"]`);
}

/** Puts the open card into the margin at the height of its mark, wholly in the window: a long one scrolls. */
function placeBeside(card, mark) {
  card.classList.toggle("placed", Boolean(mark));
  card.style.maxHeight = "";
  if (!mark || getComputedStyle(card).position !== "absolute") return;
  const top = mark.getClientRects()[0]?.top ?? 0;
  const highest = bar.getBoundingClientRect().bottom + AIR;
  card.style.maxHeight = `${innerHeight - AIR - highest}px`;
  const lowest = innerHeight - card.offsetHeight - AIR;
  const aim = top >= highest && top < innerHeight ? Math.max(highest, Math.min(top, lowest)) : top;
  card.style.top = `${aim - flow.getBoundingClientRect().top}px`;
}

/** Shows a card as the one raised layer; `mark` is where the focus returns. */
export function openCard(card, mark = marksOf(card)[0]) {
  closeCard();
  card.classList.add("open");
  for (const one of marksOf(card)) one.setAttribute("aria-expanded", "true");
  open = { card, mark };
  card.dispatchEvent(new CustomEvent("card-opened", { bubbles: true }));
  placeBeside(card, mark);
}

/** The mark whose card is open, if any. */
export function openMark() {
  return open?.mark ?? null;
}

export function closeCard() {
  if (!open) return;
  open.card.classList.remove("open", "placed");
  for (const one of marksOf(open.card)) one.setAttribute("aria-expanded", "false");
  open = null;
}

/** A card that the address names stays open until the address names its passage instead. */
function leaveTarget(card) {
  if (location.hash === `#${card.id}`) {
    const close = card.querySelector(".close");
    history.replaceState(null, "", close.getAttribute("href"));
    location.replace(close.getAttribute("href"));
  }
}

async function onClick(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  const link = event.target.closest("a[href*='#']");
  if (!link || link.pathname !== location.pathname) return;
  if (link.classList.contains("close")) {
    event.preventDefault();
    const { card, mark } = open ?? { card: link.closest(".card") };
    closeCard();
    leaveTarget(card);
    mark?.focus({ preventScroll: true });
    return;
  }
  const isMark = link.classList.contains("mark");
  if (!isMark && !cardOf(link)) return;
  event.preventDefault();
  if (isMark) await fetchCards(link);
  const card = cardOf(link);
  if (!card) return;
  if (open?.card === card) closeCard();
  else openCard(card, isMark ? link : undefined);
  if (!open) return;
  settle(open);
  if (event.detail === 0) receiveFocus(card); // opened by a key
}

function receiveFocus(card) {
  card.tabIndex = -1;
  card.focus({ preventScroll: true });
}

/** Brings the card into view, no further than needed; of a sheet the passage, from under it. */
function settle({ card, mark }) {
  const isSheet = getComputedStyle(card).position === "fixed";
  bringIntoView(isSheet && mark ? mark : card, "nearest");
}

async function onHash() {
  const id = location.hash && CSS.escape(decodeURIComponent(location.hash.slice(1)));
  const asked = id ? flow.querySelector(`.mark[href$="#${id}"]`) : null;
  if (asked && !cardOf(location)) await fetchCards(asked);
  const card = cardOf(location);
  if (!card) return;
  openCard(card);
  const { mark } = open;
  if (mark) bringIntoView(mark, "center", () => placeBeside(card, mark));
}

/** Marks open something; this is said also of those that come later. */
function prepare(root) {
  for (const mark of root.querySelectorAll("a.mark")) {
    mark.setAttribute("role", "button");
    mark.setAttribute("aria-expanded", "false");
  }
}

if (flow) {
  prepare(flow);
  document.addEventListener("htmx:load", (event) => prepare(event.detail.elt));
  flow.addEventListener("click", onClick);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !open) return;
    const { card, mark } = open;
    closeCard();
    leaveTarget(card);
    mark?.focus({ preventScroll: true });
  });
  addEventListener("hashchange", onHash);
  onHash();
}
