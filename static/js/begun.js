// What is typed in the form of a claim is kept in this browser at once, and on the server as soon as
// it answers, so that it comes back on any machine. The server's draft wins, unless this browser
// holds words that never got there; where both were written on, what is here is offered.

import { typedIn } from "./drafts.js";

const HEADERS = { "HX-Request": "true" };
const PAUSE = 1000; // milliseconds without a letter
let waiting = 0;
let line = Promise.resolve(); // so that letters arrive in the order in which they were typed

export const versionIn = (form) => Number(form.elements.draft_version?.value ?? 0);

/** Sends the draft, and lets the form say what became of it; its version then, or 0. */
async function send(form, body) {
  const options = { method: "POST", headers: HEADERS, body, keepalive: true };
  const answer = await fetch(form.dataset.keeps, options).catch(() => null);
  if (!answer || answer.redirected || answer.status === 428) return 0;
  const html = await answer.text();
  const panel = form.querySelector("#begun-panel");
  if (panel && html.includes("begun-panel")) panel.outerHTML = html;
  return answer.ok ? Number(/value="(\d+)"/.exec(html)?.[1]) : 0;
}

/** Keeps what is typed; as the page goes there is no time to wait for what is under way. */
export function keep(drafts, form, place, isLeaving = false) {
  clearTimeout(waiting);
  const at = drafts.keep(place, typedIn(form), versionIn(form));
  if (!form.dataset.keeps) return;
  const body = new FormData(form);
  const go = () => send(form, body).then((version) => version && drafts.sent(place, at, version));
  if (isLeaving) go();
  else line = line.then(go);
}

/** Keeps it once the hands rest. */
export function keepSoon(keepIt) {
  clearTimeout(waiting);
  waiting = setTimeout(keepIt, PAUSE);
}

/** What is entered needs no draft: nothing is sent after it. */
export function stopKeeping() {
  clearTimeout(waiting);
}

/** What this browser kept is to be put in, is offered, or went to the server before: null. */
export function whatWins(drafts, form, place) {
  const kept = drafts.find(place);
  if (!kept || !form.dataset.keeps) return kept?.typed ?? null;
  const version = versionIn(form);
  if (kept.isSent) {
    if (!version) drafts.drop(place);
    return null;
  }
  if ((kept.version ?? 0) === version) return kept.typed;
  const { key, draft_version, ...words } = kept.typed;
  const there = typedIn(form);
  if (Object.entries(words).every(([name, value]) => there[name] === value)) drafts.drop(place);
  else offer(form, words, kept.at);
  return null;
}

/** Words of this browser, where the server has others that are newer. */
function offer(form, words, at) {
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.puts = JSON.stringify(words);
  const when = new Date(at).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
  button.textContent = `Put in what this browser kept, ${when}`;
  form.querySelector("#begun-panel .hint")?.append(" ", button);
}
