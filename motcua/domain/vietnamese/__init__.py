"""How Vietnamese is written, ordered, searched and checked. Pure: no database, no pages."""
