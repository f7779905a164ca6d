// Hidden layers stand in the address at once, and choosing a filter shows it.

const form = document.getElementById("marks");
const LAYER = 'input[name="layer"][type="checkbox"]';

/** The address with the layers that are on; all of them need no mention. */
function addressNow() {
  const address = new URL(location.href);
  const boxes = [...form.querySelectorAll(LAYER)];
  address.searchParams.delete("layer");
  if (boxes.every((box) => box.checked)) return address;
  address.searchParams.append("layer", "");
  for (const box of boxes) if (box.checked) address.searchParams.append("layer", box.value);
  return address;
}

if (form) {
  form.addEventListener("change", (event) => {
    if (event.target.matches(LAYER)) history.replaceState(history.state, "", addressNow());
  });
  const filter = form.querySelector("details");
  document.addEventListener("click", (event) => {
    if (!filter.contains(event.target)) filter.open = false;
  });
  filter.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !filter.open) return;
    event.stopPropagation();
    filter.open = false;
    filter.querySelector("summary").focus();
  });
}
