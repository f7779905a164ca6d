// Editing a stored claim: e, or Edit on its card, opens its form; versions of others can be taken.

import { closeCard, openMark } from "./cards.js";
import { isTaken } from "./shortcuts.js";

const flow = document.querySelector(".flow");
const { person, editsOthers } = document.getElementById("marking").dataset;

const mayEdit = (link) => editsOthers !== undefined || link.dataset.by === person;

/** What the buttons of one side put into the form. */
function versionOf(side, form) {
  const buttons = [...form.querySelectorAll(`[data-side="${side}"]`)];
  return Object.assign({}, ...buttons.map((button) => JSON.parse(button.dataset.puts)));
}

/** What a press in the form puts into it: the version of one field or of all, or null. */
export function taken(target, form) {
  const button = target.closest("[data-puts], [data-all]");
  if (!button) return null;
  return button.dataset.all ? versionOf(button.dataset.all, form) : JSON.parse(button.dataset.puts);
}

/** `open` is called with the address of the form, and with what the focus returns to. */
export function listenForEdits(open) {
  const edit = (link) => {
    const mark = openMark();
    closeCard();
    open(link.href, mark ?? link);
  };
  flow.addEventListener("card-opened", (event) => {
    for (const link of event.target.querySelectorAll("a[data-by]")) link.hidden = !mayEdit(link);
  });
  flow.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-by]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    edit(link);
  });
  document.addEventListener("keydown", (event) => {
    const link = document.querySelector(".card.open a[data-by]:not([hidden])");
    if (event.key !== "e" || isTaken(event) || !link) return;
    event.preventDefault();
    edit(link);
  });
}
