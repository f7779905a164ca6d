// A long text comes in parts: which of them the page holds, and the way to the others.

const flow = document.querySelector(".flow");
const OF_A_PART = ["from", "to", "at", "cards"];

/** Whether some of the text is not in the page. */
export const isPart = () => Boolean(flow?.querySelector(".more"));

/** Offsets between which the page shows the text. */
export function bounds() {
  let [start, end] = [Infinity, 0];
  for (const { dataset } of flow.querySelectorAll("[data-runs]")) {
    start = Math.min(start, parseInt(dataset.runs, 10));
    end = Math.max(end, parseInt(dataset.runs.split("-").at(-1), 10));
  }
  return { start, end };
}

/** The page's own address without what names a part: the same edition, the same filters. */
export function wholeAddress(path = "") {
  const address = new URL(path, location.href);
  address.search = location.search;
  for (const name of OF_A_PART) address.searchParams.delete(name);
  return address;
}

/** Opens the part that a parameter names, at a place in it; nothing, where it is open already. */
export function openPart(name, value, hash) {
  const address = wholeAddress();
  if (!isPart() || new URLSearchParams(location.search).get(name) === String(value)) return;
  address.searchParams.set(name, String(value));
  address.hash = hash;
  location.assign(address);
}
