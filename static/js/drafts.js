// What is typed in a form and not saved yet, kept in this browser for this person, also while the
// line is cut. `version` is that of the draft on the server on which it stands, 0 for none.

const AGE_OF_A_DRAFT = 30 * 24 * 3600 * 1000; // milliseconds
const PREFIX = "variorum-draft";

/** Where the drafts of one person in one text are kept. */
export function shelf(person, text) {
  const name = (start, end, as) => [PREFIX, person, text, start, end, as].join(":");
  return {
    keep(place, typed, version = 0) {
      const kept = { typed, version, at: Date.now(), isSent: false };
      localStorage.setItem(name(place.start, place.end, place.as), JSON.stringify(kept));
      return kept.at;
    },
    /** The server has what was kept then, unless something newer is here. */
    sent(place, at, version) {
      const kept = this.find(place);
      if (kept?.at !== at) return;
      const there = JSON.stringify({ ...kept, version, isSent: true });
      localStorage.setItem(name(place.start, place.end, place.as), there);
    },
    find(place) {
      const kept = JSON.parse(localStorage.getItem(name(place.start, place.end, place.as)) ?? "null");
      return kept && Date.now() - kept.at < AGE_OF_A_DRAFT ? kept : null;
    },
    drop(place) {
      localStorage.removeItem(name(place.start, place.end, place.as));
    },
  };
}

/** The fields of a form by their names; the token of the page is none of them. */
export function typedIn(form) {
  const fields = [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
  return Object.fromEntries(fields);
}

/** Puts into a form what was typed before. */
export function fill(form, typed) {
  for (const [name, value] of Object.entries(typed)) {
    const field = form.elements[name];
    if (field instanceof RadioNodeList || field?.type !== "checkbox") {
      if (field) field.value = value;
    } else field.checked = field.value === value;
  }
}
