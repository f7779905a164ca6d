// Says how far an import has come while the page waits for its end.

const FIRST = 800; // milliseconds after which waiting needs an explanation
const EVERY = 700;
const region = document.querySelector("[data-import-progress]");
const form = region?.closest("form");
let next = 0;

function show({ step, done, of }) {
  const [said, bar, count] = region.children;
  region.hidden = false;
  // Only the step is read aloud: figures that change twice a second would drown all else.
  if (said.textContent !== step) said.textContent = step;
  count.textContent = of ? `${done.toLocaleString("en")} of ${of.toLocaleString("en")} rows` : "";
  bar.hidden = !of;
  if (of) Object.assign(bar, { max: of, value: done });
}

async function look() {
  try {
    const answer = await fetch(region.dataset.importProgress);
    if (answer.status === 200) show(await answer.json());
  } finally {
    if (next) next = setTimeout(look, EVERY);
  }
}

form?.addEventListener("submit", () => {
  next = setTimeout(look, FIRST);
});
addEventListener("pageshow", () => {
  clearTimeout(next);
  next = 0;
});
