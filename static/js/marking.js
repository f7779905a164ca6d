// Marking a passage: select it, and the form opens beside it, filled in; Enter saves, Esc leaves.

import { endCursor, listenForCursor } from "./cursor.js";
import { keep as keepDraft, keepSoon, stopKeeping, versionIn, whatWins } from "./begun.js";
import { fill, shelf, typedIn } from "./drafts.js";
import { place as placeForm } from "./beside.js";
import { selectInLinks } from "./dragging.js";
import { listenForEdits, taken } from "./editing.js";
import { decided, listenForSuggestions } from "./proposed.js";
import { rangesOf } from "./fragments.js";
import { bringIntoView } from "./scrolling.js";
import { send, takeBack } from "./strokes.js";
import { beginAdding, endAdding, isAdding, showSupport, supportWith } from "./support.js";
import { selectedStretch, showStretch } from "./selecting.js";

const flow = document.querySelector(".flow");
const host = document.getElementById("marking");
const drafts = shelf(host.dataset.person, flow.dataset.text);
const TOUCH_IS_DONE = 500; // milliseconds without a change of the selection
let open = null; // {stretch, before, isTyped, restored: kinds of forms whose draft was put in}
let waiting = 0;
let hasJustSelected = false;

const form = () => host.querySelector("form");

/** By what a draft is found again: the passage and the kind of form, or the claim that is edited. */
function placeNow() {
  const { claim, as = "" } = form()?.dataset ?? {};
  return claim ? { start: "", end: "", as: `edit ${claim}` } : { ...open.stretch, as };
}

/** Opens the form for a stretch, or moves the passage of a claim there that is being edited. */
async function openAt(stretch) {
  if (open?.stretch.start === stretch.start && open.stretch.end === stretch.end) return;
  if (isAdding(form())) return addPassage(stretch);
  if (form()?.dataset.claim) return putIn({ start: stretch.start, end: stretch.end });
  const address = new URL(host.dataset.address, location.href);
  address.searchParams.set("start", stretch.start);
  address.searchParams.set("end", stretch.end);
  await openForm(address.href, document.activeElement, stretch);
}

/** One more passage on which the claim stands; the form stays where it is. */
async function addPassage(stretch) {
  const typed = supportWith(form(), stretch);
  if (typed) await putIn(typed);
  endAdding(form());
  form()?.querySelector("[data-adds]")?.focus({ preventScroll: true });
}

async function openForm(address, before, stretch = {}) {
  if (open) keep();
  host.replaceChildren();
  const opened = { stretch, before, isTyped: false, restored: new Set() };
  open = opened;
  host.hidden = false;
  showPlace();
  await htmx.ajax("GET", address, { target: "#marking", swap: "innerHTML" });
  if (open !== opened) return;
  host.querySelector("button.main")?.focus({ preventScroll: true });
}

/** Marks the passage in the text, and puts the form beside it. */
function showPlace() {
  const { start, end } = form()?.dataset ?? {};
  if (start) open.stretch = { start: Number(start), end: Number(end) };
  const ranges = showStretch(open.stretch.end ? open.stretch : null);
  showSupport(form());
  for (const pair of flow.querySelectorAll("[data-form-open]")) pair.removeAttribute("data-form-open");
  const pair = ranges[0]?.startContainer.parentElement.closest(".pair");
  pair?.setAttribute("data-form-open", "");
  placeForm(host, ranges);
}

/** Has the form made anew with something else in it; the rest stays as it is typed. */
function putIn(typed) {
  onTyped();
  const { id, dataset } = form();
  const values = { ...typedIn(form()), ...typed };
  return htmx.ajax("GET", dataset.again, { target: `#${id}`, swap: "outerHTML", values });
}

/** Keeps what was typed, if anything was. */
function keep(isLeaving = false) {
  if (open?.isTyped && form()) keepDraft(drafts, form(), placeNow(), isLeaving);
}

function onTyped() {
  if (!open) return;
  open.isTyped = true;
  keepSoon(keep);
}

