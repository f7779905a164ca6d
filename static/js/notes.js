// Fetches all cards of a row when one of its marks is asked for; the page holds only the disputed.

const WHOLE = "whole";

/** The cards of the mark's row are in the page when this is done; else the browser goes there. */
export async function fetchCards(mark) {
  const pair = mark.closest(".pair");
  if (!mark.search || pair.dataset.cards === WHOLE) return;
  const answer = await fetch(new URL(`cards/${mark.search}`, location.origin + mark.pathname), {
    headers: { "HX-Request": "true" },
  });
  if (!answer.ok) {
    location.assign(mark.href);
    return;
  }
  const template = document.createElement("template");
  template.innerHTML = await answer.text();
  pair.querySelector(":scope > .notes")?.remove();
  pair.prepend(template.content);
  pair.dataset.cards = WHOLE;
}
