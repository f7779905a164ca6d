// Keys that work on every page: / puts the cursor into the nearest search box, ? lists the keys.

import { isTaken } from "./shortcuts.js";

const dialog = document.getElementById("keys");
const button = document.querySelector('[data-opens="keys"]');

function showKeys() {
  if (dialog && !dialog.open) dialog.showModal();
}

if (button) {
  button.hidden = false;
  button.addEventListener("click", showKeys);
}

document.addEventListener("keydown", (event) => {
  if (isTaken(event)) return;
  if (event.key === "/") {
    const box = document.getElementById("find-in-text") ?? document.getElementById("find");
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  } else if (event.key === "?") {
    event.preventDefault();
    showKeys();
  }
});