function close() {
  if (!open) return;
  const { before } = open;
  open = null;
  host.hidden = true;
  host.replaceChildren();
  host.removeAttribute("style");
  for (const pair of flow.querySelectorAll("[data-form-open]")) pair.removeAttribute("data-form-open");
  showStretch(null);
  showSupport(null);
  endCursor();
  getSelection().empty();
  before?.focus?.({ preventScroll: true });
}

/** An address that ends in #mark=1200,1230 or #edit=key opens the form of a draft. */
function openNamed() {
  const [, what, of] = /^#(mark|edit)=(.+)$/.exec(decodeURIComponent(location.hash)) ?? [];
  const [start, end] = of?.split(",").map(Number) ?? [];
  if (what === "edit") return openForm(host.dataset.edits.replace("KEY", encodeURIComponent(of)));
  const [range] = what && start < end ? rangesOf({ start, end }) : [];
  if (range) bringIntoView(range.startContainer.parentElement, "center", () => openAt({ start, end }));
}

function openSelected() {
  const stretch = selectedStretch();
  if (stretch) openAt(stretch);
  return Boolean(stretch);
}

async function save(event) {
  event.preventDefault();
  const sent = form();
  stopKeeping();
  const place = placeNow();
  drafts.keep(place, typedIn(sent), versionIn(sent));
  if (!(await send(sent, event.submitter))) return;
  drafts.drop(place);
  if (form() === sent) close();
  if (event.submitter?.name !== "dismiss") decided(place);
}

/** A form that comes, also one for another kind, has its draft put in, once. */
function receive() {
  const as = form()?.dataset.as;
  if (!open || !as || open.restored.has(as)) return;
  open.restored.add(as);
  const kept = whatWins(drafts, form(), placeNow());
  if (!kept) return;
  if (form().dataset.again) return putIn(kept);
  open.isTyped = true;
  fill(form(), kept);
  form().dispatchEvent(new Event("change", { bubbles: true }));
}

function onKey(event) {
  if (event.key === "Escape" && isAdding(form())) {
    endAdding(form());
    event.preventDefault();
    event.stopImmediatePropagation();
  } else if (event.key === "Escape" && open) {
    keep();
    close();
    event.preventDefault();
    event.stopImmediatePropagation();
  } else if (event.key === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
    if (event.target.closest?.("input, select, textarea, [contenteditable]")) return;
    event.preventDefault();
    takeBack(document.getElementById("undo"));
  }
}

/** A drag that ends on the link where it began selects, and does not follow the link. */
function onClick(event) {
  if (!hasJustSelected) return;
  hasJustSelected = false;
  event.preventDefault();
  event.stopImmediatePropagation();
}

function onSelection() {
  clearTimeout(waiting);
  waiting = setTimeout(openSelected, TOUCH_IS_DONE);
}

let isTouch = false;
addEventListener("pointerdown", (event) => {
  isTouch = event.pointerType === "touch";
  hasJustSelected = false;
});
document.addEventListener("selectionchange", () => isTouch && onSelection());
document.addEventListener("mouseup", (event) => {
  if (isTouch || host.contains(event.target) || !flow.contains(event.target)) return;
  hasJustSelected = !getSelection().isCollapsed && openSelected();
});
flow.addEventListener("click", onClick, { capture: true });
document.addEventListener("keydown", onKey, { capture: true });
host.addEventListener("submit", save);
host.addEventListener("input", onTyped);
host.addEventListener("click", (event) => {
  const typed = form() && taken(event.target, form());
  if (typed) putIn(typed);
  else beginAdding(form(), event.target);
});
host.addEventListener("htmx:load", receive);
host.addEventListener("htmx:afterSettle", () => open && showPlace());
addEventListener("pagehide", () => keep(true));
addEventListener("online", () => keep());
selectInLinks(flow);
listenForCursor(openSelected);
listenForEdits(openForm);
listenForSuggestions(openAt);
addEventListener("hashchange", openNamed);
openNamed();
