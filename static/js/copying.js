// Buttons that copy: the text of an element, a link, or a citation fetched from the server.

const SHOWN_MILLISECONDS = 2000;

/** Copies the words and says so on the button, for all to see and hear. */
export async function copy(button, words) {
  const before = button.textContent;
  try {
    await navigator.clipboard.writeText(await words);
    button.textContent = "Copied";
  } catch {
    button.textContent = "Could not copy";
  }
  setTimeout(() => (button.textContent = before), SHOWN_MILLISECONDS);
}

for (const button of document.querySelectorAll("button[data-copies]")) {
  button.hidden = false;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", () =>
    copy(button, document.getElementById(button.dataset.copies).textContent.trim()),
  );
}
