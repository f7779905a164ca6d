"""Questions with all their answers: facts, series, comparisons and the timeline."""
