// Keeps the place where one stops reading: on the server for people with an account, else here.

const flow = document.querySelector(".flow[data-text]");
const offer = document.getElementById("go-on");
const bar = document.querySelector(".density");
const token = document.querySelector('.foot [name="csrfmiddlewaretoken"]')?.value;
const PAUSE = 1500; // milliseconds of rest after which a place is kept
const FEWEST = 3; // per cent of a text; less than that is not worth going on with

const name = flow && `place-${flow.dataset.text}`;
const length = Number(bar?.dataset.length) || 1;
let kept = null;

/** The first character of the block that one reads now; the last place when the end is in sight. */
function reached() {
  const atEnd = scrollY + innerHeight > document.documentElement.scrollHeight - innerHeight / 4;
  if (atEnd && !flow.querySelector(".more")) return length;
  const blocks = [...flow.querySelectorAll(".text > [data-runs], .text > ul > [data-runs]")];
  const block = blocks.find((one) => one.getBoundingClientRect().bottom > innerHeight / 4);
  const offset = block ? parseInt(block.dataset.runs, 10) : 0;
  return (offset / length) * 100 < FEWEST ? 0 : offset;
}

function keepHere(offset) {
  try {
    if (offset === 0 || offset === length) localStorage.removeItem(name);
    else localStorage.setItem(name, String(offset));
  } catch {
    // Without storage there is no place to go on from; reading itself needs none.
  }
}

function keep() {
  const offset = reached();
  if (offset === kept || scrollY === 0) return;
  kept = offset;
  if (!token) return keepHere(offset);
  const body = new URLSearchParams({ text: flow.dataset.text, offset: String(offset) });
  fetch("stop/", { method: "POST", body, headers: { "X-CSRFToken": token }, keepalive: true });
}

/** What this browser kept for somebody without an account. */
function offerOwn() {
  let offset = 0;
  try {
    offset = Number(localStorage.getItem(name));
  } catch {
    return;
  }
  if (!offset || offset >= length) return;
  const link = offer.querySelector("a");
  const address = new URL(location.href);
  address.searchParams.set("at", String(offset));
  address.hash = `char=${offset},${offset + 1}`;
  link.href = address.href;
  link.textContent = `Go on where you stopped, ${Math.floor((offset / length) * 100)} % in`;
  offer.hidden = false;
}

if (flow && name) {
  if (offer?.hidden && !token && !location.hash) offerOwn();
  let waiting = 0;
  addEventListener("scroll", () => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, PAUSE);
  }, { passive: true });
  addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") keep();
  });
}
