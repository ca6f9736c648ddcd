"""Where people ask, read their answer, and find what others asked."""
