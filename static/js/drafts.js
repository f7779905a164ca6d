// What is typed in a form and not saved yet, kept in this browser for this person.

const AGE_OF_A_DRAFT = 30 * 24 * 3600 * 1000; // milliseconds
const PREFIX = "variorum-draft";

/** Where the drafts of one person in one text are kept. */
export function shelf(person, text) {
  const name = (start, end, as) => [PREFIX, person, text, start, end, as].join(":");
  return {
    keep(place, typed) {
      const kept = { typed, at: Date.now() };
      localStorage.setItem(name(place.start, place.end, place.as), JSON.stringify(kept));
    },
    find(place) {
      const kept = JSON.parse(localStorage.getItem(name(place.start, place.end, place.as)) ?? "null");
      return kept && Date.now() - kept.at < AGE_OF_A_DRAFT ? kept.typed : null;
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
