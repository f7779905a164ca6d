// An open card offers to copy its address and its citation.

import { copy } from "./copying.js";

const flow = document.querySelector(".flow");
const STYLE = "chicago";

async function citation(address) {
  const asked = new URL(address);
  asked.searchParams.set("style", STYLE);
  const answer = await fetch(asked);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.text();
}

function button(words, make) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = words;
  made.setAttribute("aria-live", "polite");
  made.addEventListener("click", () => copy(made, make()));
  return made;
}

/** Two buttons: one copies the address, the other the citation that the server writes. */
export function copyButtons(address, cite) {
  return [button("Copy link", () => address), button("Copy citation", () => citation(cite))];
}

/** The links stay for those who want them; before each stands a button that copies. */
function equip(card) {
  const link = card.querySelector(".links [rel=bookmark]");
  if (!link) return;
  const cite = link.nextElementSibling;
  link.parentElement.prepend(...copyButtons(link.href, cite.href));
  link.remove();
  cite.textContent = "All styles";
}

flow?.addEventListener("card-opened", (event) => equip(event.target));
