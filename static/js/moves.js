// Keys for passages that wait: a accepts, m looks for another place, d leaves behind.

import { queueKeys } from "./queue.js";

queueKeys({
  a: (entry) => entry.querySelector("form.accept")?.requestSubmit(),
  m: (entry) => entry.querySelector("a.other")?.click(),
  d: (entry) => entry.querySelector("form.drop input[name=reason]")?.focus(),
});
