// Keys for suggestions: a accepts, r rejects, s skips.

import { queueKeys } from "./queue.js";

const press = (act) => (entry) => entry.querySelector(`button[value=${act}]`)?.click();

queueKeys({ a: press("accept"), r: press("reject"), s: press("skip") });
