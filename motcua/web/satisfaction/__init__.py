"""Where people say how it was, and where everybody sees how satisfied they are."""
