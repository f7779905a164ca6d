// Other passages on which a claim stands: chosen in the text one by one, shown as chips in its form.

import { rangesOf } from "./fragments.js";
import { say } from "./said.js";

const adder = (form) => form?.querySelector("[data-adds]");
const placesIn = (form) =>
  [...(form?.querySelectorAll("[data-supports]") ?? [])].map((chip) => {
    const [start, end] = chip.dataset.supports.split(",").map(Number);
    return { start, end };
  });

/** Whether what is selected next is one more passage of the claim. */
export const isAdding = (form) => adder(form)?.getAttribute("aria-pressed") === "true";

export function beginAdding(form, target) {
  const button = target.closest("[data-adds]");
  if (!button) return;
  if (isAdding(form)) return endAdding(form);
  button.setAttribute("aria-pressed", "true");
  say("Select the other passage in the text: by mouse, touch, or m and the arrows. Esc ends it.");
}

export function endAdding(form) {
  adder(form)?.setAttribute("aria-pressed", "false");
}

/** What goes into the form for one more passage; null where the claim stands on it already. */
export function supportWith(form, { start, end }) {
  const { start: first, end: last } = form.dataset;
  const places = placesIn(form);
  const there = [...places, { start: Number(first), end: Number(last) }];
  if (there.some((one) => one.start === start && one.end === end)) return null;
  return { support: [...places, { start, end }].map((one) => `${one.start}-${one.end}`).join("; ") };
}

/** Marks them all in the text. */
export function showSupport(form) {
  const ranges = placesIn(form).flatMap((place) => rangesOf(place));
  if (ranges.length) CSS.highlights?.set("supporting", new Highlight(...ranges));
  else CSS.highlights?.delete("supporting");
}
