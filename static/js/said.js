// What the page says of what was done, at the foot of the window and to screen readers: one voice.

const place = document.getElementById("said");
const UNTIL_IT_IS_READ = 8000; // milliseconds
let lasting = "";
let falling = 0;

/** Says something for a while. What lasts is said again after it. */
export function say(words, milliseconds = UNTIL_IT_IS_READ) {
  clearTimeout(falling);
  place.textContent = words;
  falling = setTimeout(hush, milliseconds);
}

/** Ends what was said for a while. */
export function hush() {
  clearTimeout(falling);
  falling = 0;
  place.replaceChildren(lasting);
}

/** Says words or an element from now on, whenever nothing else is said; "" says no more. */
export function keepSaying(what) {
  lasting = what;
  if (!falling) hush();
}
