"""Tables as CSV and XLSX files: out, and in again with messages that name row and column."""
