// A row of the reader that comes anew takes the place of the one that stands there.

export const standing = (row) => document.querySelector(`.flow .pair[data-row="${row}"]`);

/** Shows the row as the HTML has it; a link that had the focus in it keeps it. */
export function putAnew(row, html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  const pair = standing(row);
  const fresh = template.content.querySelector(`.pair[data-row="${row}"]`);
  if (!pair || !fresh) return;
  const focused = pair.contains(document.activeElement) && document.activeElement.getAttribute("href");
  pair.replaceWith(fresh);
  htmx.process(fresh);
  fresh.dispatchEvent(new CustomEvent("htmx:load", { bubbles: true, detail: { elt: fresh } }));
  if (focused) fresh.querySelector(`[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}
