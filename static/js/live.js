// Shows what others do while one reads: rows come anew, but never under somebody's hands.

import { isHeld, onRelease } from "./held.js";
import { wholeAddress } from "./parts.js";
import { putAnew, standing } from "./rows.js";
import { keepSaying } from "./said.js";

const flow = document.querySelector(".flow[data-as-of]");
const presence = document.getElementById("presence");
const POLLS = 5000; // milliseconds between questions where no stream can be had
const PATIENCE = 2000; // before a cut stream is tried again
const waiting = new Map(); // first block of a row -> [its newest HTML, how many came]
let after = flow?.dataset.asOf;
let stream = null;
let polling = 0;

function addressOf(path) {
  const address = wholeAddress(path);
  address.searchParams.set("after", after);
  return address;
}

/** Says on a row that is held how many changes wait for it; pressing it lets them in. */
function hold(pair, row, html) {
  const count = (waiting.get(row)?.[1] ?? 0) + 1;
  waiting.set(row, [html, count]);
  let button = pair.querySelector(":scope > .fresh");
  if (!button) {
    button = document.createElement("button");
    button.type = "button";
    button.className = "fresh";
    button.addEventListener("click", () => release(row));
    pair.append(button);
  }
  button.textContent = `${count} new`;
  keepSaying(`${count} new here; shown when you are done`);
}

function release(row) {
  const [html] = waiting.get(row) ?? [];
  waiting.delete(row);
  if (!waiting.size && after) keepSaying("");
  if (html) putAnew(row, html);
}

function releaseAll() {
  for (const row of [...waiting.keys()]) {
    const pair = standing(row);
    if (!pair || !isHeld(pair)) release(row);
  }
}

function take(rows) {
  for (const [row, html] of Object.entries(rows)) {
    const pair = standing(row);
    if (pair && isHeld(pair)) hold(pair, row, html);
    else putAnew(row, html);
  }
}

function beOutdated() {
  close();
  clearTimeout(polling);
  const link = document.createElement("a");
  link.href = location.href;
  link.textContent = "Much has changed here. Load the page again";
  link.addEventListener("click", (event) => {
    event.preventDefault();
    location.reload();
  });
  keepSaying(link);
  after = null;
}

function open() {
  if (!after || stream || document.hidden) return;
  stream = new EventSource(addressOf("live/"));
  stream.addEventListener("rows", (event) => {
    after = event.lastEventId;
    take(JSON.parse(event.data));
  });
  stream.addEventListener("here", (event) => {
    presence.textContent = JSON.parse(event.data);
    presence.hidden = !presence.textContent;
  });
  stream.addEventListener("outdated", beOutdated);
  stream.addEventListener("open", () => flow.setAttribute("data-live", "stream"));
  stream.addEventListener("error", () => {
    flow.removeAttribute("data-live");
    if (stream?.readyState !== EventSource.CLOSED) return; // it tries again by itself
    close();
    clearTimeout(polling);
    polling = setTimeout(poll, PATIENCE);
  });
}

function close() {
  stream?.close();
  stream = null;
  flow.removeAttribute("data-live");
}

/** Asks what is new, where the server cannot hold a stream or the line was cut. */
async function poll() {
  if (!after || document.hidden) return;
  const answer = await fetch(addressOf("news/")).catch(() => null);
  if (answer?.ok) {
    const news = await answer.json();
    if (news.outdated) return beOutdated();
    after = news.after;
    take(news.rows);
    if (news.streams) return open();
    flow.setAttribute("data-live", "polling");
  }
  polling = setTimeout(poll, POLLS);
}

if (after) {
  onRelease(releaseAll);
  addEventListener("online", () => (close(), clearTimeout(polling), open()));
  document.addEventListener("visibilitychange", () => {
    clearTimeout(polling);
    if (document.hidden) close(); // a browser has few lines to one site
    else open();
  });
  addEventListener("offline", close);
  addEventListener("pagehide", close);
  addEventListener("pageshow", (event) => event.persisted && open());
  open();
}
