// Finds words in a text, blind to case, accents and the width of blanks. No DOM here.

// Letters that Unicode does not take apart into a base and a mark.
const APART = { đ: "d", ł: "l", ø: "o", ı: "i", ß: "ss", æ: "ae", œ: "oe" };
const MARKS = /\p{M}/gu;

/** Folded text, and for each of its units where the letter it comes from begins and ends. */
export function fold(text) {
  let folded = "";
  const starts = [];
  const ends = [];
  let at = 0;
  for (const letter of text) {
    const low = letter.toLowerCase();
    const base = APART[low] ?? low.normalize("NFKD").replace(MARKS, "");
    const plain = /\s/.test(base) ? " " : base.replace(/[’‘]/, "'").replace(/[–—]/, "-");
    const isSecondBlank = plain === " " && folded.endsWith(" ");
    for (let unit = 0; unit < plain.length && !isSecondBlank; unit += 1) {
      folded += plain[unit];
      starts.push(at);
      ends.push(at + letter.length);
    }
    at += letter.length;
  }
  return { folded, starts, ends };
}

/** Where the words stand, as [start, end) in UTF-16 units; what follows a hit is looked at anew. */
export function findAll(text, words) {
  const asked = fold(words).folded.trim();
  if (!asked) return [];
  const { folded, starts, ends } = fold(text);
  const hits = [];
  let from = folded.indexOf(asked);
  while (from >= 0) {
    hits.push([starts[from], ends[from + asked.length - 1]]);
    from = folded.indexOf(asked, from + asked.length);
  }
  return hits;
}

/** What digits typed after g mean among the numbers there are: a number to go to, now or later. */
export function meantNumber(digits, numbers) {
  const isThere = numbers.includes(digits);
  const mayGoOn = numbers.some((number) => number.length > digits.length && number.startsWith(digits));
  return { number: isThere ? digits : null, mayGoOn };
}
