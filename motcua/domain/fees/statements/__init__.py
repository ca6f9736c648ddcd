"""Bank statements: read strictly from CSV, XLSX or MT940, tried row by row, taken in once and whole."""
