// Sends what was entered, shows it in the page, and takes it back. What could not be sent is sent
// once the line is there again, with the key it had, so that it is entered once.

import { putAnew, standing } from "./rows.js";
import { say } from "./said.js";

const host = document.getElementById("marking");
const HEADERS = { "HX-Request": "true" };
const UNTIL_NEXT_TRY = 4000;
const CHANGED_MEANWHILE = 412;

async function post(form, submitter) {
  const body = new FormData(form, submitter);
  return fetch(submitter?.getAttribute("formaction") ?? form.action, { method: "POST", headers: HEADERS, body });
}

/** Whether it is stored; what is wrong is shown in the form. */
export async function send(form, submitter = null) {
  const button = form.querySelector("button.main");
  if (button.disabled) return false;
  button.disabled = true;
  try {
    const answer = await post(form, submitter);
    const html = await answer.text();
    if (answer.ok && html) await show(html);
    else if (answer.status === CHANGED_MEANWHILE) compare(form, html);
    else if (!answer.ok) refuse(form, html);
    return answer.ok;
  } catch {
    wait(form, submitter);
    return false;
  } finally {
    button.disabled = false;
  }
}

/** Tries again when the line comes back, and now and then in case the browser does not notice. */
function wait(form, submitter) {
  refuse(form, "");
  say("The line is cut. What you typed is kept, and sent when it is there again.");
  const again = () => {
    clearTimeout(waiting);
    removeEventListener("online", again);
    if (form.isConnected) form.requestSubmit(submitter);
  };
  const waiting = setTimeout(again, UNTIL_NEXT_TRY);
  addEventListener("online", again);
}

function refuse(form, html) {
  form.querySelector(".refused")?.remove();
  form.querySelector("[aria-invalid]")?.removeAttribute("aria-invalid");
  if (!html) return;
  const place = document.createElement("div");
  place.className = "refused";
  place.setAttribute("role", "alert");
  place.innerHTML = html;
  const actions = form.querySelector(".actions");
  actions.before(place);
  blame(form, place.textContent);
  place.style.scrollMarginBottom = `${actions.offsetHeight}px`;
  place.scrollIntoView({ block: "nearest" });
}

/** The field whose words are quoted by what is said to be wrong takes the focus, until it is changed. */
function blame(form, wrong) {
  const isMeant = ({ type, value }) => type !== "hidden" && value && wrong.includes(`“${value.trim()}”`);
  const field = [...form.elements].find(isMeant);
  if (!field) return;
  field.setAttribute("aria-invalid", "true");
  field.addEventListener("input", () => field.removeAttribute("aria-invalid"), { once: true });
  field.focus({ preventScroll: true });
}

/** Puts in the place of the form the one that shows what others did meanwhile. */
function compare(form, html) {
  const { parentElement } = form;
  form.outerHTML = html;
  const fresh = parentElement.querySelector("form");
  htmx.process(fresh);
  fresh.querySelector("[data-side]")?.focus({ preventScroll: true });
  fresh.scrollIntoView({ block: "nearest" });
}

/** Says what was stored, and puts the rows that show it anew. */
async function show(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  const panel = template.content.firstElementChild;
  say(panel.textContent);
  await Promise.all(panel.dataset.rows.split(" ").filter(Boolean).map(renew));
}

/** Fetches a row of the page again, if it is in the page. */
async function renew(row) {
  if (!standing(row)) return;
  const address = new URL(`${host.dataset.blocks}from=${row}&to=${row}`, location.href);
  const answer = await fetch(address, { headers: HEADERS });
  if (answer.ok) putAnew(row, await answer.text());
}

/** Takes back what this person entered last in this text. */
export async function takeBack(form) {
  const answer = await post(form, null).catch(() => null);
  if (!answer) return say("The line is cut. Nothing was taken back.");
  const html = await answer.text();
  if (answer.ok) return show(html);
  const template = document.createElement("template");
  template.innerHTML = html;
  say(template.content.textContent.trim());
}
