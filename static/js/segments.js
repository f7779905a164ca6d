// Words and sentences of a text, as units from and to. No DOM here.

/** The words, or sentences, of a text; what is no word, as a full stop, is none. */
export function pieces(text, unit, language = undefined) {
  const found = [];
  for (const { segment, index, isWordLike } of new Intl.Segmenter(language, { granularity: unit }).segment(text)) {
    const bare = segment.trimEnd();
    if (unit === "word" ? isWordLike : bare) found.push({ start: index, end: index + bare.length });
  }
  return found;
}

/**
 * The piece after an edge (by = 1) or the one before it (by = -1).
 *
 * Where a stretch is extended from `anchor`, going back gives the piece at which it is to end.
 */
export function next(text, unit, edge, by, anchor = undefined) {
  const all = pieces(text, unit);
  if (by > 0) return all.find((piece) => piece.end > edge) ?? null;
  if (anchor === undefined) return all.findLast((piece) => piece.start < edge) ?? null;
  return all.findLast((piece) => piece.end < edge && piece.end > anchor) ?? null;
}
