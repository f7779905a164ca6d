// Keys for suggestions: a accepts, e enters the claim, r rejects, s skips.

import { queueKeys } from "./queue.js";

const press = (act) => (entry) => entry.querySelector(`button[value=${act}]`)?.click();

queueKeys({
  a: press("accept"),
  e: (entry) => entry.querySelector("a[aria-keyshortcuts=e]")?.click(),
  r: press("reject"),
  s: press("skip"),
});
