// Keys for proposals: a accepts, c corrects, r says why not, s goes on to the next.

import { queueKeys } from "./queue.js";

queueKeys({
  a: (entry) => entry.querySelector("button[value=accept]")?.click(),
  c: (entry) => entry.querySelector("a.correct")?.click(),
  r: (entry) => entry.querySelector("input[name=reason]")?.focus(),
  s: (entry) => entry.querySelector("a.skip-on")?.click(),
});
