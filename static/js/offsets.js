// From offsets in a text's content to places in what is shown of it. No DOM here.
// Offsets count code points, as the server does; strings in JavaScript count UTF-16 units.

/** "12-80+81-140,142-150" as [{start, end, shown}]; a + is a blank that is shown in between. */
export function readRuns(short) {
  const runs = [];
  let shown = 0;
  for (const [, start, end, glue] of short.matchAll(/(\d+)-(\d+)([+,]?)/g)) {
    runs.push({ start: Number(start), end: Number(end), shown });
    shown += end - start + (glue === "+" ? 1 : 0);
  }
  return runs;
}

/** Code points of the block's shown text on [start, end) of the content, or null for none. */
export function shownRange(runs, start, end) {
  const inside = runs.filter((run) => run.start < end && start < run.end);
  if (!inside.length) return null;
  const first = inside[0];
  const last = inside.at(-1);
  return {
    start: first.shown + Math.max(start, first.start) - first.start,
    end: last.shown + Math.min(end, last.end) - last.start,
  };
}

/** Offsets of the content under code points of the block's shown text; null where none is shown. */
export function contentRange(runs, start, end) {
  const inside = runs.filter((run) => run.shown < end && start < run.shown + run.end - run.start);
  if (!inside.length) return null;
  const first = inside[0];
  const last = inside.at(-1);
  return {
    start: first.start + Math.max(start - first.shown, 0),
    end: last.start + Math.min(end - last.shown, last.end - last.start),
  };
}

/** How many code points of a string lie before a UTF-16 index. */
export function codePoints(string, index = string.length) {
  let count = 0;
  for (let at = 0; at < index; count += 1) at += string.codePointAt(at) > 0xffff ? 2 : 1;
  return count;
}

/** The UTF-16 index of a code point of the string. */
export function utf16Index(string, codePoints) {
  let index = 0;
  for (const letter of string) {
    if (codePoints-- <= 0) break;
    index += letter.length;
  }
  return index;
}

/** RFC 5147: "char=1200,1230" or "char=1200,"; integrity checks after a semicolon are passed over. */
export function readFragment(fragment) {
  const found = /^char=(\d*)(?:,(\d*))?(?:;.*)?$/.exec(fragment);
  if (!found || (!found[1] && !found[2])) return null;
  const start = Number(found[1] || 0);
  const end = found[2] === undefined ? start + 1 : found[2] ? Number(found[2]) : Infinity;
  return end > start ? { start, end } : null;
}

/** RFC 5147: "line=10,20" as "10,20", which the server turns into offsets; null for others. */
export function readLines(fragment) {
  return /^line=(\d*,?\d*)(?:;.*)?$/.exec(fragment)?.[1] || null;
}
